package org.lacrima.core.recovery;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.FDistribution;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.BiexponentialFit.Verdict;
import org.lacrima.core.recovery.RecoveryFit.Bounds;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/**
 * Fits a recovery in two phases, {@code X(t) = A + D₁ · e^(−t ⁄ τ₁) + D₂ · e^(−t ⁄ τ₂)}, by least squares: a search over the
 * two time constants, each pair a linear regression (variable projection).
 *
 * <p>Two exponentials describe much and are told apart only in long and quiet data. So two phases are reported where they
 * fit better than one by an F test with 2 and n − 5 degrees of freedom at the level of confidence, and no better where not.
 * Under one phase the second time constant means nothing, and the test is then approximate. Intervals are those of the
 * profile, as for {@link ExponentialRecovery}; residuals are taken to be independent.
 */
public final class BiexponentialRecovery {
    private static final int POINTS = 24;
    private static final int LEAST_VALUES = 10;
    private static final double LONGEST_IN_WINDOWS = 20;
    private static final double SHORTEST_IN_STEPS = 0.3;
    /** Time constants closer than this ratio are one. */
    private static final double LEAST_RATIO = 1.5;

    private final double confidence;

    private BiexponentialRecovery(double confidence) {
        this.confidence = confidence;
    }

    /** Intervals at 95 %, two phases where one is refused at 5 %. */
    public static BiexponentialRecovery withDefaults() {
        return new BiexponentialRecovery(0.95);
    }

    /** At another level of confidence, between 0 and 1. */
    public BiexponentialRecovery withConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + level);
        }
        return new BiexponentialRecovery(level);
    }

    /**
     * Fits the values inside a window, t counted from its start.
     *
     * @param values values of one quantity over session time
     * @param recovery from the offset of what the person recovers from to the end of the recovery
     */
    public BiexponentialFit fit(TimedValues values, Window recovery) {
        TimedValues inside = values.during(recovery);
        int n = inside.size();
        FitLabels labels = new FitLabels(values.name(), values.unit());
        if (n < LEAST_VALUES) {
            return nothing(
                    labels,
                    Verdict.NO_DATA,
                    String.format(Locale.ROOT, "%d of %d values needed", n, LEAST_VALUES),
                    Double.NaN,
                    Double.NaN);
        }
        double[] t = inside.toSeconds();
        for (int i = 0; i < n; i++) {
            t[i] -= recovery.startSeconds();
        }
        double length = t[n - 1] - t[0];
        Search search = new Search(
                CurveModel.of(t, inside.toArray(), OptionalDouble.empty()),
                Math.log(SHORTEST_IN_STEPS * length / n),
                Math.log(LONGEST_IN_WINDOWS * length));
        double fast = ProfileSearch.minimum(search::overSlow, search.fastGrid());
        double slow = search.slowFor(fast);
        double least = search.residualSquares(fast, slow);
        int freedom = n - 5;
        double variance = least / freedom;
        FDistribution twoMore = new FDistribution(null, 2, freedom);
        double pValue = least > 0
                ? 1 - twoMore.cumulativeProbability(Math.max(0, (search.ofOne() - least) / 2 / variance))
                : search.ofOne() > 0 ? 0 : 1;
        if (pValue > 1 - confidence) {
            return nothing(
                    labels,
                    Verdict.ONE_IS_ENOUGH,
                    String.format(Locale.ROOT, "one phase fits as well (p = %.3f)", pValue),
                    pValue,
                    Math.sqrt(variance));
        }
        double limit =
                least * (1 + new FDistribution(null, 1, freedom).inverseCumulativeProbability(confidence) / freedom);
        Bounds fastBounds = bounds(search::overSlow, limit, fast, search.fastGrid());
        Bounds slowBounds = bounds(search::overFast, limit, slow, search.slowGrid());
        double[] coefficients = search.model().coefficients(search.phase(fast), search.phase(slow));
        double slowHalf = Math.log(2) * Math.exp(slow);
        return new BiexponentialFit(
                labels.estimate("fast half-time", Math.log(2) * Math.exp(fast), Unit.S, n, 0),
                Double.isInfinite(slowBounds.upper())
                        ? labels.none("slow half-time", Unit.S, "the window does not bound it from above")
                        : labels.estimate("slow half-time", slowHalf, Unit.S, n, 0),
                labels.estimate("fast amplitude", coefficients[1], values.unit(), n, 0),
                labels.estimate("slow amplitude", coefficients[2], values.unit(), n, 0),
                labels.estimate("asymptote", coefficients[0], values.unit(), n, 0),
                fastBounds,
                slowBounds,
                pValue,
                Math.sqrt(variance),
                verdict(slowBounds, slowHalf, recovery.lengthSeconds()));
    }

    private static Verdict verdict(Bounds slow, double slowHalf, double lengthSeconds) {
        if (Double.isInfinite(slow.upper())) {
            return Verdict.OPEN;
        }
        return lengthSeconds < 2 * slowHalf ? Verdict.WINDOW_SHORT : Verdict.IDENTIFIED;
    }

    private static Bounds bounds(DoubleUnaryOperator profile, double limit, double best, double[] grid) {
        return new Bounds(
                Math.log(2) * Math.exp(ProfileSearch.below(profile, limit, best, grid)),
                Math.log(2) * Math.exp(ProfileSearch.above(profile, limit, best, grid)));
    }

    private static BiexponentialFit nothing(
            FitLabels labels, Verdict verdict, String reason, double pValue, double sd) {
        return new BiexponentialFit(
                labels.none("fast half-time", Unit.S, reason),
                labels.none("slow half-time", Unit.S, reason),
                labels.none("fast amplitude", labels.unit(), reason),
                labels.none("slow amplitude", labels.unit(), reason),
                labels.none("asymptote", labels.unit(), reason),
                Bounds.NONE,
                Bounds.NONE,
                pValue,
                sd,
                verdict);
    }

    /** The search over both time constants, the slow one at least half as long again as the fast one. */
    private record Search(CurveModel model, double shortest, double longest) {

        double[] fastGrid() {
            return ProfileSearch.grid(shortest, longest - Math.log(LEAST_RATIO), POINTS);
        }

        double[] slowGrid() {
            return ProfileSearch.grid(shortest + Math.log(LEAST_RATIO), longest, POINTS);
        }

        double[] phase(double lnTau) {
            double tau = Math.exp(lnTau);
            return model.shape(t -> Math.exp(-t / tau));
        }

        double residualSquares(double fast, double slow) {
            return model.with(phase(fast), phase(slow)).residualSquares();
        }

        double ofOne() {
            DoubleUnaryOperator one = lnTau -> model.with(phase(lnTau)).residualSquares();
            return one.applyAsDouble(ProfileSearch.minimum(one, ProfileSearch.grid(shortest, longest, POINTS)));
        }

        double slowFor(double fast) {
            return ProfileSearch.minimum(
                    slow -> residualSquares(fast, slow),
                    ProfileSearch.grid(fast + Math.log(LEAST_RATIO), longest + 1e-9, POINTS));
        }

        double overSlow(double fast) {
            return residualSquares(fast, slowFor(fast));
        }

        double overFast(double slow) {
            double[] grid = ProfileSearch.grid(shortest, slow - Math.log(LEAST_RATIO) + 1e-9, POINTS);
            return residualSquares(ProfileSearch.minimum(fast -> residualSquares(fast, slow), grid), slow);
        }
    }
}
