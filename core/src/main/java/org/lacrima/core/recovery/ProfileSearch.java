package org.lacrima.core.recovery;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/** The least value of a function of one parameter, and where a limit above it is passed on either side. */
final class ProfileSearch {
    private static final double TOLERANCE = 1e-7;

    private ProfileSearch() {}

    /** Points from one end to the other, both included, evenly. */
    static double[] grid(double from, double to, int points) {
        double[] grid = new double[points];
        for (int i = 0; i < points; i++) {
            grid[i] = from + (to - from) * i / (points - 1);
        }
        return grid;
    }

    /** Where the least value is: the best point of the grid, refined between its neighbours. */
    static double minimum(DoubleUnaryOperator f, double[] grid) {
        int at = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < grid.length; i++) {
            double value = f.applyAsDouble(grid[i]);
            if (value < least) {
                least = value;
                at = i;
            }
        }
        double refined = new BrentOptimizer(TOLERANCE, TOLERANCE)
                .optimize(
                        new MaxEval(500),
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(f::applyAsDouble),
                        new SearchInterval(
                                grid[Math.max(0, at - 1)], grid[Math.min(grid.length - 1, at + 1)], grid[at]))
                .getPoint();
        return f.applyAsDouble(refined) <= least ? refined : grid[at];
    }

    /** Below the best point, where the limit is passed; negative infinity where it is not. */
    static double below(DoubleUnaryOperator f, double limit, double best, double[] grid) {
        double inside = best;
        for (int i = grid.length - 1; i >= 0; i--) {
            if (grid[i] < best) {
                if (f.applyAsDouble(grid[i]) > limit) {
                    return crossing(f, limit, grid[i], inside);
                }
                inside = grid[i];
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** Above the best point, where the limit is passed; infinite where it is not. */
    static double above(DoubleUnaryOperator f, double limit, double best, double[] grid) {
        double inside = best;
        for (double point : grid) {
            if (point > best) {
                if (f.applyAsDouble(point) > limit) {
                    return crossing(f, limit, inside, point);
                }
                inside = point;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Where the limit is passed on the way from a point in steps that double; infinite where it is not within a thousand.
     *
     * @param step first step; negative downwards
     */
    static double beyond(DoubleUnaryOperator f, double limit, double from, double step) {
        if (f.applyAsDouble(from) > limit) {
            // the data are exact: the limit lies within rounding of the least value
            return from;
        }
        double inside = from;
        for (double reach = step; Math.abs(reach) < 1024 * Math.abs(step); reach *= 2) {
            double point = from + reach;
            if (f.applyAsDouble(point) > limit) {
                return crossing(f, limit, Math.min(inside, point), Math.max(inside, point));
            }
            inside = point;
        }
        return Math.copySign(Double.POSITIVE_INFINITY, step);
    }

    private static double crossing(DoubleUnaryOperator f, double limit, double from, double to) {
        return new BrentSolver(TOLERANCE).solve(500, x -> f.applyAsDouble(x) - limit, from, to);
    }
}
