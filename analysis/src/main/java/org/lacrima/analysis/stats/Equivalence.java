package org.lacrima.analysis.stats;

import java.util.Locale;

/**
 * Two one-sided tests of equivalence (TOST): whether a difference of means is too small to matter. The difference lies
 * within the bounds at level α where both one-sided t tests against the bounds reject, which is where the interval of
 * confidence {@code 1 − 2α} lies within them.
 *
 * <p>The bounds are in the unit of the values; a bound chosen as a standardised difference must be multiplied by an SD known
 * beforehand. Not estimable where the t test is not.
 *
 * <p>Source: Schuirmann 1987, doi:10.1007/BF01068419. Immutable.
 */
public final class Equivalence {

    private final TTest test;
    private final double low;
    private final double high;
    private final double alpha;

    private Equivalence(TTest test, double low, double high, double alpha) {
        this.test = test;
        this.low = low;
        this.high = high;
        this.alpha = alpha;
    }

    /**
     * Equivalence within bounds, by Welch's t test at 5 %.
     *
     * @param low lower bound of the difference, in the unit of the values
     * @param high upper bound, above the lower
     */
    public static Equivalence within(double low, double high) {
        if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "bounds must be finite and in order, got [%s, %s]", low, high));
        }
        return new Equivalence(TTest.welch(), low, high, 0.05);
    }

    /** By another t test. */
    public Equivalence withTest(TTest newTest) {
        return new Equivalence(newTest, low, high, alpha);
    }

    /** At another level, between 0 and 0.5. */
    public Equivalence withAlpha(double newAlpha) {
        if (!(newAlpha > 0 && newAlpha < 0.5)) {
            throw new IllegalArgumentException("alpha must lie between 0 and 0.5, got " + newAlpha);
        }
        return new Equivalence(test, low, high, newAlpha);
    }

    /** Tests the difference {@code first − second} of two independent samples. */
    public Inference<Result> test(double[] first, double[] second) {
        return result(above().test(first, second), below().test(first, second), plain().test(first, second));
    }

    /** Tests the mean difference {@code first − second} of pairs. */
    public Inference<Result> paired(double[] first, double[] second) {
        return result(above().paired(first, second), below().paired(first, second), plain().paired(first, second));
    }

    private TTest above() {
        return test.withNullDifference(low).withAlternative(Alternative.GREATER);
    }

    private TTest below() {
        return test.withNullDifference(high).withAlternative(Alternative.LESS);
    }

    private TTest plain() {
        return test.withNullDifference(0).withAlternative(Alternative.TWO_SIDED).withConfidence(1 - 2 * alpha);
    }

    private Inference<Result> result(
            Inference<TTest.Result> above, Inference<TTest.Result> below, Inference<TTest.Result> plain) {
        if (!above.isEstimable()) {
            return Inference.notEstimable(above.reason());
        }
        TTest.Result lower = above.orThrow();
        TTest.Result upper = below.orThrow();
        TTest.Result both = plain.orThrow();
        double p = Math.max(lower.p(), upper.p());
        return Inference.of(new Result(
                low,
                high,
                alpha,
                both.difference(),
                both.standardError(),
                both.df(),
                lower.statistic(),
                lower.p(),
                upper.statistic(),
                upper.p(),
                p,
                both.interval(),
                p < alpha ? Verdict.EQUIVALENT : Verdict.UNDECIDED));
    }

    /** What the tests allow to be said. */
    public enum Verdict {
        /** The difference lies within the bounds. */
        EQUIVALENT,
        /** The data do not show that it does; they do not show that it does not. */
        UNDECIDED
    }

    /**
     * The outcome of a test of equivalence.
     *
     * @param low lower bound
     * @param high upper bound
     * @param alpha level
     * @param difference first minus second mean
     * @param standardError its standard error
     * @param df degrees of freedom
     * @param lowerT t against the lower bound
     * @param lowerP p of the difference not being above the lower bound
     * @param upperT t against the upper bound
     * @param upperP p of the difference not being below the upper bound
     * @param p the larger of both p
     * @param interval interval of the difference with confidence {@code 1 − 2α}
     * @param verdict what may be said
     */
    public record Result(
            double low,
            double high,
            double alpha,
            double difference,
            double standardError,
            double df,
            double lowerT,
            double lowerP,
            double upperT,
            double upperP,
            double p,
            Interval interval,
            Verdict verdict)
            implements StatisticalResult {

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "TOST within [%s, %s]: t(%s) = %s and %s, %s, %s",
                    Apa.number(low),
                    Apa.number(high),
                    Apa.df(df),
                    Apa.number(lowerT),
                    Apa.number(upperT),
                    Apa.p(p),
                    interval);
        }
    }
}
