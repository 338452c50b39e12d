package org.lacrima.core.hrv;

import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

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

    /**
     * One row per window, in the order of time: where it lies, the value or the reason why there is none, and the quality
     * of the beats behind it.
     */
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.named("over_time", name + " in windows over time.")
                .columns(
                        Column.number("start", Unit.S, "Start of the window in session time."),
                        Column.number("end", Unit.S, "End of the window in session time."),
                        Column.number(name, unit, "Value in the window."),
                        Column.number("n", Unit.COUNT, "Observations behind the value."),
                        Column.number("intervals", Unit.COUNT, "Intervals in the window."),
                        Column.number("coverage", Unit.ONE, "Share of the window that intervals cover."),
                        Column.number("questionedShare", Unit.ONE, "Share of the intervals not labelled normal."));
        for (Point point : points) {
            table.row(
                    Cell.of(point.window().startSeconds()),
                    Cell.of(point.window().endSeconds()),
                    Cell.of(point.value()),
                    point.value() instanceof MetricValue.Estimate estimate
                            ? Cell.of(estimate.n())
                            : Cell.missing(point.value().reason()),
                    Cell.of(point.intervals()),
                    Cell.of(point.coverage()),
                    Cell.of(point.questionedShare()));
        }
        return table.build();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s at %d instants", name, points.size());
    }
}
