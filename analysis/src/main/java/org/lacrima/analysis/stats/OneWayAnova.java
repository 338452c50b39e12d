package org.lacrima.analysis.stats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * One-way analysis of variance: whether the means of several independent groups differ, under equal variances (Fisher) or
 * any (Welch 1951, doi:10.1093/biomet/38.3-4.330).
 *
 * <p>Fisher: {@code F = (SS_b⁄(k − 1)) ⁄ (SS_w⁄(N − k))}. Welch: with {@code wᵢ = nᵢ⁄sᵢ²}, {@code w = Σwᵢ},
 * {@code m̃ = Σwᵢmᵢ⁄w} and {@code h = Σ(1 − wᵢ⁄w)²⁄(nᵢ − 1)},
 * {@code F = Σwᵢ(mᵢ − m̃)²⁄(k − 1) ⁄ (1 + 2(k − 2)h⁄(k² − 1))} on {@code k − 1} and {@code (k² − 1)⁄(3h)} degrees of freedom.
 *
 * <p>Not estimable where a group is too small or without spread: Fisher needs one value per group, one group with two, and
 * spread in some group; Welch needs two values and spread in each. Immutable.
 */
public final class OneWayAnova {

    private enum Variant {
        FISHER("one-way ANOVA"),
        WELCH("Welch ANOVA");

        private final String label;

        Variant(String label) {
            this.label = label;
        }
    }

    private final Variant variant;
    private final double confidence;

    private OneWayAnova(Variant variant, double confidence) {
        this.variant = variant;
        this.confidence = confidence;
    }

    /** Equal variances; interval of η² of 90 %. */
    public static OneWayAnova fisher() {
        return new OneWayAnova(Variant.FISHER, 0.90);
    }

    /** Any variances; interval of η² of 90 %. */
    public static OneWayAnova welch() {
        return new OneWayAnova(Variant.WELCH, 0.90);
    }

    /** With an interval of η² of another confidence, between 0 and 1. */
    public OneWayAnova withConfidence(double newConfidence) {
        return new OneWayAnova(variant, Interval.requireConfidence(newConfidence));
    }

    /** Tests whether the groups' means are equal. */
    public Inference<Result> test(Groups groups) {
        return variant == Variant.FISHER ? equalVariances(groups) : anyVariances(groups);
    }

    private Inference<Result> equalVariances(Groups groups) {
        Optional<String> lack = groups.lack(1);
        int df1 = groups.count() - 1;
        int df2 = groups.size() - groups.count();
        if (lack.isPresent() || df2 < 1) {
            return Inference.notEstimable(
                    lack.orElse("every group has one value, none leaves an error to compare with"));
        }
        double between = groups.betweenSquares();
        double within = groups.withinSquares();
        if (!(within > 1e-28 * (between + within))) {
            return Inference.notEstimable("all groups are constant, an analysis of variance needs spread within them");
        }
        return Inference.of(result(between / df1 / (within / df2), df1, df2, between, within, groups));
    }

    private Inference<Result> anyVariances(Groups groups) {
        Optional<String> lack = groups.lack(2);
        if (lack.isPresent()) {
            return Inference.notEstimable(lack.get());
        }
        List<Sample> samples = groups.samples();
        if (samples.stream().anyMatch(s -> !(s.variance() > 0))) {
            return Inference.notEstimable("a group is constant, Welch's test needs spread in each");
        }
        int k = groups.count();
        double weights = samples.stream().mapToDouble(OneWayAnova::weight).sum();
        double mean = samples.stream().mapToDouble(s -> weight(s) * s.mean()).sum() / weights;
        double between = 0;
        double h = 0;
        for (Sample sample : samples) {
            double distance = sample.mean() - mean;
            double rest = 1 - weight(sample) / weights;
            between += weight(sample) * distance * distance;
            h += rest * rest / (sample.size() - 1);
        }
        double f = between / (k - 1) / (1 + 2 * (k - 2.0) * h / (k * (double) k - 1));
        double df2 = (k * (double) k - 1) / (3 * h);
        return Inference.of(result(f, k - 1, df2, groups.betweenSquares(), groups.withinSquares(), groups));
    }

    private static double weight(Sample sample) {
        return sample.size() / sample.variance();
    }

    private Result result(double f, double df1, double df2, double between, double within, Groups groups) {
        double p = FDistribution.of(df1, df2).survivalProbability(f);
        ExplainedVariance explained = ExplainedVariance.ofF(f, df1, df2, groups.size(), confidence);
        return new Result(variant.label, f, df1, df2, p, between, within, explained, groups.size(), groups.count());
    }

    /**
     * The outcome of a one-way analysis of variance.
     *
     * @param name name of the test
     * @param f F
     * @param df1 degrees of freedom of the groups
     * @param df2 degrees of freedom of the error
     * @param p p value
     * @param betweenSquares sum of squares between the groups
     * @param withinSquares sum of squares within the groups
     * @param explained share of variance explained, from F and its degrees of freedom
     * @param n number of values
     * @param groups number of groups
     */
    public record Result(
            String name,
            double f,
            double df1,
            double df2,
            double p,
            double betweenSquares,
            double withinSquares,
            ExplainedVariance explained,
            int n,
            int groups)
            implements StatisticalResult {

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "%s: F(%s, %s) = %s, %s, %s",
                    name,
                    Apa.df(df1),
                    Apa.df(df2),
                    Apa.number(f),
                    Apa.p(p),
                    explained.apa());
        }
    }
}
