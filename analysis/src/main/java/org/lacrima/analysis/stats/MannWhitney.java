package org.lacrima.analysis.stats;

import java.util.Arrays;
import java.util.Locale;

/**
 * The Mann–Whitney U test (Wilcoxon's rank sum) of two independent samples, with both its p values.
 *
 * <p>{@code U = R₁ − n₁(n₁ + 1)⁄2}, {@code R₁} the sum of the first sample's midranks: the number of pairs in which the
 * first is larger, ties counted one half. Under the null {@code E(U) = n₁n₂⁄2} and
 * {@code Var(U) = n₁n₂⁄12·(N + 1 − Σ(t³ − t) ⁄ (N(N − 1)))} over groups of {@code t} equal values.
 *
 * <p>The asymptotic p uses this variance and moves U by one half towards its expectation (continuity). The exact p is the
 * share of the {@code C(N, n₁)} relabellings of the midranks with a U at least as far from its expectation, which without
 * ties is the classical exact test and with ties the conditional one; its cost grows as {@code N·n₁²·n₂} and it is made
 * up to about 110 values per group.
 *
 * <p>The shift is Hodges &amp; Lehmann's: the median of all differences between a first and a second value. Its interval
 * comes from the exact distribution of U and is given where there are no ties.
 *
 * <p>Not estimable where a group is empty or all values are equal.
 *
 * <p>Sources: Mann &amp; Whitney 1947, doi:10.1214/aoms/1177730491; Hodges &amp; Lehmann 1963,
 * doi:10.1214/aoms/1177704172. Immutable.
 */
public final class MannWhitney {

    /** Which p values are made. */
    public enum PValues {
        /** Both. */
        EXACT_AND_ASYMPTOTIC,
        /** Only the asymptotic, where the test is repeated often, as in a simulation. */
        ASYMPTOTIC
    }

    private final double confidence;
    private final Alternative alternative;
    private final PValues pValues;

    private MannWhitney(double confidence, Alternative alternative, PValues pValues) {
        this.confidence = confidence;
        this.alternative = alternative;
        this.pValues = pValues;
    }

    /** Two-sided, 95 % interval. */
    public static MannWhitney withDefaults() {
        return new MannWhitney(0.95, Alternative.TWO_SIDED, PValues.EXACT_AND_ASYMPTOTIC);
    }

    /** With an interval of another confidence, between 0 and 1. */
    public MannWhitney withConfidence(double newConfidence) {
        return new MannWhitney(Interval.requireConfidence(newConfidence), alternative, pValues);
    }

    /** Against another alternative: that first values tend to be larger, or smaller. The interval stays two-sided. */
    public MannWhitney withAlternative(Alternative newAlternative) {
        return new MannWhitney(confidence, newAlternative, pValues);
    }

    /** With other p values. */
    public MannWhitney withPValues(PValues newPValues) {
        return new MannWhitney(confidence, alternative, newPValues);
    }

