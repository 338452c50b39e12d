package org.lacrima.analysis.stats;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/** Symmetric positive-definite matrices, as information and cross-products are. */
public final class SymmetricSystem {

    private SymmetricSystem() {}

    /** The inverse, or nothing where the matrix is not positive definite to {@code 1e-11} of its diagonal. */
    public static Optional<double[][]> inverse(double[][] matrix) {
        int n = matrix.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            if (!(matrix[i][i] > 0) || !Double.isFinite(matrix[i][i])) {
                return Optional.empty();
            }
            scale[i] = 1 / Math.sqrt(matrix[i][i]);
        }
        double[][] scaled = scaled(matrix, scale);
        try {
            RealMatrix inverse = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-9, 1e-11)
                    .getSolver()
                    .getInverse();
            return Optional.of(scaled(inverse.getData(), scale));
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }

    private static double[][] scaled(double[][] matrix, double[] scale) {
        int n = matrix.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                result[i][j] = matrix[i][j] * scale[i] * scale[j];
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    /** {@code A·x}. */
    public static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    /** {@code xᵀ·A·x}. */
    public static double quadratic(double[][] matrix, double[] vector) {
        double[] product = times(matrix, vector);
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += product[i] * vector[i];
        }
        return sum;
    }

    /** The rows and columns of some of the positions. */
    public static double[][] part(double[][] matrix, int... positions) {
        double[][] part = new double[positions.length][positions.length];
        for (int i = 0; i < positions.length; i++) {
            for (int j = 0; j < positions.length; j++) {
                part[i][j] = matrix[positions[i]][positions[j]];
            }
        }
        return part;
    }
}
