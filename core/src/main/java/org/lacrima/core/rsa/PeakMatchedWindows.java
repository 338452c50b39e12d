package org.lacrima.core.rsa;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Peak-matched multiple windows (Hansson &amp; Salomonsson 1997, doi:10.1109/78.558503): the windows of a length that
 * catch most of a spectrum peaked by 20 dB over a resolution of {@code B = (K + 2) ⁄ N}, while the spectrum outside
 * {@code B} is weighted with a penalty of 30 dB. They are the first K generalised eigenvectors of the covariance of the
 * peaked spectrum and that of the penalty, each scaled to unit energy, and are weighted by their eigenvalues.
 */
final class PeakMatchedWindows {
    private static final double PEAK_DECIBELS = 20;
    private static final double PENALTY_DECIBELS = 30;

    private final double[][] windows;
    private final double[] weights;

    private PeakMatchedWindows(double[][] windows, double[] weights) {
        this.windows = windows;
        this.weights = weights;
    }

    /** {@code count} windows of {@code n} samples. */
    static PeakMatchedWindows of(int n, int count) {
        double b = (count + 2.0) / n;
        double slope = 2 * PEAK_DECIBELS / 10 / b * Math.log(10);
        double penalty = Math.pow(10, PENALTY_DECIBELS / 10);
        double[] peak = new double[n];
        double[] outside = new double[n];
        for (int k = 0; k < n; k++) {
            double w = 2 * Math.PI * k;
            double decay = Math.exp(-slope * b / 2);
            peak[k] = (2 * slope - decay * (2 * slope * Math.cos(w * b / 2) - 2 * w * Math.sin(w * b / 2)))
                    / (slope * slope + w * w);
            double box = k == 0 ? b : Math.sin(w * b / 2) * 2 / w;
            outside[k] = (k == 0 ? penalty : 0) - (penalty - 1) * box;
        }
        RealMatrix lowerInverse = MatrixUtils.inverse(new CholeskyDecomposition(toeplitz(outside)).getL());
        RealMatrix whitened = lowerInverse.multiply(toeplitz(peak)).multiply(lowerInverse.transpose());
        EigenDecomposition eigen =
                new EigenDecomposition(whitened.add(whitened.transpose()).scalarMultiply(0.5));
        double[][] windows = new double[count][];
        double[] weights = new double[count];
        double total = 0;
        for (int k = 0; k < count; k++) {
            RealVector window = lowerInverse.transpose().operate(eigen.getEigenvector(k));
            windows[k] = window.mapDivide(window.getNorm()).toArray();
            weights[k] = eigen.getRealEigenvalue(k);
            total += weights[k];
        }
        for (int k = 0; k < count; k++) {
            weights[k] /= total;
        }
        return new PeakMatchedWindows(windows, weights);
    }

    private static RealMatrix toeplitz(double[] firstRow) {
        int n = firstRow.length;
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = firstRow[Math.abs(i - j)];
            }
        }
        return new Array2DRowRealMatrix(rows, false);
    }

    int count() {
        return weights.length;
    }

    /** Window {@code k}, of unit energy; not to be written to. */
    double[] window(int k) {
        return windows[k];
    }

    /** Weight of window {@code k}; they sum to 1. */
    double weight(int k) {
        return weights[k];
    }
}
