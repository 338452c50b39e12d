package org.lacrima.core.recovery;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.MetricValue.Estimate;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.RecoveryFit.Bounds;
import org.lacrima.core.recovery.RecoveryFit.Verdict;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/**
 * Fits an exponential recovery curve {@code X(t) = A + D · e^(−t ⁄ τ)}, half-time {@code H = τ · ln 2}, by least squares.
 *
 * <p>For a given τ the best A and D are a linear regression, so the fit is a search over τ alone (variable projection):
 * it needs no starting values and misses no minimum. The confidence interval of the half-time is that of the profile,
 * {@code RSS(τ) ≤ RSS_min · (1 + F(1, n − p) ⁄ (n − p))}, which may be open above: the data then do not tell the curve
 * from a straight line, and the half-time is not estimable. Standard errors are those of the linearised model. Both
 * assume independent residuals; the values of windows that overlap are not, and make them too small.
 *
 * <p>The whole course instead of one interval: Christenfeld, Glynn &amp; Gerin 2000. Variable projection: Golub &amp;
 * Pereyra 1973, doi:10.1137/0710036.
 */
public final class ExponentialRecovery {
    private static final int GRID = 80;
    private static final double LN_TOLERANCE = 1e-10;
    /** A time constant of this many windows is a straight line to any data. */
    private static final double LONGEST_IN_WINDOWS = 50;
    /** A time constant of this share of a step between values is a jump to any data. */
    private static final double SHORTEST_IN_STEPS = 0.1;

    private final OptionalDouble asymptote;
    private final double confidence;

    private ExponentialRecovery(OptionalDouble asymptote, double confidence) {
        this.asymptote = asymptote;
        this.confidence = confidence;
    }

    /** The asymptote is fitted; intervals at 95 %. */
    public static ExponentialRecovery withDefaults() {
        return new ExponentialRecovery(OptionalDouble.empty(), 0.95);
    }

