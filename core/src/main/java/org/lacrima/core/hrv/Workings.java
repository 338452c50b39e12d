package org.lacrima.core.hrv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.series.BeatSeries;

/**
 * What several metrics of one series share: its arrays, successive differences, moments and order, each made once and
 * when first asked for. Confined to one computation on one thread; never kept.
 */
final class Workings {
    private final BeatSeries beats;
    private final HrvOptions options;
    private final double[] rr;
    private @Nullable Successive successive;
    private double @Nullable [] sorted;
    private @Nullable Histogram histogram;
    private @Nullable Spectra spectra;
    private @Nullable Runs runs;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private double mean = Double.NaN;
    private double sumOfSquares = Double.NaN;

    Workings(BeatSeries beats, HrvOptions options) {
        this.beats = beats;
        this.options = options;
        this.rr = beats.toMillis();
    }

    BeatSeries beats() {
        return beats;
    }

    HrvOptions options() {
        return options;
    }

    boolean isEmpty() {
        return rr.length == 0;
    }

    int n() {
        return rr.length;
    }

    /** The intervals in ms; not to be written to. */
    double[] rr() {
        return rr;
    }

    /** The differences between contiguous neighbours. */
    Successive successive() {
        Successive known = successive;
        if (known == null) {
            known = Successive.of(rr, beats.toContiguous());
            successive = known;
        }
        return known;
    }

    /** The stretches of contiguous intervals. */
    Runs runs() {
        Runs known = runs;
        if (known == null) {
            known = Runs.of(beats.toContiguous());
            runs = known;
        }
        return known;
    }

    /** What a family of metrics has in common, made once by its recipe; the type is its key. */
    <T> T shared(Class<T> type, Function<Workings, T> recipe) {
        Object known = shared.get(type);
        if (known == null) {
            known = recipe.apply(this);
            shared.put(type, known);
        }
        return type.cast(known);
    }

    /** The intervals in ascending order; not to be written to. */
    double[] sorted() {
        double[] known = sorted;
        if (known == null) {
            known = rr.clone();
            Arrays.sort(known);
            sorted = known;
        }
        return known;
    }

    /** Counts in bins of 1/128 s. */
    Histogram histogram() {
        Histogram known = histogram;
        if (known == null) {
            known = Histogram.of(sorted(), Histogram.TASK_FORCE_WIDTH_MS);
            histogram = known;
        }
        return known;
    }

    /** The spectra. */
    Spectra spectra() {
        Spectra known = spectra;
        if (known == null) {
            known = new Spectra(beats, options.spectrum());
            spectra = known;
        }
        return known;
    }

    /** Whether all intervals are equal. */
    boolean isConstant() {
        for (double v : rr) {
            if (v != rr[0]) {
                return false;
            }
        }
        return true;
    }

    double mean() {
        if (Double.isNaN(mean)) {
            mean = Moments.mean(rr);
        }
        return mean;
    }

    /** Sum of squared deviations from the mean, in ms². */
    double sumOfSquares() {
        if (Double.isNaN(sumOfSquares)) {
            sumOfSquares = Moments.sumOfSquares(rr, mean());
        }
        return sumOfSquares;
    }

    /** Standard deviation of the intervals under the options' divisor. */
    double sdnn() {
        return Math.sqrt(sumOfSquares() / divisor(options.time().sdDivisor(), rr.length));
    }

    /** Standard deviation of the successive differences under the options' divisor. */
    double sdsd() {
        Successive d = successive();
        return Math.sqrt(d.sumOfSquaredDeviations() / divisor(options.time().sdsdDivisor(), d.count()));
    }

    static int divisor(TimeOptions.Divisor divisor, int n) {
        return divisor == TimeOptions.Divisor.N ? n : n - 1;
    }
}
