package org.lacrima.core.hrv;

import java.util.List;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/** Why two profiles give two numbers for one recording: which parameter moves which metric, and how far. */
public final class ProfileExplanation {
    private ProfileExplanation() {}

    /**
     * A row for each metric and each parameter that moves it by itself: the value of the first profile, the value with
     * that one parameter as in the second, the value of the second. A metric that only several parameters together move
     * has a row of its own that says so.
     *
     * @param beats the recording
     * @param from first profile
     * @param to second profile
     * @param metrics the metrics in question
     */
    public static ResultTable of(BeatSeries beats, Profile from, Profile to, List<HrvMetric> metrics) {
        List<OptionDifference> differences = OptionDifference.between(from.optionsFor(beats), to.optionsFor(beats));
        ResultTable.Builder table = ResultTable.named(
                        "explanation", "From " + from.key() + " to " + to.key() + ", one parameter at a time")
                .columns(
                        Column.text("metric", "Name of the metric"),
                        Column.text("unit", "Unit of its values; both where the profiles differ in it"),
                        Column.text("parameter", "Parameter that differs"),
                        Column.text("from", "Its choice in " + from.key()),
                        Column.text("to", "Its choice in " + to.key()),
                        Column.number("value_from", Unit.ONE, "Value under " + from.key()),
                        Column.number("value_moved", Unit.ONE, "Value with this one parameter as in " + to.key()),
                        Column.number("value_to", Unit.ONE, "Value under " + to.key()));
        List<MetricValue> first = HrvPanel.withDefaults()
                .with(metrics)
                .with(from.optionsFor(beats))
                .of(beats);
        List<MetricValue> second =
                HrvPanel.withDefaults().with(metrics).with(to.optionsFor(beats)).of(beats);
        List<List<MetricValue>> moved = differences.stream()
                .map(d -> HrvPanel.withDefaults().with(metrics).with(d.moved()).of(beats))
                .toList();
        for (int m = 0; m < metrics.size(); m++) {
            boolean explained = false;
            for (int d = 0; d < differences.size(); d++) {
                if (!isSame(moved.get(d).get(m), first.get(m))) {
                    OptionDifference difference = differences.get(d);
                    explained = true;
                    table.row(
                            Cell.of(metrics.get(m).name()),
                            Cell.of(units(first.get(m), second.get(m))),
                            Cell.of(difference.parameter()),
                            Cell.of(difference.from()),
                            Cell.of(difference.to()),
                            Cell.of(first.get(m)),
                            Cell.of(moved.get(d).get(m)),
                            Cell.of(second.get(m)));
                }
            }
            if (!explained && !isSame(first.get(m), second.get(m))) {
                table.row(
                        Cell.of(metrics.get(m).name()),
                        Cell.of(units(first.get(m), second.get(m))),
                        Cell.of("several together"),
                        Cell.of(from.key()),
                        Cell.of(to.key()),
                        Cell.of(first.get(m)),
                        Cell.of(first.get(m)),
                        Cell.of(second.get(m)));
            }
        }
        return table.build();
    }

    /** The unit of both values, or both units; a value that is not there has none. */
    private static String units(MetricValue from, MetricValue to) {
        if (!to.isEstimable() || from.unit().equals(to.unit())) {
            return from.unit().symbol();
        }
        return from.isEstimable()
                ? from.unit().symbol() + " → " + to.unit().symbol()
                : to.unit().symbol();
    }

    private static boolean isSame(MetricValue a, MetricValue b) {
        return Double.compare(a.orNaN(), b.orNaN()) == 0;
    }
}
