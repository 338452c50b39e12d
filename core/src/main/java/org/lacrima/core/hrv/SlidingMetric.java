package org.lacrima.core.hrv;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.spectrum.SpectrumPlans;

/**
 * A metric in a window that moves along a recording. Every point is the value that the metric itself gives for the beats
 * of its window, together with how well these cover it. Immutable and thread-safe.
 */
public final class SlidingMetric {
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
        List<MetricTrace.Point> points = new ArrayList<>();
        SpectrumPlans plans = new SpectrumPlans();
        Window extent = beats.extent();
        double length = seconds(window);
        if (step.isZero()) {
            for (int i = 0; i < beats.size(); i++) {
                double start = beats.endSecondsAt(i) - length / 2;
                if (start >= extent.startSeconds() && start + length <= extent.endSeconds()) {
                    points.add(point(beats, Window.ofSeconds(start, start + length), plans));
                }
            }
        } else {
            double stride = seconds(step);
            // a window that ends with the recording but for rounding is whole
            int count = beats.isEmpty() ? 0 : (int) Math.floor((extent.lengthSeconds() - length) / stride + 1e-9) + 1;
            for (int k = 0; k < count; k++) {
                double start = extent.startSeconds() + k * stride;
                points.add(point(beats, Window.ofSeconds(start, start + length), plans));
            }
        }
        return new MetricTrace(metric.name(), metric.unit(), points);
    }

    private MetricTrace.Point point(BeatSeries beats, Window at, SpectrumPlans plans) {
        BeatSeries inside = beats.during(at);
        double coverage = Math.min(1, inside.coveredSeconds() / at.lengthSeconds());
        int questioned = 0;
        for (int i = 0; i < inside.size(); i++) {
            if (inside.labelAt(i) != BeatLabel.NORMAL) {
                questioned++;
            }
        }
        MetricValue value = coverage < minimumCoverage ? tooFew(coverage) : value(inside, plans);
        return new MetricTrace.Point(
                at, value, inside.size(), coverage, inside.isEmpty() ? 0 : (double) questioned / inside.size());
    }

    private MetricValue value(BeatSeries inside, SpectrumPlans plans) {
        return metric instanceof HrvMetric hrv ? hrv.of(new Workings(inside, hrv.options(), plans)) : metric.of(inside);
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
