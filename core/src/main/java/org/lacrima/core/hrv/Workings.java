package org.lacrima.core.hrv;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.SpectrumPlans;

/**
 * What several metrics of one series share: its arrays, successive differences, moments and order, each made once and
 * when first asked for. Confined to one computation on one thread; never kept.
 */
final class Workings {
    private final BeatSeries beats;
    private final HrvOptions options;
    private final SpectrumPlans plans;
    private @Nullable SlidingWindow window;
    private double @Nullable [] rr;
    private @Nullable Successive successive;
    private @Nullable BeatSums sums;
    private @Nullable Order order;
    private @Nullable Histogram histogram;
    private @Nullable Spectra spectra;
    private @Nullable Runs runs;
    private final Map<Class<?>, Object> shared = new HashMap<>();

    Workings(BeatSeries beats, HrvOptions options) {
        this(beats, options, new SpectrumPlans());
    }

    /** Workings of a window that moves along a series, which keep what the next place can use. */
    Workings(SlidingWindow window, HrvOptions options, SpectrumPlans plans) {
        this(window.beats(), options, plans);
        this.window = options.time().firstInterval() == TimeOptions.FirstInterval.TWICE ? null : window;
    }

    /** Workings that share the plans of their transforms with those of other series. */
    private Workings(BeatSeries beats, HrvOptions options, SpectrumPlans plans) {
        this.plans = plans;
        this.beats = options.time().firstInterval() == TimeOptions.FirstInterval.TWICE && !beats.isEmpty()
                ? withFirstIntervalTwice(beats)
                : beats;
        this.options = options;
    }

    private static BeatSeries withFirstIntervalTwice(BeatSeries beats) {
        int n = beats.size();
        double[] ends = new double[n + 1];
        double[] rr = new double[n + 1];
        boolean[] contiguous = new boolean[n + 1];
        BeatLabel[] labels = new BeatLabel[n + 1];
        System.arraycopy(beats.toEndSeconds(), 0, ends, 1, n);
        System.arraycopy(beats.toMillis(), 0, rr, 1, n);
        System.arraycopy(beats.toContiguous(), 0, contiguous, 1, n);
        System.arraycopy(beats.toLabels(), 0, labels, 1, n);
        ends[0] = beats.startSecondsAt(0);
        rr[0] = rr[1];
        contiguous[1] = true;
        labels[0] = labels[1];
        return BeatSeries.of(ends, rr, contiguous, labels);
    }

    BeatSeries beats() {
        return beats;
    }

    HrvOptions options() {
        return options;
    }

    boolean isEmpty() {
        return beats.isEmpty();
    }

    int n() {
        return beats.size();
    }

    /** The intervals in ms; not to be written to. */
    double[] rr() {
        double[] known = rr;
        if (known == null) {
            known = beats.toMillis();
            rr = known;
        }
        return known;
    }

    /** Sums over the intervals and their differences. */
    private BeatSums sums() {
        BeatSums known = sums;
        if (known == null) {
            known = window == null ? BeatSums.of(beats) : window.sums();
            sums = known;
        }
        return known;
    }

    /** The differences between contiguous neighbours. */
    Successive successive() {
        Successive known = successive;
        if (known == null) {
            known = new Successive(beats, sums());
            successive = known;
        }
        return known;
    }

    /** The stretches of contiguous intervals. */
    Runs runs() {
        Runs known = runs;
        if (known == null) {
            known = Runs.of(beats);
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

    /** The intervals by rank. */
    Order order() {
        Order known = order;
        if (known == null) {
            known = window == null ? Order.of(rr()) : window.order();
            order = known;
        }
        return known;
    }

    /** The intervals in ascending order; not to be written to. */
    double[] sorted() {
        return order().ascending();
    }

    /** The resolution of the recording. */
    Resolution resolution() {
        return shared(Resolution.class, of -> Resolution.of(of.sorted()));
    }

    /** Counts for the geometric metrics. */
    Histogram histogram() {
        Histogram known = histogram;
        if (known == null) {
            known = Histogram.of(order(), options.time().histogram());
            histogram = known;
        }
        return known;
    }

    /** The spectra. */
    Spectra spectra() {
        Spectra known = spectra;
        if (known == null) {
            known = new Spectra(beats, options.spectrum(), plans);
            spectra = known;
        }
        return known;
    }

    /** Whether all intervals are equal. */
    boolean isConstant() {
        double first = rr()[0];
        for (double v : rr()) {
            if (v != first) {
                return false;
            }
        }
        return true;
    }

    double mean() {
        return sums().mean();
    }

    /** Sum of squared deviations from the mean, in ms². */
    double sumOfSquares() {
        return sums().sumOfSquares();
    }

    /** Standard deviation of the intervals under the options' divisor. */
    double sdnn() {
        return Math.sqrt(sumOfSquares() / divisor(options.time().sdDivisor(), n()));
    }

    /** Standard deviation of the successive differences under the options' divisor. */
    double sdsd() {
        Successive d = successive();
        double squares = options.time().sdsdOf() == TimeOptions.SdsdOf.DIFFERENCES
                ? d.sumOfSquaredDeviations()
                : d.sumOfSquaredAbsoluteDeviations();
        return Math.sqrt(squares / divisor(options.time().sdsdDivisor(), d.count()));
    }

    /** Standard deviation of the signed successive differences under the divisor of the Poincaré plot. */
    double sdOfDifferences() {
        Successive d = successive();
        return Math.sqrt(d.sumOfSquaredDeviations() / divisor(options.time().poincareDivisor(), d.count()));
    }

    static int divisor(TimeOptions.Divisor divisor, int n) {
        return divisor == TimeOptions.Divisor.N ? n : n - 1;
    }
}
