package org.lacrima.core.hrv;

import org.lacrima.core.hrv.DfaOptions.Scales;
import org.lacrima.core.hrv.DfaOptions.Windows;
import org.lacrima.core.hrv.EntropyOptions.ApproximateMean;
import org.lacrima.core.hrv.EntropyOptions.Match;
import org.lacrima.core.hrv.EntropyOptions.Templates;
import org.lacrima.core.hrv.EntropyOptions.ToleranceSd;
import org.lacrima.core.hrv.MultiscaleOptions.Grain;
import org.lacrima.core.hrv.MultiscaleOptions.Summary;
import org.lacrima.core.hrv.MultiscaleOptions.Undefined;
import org.lacrima.core.hrv.NonlinearOptions.FragmentationShare;
import org.lacrima.core.hrv.RecurrenceOptions.MainDiagonal;
import org.lacrima.core.hrv.RecurrenceOptions.Norm;
import org.lacrima.core.hrv.RecurrenceOptions.Trend;
import org.lacrima.core.hrv.SpectrumOptions.Density;
import org.lacrima.core.hrv.SpectrumOptions.Normalised;
import org.lacrima.core.hrv.TimeOptions.Bins;
import org.lacrima.core.hrv.TimeOptions.Divisor;
import org.lacrima.core.hrv.TimeOptions.FirstInterval;
import org.lacrima.core.hrv.TimeOptions.MeanHr;
import org.lacrima.core.hrv.TimeOptions.PnnDivisor;
import org.lacrima.core.hrv.TimeOptions.Sd2Formula;
import org.lacrima.core.hrv.TimeOptions.SdsdOf;
import org.lacrima.core.hrv.TimeOptions.SegmentRule;
import org.lacrima.core.hrv.TimeOptions.Triangle;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.SegmentLength;

/** The choices of other packages, for a recording. */
final class PeerOptions {
    private PeerOptions() {}

    private static final DfaOptions DFA = DfaOptions.withDefaults().withFewestWindows(1);
    private static final EntropyOptions STRICT = EntropyOptions.withDefaults().with(Match.BELOW);

    static HrvOptions kubios(BeatSeries beats) {
        return HrvOptions.withDefaults().with(SpectrumProfiles.KUBIOS);
    }

    static HrvOptions neurokit2(BeatSeries beats) {
        double rate = 100;
        double seconds = beats.isEmpty() ? 0 : beats.endSecondsAt(beats.size() - 1) - beats.endSecondsAt(0);
        double samples = Math.ceil(seconds * rate - 1e-9) + 1;
        // half of the samples, but where the package's own rounding makes it one less
        int segment = Math.max(1, (int) (2 / (2 * rate / (samples / 2)) * rate));
        DfaOptions dfa = DFA.with(Windows.HALF_OVERLAPPING)
                .withLeastVariance(1e-8)
                .withShortScales(Scales.every(4, 11))
                .withLongScales(new Scales(12, 12, DfaOptions.Grid.EVERY_TO_A_TENTH));
        return HrvOptions.withDefaults()
                .with(TimeOptions.withDefaults()
                        .with(PnnDivisor.INTERVALS)
                        .with(Sd2Formula.ROTATED_PAIRS)
                        .with(SegmentRule.ROUNDED_LESS_ONE))
                .with(SpectrumProfiles.NEUROKIT2
                        .with(Density.SHARE_OF_MAXIMUM)
                        .with(Normalised.OF_POWER_TO_HALF_HERTZ)
                        .with(SpectrumProfiles.neurokit2Lomb(beats))
                        .withOneSegment(SegmentLength.ofSamples(segment), 0))
                .with(NonlinearOptions.withDefaults()
                        .with(FragmentationShare.SEGMENTS)
                        .with(dfa)
                        .with(EntropyOptions.withDefaults().withFuzzyExponent(1).withShannonBinMillis(0))
                        .with(MultiscaleOptions.withDefaults()
                                .withScales(1000)
                                .withShare(12)
                                .withTolerance(0.2)
                                .with(Grain.EVERY_NTH)
                                .with(Undefined.LEAVE_OUT)
                                .with(Summary.TRAPEZOID_OVER_COUNT))
                        .with(RecurrenceOptions.withDefaults()
                                .withDimension(7)
                                .withRadius(0.5, RecurrenceOptions.RadiusUnit.MEAN_DISTANCE)
                                .with(Trend.LINE_REMOVED)));
    }

    static HrvOptions hrvAnalysis(BeatSeries beats) {
        double nolds = 0.1164 * (0.5627 * Math.log(2) + 1.3334);
        return HrvOptions.withDefaults()
                .with(TimeOptions.withDefaults()
                        .withSdsdDivisor(Divisor.N)
                        .with(MeanHr.MEAN_OF_BEATS)
                        .with(Bins.FIXED_8_MS))
                .with(SpectrumProfiles.HRV_ANALYSIS)
                .with(NonlinearOptions.withDefaults().with(STRICT.withTolerance(nolds, ToleranceSd.N_MINUS_1)));
    }

    static HrvOptions pyhrv(BeatSeries beats) {
        return HrvOptions.withDefaults()
                .with(TimeOptions.withDefaults()
                        .with(SdsdOf.ABSOLUTE_DIFFERENCES)
                        .withPoincareDivisor(Divisor.N)
                        .with(Sd2Formula.ROTATED_PAIRS)
                        .with(MeanHr.MEAN_OF_BEATS))
                .with(SpectrumProfiles.PYHRV)
                .with(NonlinearOptions.withDefaults().with(DFA).with(STRICT.withTolerance(0.2, ToleranceSd.N_PLUS_1)));
    }

    static HrvOptions rhrv(BeatSeries beats) {
        return HrvOptions.withDefaults()
                .with(TimeOptions.withDefaults()
                        .with(FirstInterval.TWICE)
                        .with(Bins.FROM_MID_RANGE)
                        .with(Triangle.EQUAL_AREA)
                        .with(SegmentRule.COMPLETE_BY_BEAT))
                .with(SpectrumProfiles.RHRV)
                .with(NonlinearOptions.withDefaults()
                        .with(DFA)
                        .with(STRICT)
                        .with(RecurrenceOptions.withDefaults()
                                .withDimension(2)
                                .withRadius(0.5, RecurrenceOptions.RadiusUnit.SD)
                                .with(Norm.MAXIMUM)
                                .with(MainDiagonal.COUNTED)));
    }

    static HrvOptions physionet(BeatSeries beats) {
        return HrvOptions.withDefaults()
                .with(SpectrumProfiles.PHYSIONET)
                .with(NonlinearOptions.withDefaults()
                        .with(DFA.with(Windows.CONSECUTIVE_WITH_REST)
                                .withShortScales(new Scales(4, 16, DfaOptions.Grid.POWERS_OF_TWO))
                                .withLongScales(new Scales(16, 64, DfaOptions.Grid.POWERS_OF_TWO)))
                        .with(STRICT.withTolerance(0.15, ToleranceSd.N_MINUS_1)
                                .with(Templates.ALL)
                                .with(ApproximateMean.LOGARITHM_OF_MEAN))
                        .with(PrsaOptions.withDefaults().withLargestChange(0.2).withHalfWindow(30)));
    }
}
