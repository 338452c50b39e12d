package org.lacrima.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Kruskal and Wallis's rank test of several independent groups.
 *
 * <p>{@code H = (12⁄(N(N + 1))·ΣRᵢ²⁄nᵢ − 3(N + 1)) ⁄ (1 − Σ(t³ − t)⁄(N³ − N))}, referred to χ² with {@code k − 1} degrees
 * of freedom. Not estimable where a group is empty or all values are equal. Source: Kruskal &amp; Wallis 1952,
 * doi:10.1080/01621459.1952.10483441. Immutable.
 */
public final class KruskalWallis {

    private KruskalWallis() {}

    /** With the correction for ties. */
    public static KruskalWallis withDefaults() {
        return new KruskalWallis();
    }

    /** Tests whether values of some group tend to be larger than those of another. */
    public Inference<Result> test(Groups groups) {
        Optional<String> lack = groups.lack(1);
        if (lack.isPresent()) {
            return Inference.notEstimable(lack.get());
        }
        Ranks ranks = Ranks.of(groups.pooled());
        double n = groups.size();
        double correction = 1 - ranks.tieTerm() / (n * n * n - n);
        if (!(correction > 0)) {
            return Inference.notEstimable("all values are equal, ranks need differences");
        }
        List<Double> meanRanks = new ArrayList<>();
        double sum = 0;
        int from = 0;
        for (Sample sample : groups.samples()) {
            int to = from + sample.size();
            double distance = ranks.mean(from, to) - (n + 1) / 2;
            meanRanks.add(ranks.mean(from, to));
            sum += sample.size() * distance * distance;
            from = to;
        }
        double h = 12 / (n * (n + 1)) * sum / correction;
        int df = groups.count() - 1;
        double p = ChiSquaredDistribution.of(df).survivalProbability(h);
        double epsilon = h / (n - 1);
        double eta = (h - groups.count() + 1) / (n - groups.count());
        return Inference.of(new Result(h, df, p, epsilon, eta, meanRanks, ranks.tieTerm(), groups.size()));
    }

    /**
     * The outcome of a Kruskal–Wallis test.
     *
     * @param h H, corrected for ties
     * @param df degrees of freedom
     * @param p p value
     * @param epsilonSquared {@code H ⁄ (N − 1)}
     * @param etaSquared {@code (H − k + 1) ⁄ (N − k)}, negative where H is below its expectation
     * @param meanRanks mean midrank of each group, in order
     * @param tieTerm {@code Σ(t³ − t)} over groups of t equal values
     * @param n number of values
     */
    public record Result(
            double h,
            int df,
            double p,
            double epsilonSquared,
            double etaSquared,
            List<Double> meanRanks,
            double tieTerm,
            int n)
            implements StatisticalResult {
        /** Copies the mean ranks. */
        public Result {
            meanRanks = List.copyOf(meanRanks);
        }

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "Kruskal–Wallis H(%d) = %s, %s, ε² = %s",
                    df,
                    Apa.number(h),
                    Apa.p(p),
                    Apa.share(epsilonSquared));
        }
    }
}
