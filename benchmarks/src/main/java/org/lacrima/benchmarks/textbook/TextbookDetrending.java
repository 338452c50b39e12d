package org.lacrima.benchmarks.textbook;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Smoothness priors with the matrix as it is printed. */
public final class TextbookDetrending {
    private TextbookDetrending() {}

    /** {@code z − (I + λ²·D₂ᵀD₂)⁻¹ z}. */
    public static double[] smoothnessPriors(double[] z, double lambda) {
        double[][] matrix = new double[z.length][z.length];
        for (int i = 0; i < z.length; i++) {
            matrix[i][i] = 1;
        }
        double[] second = {1, -2, 1};
        for (int row = 0; row < z.length - 2; row++) {
            for (int i = 0; i < second.length; i++) {
                for (int j = 0; j < second.length; j++) {
                    matrix[row + i][row + j] += lambda * lambda * second[i] * second[j];
                }
            }
        }
        RealMatrix system = new Array2DRowRealMatrix(matrix, false);
        RealVector samples = new ArrayRealVector(z, false);
        RealVector trend = new CholeskyDecomposition(system).getSolver().solve(samples);
        return samples.subtract(trend).toArray();
    }
}
