package org.lacrima.core.event;

import java.util.Locale;
import org.lacrima.core.hrv.MetricTrace;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/**
 * A quantity over a session that can be averaged over any span of it: heart period, a signal, ratings, a metric in a
 * sliding window. Immutable and thread-safe.
 *
 * <p>A course of {@code core.recovery} has the level of a metric in a window and a trace in epochs, such as RMSSD after a
 * film; here every span has a mean in real time, of one second or less, and intervals count with the share of it that they
 * fill, as responses to a moment need.
 */
public final class EventCourse {
    private final String name;
    private final Unit unit;
    private final double minimumCoverage;
    private final Average average;

    /** Mean inside a window, what it rests on, and the share of the window that this covers. */
    @FunctionalInterface
    private interface Average {
        Part in(Window window);
    }

    private record Part(double mean, int n, double coverage, String absence) {}

    private EventCourse(String name, Unit unit, double minimumCoverage, Average average) {
        this.name = name;
        this.unit = unit;
        this.minimumCoverage = minimumCoverage;
        this.average = average;
    }

    /**
     * Heart period in real time, in ms: in each span the mean of the intervals, weighted by the share of the span that
     * each fills, {@code Σ RRᵢ · sᵢ ⁄ Σ sᵢ}. An interval that straddles a boundary counts on both sides with its share.
     * Spans of 1 s are the cardiac seconds of the field (Graham 1978, Psychophysiology 15, 492–495).
     */
    public static EventCourse heartPeriod(BeatSeries beats) {
        return new EventCourse("HeartPeriod", Unit.MS, HALF, w -> weighted(beats, w, rr -> rr));
    }

    /**
     * Heart rate in real time, in bpm: {@code Σ (60000 ⁄ RRᵢ) · sᵢ ⁄ Σ sᵢ}, s the share of the span that an interval
     * fills. That is 60 times the beats, fractions counted, per second covered (Graham 1978).
     */
    public static EventCourse heartRate(BeatSeries beats) {
        return new EventCourse("HeartRate", Unit.BPM, HALF, w -> weighted(beats, w, rr -> 60000 / rr));
    }

    /** A sampled signal: the mean of the samples taken inside a span. */
    public static EventCourse of(SampledSignal signal) {
        return new EventCourse(signal.name(), signal.unit(), HALF, w -> {
            int from = index((w.startSeconds() - signal.startSeconds()) * signal.rateHz(), signal.size());
            int to = index((w.endSeconds() - signal.startSeconds()) * signal.rateHz(), signal.size());
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += signal.valueAt(i);
            }
            double coverage = w.lengthSeconds() > 0 ? (to - from) / (signal.rateHz() * w.lengthSeconds()) : 0;
            return new Part(sum / (to - from), Math.max(0, to - from), coverage, "no sample");
        });
    }

    /** Sparse readings: the mean of those inside a span, however few. */
    public static EventCourse of(TimedValues values) {
        return new EventCourse(values.name(), values.unit(), HALF, w -> {
            double sum = 0;
            int n = 0;
            for (int i = firstAtOrAfter(values, w.startSeconds()); i < values.size(); i++) {
                if (values.secondsAt(i) >= w.endSeconds()) {
                    break;
                }
                sum += values.valueAt(i);
                n++;
            }
            return new Part(sum / n, n, n > 0 ? 1 : 0, "no reading");
        });
    }

    /**
     * A sliding metric: the mean of the values of the windows whose centres lie inside a span. A window reaches half its
     * length to either side of its centre, so a metric in windows of 60 s answers an event 30 s before it happens.
     */
    public static EventCourse of(MetricTrace trace) {
        return new EventCourse(trace.name(), trace.unit(), HALF, w -> {
            double sum = 0;
            int n = 0;
            String absence = "no window is centred here";
            for (MetricTrace.Point point : trace.points()) {
                if (w.contains(point.centreSeconds())) {
                    if (point.value().isEstimable()) {
                        sum += point.value().orNaN();
                        n++;
                    } else {
                        absence = point.value().reason();
                    }
                }
            }
            return new Part(sum / n, n, n > 0 ? 1 : 0, absence);
        });
    }

    private static final double HALF = 0.5;

    /**
     * The same, with another share of a span that beats or samples must cover for it to have a mean, above 0, at most 1;
     * a half unless said. It does not concern sparse readings and sliding metrics.
     */
    public EventCourse withMinimumCoverage(double share) {
        if (!(share > 0) || share > 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "minimum coverage must lie above 0 and not above 1, got %s", share));
        }
        return new EventCourse(name, unit, share, average);
    }

    /** What is averaged. */
    public String name() {
        return name;
    }

    /** Unit of the means. */
    public Unit unit() {
        return unit;
    }

    /** The mean inside a window; n counts the intervals, samples, readings or sliding windows behind it. */
    public MetricValue meanIn(Window window) {
        Part part = average.in(window);
        if (part.n() == 0) {
            return MetricValue.notEstimable(name, unit, part.absence());
        }
        return part.coverage() < minimumCoverage - 1e-9
                ? MetricValue.notEstimable(
                        name,
                        unit,
                        String.format(
                                Locale.ROOT,
                                "%.0f %% of the span is covered, %.0f %% needed",
                                100 * part.coverage(),
                                100 * minimumCoverage))
                : MetricValue.of(name, part.mean(), unit, part.n());
    }

    @FunctionalInterface
    private interface OfInterval {
        double of(double rrMillis);
    }

    private static Part weighted(BeatSeries beats, Window window, OfInterval value) {
        double sum = 0;
        double covered = 0;
        int n = 0;
        for (int i = firstEndingAfter(beats, window.startSeconds()); i < beats.size(); i++) {
            double start = beats.startSecondsAt(i);
            if (start >= window.endSeconds()) {
                break;
            }
            double share =
                    Math.min(beats.endSecondsAt(i), window.endSeconds()) - Math.max(start, window.startSeconds());
            if (share > 0) {
                sum += share * value.of(beats.millisAt(i));
                covered += share;
                n++;
            }
        }
        double coverage = window.lengthSeconds() > 0 ? covered / window.lengthSeconds() : 0;
        return new Part(sum / covered, n, coverage, "no beats");
    }

    private static int firstEndingAfter(BeatSeries beats, double seconds) {
        int low = 0;
        int high = beats.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (beats.endSecondsAt(middle) <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int firstAtOrAfter(TimedValues values, double seconds) {
        int low = 0;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values.secondsAt(middle) < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int index(double position, int size) {
        return (int) Math.max(0, Math.min(size, Math.ceil(position - 1e-9)));
    }

    @Override
    public String toString() {
        return name + " over time, " + unit;
    }
}
