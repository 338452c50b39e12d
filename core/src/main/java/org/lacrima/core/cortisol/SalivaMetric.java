package org.lacrima.core.cortisol;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSeries;

/** One metric of saliva samples: its description and the function behind it. */
record SalivaMetric(
        SalivaPlan plan,
        String name,
        UnaryOperator<Unit> unitOf,
        String definition,
        String minimumData,
        String gapRule,
        Citation source,
        Function<SalivaSeries, Result> function)
        implements Metric<SalivaSeries> {

    @Override
    public Unit unit() {
        return unitOf.apply(Unit.NMOL_PER_L);
    }

    @Override
    public MetricValue of(SalivaSeries subject) {
        if (!subject.analyte().equals(plan.analyte())) {
            throw new IllegalArgumentException(
                    name + " of " + plan.analyte() + " was asked of a series of " + subject.analyte());
        }
        Unit unit = unitOf.apply(subject.unit());
        Result result = function.apply(subject);
        return result.reason().isEmpty()
                ? new MetricValue.Estimate(name, result.value(), unit, result.n(), result.error())
                : MetricValue.notEstimable(name, unit, result.reason());
    }

    /** A value from n samples, with its standard error if known, or the reason why there is none. */
    record Result(double value, int n, OptionalDouble error, String reason) {
        static Result of(double value, int n) {
            return new Result(value, n, OptionalDouble.empty(), "");
        }

        static Result of(double value, int n, OptionalDouble error) {
            return new Result(value, n, error, "");
        }

        static Result refused(String reason) {
            return new Result(Double.NaN, 0, OptionalDouble.empty(), reason);
        }
    }
}
