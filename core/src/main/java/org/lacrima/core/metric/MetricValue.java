package org.lacrima.core.metric;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One number about one person, or the reason why there is none. Not computable is not zero and never a silent NaN: a
 * {@link NotEstimable} travels through every table to the report.
 */
public sealed interface MetricValue permits MetricValue.Estimate, MetricValue.NotEstimable {

    /** Name of the metric, as printed. */
    String name();

    /** Unit of the value. */
    Unit unit();

    /** Whether there is a value. */
    boolean isEstimable();

    /** The value, or NaN where there is none: the one door through which NaN leaves. */
    double orNaN();

    /** The reason why there is no value; empty where there is one. */
    String reason();

    /** A computed value without a known standard error. */
    static MetricValue of(String name, double value, Unit unit, int n) {
        return new Estimate(name, value, unit, n, OptionalDouble.empty());
    }

    /** The explained absence of a value. */
    static MetricValue notEstimable(String name, Unit unit, String reason) {
        return new NotEstimable(name, unit, reason);
    }

    /** The same result under another name. */
    default MetricValue named(String newName) {
        return this instanceof Estimate e
                ? new Estimate(newName, e.value(), e.unit(), e.n(), e.standardError())
                : new NotEstimable(newName, unit(), reason());
    }

    /**
     * A computed value.
     *
     * @param name name of the metric
     * @param value finite value
     * @param unit unit of the value
     * @param n number of observations behind it (intervals, differences, samples: as the metric defines)
     * @param standardError standard error, where known
     */
    record Estimate(String name, double value, Unit unit, int n, OptionalDouble standardError) implements MetricValue {
        /** Checks that the value is finite: an infinite or missing result must be explained instead. */
        public Estimate {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%s is %s: give a reason instead", name, value));
            }
        }

        @Override
        public boolean isEstimable() {
            return true;
        }

        @Override
        public double orNaN() {
            return value;
        }

        @Override
        public String reason() {
            return "";
        }

        @Override
        public String toString() {
            String unitText = unit.symbol().isEmpty() ? "" : " " + unit;
            return String.format(Locale.ROOT, "%s %.6g%s (n = %d)", name, value, unitText, n);
        }
    }

    /**
     * The explained absence of a value.
     *
     * @param name name of the metric
     * @param unit unit that the value would have
     * @param reason what is wrong and what would be needed, such as {@code 42 s of data, 60 s needed}
     */
    record NotEstimable(String name, Unit unit, String reason) implements MetricValue {
        @Override
        public boolean isEstimable() {
            return false;
        }

        @Override
        public double orNaN() {
            return Double.NaN;
        }

        @Override
        public String toString() {
            return name + " not estimable: " + reason;
        }
    }
}
