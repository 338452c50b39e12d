package org.lacrima.analysis.agreement;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.Sample;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * How far two devices differ on the same persons: bias, limits of agreement {@code bias ± 1.96·s}, whether the difference
 * grows with the level, and Lin's concordance.
 *
 * <p>s has divisor n − 1; the interval of the bias is {@code t·s⁄√n}, that of a limit has the error
 * {@code s·√(1⁄n + z²⁄(2(n − 1)))}. Proportional bias is the slope of the differences on the means. Lin's concordance uses
 * moments with divisor n. Not estimable with fewer than three pairs or equal differences. Sources: Bland &amp; Altman 1999,
 * doi:10.1177/096228029900800204; Lin 1989, doi:10.2307/2532051.
 *
 * @param n pairs
 * @param bias mean of the differences, first minus second
 * @param sd standard deviation of the differences
 * @param biasInterval interval of the bias
 * @param limits limits of agreement; their coverage is that of the differences
 * @param limitStandardError standard error of either limit
 * @param slope change of the difference per unit of the mean; not estimable where all means are equal
 * @param concordance Lin's concordance correlation
 */
public record BlandAltman(
        int n,
        double bias,
        double sd,
        Interval biasInterval,
        Interval limits,
        double limitStandardError,
        Inference<Slope> slope,
        double concordance)
        implements StatisticalResult {

    /**
     * Proportional bias.
     *
     * @param perUnit change of the difference per unit of the mean
     * @param t slope by its standard error
     * @param p two-sided p value with n − 2 degrees of freedom
     */
    public record Slope(double perUnit, double t, double p) {}

    /**
     * The agreement of two devices, with limits at 1.96 standard deviations.
     *
     * @param first values of the first device
     * @param second values of the second, the persons in the same order
     * @param confidence coverage of the intervals, between 0 and 1
     */
    public static Inference<BlandAltman> of(double[] first, double[] second, double confidence) {
        return of(first, second, confidence, 1.96);
    }

    /**
     * The agreement of two devices.
     *
     * @param multiple standard deviations from the bias to a limit, above 0
     */
    public static Inference<BlandAltman> of(double[] first, double[] second, double confidence, double multiple) {
        int n = first.length;
        if (second.length != n) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the devices have %d and %d values", n, second.length));
        }
        if (n < 3) {
            return Inference.notEstimable("agreement of devices needs at least three pairs, got " + n);
        }
        double[] difference = new double[n];
        double[] mean = new double[n];
        for (int i = 0; i < n; i++) {
            difference[i] = first[i] - second[i];
            mean[i] = (first[i] + second[i]) / 2;
        }
        Sample differences = Sample.of(difference);
        double sd = differences.sd();
        if (!(sd > 0)) {
            return Inference.notEstimable("all differences are equal, limits of agreement need spread");
        }
        double bias = differences.mean();
        double reach = TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - confidence) / 2) * sd / Math.sqrt(n);
        double coverage = 1 - 2 * NormalDistribution.of(0, 1).survivalProbability(multiple);
        return Inference.of(new BlandAltman(
                n,
                bias,
                sd,
                new Interval(bias - reach, bias + reach, confidence),
                new Interval(bias - multiple * sd, bias + multiple * sd, coverage),
                sd * Math.sqrt(1.0 / n + multiple * multiple / (2 * (n - 1.0))),
                slope(difference, mean),
                concordance(first, second)));
    }

    /** Interval of the lower limit of agreement. */
    public Interval lowerLimitInterval() {
        return around(limits.low());
    }

    /** Interval of the upper limit of agreement. */
    public Interval upperLimitInterval() {
        return around(limits.high());
    }

    private Interval around(double limit) {
        double confidence = biasInterval.confidence();
        double reach = TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - confidence) / 2) * limitStandardError;
        return new Interval(limit - reach, limit + reach, confidence);
    }

    private static Inference<Slope> slope(double[] difference, double[] mean) {
        int n = mean.length;
        double centre = Sample.of(mean).mean();
        double bias = Sample.of(difference).mean();
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (mean[i] - centre) * (mean[i] - centre);
            xy += (mean[i] - centre) * (difference[i] - bias);
        }
        if (!(xx > 0)) {
            return Inference.notEstimable("all means are equal, a proportional bias needs a range");
        }
        double slope = xy / xx;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            rest += Math.pow(difference[i] - bias - slope * (mean[i] - centre), 2);
        }
        double t = slope / Math.sqrt(rest / (n - 2) / xx);
        if (!Double.isFinite(t)) {
            return Inference.notEstimable("the differences lie on a line, its slope has no error");
        }
        return Inference.of(new Slope(slope, t, 2 * TDistribution.of(n - 2.0).survivalProbability(Math.abs(t))));
    }

    private static double concordance(double[] first, double[] second) {
        double m1 = Sample.of(first).mean();
        double m2 = Sample.of(second).mean();
        double s11 = 0;
        double s22 = 0;
        double s12 = 0;
        for (int i = 0; i < first.length; i++) {
            s11 += (first[i] - m1) * (first[i] - m1);
            s22 += (second[i] - m2) * (second[i] - m2);
            s12 += (first[i] - m1) * (second[i] - m2);
        }
        return 2 * s12 / (s11 + s22 + first.length * (m1 - m2) * (m1 - m2));
    }

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "bias = %s, %s, limits of agreement [%s, %s], concordance = %s",
                Apa.number(bias),
                Apa.interval(biasInterval),
                Apa.number(limits.low()),
                Apa.number(limits.high()),
                Apa.share(concordance));
    }
}
