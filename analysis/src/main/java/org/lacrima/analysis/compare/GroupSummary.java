package org.lacrima.analysis.compare;

import java.util.List;
import org.lacrima.analysis.stats.Sample;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.Group;

/**
 * One group's values of one outcome.
 *
 * @param group the group
 * @param values the values of those who have one, in the order of the participants
 * @param unit unit of the values
 * @param excluded who has none, and why
 */
public record GroupSummary(Group group, List<Double> values, Unit unit, List<Excluded> excluded) {

    /**
     * A person without a value.
     *
     * @param participant who
     * @param reason why
     */
    public record Excluded(String participant, String reason) {
        @Override
        public String toString() {
            return participant + ": " + reason;
        }
    }

    /** Copies the lists. */
    public GroupSummary {
        values = List.copyOf(values);
        excluded = List.copyOf(excluded);
    }

    /** Number of persons with a value. */
    public int n() {
        return values.size();
    }

    /** Arithmetic mean; not estimable without values. */
    public MetricValue mean() {
        return n() == 0 ? missing("mean", 1) : MetricValue.of("mean", sample().mean(), unit, n());
    }

    /** Standard deviation with divisor n − 1; not estimable from fewer than two values. */
    public MetricValue sd() {
        return n() < 2 ? missing("SD", 2) : MetricValue.of("SD", sample().sd(), unit, n());
    }

    /** Median; not estimable without values. */
    public MetricValue median() {
        return n() == 0 ? missing("median", 1) : MetricValue.of("median", sample().median(), unit, n());
    }

    /** The values as a new array. */
    public double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Sample sample() {
        return Sample.of(toArray());
    }

    private MetricValue missing(String name, int needed) {
        return MetricValue.notEstimable(name, unit, n() + " values in group " + group + ", " + needed + " needed");
    }
}
