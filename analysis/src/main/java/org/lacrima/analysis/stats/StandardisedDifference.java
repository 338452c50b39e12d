package org.lacrima.analysis.stats;

import java.util.Locale;

/**
 * Standardised differences of means, each under its own name: Cohen's d, Hedges' g, Glass's Δ and d_av of independent
 * groups; d_z, d_rm and d_av of pairs.
 *
 * <p>{@code effect = J·(m₁ − m₂) ⁄ s}, with the standardiser {@code s} and the bias correction {@code J} of the variant.
 * The interval inverts the noncentral t distribution: with {@code t = (m₁ − m₂) ⁄ SE} and the noncentralities δ under
 * which this t lies at the tails of the confidence, the limits are {@code J·δ·SE ⁄ s}. For d and g with equal variances
 * and for d_z it is exact; for the others it is the usual approximation with the standard error and the degrees of freedom
 * of Welch (d_av), {@code n₂ − 1} (Δ) or the paired test.
 *
 * <p>Not estimable where a group has fewer than two values or the standardiser is zero.
 *
 * <p>Sources: Hedges 1981, doi:10.3102/10769986006002107; Cumming &amp; Finch 2001, doi:10.1177/0013164401614002; Lakens
 * 2013, doi:10.3389/fpsyg.2013.00863 (names of the paired variants). Immutable.
 */
public final class StandardisedDifference {

    /** What a difference is divided by. */
    public enum Standardiser {
        /** Pooled SD of two independent groups. */
        POOLED("pooled SD"),
        /** SD of the second group, the reference: Glass's Δ. */
        SECOND("SD of the second group"),
        /** {@code √((s₁² + s₂²)⁄2)}: d_av of independent groups, also used with pairs. */
        ROOT_MEAN_SQUARE("root mean square of both SDs"),
        /** {@code (s₁ + s₂)⁄2}: d_av of pairs. */
        MEAN("mean of both SDs"),
        /** SD of the differences of pairs: d_z. */
        DIFFERENCES("SD of the differences"),
        /** SD of the differences over {@code √(2(1 − r))}: d_rm. */
        REPEATED_MEASURES("SD of the differences, correlation taken out");

        private final String label;

        Standardiser(String label) {
            this.label = label;
        }

        /** Description as printed. */
        public String label() {
            return label;
        }
    }

    private final String name;
    private final Standardiser standardiser;
    private final BiasCorrection correction;
    private final double confidence;

    private StandardisedDifference(
            String name, Standardiser standardiser, BiasCorrection correction, double confidence) {
        this.name = name;
        this.standardiser = standardiser;
        this.correction = correction;
        this.confidence = confidence;
    }

    private static StandardisedDifference uncorrected(String name, Standardiser standardiser) {
        return new StandardisedDifference(name, standardiser, BiasCorrection.NONE, 0.95);
    }

    /** Cohen's d: pooled SD, no bias correction. */
    public static StandardisedDifference cohenD() {
        return uncorrected("Cohen d", Standardiser.POOLED);
    }

    /** Hedges' g: pooled SD, exact bias correction. */
    public static StandardisedDifference hedgesG() {
        return new StandardisedDifference("Hedges g", Standardiser.POOLED, BiasCorrection.EXACT, 0.95);
    }

    /** Glass's Δ: SD of the second group, no bias correction. */
    public static StandardisedDifference glassDelta() {
        return uncorrected("Glass Δ", Standardiser.SECOND);
    }

    /** d_av of independent groups: root mean square of both SDs. */
    public static StandardisedDifference averageSd() {
        return uncorrected("d_av", Standardiser.ROOT_MEAN_SQUARE);
    }

    /** d_z of pairs: SD of the differences. */
    public static StandardisedDifference pairedZ() {
        return uncorrected("d_z", Standardiser.DIFFERENCES);
    }

    /** d_rm of pairs: SD of the differences with the correlation taken out. */
    public static StandardisedDifference pairedRepeatedMeasures() {
        return uncorrected("d_rm", Standardiser.REPEATED_MEASURES);
    }

    /** d_av of pairs: mean of both SDs. */
    public static StandardisedDifference pairedAverage() {
        return uncorrected("d_av", Standardiser.MEAN);
    }

    /** d_av of pairs with the root mean square of both SDs, as pingouin computes paired d. */
    public static StandardisedDifference pairedRootMeanSquare() {
        return uncorrected("d_av (root mean square)", Standardiser.ROOT_MEAN_SQUARE);
    }

    /** With another bias correction. */
    public StandardisedDifference withBiasCorrection(BiasCorrection newCorrection) {
        return new StandardisedDifference(name, standardiser, newCorrection, confidence);
    }

    /** With an interval of another confidence, between 0 and 1. */
    public StandardisedDifference withConfidence(double newConfidence) {
        return new StandardisedDifference(name, standardiser, correction, Interval.requireConfidence(newConfidence));
    }

