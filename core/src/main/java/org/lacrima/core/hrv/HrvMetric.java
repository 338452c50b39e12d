package org.lacrima.core.hrv;

import java.util.Optional;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;

/**
 * A metric of heart beats: what it is called, how it is defined, what it needs, and how it is computed under given
 * options. Immutable; {@link #with} gives the same metric under other options.
 */
public final class HrvMetric implements Metric<BeatSeries> {

    /** How a metric is computed from the workings of a series. */
    @FunctionalInterface
    interface Kernel {
        Answer of(Workings workings);
    }

    /**
     * What a kernel answers: a value and the n behind it, or a reason.
     *
     * @param value the value, NaN where there is a reason
     * @param n observations behind the value
     * @param reason why there is no value; empty where there is one
     * @param unit unit of the value, where the options make it another than the metric's
     */
    record Answer(double value, int n, String reason, Optional<Unit> unit) {
        static Answer value(double value, int n) {
            return new Answer(value, n, "", Optional.empty());
        }

        static Answer none(String reason) {
            return new Answer(Double.NaN, 0, reason, Optional.empty());
        }

        Answer in(Unit other) {
            return new Answer(value, n, reason, Optional.of(other));
        }
    }

    private final String name;
    private final Unit unit;
    private final String definition;
    private final String minimumData;
    private final String gapRule;
    private final Citation source;
    private final Kernel kernel;
    private final HrvOptions options;

    private HrvMetric(
            String name,
            Unit unit,
            String definition,
            String minimumData,
            String gapRule,
            Citation source,
            Kernel kernel,
            HrvOptions options) {
        this.name = name;
        this.unit = unit;
        this.definition = definition;
        this.minimumData = minimumData;
        this.gapRule = gapRule;
        this.source = source;
        this.kernel = kernel;
        this.options = options;
    }

    /** Begins the description of a metric; its parts follow in the order in which a reader asks for them. */
    static Draft named(String name, Unit unit) {
        return new Draft(name, unit);
    }

    /** The same metric under other options, such as those of another package's profile. */
    public HrvMetric with(HrvOptions other) {
        return new HrvMetric(name, unit, definition, minimumData, gapRule, source, kernel, other);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public String definition() {
        return definition;
    }

    @Override
    public String minimumData() {
        return minimumData;
    }

    @Override
    public String gapRule() {
        return gapRule;
    }

    @Override
    public Citation source() {
        return source;
    }

    /** The options under which it is computed. */
    public HrvOptions options() {
        return options;
    }

    @Override
    public MetricValue of(BeatSeries beats) {
        return of(new Workings(beats, options));
    }

    /** The value from workings that several metrics share; the options are those of the workings. */
    MetricValue of(Workings workings) {
        Answer answer =
                workings.isEmpty() ? Answer.none("no interval, " + minimumData + " needed") : kernel.of(workings);
        return answer.reason().isEmpty()
                ? MetricValue.of(name, answer.value(), answer.unit().orElse(unit), answer.n())
                : MetricValue.notEstimable(name, unit, answer.reason());
    }

    @Override
    public String toString() {
        return name;
    }

    /** A metric in the making. */
    static final class Draft {
        private final String name;
        private final Unit unit;
        private String definition = "";
        private String minimumData = "1 interval";
        private String gapRule = "intervals are pooled across gaps";
        private Citation source = Citation.TASK_FORCE_1996;

        private Draft(String name, Unit unit) {
            this.name = name;
            this.unit = unit;
        }

        Draft definedAs(String formula) {
            definition = formula;
            return this;
        }

        Draft needing(String data) {
            minimumData = data;
            return this;
        }

        Draft atGaps(String rule) {
            gapRule = rule;
            return this;
        }

        Draft from(Citation citation) {
            source = citation;
            return this;
        }

        HrvMetric by(Kernel kernel) {
            return new HrvMetric(
                    name, unit, definition, minimumData, gapRule, source, kernel, HrvOptions.withDefaults());
        }
    }
}
