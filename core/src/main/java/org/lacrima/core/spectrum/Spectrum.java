package org.lacrima.core.spectrum;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Power over frequency: a one-sided density in ms²/Hz at increasing, evenly spaced frequencies, with what it was made
 * from. Immutable and thread-safe.
 */
public final class Spectrum {

    /** How power in a band is read from the density. */
    public enum Integration {
        /** The closed form where the estimate has one, which is the autoregressive; {@link #SUM} for the others. */
        INTEGRAL,
        /**
         * Density times bin width over the bins of {@code [low, high)}. Adjacent bands add up, and the sum over all bins
         * is the variance.
         */
        SUM,
        /** As {@link #SUM}, with a bin exactly at the upper edge counted too (pyHRV, PhysioNet). */
        SUM_CLOSED,
        /** Trapezoids between the bins of {@code [low, high)}: half a bin less at either edge (NeuroKit2, hrv-analysis). */
        TRAPEZOID,
        /** As {@link #TRAPEZOID}, with a bin exactly at the upper edge counted too. */
        TRAPEZOID_CLOSED
    }

    /**
     * What a spectrum was made from.
     *
     * @param method estimator with all its choices
     * @param preparation what was done before, in order: {@link Resampling} and {@link Detrending}
     * @param segments segments that were averaged; 1 where the estimator has none
     * @param segmentSeconds length of a segment in s
     * @param intervals intervals behind it
     * @param seconds session time that they cover, in s
     * @param interpolatedShare share of that time that lay in bridged gaps, from 0 to 1
     */
    public record Basis(
            SpectrumMethod method,
            List<Record> preparation,
            int segments,
            double segmentSeconds,
            int intervals,
            double seconds,
            double interpolatedShare) {
        /** Takes a copy of the list. */
        public Basis {
            preparation = List.copyOf(preparation);
        }
    }

    private final double[] hertz;
    private final double[] density;
    private final double binHz;
    private final Basis basis;
    private final @Nullable Integral integral;

    /** Power between two frequencies in closed form. */
    @FunctionalInterface
    interface Integral {
        double between(double lowHz, double highHz);
    }

    Spectrum(double[] hertz, double[] density, double binHz, Basis basis) {
        this(hertz, density, binHz, basis, null);
    }

    Spectrum(double[] hertz, double[] density, double binHz, Basis basis, @Nullable Integral integral) {
        this.hertz = hertz;
        this.density = density;
        this.binHz = binHz;
        this.basis = basis;
        this.integral = integral;
    }

    /** Number of frequencies. */
    public int size() {
        return hertz.length;
    }

    /** Frequency {@code k}, in Hz. */
    public double hertzAt(int k) {
        return hertz[k];
    }

    /** Density at frequency {@code k}, in ms²/Hz. */
    public double densityAt(int k) {
        return density[k];
    }

    /** The frequencies in Hz, as a new array. */
    public double[] toHertz() {
        return hertz.clone();
    }

    /** The densities in ms²/Hz, as a new array. */
    public double[] toDensity() {
        return density.clone();
    }

    /** Distance of neighbouring frequencies, in Hz. */
    public double binHz() {
        return binHz;
    }

    /** What it was made from. */
    public Basis basis() {
        return basis;
    }

    /** Number of bins inside a band. */
    public int binsIn(Band band) {
        return end(band.highHz(), false) - start(band);
    }

    /** Power in a band by {@link Integration#INTEGRAL}, in ms². */
    public double power(Band band) {
        return power(band, Integration.INTEGRAL);
    }

    /** Power in a band, in ms²; 0 where the band holds too few bins for the rule. */
    public double power(Band band, Integration integration) {
        if (integration == Integration.INTEGRAL && integral != null) {
            return integral.between(band.lowHz(), band.highHz());
        }
        boolean closed = integration == Integration.SUM_CLOSED || integration == Integration.TRAPEZOID_CLOSED;
        int from = start(band);
        int to = end(band.highHz(), closed);
        double sum = 0;
        if (integration != Integration.TRAPEZOID && integration != Integration.TRAPEZOID_CLOSED) {
            for (int k = from; k < to; k++) {
                sum += density[k];
            }
        } else {
            for (int k = from + 1; k < to; k++) {
                sum += (density[k - 1] + density[k]) / 2;
            }
        }
        return sum * binHz;
    }

    /** Power over all frequencies by {@link Integration#SUM}, in ms²: the variance of what was analysed. */
    public double totalPower() {
        double sum = 0;
        for (double d : density) {
            sum += d;
        }
        return sum * binHz;
    }

    /** Frequency of the highest density in a band, in Hz; empty where the band holds no bin or no power. */
    public OptionalDouble peakHz(Band band) {
        int to = end(band.highHz(), false);
        int peak = -1;
        double highest = 0;
        for (int k = start(band); k < to; k++) {
            if (density[k] > highest) {
                highest = density[k];
                peak = k;
            }
        }
        return peak < 0 ? OptionalDouble.empty() : OptionalDouble.of(hertz[peak]);
    }

    private int start(Band band) {
        return end(band.lowHz(), false);
    }

    /** Index of the first bin at or above a frequency; above it where that frequency still counts. */
    private int end(double edgeHz, boolean closed) {
        int low = 0;
        int high = hertz.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (hertz[mid] < edgeHz || (closed && hertz[mid] == edgeHz)) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d bins of %.6f Hz, %.1f s, %s", hertz.length, binHz, basis.seconds(), basis.method());
    }
}
