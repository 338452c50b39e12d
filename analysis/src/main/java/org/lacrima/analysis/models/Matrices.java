package org.lacrima.analysis.models;

/** Small dense matrices. */
final class Matrices {

    private Matrices() {}

    /** The lower triangular root of a positive definite matrix. */
    static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / l[j][j];
            }
        }
        return l;
    }

    /** {@code L⁻¹v}. */
    static double[] forward(double[][] l, double[] v) {
        double[] x = v.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= l[i][k] * x[k];
            }
            x[i] /= l[i][i];
        }
        return x;
    }

    /** The inverse of a positive definite matrix from its root. */
    static double[][] inverseFromRoot(double[][] l) {
        int n = l.length;
        double[][] inverse = new double[n][n];
        double[][] columns = new double[n][];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            columns[j] = forward(l, unit);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                inverse[i][j] = OrthonormalBasis.dot(columns[i], columns[j]);
                inverse[j][i] = inverse[i][j];
            }
        }
        return inverse;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b.length == 0 ? 0 : b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                double factor = a[i][k];
                for (int j = 0; j < c[i].length; j++) {
                    c[i][j] += factor * b[k][j];
                }
            }
        }
        return c;
    }

    static double[] times(double[][] a, double[] v) {
        double[] x = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            x[i] = OrthonormalBasis.dot(a[i], v);
        }
        return x;
    }

    static double[][] transposed(double[][] a) {
        double[][] t = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    /** {@code aᵀMb}. */
    static double form(double[] a, double[][] m, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * OrthonormalBasis.dot(m[i], b);
        }
        return sum;
    }

    /** Trace of the product of two symmetric matrices. */
    static double traceOfProduct(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += OrthonormalBasis.dot(a[i], b[i]);
        }
        return sum;
    }

    /**
     * Solves {@code Mx = b} for many columns by elimination with partial pivoting, in place.
     *
     * @param m square matrix of n rows, row by row; destroyed
     * @param b right-hand sides, n rows; becomes the solutions
     * @return {@code ln|det M|}
     */
    static double solve(double[] m, int n, double[]... b) {
        double log = 0;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(m[i * n + k]) > Math.abs(m[pivot * n + k])) {
                    pivot = i;
                }
            }
            swap(m, n, k, pivot);
            double head = m[k * n + k];
            log += Math.log(Math.abs(head));
            for (double[] right : b) {
                swap(right, right.length / n, k, pivot);
            }
            for (int i = k + 1; i < n; i++) {
                double factor = m[i * n + k] / head;
                if (factor != 0) {
                    subtract(m, n, i, k, factor, k);
                    for (double[] right : b) {
                        subtract(right, right.length / n, i, k, factor, 0);
                    }
                }
            }
        }
        for (double[] right : b) {
            int width = right.length / n;
            for (int k = n - 1; k >= 0; k--) {
                for (int i = k + 1; i < n; i++) {
                    if (m[k * n + i] != 0) {
                        subtract(right, width, k, i, m[k * n + i], 0);
                    }
                }
                double head = m[k * n + k];
                for (int j = 0; j < width; j++) {
                    right[k * width + j] /= head;
                }
            }
        }
        return log;
    }

    private static void swap(double[] m, int width, int i, int k) {
        if (i != k) {
            for (int j = 0; j < width; j++) {
                double kept = m[i * width + j];
                m[i * width + j] = m[k * width + j];
                m[k * width + j] = kept;
            }
        }
    }

    private static void subtract(double[] m, int width, int row, int pivotRow, double factor, int from) {
        int to = row * width;
        int with = pivotRow * width;
        for (int j = from; j < width; j++) {
            m[to + j] -= factor * m[with + j];
        }
    }
}