    /** The curve tends to a known level, such as the baseline. */
    public ExponentialRecovery towards(double level) {
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("the level to recover to must be finite, got " + level);
        }
        return new ExponentialRecovery(OptionalDouble.of(level), confidence);
    }

    /** Intervals at another level of confidence, between 0 and 1. */
    public ExponentialRecovery withConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + level);
        }
        return new ExponentialRecovery(asymptote, level);
    }

    /**
     * Fits the values inside a window, t counted from its start.
     *
     * @param values values of one quantity over session time
     * @param recovery from the offset of what the person recovers from to the end of the recovery
     */
    public RecoveryFit fit(TimedValues values, Window recovery) {
        TimedValues inside = values.during(recovery);
        double[] t = inside.toSeconds();
        for (int i = 0; i < t.length; i++) {
            t[i] -= recovery.startSeconds();
        }
        int parameters = asymptote.isPresent() ? 2 : 3;
        Labels labels = new Labels(values.name(), values.unit());
        if (t.length < parameters + 2) {
            return labels.nothing(
                    Verdict.NO_DATA, String.format(Locale.ROOT, "%d of %d values needed", t.length, parameters + 2));
        }
        ExponentialProfile profile = new ExponentialProfile(t, inside.toArray(), asymptote);
        DoubleUnaryOperator rss = lnTau -> profile.at(lnTau).residualSquares();
        double length = t[t.length - 1] - t[0];
        double[] grid = grid(Math.log(SHORTEST_IN_STEPS * length / t.length), Math.log(LONGEST_IN_WINDOWS * length));
        double best = minimum(rss, grid);
        double least = rss.applyAsDouble(best);
        int freedom = t.length - parameters;
        double constant = profile.residualSquaresOfConstant();
        double gain = (constant - least) / 2;
        if (gain <= least / freedom * quantileOfF(2, freedom)) {
            return labels.nothing(Verdict.NO_CHANGE, "the values change no more than by chance");
        }
        double limit = least * (1 + quantileOfF(1, freedom) / freedom);
        Bounds halfTime =
                new Bounds(Math.log(2) * below(rss, limit, best, grid), Math.log(2) * above(rss, limit, best, grid));
        return labels.curve(profile, best, freedom, halfTime, recovery.lengthSeconds(), confidence);
    }

    private double quantileOfF(int numerator, int denominator) {
        return new FDistribution(null, numerator, denominator).inverseCumulativeProbability(confidence);
    }

    private static double[] grid(double from, double to) {
        double[] grid = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            grid[i] = from + (to - from) * i / (GRID - 1);
        }
        return grid;
    }

    private static double minimum(DoubleUnaryOperator rss, double[] grid) {
        int at = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < grid.length; i++) {
            double value = rss.applyAsDouble(grid[i]);
            if (value < least) {
                least = value;
                at = i;
            }
        }
        return new BrentOptimizer(LN_TOLERANCE, LN_TOLERANCE)
                .optimize(
                        new MaxEval(500),
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(rss::applyAsDouble),
                        new SearchInterval(grid[Math.max(0, at - 1)], grid[Math.min(GRID - 1, at + 1)], grid[at]))
                .getPoint();
    }

    /** The time constant below the best one at which the limit is passed; 0 where it is not. */
    private static double below(DoubleUnaryOperator rss, double limit, double best, double[] grid) {
        double inside = best;
        for (int i = grid.length - 1; i >= 0; i--) {
            if (grid[i] < best) {
                if (rss.applyAsDouble(grid[i]) > limit) {
                    return Math.exp(crossing(rss, limit, grid[i], inside));
                }
                inside = grid[i];
            }
        }
        return 0;
    }

    /** The time constant above the best one at which the limit is passed; infinite where it is not. */
    private static double above(DoubleUnaryOperator rss, double limit, double best, double[] grid) {
        double inside = best;
        for (double lnTau : grid) {
            if (lnTau > best) {
                if (rss.applyAsDouble(lnTau) > limit) {
                    return Math.exp(crossing(rss, limit, inside, lnTau));
                }
                inside = lnTau;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double crossing(DoubleUnaryOperator rss, double limit, double from, double to) {
        return new BrentSolver(LN_TOLERANCE).solve(500, lnTau -> rss.applyAsDouble(lnTau) - limit, from, to);
    }

    /** How results are named. */
    private record Labels(String name, Unit unit) {
        RecoveryFit curve(
                ExponentialProfile profile,
                double lnTau,
                int freedom,
                Bounds halfTime,
                double lengthSeconds,
                double confidence) {
            ExponentialProfile.Fit fit = profile.at(lnTau);
            double variance = fit.residualSquares() / freedom;
            double sd = Math.sqrt(variance);
            if (Double.isInfinite(halfTime.upper())) {
                return nothing(
                                Verdict.OPEN,
                                String.format(
                                        Locale.ROOT,
                                        "%.0f s do not bound the half-time from above, it is at least %.0f s",
                                        lengthSeconds,
                                        halfTime.lower()))
                        .with(halfTime, sd);
            }
            double[] errors = profile.standardErrors(lnTau, variance);
            double half = Math.log(2) * Math.exp(lnTau);
            double reach =
                    new TDistribution(null, freedom).inverseCumulativeProbability((1 + confidence) / 2) * errors[0];
            int n = freedom + (errors[0] == 0 ? 2 : 3);
            return new RecoveryFit(
                    estimate(" half-time", half, Unit.S, n, Math.log(2) * errors[2]),
                    estimate(" asymptote", fit.asymptote(), unit, n, errors[0]),
                    estimate(" amplitude", fit.amplitude(), unit, n, errors[1]),
                    halfTime,
                    new Bounds(fit.asymptote() - reach, fit.asymptote() + reach),
                    sd,
                    lengthSeconds < 2 * half ? Verdict.WINDOW_SHORT : Verdict.IDENTIFIED);
        }

        RecoveryFit nothing(Verdict verdict, String reason) {
            return new RecoveryFit(
                    MetricValue.notEstimable(name + " half-time", Unit.S, reason),
                    MetricValue.notEstimable(name + " asymptote", unit, reason),
                    MetricValue.notEstimable(name + " amplitude", unit, reason),
                    Bounds.NONE,
                    Bounds.EVERYTHING,
                    Double.NaN,
                    verdict);
        }

        private MetricValue estimate(String what, double value, Unit ofUnit, int n, double error) {
            return new Estimate(
                    name + what,
                    value,
                    ofUnit,
                    n,
                    Double.isFinite(error) && error > 0 ? OptionalDouble.of(error) : OptionalDouble.empty());
        }
    }
}
