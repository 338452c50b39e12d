package org.lacrima.core.hrv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.hrv.SpectrumOptions.BandRule;
import org.lacrima.core.hrv.SpectrumOptions.Density;
import org.lacrima.core.hrv.SpectrumOptions.Estimator;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.LombScargle;
import org.lacrima.core.spectrum.SegmentLength;
import org.lacrima.core.spectrum.Spectrum;
import org.lacrima.core.spectrum.SpectrumPlans;
import org.lacrima.core.spectrum.Tachogram;

/** The spectra of one series, each made once and when first asked for. */
final class Spectra {
    private static final int FEWEST_INTERVALS_FOR_LOMB = 3;

    private final BeatSeries beats;
    private final SpectrumOptions options;
    private final SpectrumPlans plans;
    private final Map<SegmentLength, Spectrum> welch = new HashMap<>();
    private final Map<Reading, Answer> powers = new HashMap<>();
    private final Map<SegmentLength, Double> highest = new HashMap<>();
    private @Nullable Spectrum lomb;
    private @Nullable Spectrum autoregressive;
    private @Nullable Tachogram tachogram;

    /** A band read from a spectrum: several metrics are made of the same. */
    private record Reading(Estimator estimator, BandRule rule) {}

    Spectra(BeatSeries beats, SpectrumOptions options, SpectrumPlans plans) {
        this.beats = beats;
        this.options = options;
        this.plans = plans;
    }

    SpectrumOptions options() {
        return options;
    }

    /** Power in a band in ms², with the intervals behind it, or the reason why there is none. */
    Answer power(Estimator estimator, BandRule rule) {
        return powers.computeIfAbsent(new Reading(estimator, rule), this::read);
    }

    private Answer read(Reading reading) {
        Estimator estimator = reading.estimator;
        BandRule rule = reading.rule;
        String reason = missing(estimator, rule);
        if (!reason.isEmpty()) {
            return Answer.none(reason);
        }
        Spectrum spectrum = of(estimator, rule);
        if (spectrum.binsIn(rule.band()) < 1) {
            return Answer.none(String.format(
                    Locale.ROOT, "%.1f s do not resolve %s", spectrum.basis().seconds(), rule.band()));
        }
        double power = spectrum.power(rule.band(), options.integration());
        if (!Double.isFinite(power)) {
            return Answer.none(
                    "the samples are so smooth that the power of their model in " + rule.band() + " is not finite");
        }
        double scaled = switch (options.density()) {
            case ABSOLUTE -> power;
            case SHARE_OF_MAXIMUM -> power / highestDensity(estimator, rule);
            case TWO_SIDED -> estimator == Estimator.LOMB_SCARGLE ? power : power / 2;
        };
        return Answer.value(scaled, spectrum.basis().intervals());
    }

    /** The highest density at any frequency, those below the slowest that is read included. */
    private double highestDensity(Estimator estimator, BandRule rule) {
        return estimator == Estimator.WELCH
                ? highest.computeIfAbsent(
                        rule.segment(),
                        segment -> highestDensity(options.welch()
                                .withMinimumCycles(0)
                                .with(segment)
                                .of(tachogram(), plans)))
                : highestDensity(of(estimator, rule));
    }

    private static double highestDensity(Spectrum spectrum) {
        double highest = 0;
        for (int k = 0; k < spectrum.size(); k++) {
            highest = Math.max(highest, spectrum.densityAt(k));
        }
        // without any power every share of it is 0
        return highest > 0 ? highest : 1;
    }

    /** The spectrum from which a band is read; only where {@link #power} has a value. */
    Spectrum of(Estimator estimator, BandRule rule) {
        return switch (estimator) {
            case WELCH ->
                welch.computeIfAbsent(
                        rule.segment(), segment -> options.welch().with(segment).of(tachogram(), plans));
            case LOMB_SCARGLE -> lomb();
            case AUTOREGRESSIVE -> autoregressive();
        };
    }

    private String missing(Estimator estimator, BandRule rule) {
        // an epoch cuts the beats at its edges: up to one interval at either end is not held against it
        double allowance = 2 * beats.coveredSeconds() / beats.size();
        if (estimator == Estimator.LOMB_SCARGLE) {
            double seconds = beats.coveredSeconds();
            if (beats.size() < FEWEST_INTERVALS_FOR_LOMB || seconds + allowance < rule.minimumSeconds()) {
                return String.format(
                        Locale.ROOT,
                        "%d intervals in %.1f s, %s needs %d and %.0f s",
                        beats.size(),
                        seconds,
                        rule.band().name(),
                        FEWEST_INTERVALS_FOR_LOMB,
                        rule.minimumSeconds());
            }
            return "";
        }
        Tachogram even = tachogram();
        if (even.runCount() == 0) {
            return String.format(
                    Locale.ROOT,
                    "no two beats within %s s",
                    options.resampling().maxStretchSeconds());
        }
        if (even.longestRunSamples() < 2) {
            return String.format(
                    Locale.ROOT, "1 sample in the longest run at %s Hz, a spectrum needs 2", even.rateHz());
        }
        double seconds = even.longestRunSeconds();
        if (seconds + allowance < rule.minimumSeconds()) {
            return String.format(
                    Locale.ROOT,
                    "longest run without a gap is %.1f s, %s needs %.0f s",
                    seconds,
                    rule.band().name(),
                    rule.minimumSeconds());
        }
        int order = options.autoregressive().order();
        return estimator == Estimator.AUTOREGRESSIVE && even.longestRunSamples() <= order
                ? String.format(
                        Locale.ROOT, "%d samples, a model of order %d needs more", even.longestRunSamples(), order)
                : "";
    }

    private Spectrum lomb() {
        Spectrum known = lomb;
        if (known == null) {
            known = options.lomb().with(gridOfLomb()).of(beats);
            lomb = known;
        }
        return known;
    }

    /** Ends where the bands do, unless the highest density of all is asked for. */
    private LombScargle.Grid gridOfLomb() {
        LombScargle.Grid grid = options.lomb().grid();
        double reach = 0;
        for (BandRule rule : List.of(options.ulf(), options.vlf(), options.lf(), options.hf())) {
            reach = Math.max(reach, rule.band().highHz());
        }
        boolean whole = options.density() == Density.SHARE_OF_MAXIMUM || reach <= grid.startHz();
        double max = whole ? Math.max(reach, grid.maxHz()) : reach;
        return new LombScargle.Grid(grid.startHz(), grid.stepHz(), grid.oversampling(), max);
    }

    private Spectrum autoregressive() {
        Spectrum known = autoregressive;
        if (known == null) {
            known = options.autoregressive().of(tachogram());
            autoregressive = known;
        }
        return known;
    }

    private Tachogram tachogram() {
        Tachogram known = tachogram;
        if (known == null) {
            known = options.resampling().of(beats).without(options.detrending());
            tachogram = known;
        }
        return known;
    }
}
