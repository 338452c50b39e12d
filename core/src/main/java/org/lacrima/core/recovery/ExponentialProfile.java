package org.lacrima.core.recovery;

import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/** Least squares of {@code A + D · e^(−t ⁄ τ)} as a function of ln τ alone: A and D follow from it by regression. */
final class ExponentialProfile {
    private final double[] t;
    private final double[] x;
    private final OptionalDouble fixedAsymptote;

    ExponentialProfile(double[] t, double[] x, OptionalDouble fixedAsymptote) {
        this.t = t;
        this.x = x;
        this.fixedAsymptote = fixedAsymptote;
    }

    /** The best coefficients for a time constant, and what they leave. */
    record Fit(double asymptote, double amplitude, double residualSquares) {}

    Fit at(double lnTau) {
        double tau = Math.exp(lnTau);
        int n = t.length;
        double[] e = new double[n];
        double meanE = 0;
        double meanX = 0;
        for (int i = 0; i < n; i++) {
            e[i] = Math.exp(-t[i] / tau);
            meanE += e[i] / n;
            meanX += x[i] / n;
        }
        double originE = fixedAsymptote.isPresent() ? 0 : meanE;
        double originX = fixedAsymptote.orElse(meanX);
        double ee = 0;
        double ex = 0;
        for (int i = 0; i < n; i++) {
            ee += (e[i] - originE) * (e[i] - originE);
            ex += (e[i] - originE) * (x[i] - originX);
        }
        double amplitude = ee > 0 ? ex / ee : 0;
        double asymptote = originX - amplitude * originE;
        double rss = 0;
        for (int i = 0; i < n; i++) {
            double residual = x[i] - asymptote - amplitude * e[i];
            rss += residual * residual;
        }
        return new Fit(asymptote, amplitude, rss);
    }

    /** What a constant leaves: the fixed asymptote, or the mean. */
    double residualSquaresOfConstant() {
        double origin = fixedAsymptote.orElseGet(() -> {
            double sum = 0;
            for (double value : x) {
                sum += value;
            }
            return sum / x.length;
        });
        double rss = 0;
        for (double value : x) {
            rss += (value - origin) * (value - origin);
        }
        return rss;
    }

    /**
     * Standard errors of A, D and τ in the linearised model, {@code σ² (JᵀJ)⁻¹}; that of a fixed A is 0. NaN where the
     * columns of J cannot be told apart.
     */
    double[] standardErrors(double lnTau, double residualVariance) {
        double tau = Math.exp(lnTau);
        double amplitude = at(lnTau).amplitude();
        int first = fixedAsymptote.isPresent() ? 1 : 0;
        double[][] normal = new double[3 - first][3 - first];
        for (double time : t) {
            double e = Math.exp(-time / tau);
            double[] row = {1, e, amplitude * time / (tau * tau) * e};
            for (int i = first; i < 3; i++) {
                for (int j = first; j < 3; j++) {
                    normal[i - first][j - first] += row[i] * row[j];
                }
            }
        }
        double[] errors = {0, Double.NaN, Double.NaN};
        try {
            RealMatrix inverse = new LUDecomposition(new Array2DRowRealMatrix(normal, false), 1e-300)
                    .getSolver()
                    .getInverse();
            for (int i = first; i < 3; i++) {
                errors[i] = Math.sqrt(residualVariance * inverse.getEntry(i - first, i - first));
            }
        } catch (SingularMatrixException e) {
            errors[0] = first == 1 ? 0 : Double.NaN;
        }
        return errors;
    }
}
