package org.lacrima.core.spectrum;

import java.util.List;
import java.util.Locale;
import org.lacrima.core.series.BeatSeries;

/**
 * The Lomb–Scargle estimate on the beats themselves: at each frequency the sine that fits the intervals best in the sense
 * of least squares, each interval at the time of the beat that ends it. Nothing is resampled, so gaps need no bridge.
 *
 * <p>The classical periodogram is {@code P(f) = ½·(SS·C² + CC·S² − 2·CS·C·S) ⁄ (CC·SS − CS²)} with
 * {@code C = Σ yᵢ·cos 2πftᵢ}, {@code S = Σ yᵢ·sin 2πftᵢ} and the sums of products of cosines and sines; the density
 * {@code 2·P(f)·T ⁄ n} in ms²/Hz, T the time that the n intervals cover, integrates to the variance. Lomb 1976,
 * doi:10.1007/BF00648343; Scargle 1982, doi:10.1086/160554.
 *
 * @param grid frequencies
 * @param trend what is taken off the intervals first
 * @param mean whether each fit has a mean of its own
 * @param scale what is given per frequency
 * @param method how the sums are computed
 */
public record LombScargle(Grid grid, Trend trend, Mean mean, Scale scale, Method method) implements SpectrumMethod {

    /** What is taken off the intervals. */
    public enum Trend {
        /** Their mean. */
        CONSTANT,
        /** Their least-squares line over time. */
        LINEAR
    }

    /** Whether each sine is fitted together with a mean. */
    public enum Mean {
        /** The mean is taken off once. */
        REMOVED,
        /** Each frequency has a mean of its own (Zechmeister &amp; Kürster 2009, doi:10.1051/0004-6361:200811296). */
        FLOATING
    }

    /** What is given per frequency. */
    public enum Scale {
        /** Density in ms²/Hz, whose integral is the variance. */
        DENSITY,
        /** The classical periodogram P in ms², as Astropy's {@code psd}: no density. */
        PERIODOGRAM,
        /** Twice the classical periodogram, as the PhysioNet toolbox has it: no density. */
        DOUBLED,
        /** The part of the variance over n − 1 that the sine explains, {@code 2·P ⁄ (n − 1)} in ms² (RHRV): no density. */
        EXPLAINED_VARIANCE
    }

    /** How the sums over beats are computed. */
    public enum Method {
        /**
         * A non-uniform fast Fourier transform, {@code O(n + F·log F)}. Each sum is off by less than 10⁻¹¹ of the sum of
         * the absolute values.
         */
        FAST,
        /** Every beat at every frequency by recurrence, {@code O(n·F)}. */
        EXACT
    }

