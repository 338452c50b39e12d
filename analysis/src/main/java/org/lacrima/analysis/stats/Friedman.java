package org.lacrima.analysis.stats;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Friedman's rank test of repeated measures, the values of each person ranked among themselves.
 *
 * <p>With rank sums {@code Rⱼ} of k measures in n people,
 * {@code χ² = 12·Σ(Rⱼ − n(k + 1)⁄2)² ⁄ (nk(k + 1) − Σ(t³ − t)⁄(k − 1))} on {@code k − 1} degrees of freedom, and Kendall's
 * {@code W = χ² ⁄ (n(k − 1))}. Not estimable with fewer than two people or measures, or where everybody's values are all
 * equal. Source: Friedman 1937, doi:10.1080/01621459.1937.10503522. Immutable.
 */
public final class Friedman {

    private Friedman() {}

    /** With the correction for ties. */
    public static Friedman withDefaults() {
        return new Friedman();
    }

    /**
     * Tests whether some measure tends to be larger than another.
     *
     * @param people one array of values for each person, all of one length; a person who lacks a measure is left out before
     * @throws IllegalArgumentException if the lengths differ or a value is not finite
     */
    public Inference<Result> test(double[]... people) {
        int n = people.length;
        int k = n == 0 ? 0 : people[0].length;
        for (int i = 0; i < n; i++) {
            if (people[i].length != k) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "person %d has %d values, the first has %d", i, people[i].length, k));
            }
            for (int j = 0; j < k; j++) {
                if (!Double.isFinite(people[i][j])) {
                    throw new IllegalArgumentException(
                            String.format(Locale.ROOT, "value %d of person %d is %s", j, i, people[i][j]));
                }
            }
        }
        if (n < 2 || k < 2) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "at least 2 people and 2 measures are needed, got %d and %d", n, k));
        }
        double[] sums = new double[k];
        double tieTerm = 0;
        for (double[] person : people) {
            Ranks ranks = Ranks.of(person);
            tieTerm += ranks.tieTerm();
            for (int j = 0; j < k; j++) {
                sums[j] += ranks.at(j);
            }
        }
        double spread = n * (double) k * (k + 1) - tieTerm / (k - 1);
        if (!(spread > 0)) {
            return Inference.notEstimable("everybody's values are all equal, ranks need differences");
        }
        double expected = n * (k + 1) / 2.0;
        double chi = 12
                * Arrays.stream(sums).map(s -> (s - expected) * (s - expected)).sum()
                / spread;
        double p = ChiSquaredDistribution.of(k - 1.0).survivalProbability(chi);
        return Inference.of(new Result(chi, k - 1, p, chi / (n * (k - 1.0)), n));
    }

    /**
     * The outcome of a Friedman test.
     *
     * @param chiSquared χ², corrected for ties
     * @param df degrees of freedom
     * @param p p value
     * @param kendallW Kendall's W: 0 where people rank the measures independently, 1 where all rank them alike
     * @param n number of people
     */
    public record Result(double chiSquared, int df, double p, double kendallW, int n) implements StatisticalResult {

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "Friedman: χ²(%d, n = %d) = %s, %s, Kendall's W = %s",
                    df,
                    n,
                    Apa.number(chiSquared),
                    Apa.p(p),
                    Apa.share(kendallW));
        }
    }
}
