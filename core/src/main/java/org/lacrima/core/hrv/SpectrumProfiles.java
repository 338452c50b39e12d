package org.lacrima.core.hrv;

import java.util.Arrays;
import org.lacrima.core.hrv.SpectrumOptions.BandRule;
import org.lacrima.core.hrv.SpectrumOptions.Density;
import org.lacrima.core.hrv.SpectrumOptions.Estimator;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.Autoregressive;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.Detrending;
import org.lacrima.core.spectrum.FftLength;
import org.lacrima.core.spectrum.Interpolation;
import org.lacrima.core.spectrum.LombScargle;
import org.lacrima.core.spectrum.Resampling;
import org.lacrima.core.spectrum.Resampling.Ending;
import org.lacrima.core.spectrum.Resampling.Interpolated;
import org.lacrima.core.spectrum.SegmentLength;
import org.lacrima.core.spectrum.Spectrum.Integration;
import org.lacrima.core.spectrum.Taper;
import org.lacrima.core.spectrum.Welch;

/**
 * What packages do in the frequency domain, as options. None of them knows a gap or a minimum duration. Powers are in ms²
 * throughout: where a package divides by the largest density or by the variance, its values before that come out.
 */
final class SpectrumProfiles {
    private SpectrumProfiles() {}

    private static final Resampling JOINED = Resampling.withDefaults().withMaxStretchSeconds(Double.POSITIVE_INFINITY);
    private static final Welch SCIPY =
            Welch.withDefaults().with(Welch.Placement.FIXED_STEP).with(FftLength.ofSegment());
    private static final LombScargle LOMB = LombScargle.withDefaults().with(LombScargle.Trend.CONSTANT);

    /** SciPy's Welch of the joined intervals, half-open trapezoids, segments of 256 samples. */
    private static final SpectrumOptions PLAIN = SpectrumOptions.withDefaults()
            .with(JOINED)
            .with(SCIPY)
            .with(Integration.TRAPEZOID)
            .withOneSegment(SegmentLength.ofSamples(256), 0);

    /**
     * The user's guide: cubic spline at 4 Hz, smoothness priors with λ = 500, windows of 300 s half overlapping, VLF from
     * 0 Hz, order 16.
     */
    static final SpectrumOptions KUBIOS = vlfFrom(0, PLAIN)
            .with(Detrending.smoothnessPriors(500))
            .with(Integration.SUM)
            .withOneSegment(SegmentLength.ofSeconds(300), 0);

    /** Quadratic spline at 100 Hz, two half segments, frequencies of two cycles at least. */
    static final SpectrumOptions NEUROKIT2 = vlfFrom(0.0033, PLAIN)
            .with(JOINED.withRateHz(100).with(Interpolation.QUADRATIC).with(Ending.HELD_PAST_LAST_BEAT))
            .with(Detrending.constant())
            .with(SCIPY.with(Welch.SegmentTrend.NONE)
                    .with(new FftLength(2, 0, FftLength.Rounding.EXACT))
                    .withMinimumCycles(2))
            .withOneSegment(SegmentLength.ofShare(0.5), 0);

    /**
     * Five steps per {@code 1 ⁄ T} up to 0.5 Hz, each frequency with a mean of its own. NeuroKit2 begins at 4·fs ⁄ n, as for
     * its even samples, and takes the median interval in s for fs.
     */
    static LombScargle neurokit2Lomb(BeatSeries beats) {
        double[] rr = beats.toMillis();
        if (rr.length < 2) {
            return LOMB;
        }
        double[] later = Arrays.copyOfRange(rr, 1, rr.length);
        Arrays.sort(later);
        double median = (later[(later.length - 1) / 2] + later[later.length / 2]) / 2000;
        double start = Math.min(4 * median / rr.length, 0.25);
        return LOMB.with(new LombScargle.Grid(start, 0, 5, 0.5))
                .with(LombScargle.Mean.FLOATING)
                .with(LombScargle.Scale.PERIODOGRAM);
    }

    /** Straight lines at 4 Hz, transforms of 4096; Lomb–Scargle as Astropy's periodogram with a mean per frequency. */
    static final SpectrumOptions HRV_ANALYSIS = PLAIN.with(JOINED.with(Interpolation.LINEAR))
            .with(Detrending.constant())
            .with(SCIPY.with(FftLength.atLeast(4096)))
            .with(LOMB.with(new LombScargle.Grid(0.003, 0, 5, 0.4))
                    .with(LombScargle.Mean.FLOATING)
                    .with(LombScargle.Scale.PERIODOGRAM));

    /** Hamming taper, transforms of 4096, one segment below 5 min and segments of 300 samples from there on. */
    static final SpectrumOptions PYHRV = vlfFrom(0, PLAIN)
            .with(Detrending.constant())
            .with(SCIPY.with(Taper.HAMMING).with(FftLength.atLeast(4096)))
            .with(Integration.SUM_CLOSED)
            .withOneSegment(new SegmentLength(SegmentLength.Measure.SAMPLES_FROM_300_S, 300), 0);

    /**
     * Linearly joined heart rates at 4 Hz; one periodogram under a split cosine bell; Yule–Walker of the order that AIC
     * takes, at 500 frequencies; Lomb–Scargle as explained variance.
     */
    static final SpectrumOptions RHRV = vlfFrom(0.0033, PLAIN)
            .with(JOINED.with(Interpolation.LINEAR).with(Ending.AT_LAST_BEAT).with(Interpolated.HEART_RATE))
            .with(SCIPY.with(Welch.SegmentTrend.LINEAR)
                    .with(Taper.SPLIT_COSINE)
                    .with(new FftLength(1, 0, FftLength.Rounding.PRODUCT_OF_2_3_5))
                    .withMinimumCycles(0.5))
            .with(LOMB.with(LombScargle.Grid.oversampled(1, 0.5)).with(LombScargle.Scale.EXPLAINED_VARIANCE))
            .with(Autoregressive.withDefaults()
                    .withOrder(64, Autoregressive.OrderRule.AIC_TO_TEN_LOG)
                    .withBinHz(2.0 / 499)
                    .with(Autoregressive.Fit.YULE_WALKER))
            .with(Integration.SUM_CLOSED)
            .with(Density.TWO_SIDED)
            .withOneSegment(SegmentLength.whole(), 0);

    /** The toolbox's own choice: Lomb–Scargle at k/1024 Hz without the factor ½. */
    static final SpectrumOptions PHYSIONET = vlfFrom(0.0033, PLAIN)
            .with(Estimator.LOMB_SCARGLE)
            .with(LOMB.with(LombScargle.Grid.ofHertz(0, 1.0 / 1024, 0.5)).with(LombScargle.Scale.DOUBLED))
            .with(Integration.SUM_CLOSED);

    /** Options with another lower edge of VLF, which is the upper edge of ULF. */
    private static SpectrumOptions vlfFrom(double hertz, SpectrumOptions options) {
        SpectrumOptions moved = options.withVlf(vlf(hertz, options.vlf()));
        return hertz > 0 ? moved.withUlf(moved.ulf().with(new Band("ULF", 0, hertz))) : moved;
    }

    private static BandRule vlf(double hertz, BandRule rule) {
        return rule.with(new Band("VLF", hertz, Band.VLF.highHz()));
    }
}
