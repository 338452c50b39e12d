package org.lacrima.analysis.meta;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Estimators of the variance τ² between studies, with their standard errors; k effects, one common mean. */
final class Heterogeneity {

    private static final int MOST_EVALUATIONS = 500;

    private final double[] y;
    private final double[] v;

    Heterogeneity(List<StudyEffect> effects) {
        this.y = effects.stream().mapToDouble(StudyEffect::estimate).toArray();
        this.v = effects.stream().mapToDouble(StudyEffect::variance).toArray();
    }

    /** Weighted sums under weights {@code w = 1⁄(v + τ²)}. */
    record Weighted(double weights, double squaredWeights, double cubedWeights, double mean, double q) {
        /** Sum of the squares of the elements of {@code P = W − W11ᵀW⁄Σw}. */
        double squaredProjection() {
            return squaredWeights - 2 * cubedWeights / weights + squaredWeights * squaredWeights / (weights * weights);
        }

        double trace() {
            return weights - squaredWeights / weights;
        }
    }

    Weighted weighted(double tau2) {
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        double product = 0;
        for (int i = 0; i < y.length; i++) {
            double w = 1 / (v[i] + tau2);
            sum += w;
            squares += w * w;
            cubes += w * w * w;
            product += w * y[i];
        }
        double mean = product / sum;
        double q = 0;
        for (int i = 0; i < y.length; i++) {
            q += (y[i] - mean) * (y[i] - mean) / (v[i] + tau2);
        }
        return new Weighted(sum, squares, cubes, mean, q);
    }

    /** τ² and its standard error. */
    record Estimate(double tau2, double standardError) {}

    Estimate derSimonianLaird() {
        Weighted fixed = weighted(0);
        double tau2 = Math.max(0, (fixed.q() - df()) / fixed.trace());
        double variance = 2 * df() + 4 * tau2 * fixed.trace() + 2 * tau2 * tau2 * fixed.squaredProjection();
        return new Estimate(tau2, Math.sqrt(variance) / fixed.trace());
    }

    Estimate hedges() {
        double k = y.length;
        double meanVariance = Arrays.stream(v).sum() / k;
        double tau2 = Math.max(0, sampleVariance() - meanVariance);
        double sum = Arrays.stream(v).sum();
        double squares = Arrays.stream(v).map(x -> x * x).sum();
        double projected = squares * (1 - 2 / k) + sum * sum / (k * k);
        double variance = 2 * projected + 4 * tau2 * sum * (1 - 1 / k) + 2 * tau2 * tau2 * df();
        return new Estimate(tau2, Math.sqrt(variance) / df());
    }

    Estimate pauleMandel() {
        double tau2 = crossing(df());
        Weighted at = weighted(tau2);
        double k = y.length;
        return new Estimate(tau2, Math.sqrt(2 * k * k / df()) / at.weights());
    }

    Estimate maximumLikelihood() {
        double tau2 = maximum(this::logLikelihood, this::scoreOfLikelihood);
        return new Estimate(tau2, Math.sqrt(2 / weighted(tau2).squaredWeights()));
    }

    Estimate restrictedMaximumLikelihood() {
        double tau2 = maximum(this::restrictedLogLikelihood, this::scoreOfRestrictedLikelihood);
        return new Estimate(tau2, Math.sqrt(2 / weighted(tau2).squaredProjection()));
    }

    private int df() {
        return y.length - 1;
    }

    private double sampleVariance() {
        double mean = Arrays.stream(y).sum() / y.length;
        return Arrays.stream(y).map(x -> (x - mean) * (x - mean)).sum() / df();
    }

    /** The τ² at which Q falls to a level: Q falls as τ² grows; 0 where it starts below. */
    double crossing(double level) {
        return weighted(0).q() <= level ? 0 : root(tau2 -> weighted(tau2).q() - level);
    }

    /** Profile limits of τ² by the distribution of Q. Source: Viechtbauer 2007, doi:10.1002/sim.2514. */
    double[] profileLimits(double confidence) {
        ChiSquaredDistribution chi = ChiSquaredDistribution.of(df());
        double tail = (1 - confidence) / 2;
        return new double[] {
            crossing(chi.inverseSurvivalProbability(tail)), crossing(chi.inverseCumulativeProbability(tail))
        };
    }

    double logLikelihood(double tau2) {
        double logs = Arrays.stream(v).map(x -> Math.log(x + tau2)).sum();
        return -0.5 * (y.length * Math.log(2 * Math.PI) + logs + weighted(tau2).q());
    }

    double restrictedLogLikelihood(double tau2) {
        Weighted at = weighted(tau2);
        double logs = Arrays.stream(v).map(x -> Math.log(x + tau2)).sum();
        return -0.5 * (df() * Math.log(2 * Math.PI) - Math.log(y.length) + logs + Math.log(at.weights()) + at.q());
    }

    private double scoreOfLikelihood(double tau2) {
        Weighted at = weighted(tau2);
        return weightedSquares(tau2, at.mean()) - at.weights();
    }

    private double scoreOfRestrictedLikelihood(double tau2) {
        Weighted at = weighted(tau2);
        return weightedSquares(tau2, at.mean()) - at.trace();
    }

    private double weightedSquares(double tau2, double mean) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double w = 1 / (v[i] + tau2);
            sum += w * w * (y[i] - mean) * (y[i] - mean);
        }
        return sum;
    }

    /** The best of the ends and of every root of the score on a grid fine enough to part its maxima. */
    private double maximum(DoubleUnaryOperator logLikelihood, DoubleUnaryOperator score) {
        double end = 1;
        double spread = Math.max(sampleVariance(), 1e-12);
        while (score.applyAsDouble(end * spread) > 0) {
            end *= 2;
        }
        double best = 0;
        int cells = 200;
        double from = 0;
        for (int cell = 1; cell <= cells; cell++) {
            double to = end * spread * Math.pow(cell / (double) cells, 3);
            if (score.applyAsDouble(from) > 0 && score.applyAsDouble(to) <= 0) {
                double root = root(score, from, to);
                best = logLikelihood.applyAsDouble(root) > logLikelihood.applyAsDouble(best) ? root : best;
            }
            from = to;
        }
        return best;
    }

    private double root(DoubleUnaryOperator decreasing) {
        double end = Math.max(sampleVariance(), 1e-12);
        while (decreasing.applyAsDouble(end) > 0) {
            end *= 2;
        }
        return root(decreasing, 0, end);
    }

    private static double root(DoubleUnaryOperator function, double from, double to) {
        return new BrentSolver(1e-15, 1e-15, 1e-15).solve(MOST_EVALUATIONS, function::applyAsDouble, from, to);
    }
}
