package org.lacrima.analysis.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lacrima.analysis.stats.ChiSquaredTest;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.analysis.stats.SymmetricSystem;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * The log-rank test of whether groups have one course of times to an event, and its relative with more weight on early
 * events.
 *
 * <p>At each time of an event, the events expected of a group are its share of those at risk; differences from the observed
 * ones are summed with weight {@code S(t−)^ρ} and divided by their hypergeometric covariance. {@code ρ = 0}: Mantel's
 * log-rank; {@code ρ = 1}: Peto and Peto's test (Harrington &amp; Fleming 1982, doi:10.1093/biomet/69.3.553). Not estimable
 * without events or where a group is empty. Immutable.
 */
public final class LogRank {

    private final double rho;
    private final String name;

    private LogRank(double rho, String name) {
        this.rho = rho;
        this.name = name;
    }

    /** All events weigh alike. */
    public static LogRank withDefaults() {
        return new LogRank(0, "log-rank test");
    }

    /** Early events weigh more: by the share still without the event. */
    public static LogRank petoPeto() {
        return new LogRank(1, "Peto–Peto test");
    }

    /**
     * Tests whether the groups differ.
     *
     * @param groups times by name of the group, at least two groups
     */
    public Inference<Result> test(Map<String, TimesToEvent> groups) {
        List<String> names = List.copyOf(groups.keySet());
        if (names.size() < 2) {
            throw new IllegalArgumentException("several groups are needed, got " + names);
        }
        TimesToEvent all = TimesToEvent.of(List.of());
        List<Integer> membership = new ArrayList<>();
        for (Map.Entry<String, TimesToEvent> group : groups.entrySet()) {
            int persons = group.getValue().size();
            if (persons == 0) {
                return Inference.notEstimable("group " + group.getKey() + " is empty");
            }
            all = all.and(group.getValue());
            membership.addAll(Collections.nCopies(persons, names.indexOf(group.getKey())));
        }
        if (all.events() == 0) {
            return Inference.notEstimable("all times are censored, the test needs events");
        }
        return compare(all, membership, names);
    }

    private Inference<Result> compare(TimesToEvent all, List<Integer> membership, List<String> names) {
        int k = names.size();
        double[] observed = new double[k];
        double[] expected = new double[k];
        double[][] covariance = new double[k][k];
        double[] atRisk = new double[k];
        membership.forEach(g -> atRisk[g]++);
        double survival = 1;
        int[] order = all.order();
        int from = 0;
        while (from < order.length) {
            double n = order.length - from;
            double time = all.secondsAt(order[from]);
            double[] events = new double[k];
            double[] leaving = new double[k];
            int to = from;
            for (; to < order.length && all.secondsAt(order[to]) == time; to++) {
                int group = membership.get(order[to]);
                events[group] += all.isEventAt(order[to]) ? 1 : 0;
                leaving[group]++;
            }
            double d = Arrays.stream(events).sum();
            if (d > 0) {
                double weight = Math.pow(survival, rho);
                double spread = n > 1 ? weight * weight * d * (n - d) / (n * n * (n - 1)) : 0;
                for (int g = 0; g < k; g++) {
                    observed[g] += weight * events[g];
                    expected[g] += weight * d * atRisk[g] / n;
                    for (int h = 0; h < k; h++) {
                        covariance[g][h] += spread * atRisk[g] * ((g == h ? n : 0) - atRisk[h]);
                    }
                }
                survival *= 1 - d / n;
            }
            for (int g = 0; g < k; g++) {
                atRisk[g] -= leaving[g];
            }
            from = to;
        }
        return chiSquared(observed, expected, covariance).map(test -> {
            List<Group> rows = new ArrayList<>();
            for (int g = 0; g < k; g++) {
                int group = g;
                int n = (int) membership.stream().filter(m -> m == group).count();
                rows.add(new Group(names.get(g), n, observed[g], expected[g]));
            }
            return new Result(test, rows);
        });
    }

    private Inference<ChiSquaredTest> chiSquared(double[] observed, double[] expected, double[][] covariance) {
        int df = observed.length - 1;
        int[] free = IntStream.range(0, df).toArray();
        double[] difference =
                IntStream.of(free).mapToDouble(g -> observed[g] - expected[g]).toArray();
        return SymmetricSystem.inverse(SymmetricSystem.part(covariance, free))
                .map(inverse ->
                        Inference.of(ChiSquaredTest.of(name, SymmetricSystem.quadratic(inverse, difference), df)))
                .orElseGet(() -> Inference.notEstimable(
                        "no event happened while persons of every group were at risk, the groups cannot be compared"));
    }

    /**
     * Observed and expected events of a group.
     *
     * @param name group
     * @param n persons
     * @param observed events, weighted
     * @param expected events expected were the groups alike, weighted
     */
    public record Group(String name, int n, double observed, double expected) {}

    /**
     * The outcome of the test.
     *
     * @param test the χ² test
     * @param groups observed and expected events
     */
    public record Result(ChiSquaredTest test, List<Group> groups) implements StatisticalResult {
        /** Copies the groups. */
        public Result {
            groups = List.copyOf(groups);
        }

        @Override
        public String apa() {
            return test.apa();
        }

        @Override
        public ResultTable toTable(String tableName) {
            ResultTable.Builder table = ResultTable.named(tableName, apa())
                    .columns(
                            Column.text("group", "group"),
                            Column.number("n", Unit.COUNT, "persons"),
                            Column.number("observed", Unit.COUNT, "events, weighted"),
                            Column.number("expected", Unit.COUNT, "events expected were the groups alike, weighted"),
                            Column.number("chi_squared", Unit.ONE, "statistic of the test of all groups"),
                            Column.number("df", Unit.COUNT, "its degrees of freedom"),
                            Column.number("p", Unit.ONE, "its p value"));
            for (Group group : groups) {
                table.row(List.of(
                        Cell.of(group.name()),
                        Cell.of(group.n()),
                        Cell.of(group.observed()),
                        Cell.of(group.expected()),
                        Cell.of(test.statistic()),
                        Cell.of(test.df()),
                        Cell.of(test.p())));
            }
            return table.build();
        }
    }
}
