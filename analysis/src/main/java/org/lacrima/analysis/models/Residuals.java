package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/** What a model leaves unexplained, observation by observation, for looking at. Immutable. */
public final class Residuals {

    private final double[] fitted;
    private final double[] raw;
    private final double sd;
    private final List<String> groups;

    Residuals(double[] fitted, double[] raw, double sd, List<String> groups) {
        this.fitted = fitted;
        this.raw = raw;
        this.sd = sd;
        this.groups = groups;
    }

    /** Observed minus fitted values. */
    public double[] raw() {
        return raw.clone();
    }

    /** Fitted values, random effects included. */
    public double[] fitted() {
        return fitted.clone();
    }

    /** Residuals over their standard deviation in the model. */
    public double[] standardised() {
        return Arrays.stream(raw).map(r -> r / sd).toArray();
    }

    /**
     * The standardised residuals in ascending order beside the quantiles of a normal distribution that such ranks have, at
     * {@code (i − a)⁄(n + 1 − 2a)} with {@code a = 3⁄8} up to 10 values and {@code 1⁄2} above (as R's {@code ppoints}).
     */
    public ResultTable normalQuantiles(String tableName) {
        double[] sorted = standardised();
        Arrays.sort(sorted);
        int n = sorted.length;
        double a = n <= 10 ? 0.375 : 0.5;
        NormalDistribution normal = NormalDistribution.of(0, 1);
        ResultTable.Builder table = ResultTable.named(tableName, "Standardised residuals and normal quantiles")
                .columns(
                        Column.number("normal_quantile", Unit.ONE, "quantile of a normal distribution at this rank"),
                        Column.number("standardised_residual", Unit.ONE, "residual over the residual SD"));
        for (int i = 0; i < n; i++) {
            table.row(Cell.of(normal.inverseCumulativeProbability((i + 1 - a) / (n + 1 - 2 * a))), Cell.of(sorted[i]));
        }
        return table.build();
    }

    /** Mean and standard deviation of the standardised residuals of each group of the first grouping: one row per group. */
    public ResultTable byGroup(String tableName) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        double[] standardised = standardised();
        for (int i = 0; i < standardised.length; i++) {
            values.computeIfAbsent(groups.isEmpty() ? "all" : groups.get(i), g -> new ArrayList<>())
                    .add(standardised[i]);
        }
        ResultTable.Builder table = ResultTable.named(tableName, "Standardised residuals by group")
                .columns(
                        Column.text("group", "group"),
                        Column.number("n", Unit.ONE, "observations"),
                        Column.number("mean", Unit.ONE, "mean of the standardised residuals"),
                        Column.number("sd", Unit.ONE, "standard deviation of the standardised residuals"),
                        Column.number("largest", Unit.ONE, "largest distance from zero"));
        values.forEach((group, list) -> {
            double mean = list.stream().mapToDouble(v -> v).average().orElse(0);
            double squares =
                    list.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            table.row(
                    Cell.of(group),
                    Cell.of(list.size()),
                    Cell.of(mean),
                    list.size() > 1
                            ? Cell.of(Math.sqrt(squares / (list.size() - 1)))
                            : Cell.missing("one observation has no spread"),
                    Cell.of(list.stream().mapToDouble(Math::abs).max().orElse(0)));
        });
        return table.build();
    }
}
