package org.lacrima.core.hrv;

import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/** A metric over time: one point per window, with its quality. Immutable and thread-safe. */
public final class MetricTrace {
    private final String name;
    private final Unit unit;
    private final List<Point> points;

    /**
     * One window.
     *
     * @param window where it lies
     * @param value the value, with the n behind it, or the reason why there is none
     * @param intervals intervals inside the window
     * @param coverage share of the window that they cover, from 0 to 1
     * @param questionedShare share of them that is not labelled normal: corrected, ectopic, artifact
     */
    public record Point(Window window, MetricValue value, int intervals, double coverage, double questionedShare) {
        /** Session time of the centre of the window, in s. */
        public double centreSeconds() {
            return (window.startSeconds() + window.endSeconds()) / 2;
        }
    }

    MetricTrace(String name, Unit unit, List<Point> points) {
        this.name = name;
        this.unit = unit;
        this.points = List.copyOf(points);
    }

    /** Name of the metric. */
    public String name() {
        return name;
    }

    /** Unit of its values. */
    public Unit unit() {
        return unit;
    }

    /** All points, in the order of time. */
    public List<Point> points() {
        return points;
    }

    /** The values that there are, at the centres of their windows. */
    public TimedValues toTimedValues() {
        List<Point> estimable =
                points.stream().filter(p -> p.value().isEstimable()).toList();
        double[] seconds = estimable.stream().mapToDouble(Point::centreSeconds).toArray();
        double[] values = estimable.stream().mapToDouble(p -> p.value().orNaN()).toArray();
        return TimedValues.of(name, unit, seconds, values);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s at %d instants", name, points.size());
    }
}