    /** Tests whether first values tend to be larger or smaller than second ones. */
    public Inference<Result> test(double[] first, double[] second) {
        Sample x = Sample.of(first);
        Sample y = Sample.of(second);
        int n1 = x.size();
        int n2 = y.size();
        if (n1 == 0 || n2 == 0) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "groups of %d and %d, at least 1 value each needed", n1, n2));
        }
        Ranks ranks = Ranks.of(first, second);
        double n = n1 + (double) n2;
        double u = ranks.sum(0, n1) - n1 * (n1 + 1.0) / 2;
        double expected = (double) n1 * n2 / 2;
        double variance = (double) n1 * n2 / 12 * (n + 1 - ranks.tieTerm() / (n * (n - 1)));
        if (!(variance > 0)) {
            return Inference.notEstimable("all values are equal, ranks need differences");
        }
        double sigma = Math.sqrt(variance);
        double[] differences = pairwiseDifferences(x, y);
        Inference<double[]> nullOfU = pValues == PValues.ASYMPTOTIC
                ? Inference.notEstimable("the exact distribution was not asked for")
                : nullDistribution(ranks, n1);
        return Inference.of(new Result(
                alternative,
                u,
                n1,
                n2,
                expected,
                sigma,
                ranks.tieTerm(),
                (u - expected) / sigma,
                asymptotic(u - expected, sigma, 0.5),
                asymptotic(u - expected, sigma, 0),
                nullOfU.map(p -> SubsetSums.tail(p, 2 * u, 2 * expected, alternative)),
                Sample.quantile(differences, (differences.length - 1) / 2.0),
                shiftInterval(differences, ranks, nullOfU)));
    }

    private double asymptotic(double distance, double sigma, double continuity) {
        return Asymptotic.p(distance, sigma, continuity, alternative);
    }

    /** Probabilities of 2U, which is whole also with ties. */
    private static Inference<double[]> nullDistribution(Ranks ranks, int n1) {
        int n = ranks.size();
        double[] ascending = ranks.toArray();
        Arrays.sort(ascending);
        int[] scores = new int[n];
        for (int i = 0; i < n; i++) {
            scores[i] = (int) Math.round(2 * ascending[i]);
        }
        int step = ranks.areTied() ? 1 : 2;
        for (int i = 0; i < n; i++) {
            scores[i] /= step;
        }
        double cost = SubsetSums.cost(scores, n1);
        if (cost > SubsetSums.AFFORDABLE) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "%d values are too many for the exact distribution", n));
        }
        double[] ofRankSum = SubsetSums.ofSize(scores, n1);
        double[] of2U = new double[2 * n1 * (n - n1) + 1];
        int least = n1 * (n1 + 1);
        for (int sum = 0; sum < ofRankSum.length; sum++) {
            int at = sum * step - least;
            if (at >= 0 && at < of2U.length) {
                of2U[at] = ofRankSum[sum];
            }
        }
        return Inference.of(of2U);
    }

    private Inference<Interval> shiftInterval(double[] differences, Ranks ranks, Inference<double[]> nullOfU) {
        if (ranks.areTied()) {
            return Inference.notEstimable("ties: an exact interval of the shift needs values that all differ");
        }
        return nullOfU instanceof Inference.NotEstimable<double[]> none
                ? Inference.notEstimable(none.reason())
                : OrderStatistics.interval(differences, nullOfU.orThrow(), confidence);
    }

    private static double[] pairwiseDifferences(Sample x, Sample y) {
        double[] differences = new double[x.size() * y.size()];
        int at = 0;
        double[] second = y.toArray();
        for (double a : x.toArray()) {
            for (double b : second) {
                differences[at++] = a - b;
            }
        }
        Arrays.sort(differences);
        return differences;
    }

    /**
     * The outcome of a Mann–Whitney test.
     *
     * @param alternative what the null was tested against
     * @param u U of the first group
     * @param n1 values in the first group
     * @param n2 values in the second group
     * @param expectedU U expected under the null
     * @param sigma standard deviation of U under the null, ties accounted for
     * @param tieTerm {@code Σ(t³ − t)} over groups of t equal values
     * @param z distance of U from its expectation in {@code sigma}, without continuity correction
     * @param asymptoticP p by the normal distribution with tie and continuity correction
     * @param asymptoticPUncorrected the same without continuity correction
     * @param exactP p by all relabellings of the midranks
     * @param shift Hodges–Lehmann estimate of how much larger first values are
     * @param shiftInterval its exact interval
     */
    public record Result(
            Alternative alternative,
            double u,
            int n1,
            int n2,
            double expectedU,
            double sigma,
            double tieTerm,
            double z,
            double asymptoticP,
            double asymptoticPUncorrected,
            Inference<Double> exactP,
            double shift,
            Inference<Interval> shiftInterval)
            implements StatisticalResult {

        /** The exact p where there is one, else the asymptotic. */
        public double p() {
            return exactP.value().orElse(asymptoticP);
        }

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "Mann–Whitney U = %s, z = %s, %s (%s)",
                    Apa.df(u),
                    Apa.number(z),
                    Apa.p(p()),
                    exactP.isEstimable() ? "exact" : "asymptotic, ties and continuity corrected");
        }
    }
}
