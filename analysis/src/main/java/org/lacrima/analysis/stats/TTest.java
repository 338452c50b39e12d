package org.lacrima.analysis.stats;

import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tests of a difference of means by Student's t distribution: Student (equal variances), Welch (any variances), Yuen
 * (trimmed means), each of two independent samples; paired and one-sample forms.
 *
 * <p>With {@code sᵢ²} the variances (divisor n − 1) and {@code δ₀} the difference under the null:
 *
 * <ul>
 *   <li>Student: {@code t = (m₁ − m₂ − δ₀) ⁄ (s_p·√(1⁄n₁ + 1⁄n₂))}, {@code s_p²} pooled, {@code n₁ + n₂ − 2} degrees of
 *       freedom;
 *   <li>Welch: {@code t = (m₁ − m₂ − δ₀) ⁄ √(a + b)}, {@code a = s₁²⁄n₁}, {@code b = s₂²⁄n₂}, degrees of freedom
 *       {@code (a + b)² ⁄ (a²⁄(n₁ − 1) + b²⁄(n₂ − 1))};
 *   <li>Yuen: as Welch with trimmed means, {@code hᵢ = nᵢ − 2⌊γnᵢ⌋} and winsorised variances {@code w},
 *       {@code a = (n − 1)·w² ⁄ (h·(h − 1))}, with {@code h − 1} for {@code n − 1} in the degrees of freedom;
 *   <li>paired: the one-sample test of the differences.
 * </ul>
 *
 * <p>Not estimable where a group has fewer than two values, or where the standard error is zero to within rounding.
 *
 * <p>Sources: Student 1908, doi:10.2307/2331554; Welch 1947, doi:10.2307/2332510; Yuen 1974, doi:10.2307/2334299.
 * Immutable.
 */
public final class TTest {

    /** Below this share of the means a standard error is rounding, not spread: as R's {@code t.test} refuses it. */
    private static final double ESSENTIALLY_CONSTANT = 10 * Math.ulp(1.0);

    private enum Variant {
        STUDENT("Student t"),
        WELCH("Welch t"),
        YUEN("Yuen t");

        private final String label;

        Variant(String label) {
            this.label = label;
        }
    }

    private final Variant variant;
    private final double trimmed;
    private final double confidence;
    private final Alternative alternative;
    private final double nullDifference;

    private TTest(Variant variant, double trimmed, double confidence, Alternative alternative, double nullDifference) {
        this.variant = variant;
        this.trimmed = trimmed;
        this.confidence = confidence;
        this.alternative = alternative;
        this.nullDifference = nullDifference;
    }

    /** Equal variances; two-sided, 95 % interval, no difference under the null. */
    public static TTest student() {
        return new TTest(Variant.STUDENT, 0, 0.95, Alternative.TWO_SIDED, 0);
    }

    /** Any variances; two-sided, 95 % interval, no difference under the null. */
    public static TTest welch() {
        return new TTest(Variant.WELCH, 0, 0.95, Alternative.TWO_SIDED, 0);
    }

    /** Means trimmed by 20 % at each end (Wilcox); two-sided, 95 % interval, no difference under the null. */
    public static TTest yuen() {
        return new TTest(Variant.YUEN, 0.2, 0.95, Alternative.TWO_SIDED, 0);
    }

    /** Yuen's test with another share trimmed at each end, from 0 to 0.5 (exclusive). */
    public TTest withTrimmed(double share) {
        if (variant != Variant.YUEN) {
            throw new IllegalArgumentException("only Yuen's test trims, not the " + variant.label + " test");
        }
        if (!(share >= 0 && share < 0.5)) {
            throw new IllegalArgumentException("share trimmed must lie in [0, 0.5), got " + share);
        }
        return new TTest(variant, share, confidence, alternative, nullDifference);
    }

    /** With an interval of another confidence, between 0 and 1. */
    public TTest withConfidence(double newConfidence) {
        return new TTest(variant, trimmed, Interval.requireConfidence(newConfidence), alternative, nullDifference);
    }

    /** Against another alternative; a one-sided one has a one-sided interval. */
    public TTest withAlternative(Alternative newAlternative) {
        return new TTest(variant, trimmed, confidence, newAlternative, nullDifference);
    }

