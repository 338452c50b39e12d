package org.lacrima.analysis.stats;

import java.util.Locale;

/**
 * The Bayes factor of a t test with the Jeffreys–Zellner–Siow prior: how much more probable the data are where the
 * standardised difference follows a Cauchy distribution of scale r than where it is zero.
 *
 * <p>With {@code N} the number of values (of pairs), or {@code n₁n₂⁄(n₁ + n₂)} for two samples, and ν degrees of freedom,
 * {@code BF₁₀ = ∫₀^∞ (1 + Ngr²)^{−1⁄2}·(1 + t²⁄((1 + Ngr²)ν))^{−(ν+1)⁄2}·(2π)^{−1⁄2}·g^{−3⁄2}·e^{−1⁄(2g)} dg ⁄
 * (1 + t²⁄ν)^{−(ν+1)⁄2}}, integrated over {@code ln g} by the trapezoidal rule. The variances are taken as equal, so that t is
 * Student's.
 *
 * <p>Not estimable where the t test is not. Source: Rouder et al. 2009, doi:10.3758/PBR.16.2.225. Immutable.
 */
public final class JzsBayesFactor {

    private static final double STEP = 0.02;
    private static final double REACH = 45;

    private final double scale;

    private JzsBayesFactor(double scale) {
        this.scale = scale;
    }

    /** Scale {@code √2⁄2}, the medium one of the BayesFactor package. */
    public static JzsBayesFactor withDefaults() {
        return new JzsBayesFactor(Math.sqrt(2) / 2);
    }

    /** With another scale of the prior, positive. */
    public JzsBayesFactor withScale(double newScale) {
        if (!(newScale > 0) || Double.isInfinite(newScale)) {
            throw new IllegalArgumentException("the prior's scale must be positive and finite, got " + newScale);
        }
        return new JzsBayesFactor(newScale);
    }

    /** The Bayes factor of a difference between two independent samples. */
    public Inference<Result> test(double[] first, double[] second) {
        double n = (double) first.length * second.length / (first.length + (double) second.length);
        return TTest.student().test(first, second).map(t -> result(t, n));
    }

    /** The Bayes factor of a mean difference of pairs. */
    public Inference<Result> paired(double[] first, double[] second) {
        return TTest.student().paired(first, second).map(t -> result(t, first.length));
    }

    /** The Bayes factor of a mean other than zero. */
    public Inference<Result> oneSample(double[] values) {
        return TTest.student().oneSample(values).map(t -> result(t, values.length));
    }

    private Result result(TTest.Result test, double n) {
        double logarithm = logBayesFactor(test.statistic(), test.df(), n);
        return new Result(Math.exp(logarithm), logarithm, scale, test.statistic(), test.df(), n);
    }

    /** Logarithms throughout, so that a factor of any size has its digits. */
    private double logBayesFactor(double t, double df, double n) {
        int nodes = (int) Math.round(2 * REACH / STEP) + 1;
        double[] logs = new double[nodes];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < nodes; i++) {
            double u = -REACH + i * STEP;
            double g = Math.exp(u);
            double spread = 1 + n * g * scale * scale;
            logs[i] = -0.5 * Math.log(spread) - (df + 1) / 2 * Math.log1p(t * t / (spread * df)) - u / 2 - 1 / (2 * g);
            largest = Math.max(largest, logs[i]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        double evidence = largest + Math.log(sum * STEP) - 0.5 * Math.log(2 * Math.PI);
        return evidence + (df + 1) / 2 * Math.log1p(t * t / df);
    }

    /**
     * A Bayes factor.
     *
     * @param bf10 how many times more probable the data are under a difference than under none
     * @param logarithm its natural logarithm, finite also where the factor itself is not
     * @param scale scale of the prior
     * @param t Student's t
     * @param df its degrees of freedom
     * @param effectiveN n, or {@code n₁n₂⁄(n₁ + n₂)} of two samples
     */
    public record Result(double bf10, double logarithm, double scale, double t, double df, double effectiveN)
            implements StatisticalResult {

        /** How many times more probable the data are under no difference. */
        public double bf01() {
            return Math.exp(-logarithm);
        }

        @Override
        public String apa() {
            return String.format(Locale.ROOT, "BF10 = %s (JZS, r = %.3f)", Apa.number(bf10), scale);
        }
    }
}
