package org.lacrima.analysis.stats;

import java.util.Arrays;
import java.util.Locale;

/**
 * Wilcoxon's signed rank test of pairs, or of one sample about a centre, with both its p values.
 *
 * <p>Zero differences are dropped (Wilcoxon, not Pratt). {@code V} is the sum of the midranks of {@code |d|} over positive
 * differences; under the null {@code E(V) = n(n + 1)⁄4} and
 * {@code Var(V) = n(n + 1)(2n + 1)⁄24 − Σ(t³ − t)⁄48}. The asymptotic p uses this variance and moves V by one half towards
 * its expectation. The exact p is the share of the 2ⁿ choices of signs with a V at least as far from its expectation; with
 * ties it is conditional on the midranks; it is made up to 1000 differences.
 *
 * <p>The pseudomedian is the median of all means of two differences (a difference with itself included); its exact
 * interval is given where differences neither tie nor vanish.
 *
 * <p>Not estimable where no difference is left. Source: Wilcoxon 1945, doi:10.2307/3001968. Immutable.
 */
public final class SignedRank {

    private static final int LARGEST_EXACT = 1000;

    private final double confidence;
    private final Alternative alternative;
    private final double centre;

    private SignedRank(double confidence, Alternative alternative, double centre) {
        this.confidence = confidence;
        this.alternative = alternative;
        this.centre = centre;
    }

    /** Two-sided, 95 % interval, centre 0. */
    public static SignedRank withDefaults() {
        return new SignedRank(0.95, Alternative.TWO_SIDED, 0);
    }

    /** With an interval of another confidence, between 0 and 1. */
    public SignedRank withConfidence(double newConfidence) {
        return new SignedRank(Interval.requireConfidence(newConfidence), alternative, centre);
    }

    /** Against another alternative. The interval stays two-sided. */
    public SignedRank withAlternative(Alternative newAlternative) {
        return new SignedRank(confidence, newAlternative, centre);
    }

    /** About another centre under the null. */
    public SignedRank withCentre(double newCentre) {
        if (!Double.isFinite(newCentre)) {
            throw new IllegalArgumentException("the centre must be finite, got " + newCentre);
        }
        return new SignedRank(confidence, alternative, newCentre);
    }

    /**
     * Tests the differences {@code first − second} of pairs.
     *
     * @throws IllegalArgumentException if there are not as many first as second values
     */
    public Inference<Result> paired(double[] first, double[] second) {
        return oneSample(TTest.differences(first, second));
    }

    /** Tests whether values lie symmetrically about the centre. */
    public Inference<Result> oneSample(double[] values) {
        Sample.of(values);
        double[] differences =
                Arrays.stream(values).map(v -> v - centre).filter(d -> d != 0).toArray();
        int n = differences.length;
        int zeros = values.length - n;
        if (n == 0) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "none of %d differences is other than zero", values.length));
        }
        Ranks ranks = Ranks.of(Arrays.stream(differences).map(Math::abs).toArray());
        double v = 0;
        for (int i = 0; i < n; i++) {
            v += differences[i] > 0 ? ranks.at(i) : 0;
        }
        double expected = n * (n + 1.0) / 4;
        double sigma = Math.sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24 - ranks.tieTerm() / 48);
        Inference<double[]> nullOf2V = nullDistribution(ranks);
        double observed = 2 * v;
        double[] walsh = walshAverages(differences);
        return Inference.of(new Result(
                alternative,
                v,
                n,
                zeros,
                expected,
                sigma,
                ranks.tieTerm(),
                (v - expected) / sigma,
                Asymptotic.p(v - expected, sigma, 0.5, alternative),
                Asymptotic.p(v - expected, sigma, 0, alternative),
                nullOf2V.map(p -> SubsetSums.tail(p, observed, 2 * expected, alternative)),
                centre + Sample.quantile(walsh, (walsh.length - 1) / 2.0),
                interval(walsh, zeros > 0 || ranks.areTied(), nullOf2V)));
    }

    /** Probabilities of 2V, which is whole also with ties. */
    private static Inference<double[]> nullDistribution(Ranks ranks) {
        if (ranks.size() > LARGEST_EXACT) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "%d differences, the exact distribution is made up to %d",
                    ranks.size(),
                    LARGEST_EXACT));
        }
        int[] scores = new int[ranks.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (int) Math.round(2 * ranks.at(i));
        }
        return Inference.of(SubsetSums.ofAnySize(scores));
    }

    private Inference<Interval> interval(double[] walsh, boolean tied, Inference<double[]> nullOf2V) {
        if (tied) {
            return Inference.notEstimable("ties or zeros: an exact interval needs differences that all differ");
        }
        if (nullOf2V instanceof Inference.NotEstimable<double[]> none) {
            return Inference.notEstimable(none.reason());
        }
        return OrderStatistics.interval(walsh, nullOf2V.orThrow(), confidence)
                .map(i -> new Interval(i.low() + centre, i.high() + centre, confidence));
    }

    private static double[] walshAverages(double[] differences) {
        int n = differences.length;
        double[] averages = new double[n * (n + 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                averages[at++] = (differences[i] + differences[j]) / 2;
            }
        }
        Arrays.sort(averages);
        return averages;
    }

    /**
     * The outcome of a signed rank test.
     *
     * @param alternative what the null was tested against
     * @param v sum of the ranks of positive differences
     * @param n differences other than zero
     * @param zeros differences of zero, dropped
     * @param expectedV V expected under the null
     * @param sigma standard deviation of V under the null, ties accounted for
     * @param tieTerm {@code Σ(t³ − t)} over groups of t equal sizes of difference
     * @param z distance of V from its expectation in {@code sigma}, without continuity correction
     * @param asymptoticP p by the normal distribution with tie and continuity correction
     * @param asymptoticPUncorrected the same without continuity correction
     * @param exactP p by all choices of signs
     * @param pseudomedian Hodges–Lehmann estimate of the centre
     * @param interval its exact interval
     */
    public record Result(
            Alternative alternative,
            double v,
            int n,
            int zeros,
            double expectedV,
            double sigma,
            double tieTerm,
            double z,
            double asymptoticP,
            double asymptoticPUncorrected,
            Inference<Double> exactP,
            double pseudomedian,
            Inference<Interval> interval)
            implements StatisticalResult {

        /** The exact p where there is one, else the asymptotic. */
        public double p() {
            return exactP.value().orElse(asymptoticP);
        }

        /** Matched-pairs rank-biserial correlation {@code 2V ⁄ (n(n + 1)⁄2) − 1} (Kerby 2014). */
        public double rankBiserial() {
            return v / expectedV - 1;
        }

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "Wilcoxon signed rank V = %s, z = %s, %s (%s)",
                    Apa.df(v),
                    Apa.number(z),
                    Apa.p(p()),
                    exactP.isEstimable() ? "exact" : "asymptotic, ties and continuity corrected");
        }
    }
}
