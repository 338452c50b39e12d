package org.lacrima.core.spectrum;

import java.util.Arrays;
import java.util.Locale;

/**
 * Welch's estimate: the mean of the tapered periodograms of overlapping segments, as a density in ms²/Hz,
 *
 * <p>{@code P(f) = 2 ⁄ (fs·Σwᵢ²) · |Σ wᵢ·xᵢ·e^(−2πi·f·i⁄fs)|²}, without the factor 2 at 0 Hz and at half the rate.
 *
 * <p>Segments lie inside runs of the tachogram, so none crosses a gap. Welch 1967, doi:10.1109/TAU.1967.1161901.
 *
 * @param segment length of a segment; runs shorter than that are left out
 * @param overlap share of a segment that the next one shares, from 0 to below 1
 * @param placement where segments begin
 * @param trend what is taken off each segment before the taper
 * @param taper weights within a segment
 * @param fftLength length of the transform
 * @param minimumCycles frequencies of fewer cycles per segment are left out; 0 keeps all
 */
public record Welch(
        SegmentLength segment,
        double overlap,
        Placement placement,
        SegmentTrend trend,
        Taper taper,
        FftLength fftLength,
        double minimumCycles)
        implements SpectrumMethod {

    /** Where segments begin. */
    public enum Placement {
        /** Every step from the start of a run; what is left at the end is not used (SciPy, MATLAB). */
        FIXED_STEP,
        /** Spread evenly from the start to the end of a run, overlapping at least as asked, so that all data are used. */
        EVEN
    }

    /** What is taken off each segment. */
    public enum SegmentTrend {
        /** Nothing. */
        NONE,
        /** Its mean. */
        CONSTANT,
        /** Its least-squares line. */
        LINEAR
    }

    private static final Welch DEFAULTS = new Welch(
            SegmentLength.ofSeconds(120),
            0.5,
            Placement.EVEN,
            SegmentTrend.CONSTANT,
            Taper.HANN,
            new FftLength(2, 0, FftLength.Rounding.POWER_OF_TWO),
            0);

    /** Checks overlap and cycles. */
    public Welch {
        if (!(overlap >= 0) || !(overlap < 1) || !(minimumCycles >= 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "overlap must be from 0 to below 1 and cycles at least 0, got %s and %s",
                    overlap,
                    minimumCycles));
        }
    }

    /**
     * Segments of 120 s, the span that Task Force 1996 asks for LF, half overlapping and spread over the whole run, mean
     * removed, Hann taper (Welch 1967), zero-padded to a power of two at least twice the segment.
     */
    public static Welch withDefaults() {
        return DEFAULTS;
    }

    /** This estimate with segments of another length. */
    public Welch with(SegmentLength other) {
        return new Welch(other, overlap, placement, trend, taper, fftLength, minimumCycles);
    }

    /** This estimate with another overlap, from 0 to below 1. */
    public Welch withOverlap(double other) {
        return new Welch(segment, other, placement, trend, taper, fftLength, minimumCycles);
    }

    /** This estimate with segments placed otherwise. */
    public Welch with(Placement other) {
        return new Welch(segment, overlap, other, trend, taper, fftLength, minimumCycles);
    }

    /** This estimate with another trend taken off each segment. */
    public Welch with(SegmentTrend other) {
        return new Welch(segment, overlap, placement, other, taper, fftLength, minimumCycles);
    }

    /** This estimate under another taper. */
    public Welch with(Taper other) {
        return new Welch(segment, overlap, placement, trend, other, fftLength, minimumCycles);
    }

    /** This estimate with another length of the transform. */
    public Welch with(FftLength other) {
        return new Welch(segment, overlap, placement, trend, taper, other, minimumCycles);
    }

    /** This estimate without the frequencies of fewer cycles per segment (NeuroKit2: 2). */
    public Welch withMinimumCycles(double other) {
        return new Welch(segment, overlap, placement, trend, taper, fftLength, other);
    }

    /**
     * The spectrum of a tachogram.
     *
     * @throws IllegalArgumentException if the tachogram has no run
     */
    public Spectrum of(Tachogram tachogram) {
        return of(tachogram, new SpectrumPlans());
    }

    /** The same spectrum with transforms that several spectra share; see {@link #of(Tachogram)}. */
    public Spectrum of(Tachogram tachogram, SpectrumPlans plans) {
        if (tachogram.runCount() == 0) {
            throw new IllegalArgumentException("a spectrum needs at least one run, the tachogram has none");
        }
        double rate = tachogram.rateHz();
        int length = segment.samples(rate, tachogram.longestRunSamples());
        Periodogram periodogram = plans.periodogram(length, fftLength.samples(length), taper, trend);
        double[] density = new double[periodogram.bins()];
        int segments = 0;
        int intervals = 0;
        double seconds = 0;
        double bridged = 0;
        for (Tachogram.Run run : tachogram.runs()) {
            int n = run.values().length;
            if (n < length) {
                continue;
            }
            int count = count(n, length);
            for (int s = 0; s < count; s++) {
                periodogram.add(run.values(), start(s, count, n, length), density);
            }
            segments += count;
            intervals += run.intervals();
            seconds += run.seconds();
            bridged += run.bridgedSeconds();
        }
        periodogram.scale(density, rate, segments);
        int transform = periodogram.fftLength();
        int first = (int) Math.ceil(minimumCycles * transform / length - 1e-9);
        double[] hertz = new double[Math.max(0, density.length - first)];
        for (int k = 0; k < hertz.length; k++) {
            hertz[k] = (first + k) * rate / transform;
        }
        return new Spectrum(
                hertz,
                first == 0 ? density : Arrays.copyOfRange(density, density.length - hertz.length, density.length),
                rate / transform,
                new Spectrum.Basis(
                        this,
                        tachogram.preparation(),
                        segments,
                        length / rate,
                        intervals,
                        seconds,
                        seconds > 0 ? bridged / seconds : 0));
    }

    private int step(int length) {
        return Math.max(1, length - (int) Math.floor(length * overlap));
    }

    private int count(int n, int length) {
        int step = step(length);
        int room = n - length;
        return 1 + (placement == Placement.EVEN ? (room + step - 1) / step : room / step);
    }

    private int start(int s, int count, int n, int length) {
        if (placement == Placement.FIXED_STEP) {
            return s * step(length);
        }
        return count == 1 ? 0 : (int) ((long) s * (n - length) / (count - 1));
    }
}
