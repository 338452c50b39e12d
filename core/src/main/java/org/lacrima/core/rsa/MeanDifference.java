package org.lacrima.core.rsa;

import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;

/**
 * A difference of two means with its standard error and 95 % interval after Welch, or the reason why there is none.
 *
 * @param value second mean less the first
 * @param error standard error
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param n values behind it
 * @param reason why there is none; empty where there is one
 */
record MeanDifference(double value, double error, double low, double high, int n, String reason) {

    static MeanDifference none(String reason) {
        return new MeanDifference(0, 0, 0, 0, 0, reason);
    }

    /**
     * Mean of {@code b} less mean of {@code a}, at least two values each.
     *
     * @param further variance of the difference that the spread of the values does not show
     * @param spent degrees of freedom that were spent on slopes
     */
    static MeanDifference between(double[] a, double[] b, double further, int spent) {
        double va = StatUtils.variance(a) / a.length;
        double vb = StatUtils.variance(b) / b.length;
        double sum = va + vb;
        double freedom = sum > 0
                ? sum * sum / (va * va / (a.length - 1) + vb * vb / (b.length - 1)) - spent
                : a.length + b.length - 2.0 - spent;
        if (freedom <= 0) {
            return none(String.format(
                    Locale.ROOT, "%d epochs are too few for a difference and %d slopes", a.length + b.length, spent));
        }
        double value = StatUtils.mean(b) - StatUtils.mean(a);
        double error = Math.sqrt(sum + further);
        double half = error * new TDistribution(freedom).inverseCumulativeProbability(0.975);
        return new MeanDifference(value, error, value - half, value + half, a.length + b.length, "");
    }

    /** The side of zero on which the interval lies: 1, −1, or 0 where it holds zero. */
    int side() {
        if (low > 0) {
            return 1;
        }
        return high < 0 ? -1 : 0;
    }

    MetricValue asValue(String name, Unit unit) {
        return reason.isEmpty()
                ? new MetricValue.Estimate(name, value, unit, n, OptionalDouble.of(error))
                : MetricValue.notEstimable(name, unit, reason);
    }

    String words(Unit unit) {
        return reason.isEmpty()
                ? String.format(Locale.ROOT, "%+.2f %s [%+.2f, %+.2f]", value, unit, low, high)
                : "not estimable (" + reason + ")";
    }
}
