package org.lacrima.core.recovery;

/**
 * Least squares on a few columns by modified Gram–Schmidt, each column made orthogonal twice: as stable as a QR and without
 * its copies. Columns that depend on those before them get no coefficient.
 */
final class LinearLeastSquares {
    private static final double DEPENDENT = 1e-10;

    private final double[][] q;
    private final double[][] r;
    private final double[] projection;
    private final double residualSquares;

    private LinearLeastSquares(double[][] q, double[][] r, double[] projection, double residualSquares) {
        this.q = q;
        this.r = r;
        this.projection = projection;
        this.residualSquares = residualSquares;
    }

    static LinearLeastSquares of(double[][] columns, double[] y) {
        int k = columns.length;
        double[][] q = new double[k][];
        double[][] r = new double[k][k];
        double[] projection = new double[k];
        double[] rest = y.clone();
        for (int j = 0; j < k; j++) {
            double[] column = columns[j].clone();
            double size = Math.sqrt(dot(column, column));
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    double share = dot(q[i], column);
                    r[i][j] += share;
                    subtract(column, share, q[i]);
                }
            }
            double left = Math.sqrt(dot(column, column));
            r[j][j] = left > DEPENDENT * size ? left : 0;
            for (int i = 0; i < column.length; i++) {
                column[i] = r[j][j] > 0 ? column[i] / left : 0;
            }
            q[j] = column;
            projection[j] = dot(column, rest);
            subtract(rest, projection[j], column);
        }
        return new LinearLeastSquares(q, r, projection, dot(rest, rest));
    }

    double residualSquares() {
        return residualSquares;
    }

    /** One coefficient per column; 0 for a column that depends on those before it. */
    double[] coefficients() {
        int k = q.length;
        double[] b = new double[k];
        for (int j = k - 1; j >= 0; j--) {
            double sum = projection[j];
            for (int i = j + 1; i < k; i++) {
                sum -= r[j][i] * b[i];
            }
            b[j] = r[j][j] > 0 ? sum / r[j][j] : 0;
        }
        return b;
    }

    /** Logarithm of the determinant of {@code XᵀX}; negative infinity where columns depend on each other. */
    double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < r.length; j++) {
            sum += 2 * Math.log(r[j][j]);
        }
        return sum;
    }

    /** Diagonal of {@code (XᵀX)⁻¹}; infinite where columns depend on each other. */
    double[] inverseDiagonal() {
        int k = r.length;
        double[] diagonal = new double[k];
        for (int column = 0; column < k; column++) {
            double[] inverse = new double[k];
            for (int i = column; i >= 0; i--) {
                double sum = i == column ? 1 : 0;
                for (int j = i + 1; j <= column; j++) {
                    sum -= r[i][j] * inverse[j];
                }
                inverse[i] = sum / r[i][i];
            }
            for (int i = 0; i <= column; i++) {
                diagonal[i] += inverse[i] * inverse[i];
            }
        }
        for (int i = 0; i < k; i++) {
            diagonal[i] = Double.isNaN(diagonal[i]) ? Double.POSITIVE_INFINITY : diagonal[i];
        }
        return diagonal;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * what[i];
        }
    }
}
