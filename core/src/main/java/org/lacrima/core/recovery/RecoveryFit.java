package org.lacrima.core.recovery;

import java.util.Locale;
import org.lacrima.core.metric.MetricValue;

/**
 * An exponential recovery curve {@code X(t) = A + D · 2^(−t ⁄ H)} as fitted to one person, t from the offset of what the
 * person recovers from.
 *
 * @param halfTime H in s, with its standard error; not estimable where the data leave it open
 * @param asymptote A, where the curve tends to, with its standard error
 * @param amplitude D, the distance at the offset from where it tends to, with its standard error
 * @param delay time from the offset to the beginning of the recovery, in s; not estimable where none was fitted
 * @param halfTimeInterval confidence interval of H
 * @param asymptoteInterval confidence interval of A
 * @param delayInterval confidence interval of the delay
 * @param residualSd standard deviation of the residuals; NaN where no curve was fitted
 * @param residualCorrelation correlation of residuals a mean step apart; 0 where they were taken to be independent
 * @param verdict what the data can tell
 */
public record RecoveryFit(
        MetricValue halfTime,
        MetricValue asymptote,
        MetricValue amplitude,
        MetricValue delay,
        Bounds halfTimeInterval,
        Bounds asymptoteInterval,
        Bounds delayInterval,
        double residualSd,
        double residualCorrelation,
        Verdict verdict) {

    /** What the data can tell of a recovery curve. */
    public enum Verdict {
        /** The half-time is bounded and the window holds at least two of them. */
        IDENTIFIED,
        /** The half-time is bounded, but the window is shorter than two of them: the asymptote is extrapolated. */
        WINDOW_SHORT,
        /** The half-time has no upper bound: the data do not tell the curve from a straight line. */
        OPEN,
        /** The curve is no better than a constant: nothing to recover from, or no recovery. */
        NO_CHANGE,
        /** Too few values. */
        NO_DATA
    }

    /** Where a recovery ends, against a baseline. */
    public enum Completeness {
        /** The baseline lies in the asymptote's confidence interval. */
        FULL,
        /** The curve tends to a level short of the baseline. */
        PARTIAL,
        /** The curve tends to a level beyond the baseline. */
        OVERSHOOT,
        /** There is no curve to tell from. */
        UNKNOWN
    }

    /**
     * A confidence interval that may be open.
     *
     * @param lower lower bound; 0 or negative infinity where the data set none
     * @param upper upper bound; infinite where the data set none
     */
    public record Bounds(double lower, double upper) {
        static final Bounds NONE = new Bounds(0, Double.POSITIVE_INFINITY);
        static final Bounds EVERYTHING = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        /** Whether the value lies inside, ends included. */
        public boolean contains(double value) {
            return value >= lower && value <= upper;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "[%s, %s]", lower, upper);
        }
    }

    /** Where the recovery ends, against a baseline in the unit of the values. */
    public Completeness completeness(double baseline) {
        if (!asymptote.isEstimable()) {
            return Completeness.UNKNOWN;
        }
        if (asymptoteInterval.contains(baseline)) {
            return Completeness.FULL;
        }
        boolean shortOfIt = Math.signum(asymptote.orNaN() - baseline) == Math.signum(amplitude.orNaN());
        return shortOfIt ? Completeness.PARTIAL : Completeness.OVERSHOOT;
    }
}
