package org.lacrima.analysis.stats;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Brunner and Munzel's rank test of whether values of one sample tend to be larger than those of another, without assuming
 * equal shapes or variances.
 *
 * <p>With midranks {@code R} in both samples together and {@code Q} within each,
 * {@code Sᵢ² = Σ(Rᵢₖ − Qᵢₖ − R̄ᵢ + (nᵢ + 1)⁄2)² ⁄ (nᵢ − 1)} and
 * {@code BM = n₁n₂(R̄₂ − R̄₁) ⁄ (N·√(n₁S₁² + n₂S₂²))}, referred to t with
 * {@code (n₁S₁² + n₂S₂²)² ⁄ (n₁²S₁⁴⁄(n₁ − 1) + n₂²S₂⁴⁄(n₂ − 1))} degrees of freedom. As in R and scipy the statistic is
 * positive where the <em>second</em> sample is larger; {@code p̂ = P(X < Y) + P(X = Y)⁄2}.
 *
 * <p>Not estimable where a group has fewer than two values, or where the samples do not overlap: the variance is then zero,
 * and a permutation test answers instead. Below about 10 values per group the t approximation is loose.
 *
 * <p>Source: Brunner &amp; Munzel 2000, doi:10.1002/(SICI)1521-4036(200001)42:1&lt;17::AID-BIMJ17&gt;3.0.CO;2-U. Immutable.
 */
public final class BrunnerMunzel {

    private final double confidence;
    private final Alternative alternative;

    private BrunnerMunzel(double confidence, Alternative alternative) {
        this.confidence = confidence;
        this.alternative = alternative;
    }

    /** Two-sided, 95 % interval. */
    public static BrunnerMunzel withDefaults() {
        return new BrunnerMunzel(0.95, Alternative.TWO_SIDED);
    }

    /** With an interval of another confidence, between 0 and 1. */
    public BrunnerMunzel withConfidence(double newConfidence) {
        return new BrunnerMunzel(Interval.requireConfidence(newConfidence), alternative);
    }

    /** Against another alternative: that first values tend to be larger, or smaller. The interval stays two-sided. */
    public BrunnerMunzel withAlternative(Alternative newAlternative) {
        return new BrunnerMunzel(confidence, newAlternative);
    }

    /** Tests two independent samples. */
    public Inference<Result> test(double[] first, double[] second) {
        int n1 = Sample.of(first).size();
        int n2 = Sample.of(second).size();
        if (n1 < 2 || n2 < 2) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "groups of %d and %d, at least 2 values each needed", n1, n2));
        }
        Ranks together = Ranks.of(first, second);
        double mean1 = together.mean(0, n1);
        double mean2 = together.mean(n1, n1 + n2);
        double variance1 = placementVariance(together, 0, Ranks.of(first), mean1);
        double variance2 = placementVariance(together, n1, Ranks.of(second), mean2);
        double a = n1 * variance1;
        double b = n2 * variance2;
        if (!(a + b > 0)) {
            return Inference.notEstimable(
                    "the samples do not overlap: ranks leave no variance, a permutation test answers instead");
        }
        double n = n1 + (double) n2;
        double statistic = n1 * (double) n2 * (mean2 - mean1) / (n * Math.sqrt(a + b));
        double df = Satterthwaite.df(a, n1 - 1, b, n2 - 1);
        TDistribution t = TDistribution.of(df);
        double p = switch (alternative) {
            case TWO_SIDED -> 2 * t.survivalProbability(Math.abs(statistic));
            case GREATER -> t.cumulativeProbability(statistic);
            case LESS -> t.survivalProbability(statistic);
        };
        double superiority = (mean2 - (n2 + 1.0) / 2) / n1;
        double error = Math.sqrt(variance1 / ((double) n1 * n2 * n2) + variance2 / ((double) n2 * n1 * n1));
        double half = error * t.inverseSurvivalProbability((1 - confidence) / 2);
        Interval interval = new Interval(superiority - half, superiority + half, confidence);
        return Inference.of(
                new Result(alternative, statistic, df, p, superiority, interval, variance1, variance2, n1, n2));
    }

    private static double placementVariance(Ranks together, int offset, Ranks within, double mean) {
        double[] placements = new double[within.size()];
        for (int i = 0; i < placements.length; i++) {
            placements[i] = together.at(offset + i) - within.at(i) - mean + (placements.length + 1.0) / 2;
        }
        return Arrays.stream(placements).map(x -> x * x).sum() / (placements.length - 1);
    }

    /**
     * The outcome of a Brunner–Munzel test.
     *
     * @param alternative what the null was tested against
     * @param statistic BM, positive where the second sample is larger
     * @param df degrees of freedom
     * @param p p value
     * @param superiority {@code P(X < Y) + P(X = Y)⁄2}: how probably a second value is larger
     * @param interval its confidence interval, which may leave [0, 1] in small samples
     * @param variance1 variance of the first sample's placements
     * @param variance2 variance of the second sample's placements
     * @param n1 values in the first sample
     * @param n2 values in the second sample
     */
    public record Result(
            Alternative alternative,
            double statistic,
            double df,
            double p,
            double superiority,
            Interval interval,
            double variance1,
            double variance2,
            int n1,
            int n2)
            implements StatisticalResult {

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "Brunner–Munzel t(%s) = %s, %s, P(X < Y) = %s, %s",
                    Apa.df(df),
                    Apa.number(statistic),
                    Apa.p(p),
                    Apa.number(superiority),
                    interval);
        }
    }
}
