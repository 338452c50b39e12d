package org.lacrima.core.hrv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.hrv.SpectrumOptions.BandRule;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.SegmentLength;
import org.lacrima.core.spectrum.Spectrum;
import org.lacrima.core.spectrum.Tachogram;

/** The spectra of one series, each made once and when first asked for. */
final class Spectra {
    private final BeatSeries beats;
    private final SpectrumOptions options;
    private final Map<SegmentLength, Spectrum> welch = new HashMap<>();
    private @Nullable Tachogram tachogram;

    Spectra(BeatSeries beats, SpectrumOptions options) {
        this.beats = beats;
        this.options = options;
    }

    /** The spectrum from which a band is read; only where {@link #missing} finds nothing. */
    Spectrum of(BandRule rule) {
        return welch.computeIfAbsent(
                rule.segment(), segment -> options.welch().with(segment).of(tachogram()));
    }

    /** Why a band cannot be read; empty where it can. */
    String missing(BandRule rule) {
        Tachogram even = tachogram();
        if (even.runCount() == 0) {
            return String.format(
                    Locale.ROOT,
                    "no two beats within %s s",
                    options.resampling().maxStretchSeconds());
        }
        double seconds = even.longestRunSeconds();
        // an epoch cuts the beats at its edges: up to one interval at either end is not held against it
        double allowance = 2 * beats.coveredSeconds() / beats.size();
        if (seconds + allowance < rule.minimumSeconds()) {
            return String.format(
                    Locale.ROOT,
                    "longest run without a gap is %.1f s, %s needs %.0f s",
                    seconds,
                    rule.band().name(),
                    rule.minimumSeconds());
        }
        return of(rule).binsIn(rule.band()) < 1
                ? String.format(Locale.ROOT, "%.1f s do not resolve %s", seconds, rule.band())
                : "";
    }

    /** Power in a band in ms², with the intervals behind it, or the reason why there is none. */
    Answer power(BandRule rule) {
        String reason = missing(rule);
        if (!reason.isEmpty()) {
            return Answer.none(reason);
        }
        Spectrum spectrum = of(rule);
        return Answer.value(
                spectrum.power(rule.band(), options.integration()),
                spectrum.basis().intervals());
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