    /** The standardised difference {@code first − second} of independent groups. */
    public Inference<Result> of(double[] first, double[] second) {
        Sample x = Sample.of(first);
        Sample y = Sample.of(second);
        if (x.size() < 2 || y.size() < 2) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT, "groups of %d and %d, at least 2 values each needed", x.size(), y.size()));
        }
        double n1 = x.size();
        double n2 = y.size();
        double a = x.variance() / n1;
        double b = y.variance() / n2;
        double pooledDf = n1 + n2 - 2;
        double pooled = Math.sqrt(((n1 - 1) * x.variance() + (n2 - 1) * y.variance()) / pooledDf);
        double welchError = Math.sqrt(a + b);
        double difference = x.mean() - y.mean();
        Workings workings = switch (standardiser) {
            case POOLED -> new Workings(difference, pooled, pooled * Math.sqrt(1 / n1 + 1 / n2), pooledDf, pooledDf);
            case SECOND -> new Workings(difference, y.sd(), welchError, n2 - 1, n2 - 1);
            case ROOT_MEAN_SQUARE -> {
                double df = Satterthwaite.df(a, n1 - 1, b, n2 - 1);
                double sd = Math.sqrt((x.variance() + y.variance()) / 2);
                yield new Workings(difference, sd, welchError, df, pooledDf);
            }
            default -> throw new IllegalArgumentException(name + " is made of pairs: use ofPairs");
        };
        return result(workings, x.size(), y.size());
    }

    /**
     * The standardised mean difference {@code first − second} of pairs.
     *
     * @throws IllegalArgumentException if there are not as many first as second values
     */
    public Inference<Result> ofPairs(double[] first, double[] second) {
        Sample differences = Sample.of(TTest.differences(first, second));
        if (differences.size() < 2) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "%d pairs, at least 2 needed", differences.size()));
        }
        Sample x = Sample.of(first);
        Sample y = Sample.of(second);
        double n = differences.size();
        double spread = differences.sd();
        double bothDf = 2 * (n - 1);
        double error = spread / Math.sqrt(n);
        double mean = differences.mean();
        Workings workings = switch (standardiser) {
            case DIFFERENCES -> new Workings(mean, spread, error, n - 1, n - 1);
            case REPEATED_MEASURES -> {
                double products = x.sd() * y.sd();
                double r = (x.variance() + y.variance() - differences.variance()) / (2 * products);
                double sd = products > 0 && r < 1 ? spread / Math.sqrt(2 * (1 - r)) : 0;
                yield new Workings(mean, sd, error, n - 1, bothDf);
            }
            case MEAN -> new Workings(mean, (x.sd() + y.sd()) / 2, error, n - 1, bothDf);
            case ROOT_MEAN_SQUARE ->
                new Workings(mean, Math.sqrt((x.variance() + y.variance()) / 2), error, n - 1, bothDf);
            default -> throw new IllegalArgumentException(name + " is made of independent groups: use of");
        };
        return result(workings, x.size(), y.size());
    }

    private Inference<Result> result(Workings w, int n1, int n2) {
        if (!(w.standardiser() > 0) || !(w.error() > 0)) {
            return Inference.notEstimable("no spread to standardise by: the values are constant");
        }
        if (correction != BiasCorrection.NONE && w.standardiserDf() <= 1) {
            return Inference.notEstimable("too few values for a bias correction, 3 needed");
        }
        double j = correction.factor(correction == BiasCorrection.NONE ? 2 : w.standardiserDf());
        double d = w.difference() / w.standardiser();
        double t = w.difference() / w.error();
        double tail = (1 - confidence) / 2;
        double scale = j * w.error() / w.standardiser();
        Interval interval = new Interval(
                scale * NoncentralT.noncentralityAt(t, w.df(), 1 - tail),
                scale * NoncentralT.noncentralityAt(t, w.df(), tail),
                confidence);
        return Inference.of(new Result(
                name,
                standardiser,
                correction,
                j * d,
                interval,
                d,
                j,
                w.difference(),
                w.standardiser(),
                w.df(),
                t,
                n1,
                n2));
    }

    private record Workings(double difference, double standardiser, double error, double df, double standardiserDf) {}

    /**
     * A standardised difference.
     *
     * @param name name of the variant
     * @param standardiser what the difference is divided by
     * @param correction bias correction
     * @param estimate the corrected effect
     * @param interval its confidence interval, from the noncentral t distribution
     * @param uncorrected the effect before the bias correction
     * @param j factor of the bias correction
     * @param difference difference of the means
     * @param standardiserValue value of the standardiser
     * @param df degrees of freedom of the noncentral t behind the interval
     * @param t the t behind the interval
     * @param n1 values in the first group
     * @param n2 values in the second group
     */
    public record Result(
            String name,
            Standardiser standardiser,
            BiasCorrection correction,
            double estimate,
            Interval interval,
            double uncorrected,
            double j,
            double difference,
            double standardiserValue,
            double df,
            double t,
            int n1,
            int n2)
            implements StatisticalResult {

        /** How the number was made, for a table or a footnote. */
        public String method() {
            return standardiser.label()
                    + (correction == BiasCorrection.NONE ? "" : ", " + correction.label())
                    + ", interval by the noncentral t";
        }

        /** Variance of the effect in large samples, {@code J²·((n₁ + n₂)⁄(n₁n₂) + d²⁄(2(n₁ + n₂)))}, as meta-analyses use. */
        public double largeSampleVariance() {
            double n = n1 + (double) n2;
            return j * j * (n / ((double) n1 * n2) + uncorrected * uncorrected / (2 * n));
        }

        @Override
        public String apa() {
            return String.format(Locale.ROOT, "%s = %s, %s", name, Apa.number(estimate), interval);
        }
    }
}
