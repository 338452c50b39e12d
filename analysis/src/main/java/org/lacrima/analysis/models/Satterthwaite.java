package org.lacrima.analysis.models;

import java.util.Arrays;

/**
 * Satterthwaite's degrees of freedom, {@code ν = 2v² ⁄ gᵀAg}: v the variance of a weighted sum of coefficients, g its
 * gradient by the parameters θ and {@code ln σ²}, A their covariance, twice the inverse of the Hessian of the deviance.
 * Directions in which the deviance does not curve upwards, as at a variance of zero, are left out, as lmerTest does.
 */
final class Satterthwaite implements SmallSample {

    private static final double FLAT = 1e-8;

    private final double variance;
    private final double[][] phi;
    private final double[][][] n;
    private final double[][] jacobianTransposed;
    private final double[][] covariance;

    Satterthwaite(DevianceMinimum minimum) {
        Profile profile = minimum.profile();
        Derivatives d = minimum.derivatives();
        MixedProblem problem = profile.problem();
        int size = problem.shape().size();
        variance = profile.residualVariance();
        phi = profile.phi();
        n = new double[size][][];
        for (int r = 0; r < size; r++) {
            n[r] = d.n(r);
        }
        jacobianTransposed = Matrices.transposed(problem.shape().jacobian(minimum.theta()));
        double[][] byDelta = new double[size][size];
        double[] mixed = new double[size];
        for (int r = 0; r < size; r++) {
            mixed[r] = d.within()[r] / variance;
            for (int s = 0; s < size; s++) {
                double profiled = d.hessian()[r][s];
                double shared = d.within()[r] * d.within()[s] / (variance * variance * problem.weight());
                byDelta[r][s] = profiled + shared;
            }
        }
        double[][] byTheta = DevianceMinimum.hessianByTheta(
                jacobianTransposed, byDelta, problem.shape().curvature(d.gradient()));
        double[] mixedByTheta = Matrices.times(jacobianTransposed, mixed);
        double[][] full = new double[size + 1][size + 1];
        for (int r = 0; r < size; r++) {
            System.arraycopy(byTheta[r], 0, full[r], 0, size);
            full[r][size] = mixedByTheta[r];
            full[size][r] = mixedByTheta[r];
        }
        full[size][size] = problem.weight();
        covariance = inverseWhereCurved(full, 2);
    }

    private static double[][] inverseWhereCurved(double[][] hessian, double factor) {
        int size = hessian.length;
        SymmetricEigen eigen = SymmetricEigen.of(hessian);
        double[][] inverse = new double[size][size];
        for (int k = 0; k < size; k++) {
            double value = eigen.value(k);
            if (value > FLAT * eigen.largest()) {
                double[] v = eigen.vector(k);
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        inverse[i][j] += factor * v[i] * v[j] / value;
                    }
                }
            }
        }
        return inverse;
    }

    private double variance(double[] weights) {
        return variance * Matrices.form(weights, phi, weights);
    }

    private double df(double[] weights) {
        double[] spread = Matrices.times(phi, weights);
        int size = n.length;
        double[] byDelta = new double[size];
        for (int r = 0; r < size; r++) {
            byDelta[r] = variance * Matrices.form(spread, n[r], spread);
        }
        double[] gradient = Arrays.copyOf(Matrices.times(jacobianTransposed, byDelta), size + 1);
        double v = variance(weights);
        gradient[size] = v;
        return 2 * v * v / Matrices.form(gradient, covariance, gradient);
    }

    @Override
    public double[] errorAndDf(double[] weights) {
        return new double[] {Math.sqrt(variance(weights)), df(weights)};
    }

    /** By the eigenvectors of the covariance of the sums, each with its own degrees of freedom (Fai &amp; Cornelius). */
    @Override
    public double[] fAndDf(double[][] weights, double[] coefficients) {
        int q = weights.length;
        double[][] covarianceOfSums = Matrices.times(Matrices.times(weights, phi), Matrices.transposed(weights));
        SymmetricEigen eigen = SymmetricEigen.of(covarianceOfSums);
        double f = 0;
        double expectation = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        double mean = 0;
        for (int k = 0; k < q; k++) {
            double[] direction = Matrices.times(Matrices.transposed(weights), eigen.vector(k));
            double value = OrthonormalBasis.dot(direction, coefficients);
            f += value * value / variance(direction) / q;
            double df = df(direction);
            smallest = Math.min(smallest, df);
            largest = Math.max(largest, df);
            mean += df / q;
            expectation += df / (df - 2);
        }
        double df = largest - smallest < 1e-8 ? mean : smallest <= 2 ? 2 : 2 * expectation / (expectation - q);
        return new double[] {f, df};
    }
}
