package org.lacrima.core.hrv;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.parallel.Threads;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.spectrum.SpectrumPlans;

/**
 * A metric in a window that moves along a recording. Every point is the value that the metric gives for the beats of its
 * window, together with how well these cover it. Sums and order statistics are updated from window to window: means,
 * deviations and differences agree with those of the window by itself to 10⁻¹² of their value, and are bit-equal where
 * the sums are of whole numbers; whatever else a metric needs is computed from the window. Immutable and thread-safe.
 */
public final class SlidingMetric {
    /** Windows that are computed one after the other by one thread. */
    private static final int WINDOWS_PER_PART = 4096;
    /** Rounding of beat times, as in {@link BeatSeries#during}. */
    private static final double TOLERANCE_SECONDS = 1e-9;

    private final Metric<BeatSeries> metric;
    private final Duration window;
    /** Zero: a window around every beat. */
    private final Duration step;

    private final double minimumCoverage;

    private SlidingMetric(Metric<BeatSeries> metric, Duration window, Duration step, double minimumCoverage) {
        this.metric = metric;
        this.window = window;
        this.step = step;
        this.minimumCoverage = minimumCoverage;
    }

    /**
     * Windows of 60 s every 5 s, a minute being the shortest for which Task Force 1996 grants HF; beats must cover four
     * fifths of a window.
     */
    public static SlidingMetric of(Metric<BeatSeries> metric) {
        return new SlidingMetric(metric, Duration.ofSeconds(60), Duration.ofSeconds(5), 0.8);
    }

    /** The same with another length of the window, positive. */
    public SlidingMetric withWindow(Duration other) {
        return new SlidingMetric(metric, positive(other, "window"), step, minimumCoverage);
    }

    /** The same with another distance between windows, positive; the first begins with the recording. */
    public SlidingMetric withStep(Duration other) {
        return new SlidingMetric(metric, window, positive(other, "step"), minimumCoverage);
    }

    /** The same with a window centred on every beat. */
    public SlidingMetric aroundEveryBeat() {
        return new SlidingMetric(metric, window, Duration.ZERO, minimumCoverage);
    }

    /** The same with another share of the window that beats must cover, from 0 to 1. */
    public SlidingMetric withMinimumCoverage(double other) {
        if (!(other >= 0) || other > 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "minimum coverage must be from 0 to 1, got %s", other));
        }
        return new SlidingMetric(metric, window, step, other);
    }

    /** The metric over time; without a point where the series is shorter than the window. */
    public MetricTrace of(BeatSeries beats) {
        return of(beats, Threads.one());
    }

    /** The metric over time, its windows shared among threads; bit-equal for any number of them. */
    public MetricTrace of(BeatSeries beats, Threads threads) {
        double[] starts = starts(beats);
        List<Integer> parts = new ArrayList<>();
        for (int first = 0; first < starts.length; first += WINDOWS_PER_PART) {
            parts.add(first);
        }
        List<MetricTrace.Point> points = new ArrayList<>(starts.length);
        for (List<MetricTrace.Point> part : threads.map(parts, first -> points(beats, starts, first))) {
            points.addAll(part);
        }
        return new MetricTrace(metric.name(), metric.unit(), points);
    }

    /** Where the windows begin, in s. */
    private double[] starts(BeatSeries beats) {
        Window extent = beats.extent();
        double length = seconds(window);
        if (step.isZero()) {
            double[] starts = new double[beats.size()];
            int count = 0;
            for (int i = 0; i < starts.length; i++) {
                double start = beats.endSecondsAt(i) - length / 2;
                if (start >= extent.startSeconds() && start + length <= extent.endSeconds()) {
                    starts[count++] = start;
                }
            }
            return Arrays.copyOf(starts, count);
        }
        double stride = seconds(step);
        // a window that ends with the recording but for rounding is whole
        int count = beats.isEmpty() ? 0 : (int) Math.floor((extent.lengthSeconds() - length) / stride + 1e-9) + 1;
        double[] starts = new double[Math.max(0, count)];
        for (int k = 0; k < starts.length; k++) {
            starts[k] = extent.startSeconds() + k * stride;
        }
        return starts;
    }

    /** The points of the windows of one part: what follows from the place of the part is the same for any threads. */
    private List<MetricTrace.Point> points(BeatSeries beats, double[] starts, int first) {
        int end = Math.min(starts.length, first + WINDOWS_PER_PART);
        double length = seconds(window);
        BeatSeries reach = beats.during(Window.ofSeconds(starts[first], starts[end - 1] + length));
        List<MetricTrace.Point> points = new ArrayList<>(end - first);
        SlidingWindow inside = new SlidingWindow(reach);
        SpectrumPlans plans = new SpectrumPlans();
        int from = 0;
        int to = 0;
        for (int k = first; k < end; k++) {
            Window at = Window.ofSeconds(starts[k], starts[k] + length);
            while (from < reach.size() && reach.startSecondsAt(from) < at.startSeconds() - TOLERANCE_SECONDS) {
                from++;
            }
            while (to < reach.size() && reach.endSecondsAt(to) < at.endSeconds() + TOLERANCE_SECONDS) {
                to++;
            }
            inside.moveTo(from, Math.max(from, to));
            points.add(point(at, inside, plans));
        }
        return points;
    }

    private MetricTrace.Point point(Window at, SlidingWindow inside, SpectrumPlans plans) {
        double coverage = Math.min(1, inside.coveredSeconds() / at.lengthSeconds());
        MetricValue value = coverage < minimumCoverage ? tooFew(coverage) : value(inside, plans);
        return new MetricTrace.Point(
                at,
                value,
                inside.size(),
                coverage,
                inside.size() == 0 ? 0 : (double) inside.questioned() / inside.size());
    }

    private MetricValue value(SlidingWindow inside, SpectrumPlans plans) {
        return metric instanceof HrvMetric hrv
                ? hrv.of(new Workings(inside, hrv.options(), plans))
                : metric.of(inside.beats());
    }

    private MetricValue tooFew(double coverage) {
        return MetricValue.notEstimable(
                metric.name(),
                metric.unit(),
                String.format(
                        Locale.ROOT,
                        "beats cover %.0f %% of the window, %.0f %% needed",
                        100 * coverage,
                        100 * minimumCoverage));
    }

    private static Duration positive(Duration duration, String what) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(what + " must be positive, got " + duration);
        }
        return duration;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s in windows of %s", metric.name(), window);
    }
}
