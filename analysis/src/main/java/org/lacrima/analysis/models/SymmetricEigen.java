package org.lacrima.analysis.models;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations, which find small eigenvalues to their last
 * digits and always come to an end.
 */
final class SymmetricEigen {

    private static final int MOST_SWEEPS = 60;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    static SymmetricEigen of(double[][] symmetric) {
        int n = symmetric.length;
        double[][] a = new double[n][n];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
            for (int j = 0; j < n; j++) {
                a[i][j] = (symmetric[i][j] + symmetric[j][i]) / 2;
            }
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            boolean rotated = false;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    double size = Math.sqrt(Math.abs(a[i][i])) * Math.sqrt(Math.abs(a[j][j]));
                    if (Math.abs(a[i][j]) > 1e-17 * size) {
                        rotate(a, v, i, j);
                        rotated = true;
                    }
                }
            }
            if (!rotated) {
                break;
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricEigen(values, v);
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double slope = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (slope >= 0 ? 1 : -1) / (Math.abs(slope) + Math.hypot(slope, 1));
        double cos = 1 / Math.hypot(t, 1);
        double sin = t * cos;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = cos * kp - sin * kq;
            a[k][q] = sin * kp + cos * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = cos * pk - sin * qk;
            a[q][k] = sin * pk + cos * qk;
            double vp = v[k][p];
            double vq = v[k][q];
            v[k][p] = cos * vp - sin * vq;
            v[k][q] = sin * vp + cos * vq;
        }
        a[p][q] = 0;
        a[q][p] = 0;
    }

    int size() {
        return values.length;
    }

    double value(int k) {
        return values[k];
    }

    /** The eigenvector of a value, of length 1. */
    double[] vector(int k) {
        double[] vector = new double[vectors.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = vectors[i][k];
        }
        return vector;
    }

    double largest() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }
}