    /**
     * Evenly spaced frequencies.
     *
     * @param startHz first frequency in Hz; 0 for one step
     * @param stepHz distance in Hz; 0 to take it from {@code oversampling}
     * @param oversampling steps per {@code 1 ⁄ T}, T the extent of the series; 0 where the step is given
     * @param maxHz frequency that is not exceeded, in Hz; a grid that begins at one step ends at half the mean beat rate at
     *     most, since what lies above repeats what lies below; one that begins where it is told ends where it is told
     */
    public record Grid(double startHz, double stepHz, double oversampling, double maxHz) {
        /** Checks that there is one step. */
        public Grid {
            boolean oneStep = (stepHz > 0) != (oversampling > 0);
            if (!(startHz >= 0) || !oneStep || !(maxHz > startHz) || Double.isInfinite(maxHz)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "frequencies from %s Hz in steps of %s Hz (or 1/%s of 1/T) to %s Hz are no grid",
                        startHz,
                        stepHz,
                        oversampling,
                        maxHz));
            }
        }

        /** Steps of {@code 1 ⁄ (oversampling·T)} from one step on. */
        public static Grid oversampled(double oversampling, double maxHz) {
            return new Grid(0, 0, oversampling, maxHz);
        }

        /** Steps in Hz. */
        public static Grid ofHertz(double startHz, double stepHz, double maxHz) {
            return new Grid(startHz, stepHz, 0, maxHz);
        }
    }

    private static final LombScargle DEFAULTS =
            new LombScargle(Grid.oversampled(4, 0.5), Trend.LINEAR, Mean.REMOVED, Scale.DENSITY, Method.FAST);

    /**
     * Density at four frequencies per {@code 1 ⁄ T} (Press &amp; Rybicki 1989, doi:10.1086/167197), the line over time
     * removed: without a taper, a drift of 150 ms in 5 min would add 70 ms² to LF and 16 ms² to HF.
     */
    public static LombScargle withDefaults() {
        return DEFAULTS;
    }

    /** This estimate at other frequencies. */
    public LombScargle with(Grid other) {
        return new LombScargle(other, trend, mean, scale, method);
    }

    /** This estimate with another trend taken off. */
    public LombScargle with(Trend other) {
        return new LombScargle(grid, other, mean, scale, method);
    }

    /** This estimate with or without a mean per frequency. */
    public LombScargle with(Mean other) {
        return new LombScargle(grid, trend, other, scale, method);
    }

    /** This estimate on another scale. */
    public LombScargle with(Scale other) {
        return new LombScargle(grid, trend, mean, other, method);
    }

    /** This estimate by another way of computing the sums. */
    public LombScargle with(Method other) {
        return new LombScargle(grid, trend, mean, scale, other);
    }

    /**
     * The spectrum of a series.
     *
     * @throws IllegalArgumentException if the series has fewer than three intervals
     */
    public Spectrum of(BeatSeries beats) {
        int n = beats.size();
        if (n < 3) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a Lomb–Scargle spectrum needs 3 intervals, got %d", n));
        }
        double[] t = beats.toEndSeconds();
        double[] y = beats.toMillis();
        double extent = t[n - 1] - t[0];
        double origin = t[0] + extent / 2;
        for (int i = 0; i < n; i++) {
            t[i] -= origin;
        }
        if (trend == Trend.LINEAR) {
            removeLine(t, y);
        }
        org.lacrima.core.spectrum.Trend.removeMean(y, 0, n);
        double covered = beats.coveredSeconds();
        double step = grid.stepHz > 0 ? grid.stepHz : 1 / (grid.oversampling * extent);
        double start = grid.startHz > 0 ? grid.startHz : step;
        double max = grid.stepHz > 0 || grid.startHz > 0 ? grid.maxHz : Math.min(grid.maxHz, n / covered / 2);
        int count = (int) Math.max(1, Math.floor((max - start) / step * (1 + 1e-12) + 1e-9) + 1);
        LombSums sums = method == Method.FAST && isMultiple(start, step)
                ? LombSums.fast(t, y, step, (int) Math.rint(start / step), count, mean == Mean.FLOATING)
                : LombSums.exact(t, y, start, step, count);
        double factor = switch (scale) {
            case DENSITY -> covered / n;
            case PERIODOGRAM -> 0.5;
            case DOUBLED -> 1;
            case EXPLAINED_VARIANCE -> 1.0 / (n - 1);
        };
        double[] hertz = new double[count];
        double[] density = new double[count];
        for (int k = 0; k < count; k++) {
            hertz[k] = start + k * step;
            density[k] = factor * sums.reduction(k, mean == Mean.FLOATING);
        }
        return new Spectrum(hertz, density, step, new Spectrum.Basis(this, List.of(), 1, extent, n, covered, 0));
    }

    private static boolean isMultiple(double start, double step) {
        double times = start / step;
        return Math.abs(times - Math.rint(times)) < 1e-12 * times;
    }

    private static void removeLine(double[] t, double[] y) {
        double meanT = 0;
        double meanY = 0;
        for (int i = 0; i < t.length; i++) {
            meanT += t[i] / t.length;
            meanY += y[i] / t.length;
        }
        double moment = 0;
        double spread = 0;
        for (int i = 0; i < t.length; i++) {
            moment += (t[i] - meanT) * (y[i] - meanY);
            spread += (t[i] - meanT) * (t[i] - meanT);
        }
        for (int i = 0; i < t.length; i++) {
            y[i] -= moment / spread * (t[i] - meanT);
        }
    }
}