    /** With another difference under the null (the mean under the null in the one-sample form). */
    public TTest withNullDifference(double difference) {
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("the difference under the null must be finite, got " + difference);
        }
        return new TTest(variant, trimmed, confidence, alternative, difference);
    }

    /** Tests the difference {@code first − second} of two independent samples. */
    public Inference<Result> test(double[] first, double[] second) {
        Sample x = Sample.of(first);
        Sample y = Sample.of(second);
        if (x.size() < 2 || y.size() < 2) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT, "groups of %d and %d, at least 2 values each needed", x.size(), y.size()));
        }
        double n1 = x.size();
        double n2 = y.size();
        double centre1 = x.trimmedMean(trimmed);
        double centre2 = y.trimmedMean(trimmed);
        double squaredError;
        double df;
        if (variant == Variant.STUDENT) {
            df = n1 + n2 - 2;
            double pooled = ((n1 - 1) * x.variance() + (n2 - 1) * y.variance()) / df;
            squaredError = pooled * (1 / n1 + 1 / n2);
        } else {
            double kept1 = n1 - 2 * x.trimmed(trimmed);
            double kept2 = n2 - 2 * y.trimmed(trimmed);
            if (kept1 < 2 || kept2 < 2) {
                return Inference.notEstimable(String.format(
                        Locale.ROOT, "%.0f and %.0f values left after trimming, at least 2 each needed", kept1, kept2));
            }
            double a = (n1 - 1) * x.winsorisedVariance(trimmed) / (kept1 * (kept1 - 1));
            double b = (n2 - 1) * y.winsorisedVariance(trimmed) / (kept2 * (kept2 - 1));
            squaredError = a + b;
            df = Satterthwaite.df(a, kept1 - 1, b, kept2 - 1);
        }
        double error = Math.sqrt(squaredError);
        if (error <= ESSENTIALLY_CONSTANT * Math.max(Math.abs(centre1), Math.abs(centre2))) {
            return Inference.notEstimable("both groups are constant, a test of means needs spread");
        }
        return Inference.of(result(variant.label, x.size(), y.size(), centre1, centre2, centre1 - centre2, error, df));
    }

    /**
     * Tests the mean difference {@code first − second} of pairs.
     *
     * @throws IllegalArgumentException if there are not as many first as second values, or the test is Yuen's
     */
    public Inference<Result> paired(double[] first, double[] second) {
        double[] differences = differences(first, second);
        requireUntrimmed();
        return ofDifferences(
                "paired t",
                Sample.of(differences),
                differences.length,
                differences.length == 0 ? 0 : Sample.mean(first),
                differences.length == 0 ? 0 : Sample.mean(second));
    }

    /** Tests the mean of one sample against the null's; in the result the second group has no values. */
    public Inference<Result> oneSample(double[] values) {
        requireUntrimmed();
        Sample sample = Sample.of(values);
        return ofDifferences("one-sample t", sample, 0, sample.size() == 0 ? 0 : sample.mean(), 0);
    }

    private Inference<Result> ofDifferences(String name, Sample sample, int n2, double mean1, double mean2) {
        if (sample.size() < 2) {
            return Inference.notEstimable(String.format(Locale.ROOT, "%d values, at least 2 needed", sample.size()));
        }
        double error = sample.sd() / Math.sqrt(sample.size());
        if (error <= ESSENTIALLY_CONSTANT * Math.max(Math.abs(mean1), Math.abs(mean2))) {
            return Inference.notEstimable("all values are equal, a test of a mean needs spread");
        }
        return Inference.of(result(name, sample.size(), n2, mean1, mean2, sample.mean(), error, sample.size() - 1));
    }

    private void requireUntrimmed() {
        if (variant == Variant.YUEN) {
            throw new IllegalArgumentException("Yuen's test is of two independent samples");
        }
    }

    static double[] differences(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "pairs need as many first as second values, got %d and %d",
                    first.length,
                    second.length));
        }
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return differences;
    }

    private Result result(
            String name, int n1, int n2, double centre1, double centre2, double difference, double error, double df) {
        double t = (difference - nullDifference) / error;
        TDistribution distribution = TDistribution.of(df);
        double p = switch (alternative) {
            case TWO_SIDED -> 2 * distribution.survivalProbability(Math.abs(t));
            case GREATER -> distribution.survivalProbability(t);
            case LESS -> distribution.cumulativeProbability(t);
        };
        double tail = alternative == Alternative.TWO_SIDED ? (1 - confidence) / 2 : 1 - confidence;
        double half = error * distribution.inverseSurvivalProbability(tail);
        double low = alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : difference - half;
        double high = alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : difference + half;
        Interval interval = new Interval(low, high, confidence);
        return new Result(
                name, alternative, t, df, p, difference, error, interval, nullDifference, n1, n2, centre1, centre2);
    }

    /**
     * The outcome of a t test.
     *
     * @param name name of the test
     * @param alternative what the null was tested against
     * @param statistic t
     * @param df degrees of freedom
     * @param p p value
     * @param difference first mean minus second (trimmed means in Yuen's test)
     * @param standardError standard error of the difference
     * @param interval confidence interval of the difference
     * @param nullDifference difference under the null
     * @param n1 values in the first group
     * @param n2 values in the second group; 0 in a one-sample test
     * @param mean1 mean of the first group (trimmed in Yuen's test)
     * @param mean2 mean of the second group; 0 in a one-sample test
     */
    public record Result(
            String name,
            Alternative alternative,
            double statistic,
            double df,
            double p,
            double difference,
            double standardError,
            Interval interval,
            double nullDifference,
            int n1,
            int n2,
            double mean1,
            double mean2)
            implements StatisticalResult {

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "%s: t(%s) = %s, %s, difference = %s, %s",
                    name,
                    Apa.df(df),
                    Apa.number(statistic),
                    Apa.p(p),
                    Apa.number(difference),
                    interval);
        }
    }
}
