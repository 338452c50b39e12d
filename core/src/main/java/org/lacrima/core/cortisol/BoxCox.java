package org.lacrima.core.cortisol;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * The power transformation of Box and Cox for skewed concentrations, {@code (x^λ − 1) ⁄ λ}, and {@code ln x} for λ = 0.
 * Tests are run on transformed values; areas under the curve are taken of raw ones. Immutable.
 *
 * <p>Box &amp; Cox 1964, doi:10.1111/j.2517-6161.1964.tb00553.x.
 *
 * @param lambda the power λ
 */
public record BoxCox(double lambda) {
    /** The natural logarithm. */
    public static final BoxCox LN = new BoxCox(0);
    /** λ = 1⁄4, common for cortisol in saliva (Miller &amp; Plessow 2013, Psychoneuroendocrinology 38). */
    public static final BoxCox FOURTH_ROOT = new BoxCox(0.25);

    private static final double WIDEST = 50;
    private static final int EVALUATIONS = 1000;

    /** Refuses a power that is not finite. */
    public BoxCox {
        if (!Double.isFinite(lambda)) {
            throw new IllegalArgumentException("λ must be finite, got " + lambda);
        }
    }

    /**
     * The power under which values are most nearly normal, by maximum likelihood, with its 95 % interval.
     *
     * @param lambda estimate of λ
     * @param low lower end of the interval of profile likelihood
     * @param high upper end
     */
    public record Estimate(double lambda, double low, double high) {
        /** The transformation with the estimated power. */
        public BoxCox transformation() {
            return new BoxCox(lambda);
        }
    }

    /**
     * λ that maximises the profile likelihood {@code −n ⁄ 2 · ln s²(λ) + (λ − 1) · Σ ln x}, s² the variance of the transformed
     * values with divisor n; the interval holds all λ within {@code χ²₁(0.95) ⁄ 2} of the maximum. As R's MASS::boxcox.
     *
     * @param values positive values, at least 3, not all equal
     * @throws IllegalArgumentException if they are not, or if they do not bound λ between ±50
     */
    public static Estimate fitted(double... values) {
        requirePositive(values);
        if (values.length < 3) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "λ needs at least 3 values, got %d", values.length));
        }
        double[] logs = new double[values.length];
        double mean = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(values[i]);
            mean += logs[i] / logs.length;
        }
        // Values over their geometric mean: the likelihood shifts by a constant, and its last term vanishes.
        for (int i = 0; i < logs.length; i++) {
            logs[i] -= mean;
        }
        if (variance(logs, 0) <= 1e-24) {
            throw new IllegalArgumentException("all values are equal, λ needs spread");
        }
        DoubleUnaryOperator likelihood = lambda -> -0.5 * logs.length * Math.log(variance(logs, lambda));
        double best = new BrentOptimizer(1e-12, 1e-14)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MAXIMIZE,
                        new UnivariateObjectiveFunction(likelihood::applyAsDouble),
                        new SearchInterval(-WIDEST, WIDEST))
                .getPoint();
        double ground =
                likelihood.applyAsDouble(best) - new ChiSquaredDistribution(1).inverseCumulativeProbability(0.95) / 2;
        if (likelihood.applyAsDouble(-WIDEST) >= ground || likelihood.applyAsDouble(WIDEST) >= ground) {
            throw new IllegalArgumentException("the values do not bound λ between -50 and 50");
        }
        BrentSolver solver = new BrentSolver(1e-13, 1e-13);
        return new Estimate(
                best,
                solver.solve(EVALUATIONS, l -> likelihood.applyAsDouble(l) - ground, -WIDEST, best),
                solver.solve(EVALUATIONS, l -> likelihood.applyAsDouble(l) - ground, best, WIDEST));
    }

    /** A transformed value; the value must be positive. */
    public double applyTo(double value) {
        requirePositive(value);
        return transformed(Math.log(value), lambda);
    }

    /** The value of which this is the transform; refused where {@code λ·y + 1} is not positive, as no value has it. */
    public double invert(double transformed) {
        if (lambda == 0) {
            return Math.exp(transformed);
        }
        double base = lambda * transformed + 1;
        if (!(base > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s is no transform of a positive value by λ = %s", transformed, lambda));
        }
        return Math.exp(Math.log(base) / lambda);
    }

    /** A series with every concentration transformed; a concentration of 0 becomes a missing sample with that reason. */
    public SalivaSeries applyTo(SalivaSeries series) {
        List<SalivaSample> samples = series.samples().stream()
                .map(s -> s.concentration().isEmpty()
                        ? s
                        : s.concentration().getAsDouble() > 0
                                ? SalivaSample.of(
                                        s.sample(),
                                        s.minutes(),
                                        applyTo(s.concentration().getAsDouble()))
                                : SalivaSample.missing(
                                        s.sample(), s.minutes(), "no power of a value that is not positive"))
                .toList();
        String unit = lambda == 0
                ? "ln " + series.unit()
                : String.format(Locale.ROOT, "Box–Cox %s of %s", lambda, series.unit());
        return new SalivaSeries(series.analyte(), new Unit(unit), samples);
    }

    private static double transformed(double log, double lambda) {
        return lambda == 0 ? log : Math.expm1(lambda * log) / lambda;
    }

    private static double variance(double[] logs, double lambda) {
        double mean = 0;
        for (double log : logs) {
            mean += transformed(log, lambda) / logs.length;
        }
        double squares = 0;
        for (double log : logs) {
            double deviation = transformed(log, lambda) - mean;
            squares += deviation * deviation;
        }
        return squares / logs.length;
    }

    private static void requirePositive(double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "value %d must be positive and finite, got %s", i, values[i]));
            }
        }
    }
}
