package org.lacrima.analysis.models;

import java.util.Arrays;
import java.util.List;

/**
 * The deviance at given relative covariances D of the random effects, with the coefficients and the residual variance at
 * their best (Bates et al. 2015, doi:10.18637/jss.v067.i01), and what its derivatives are made of.
 *
 * <p>With {@code H = I + ZDZᵀ}, {@code U = (I + ZᵀZ·D)⁻¹} of one cluster: {@code ZᵀH⁻¹Z = U·ZᵀZ},
 * {@code ZᵀH⁻¹W = U·ZᵀW}, {@code ln|H| = −ln|U|}, {@code WᵀH⁻¹W = WᵀW − WᵀZ·D·ZᵀH⁻¹W}: no matrix is larger than a
 * cluster's random effects, no inverse of D is needed where it is singular, and D far from I loses no digits.
 */
final class Profile {

    private final MixedProblem problem;
    private final double[][][] covariances;
    private final double[][] t;
    private final double[][] f;
    private final double[][] phi;
    private final double[] shift;
    private final double rho;
    private final double deviance;

    Profile(MixedProblem problem, double[][][] covariances) {
        this.problem = problem;
        this.covariances = covariances;
        List<Cluster> clusters = problem.clusters();
        int p = problem.columns();
        int width = p + 1;
        t = new double[clusters.size()][];
        f = new double[clusters.size()][];
        double[][] whw = new double[width][width];
        for (int j = 0; j < p; j++) {
            whw[j][j] = 1;
        }
        whw[p][p] = problem.squares();
        double logH = 0;
        for (int c = 0; c < t.length; c++) {
            Cluster cluster = clusters.get(c);
            double[] m = identityPlus(cluster, covariances);
            t[c] = cluster.zz().clone();
            f[c] = cluster.zw().clone();
            logH += Matrices.solve(m, cluster.size(), t[c], f[c]);
            subtractWithin(cluster, f[c], whw);
        }
        double[][] xhx = new double[p][p];
        double[] xhy = new double[p];
        for (int j = 0; j < p; j++) {
            System.arraycopy(whw[j], 0, xhx[j], 0, p);
            xhy[j] = whw[p][j];
        }
        double[][] root = Matrices.cholesky(xhx);
        double logX = 0;
        for (int j = 0; j < p; j++) {
            logX += 2 * Math.log(root[j][j]);
        }
        phi = Matrices.inverseFromRoot(root);
        double[] whitened = Matrices.forward(root, xhy);
        shift = Matrices.times(phi, xhy);
        rho = Math.max(whw[p][p] - OrthonormalBasis.dot(whitened, whitened), Double.MIN_NORMAL);
        int weight = problem.weight();
        deviance = logH
                + (problem.criterion() == Criterion.REML ? logX + 2 * problem.logDeterminant() : 0)
                + weight * (1 + Math.log(2 * Math.PI * rho / weight));
    }

    private static double[] identityPlus(Cluster cluster, double[][][] covariances) {
        int q = cluster.size();
        double[] a = cluster.zz();
        double[] m = new double[q * q];
        for (Cluster.Block block : cluster.blocks()) {
            double[][] d = covariances[block.term()];
            for (int i = 0; i < q; i++) {
                int row = i * q + block.offset();
                for (int r = 0; r < d.length; r++) {
                    double value = a[row + r];
                    if (value != 0) {
                        for (int s = 0; s < d.length; s++) {
                            m[row + s] += value * d[r][s];
                        }
                    }
                }
            }
        }
        for (int i = 0; i < q; i++) {
            m[i * q + i] += 1;
        }
        return m;
    }

    /** {@code WᵀZ·D·ZᵀH⁻¹W} of a cluster, off the sum of all. */
    private void subtractWithin(Cluster cluster, double[] fs, double[][] whw) {
        int width = whw.length;
        double[] b = cluster.zw();
        double[] df = new double[width];
        for (Cluster.Block block : cluster.blocks()) {
            double[][] d = covariances[block.term()];
            for (int r = 0; r < d.length; r++) {
                Arrays.fill(df, 0);
                for (int s = 0; s < d.length; s++) {
                    int at = (block.offset() + s) * width;
                    for (int j = 0; j < width; j++) {
                        df[j] += d[r][s] * fs[at + j];
                    }
                }
                int at = (block.offset() + r) * width;
                for (int i = 0; i < width; i++) {
                    for (int j = 0; j <= i; j++) {
                        whw[i][j] -= b[at + i] * df[j];
                    }
                }
            }
        }
    }

    double deviance() {
        return deviance;
    }

    /** {@code (y − Xb)ᵀH⁻¹(y − Xb)}. */
    double rho() {
        return rho;
    }

    double residualVariance() {
        return rho / problem.weight();
    }

    /** {@code (QᵀH⁻¹Q)⁻¹}. */
    double[][] phi() {
        return phi;
    }

    /** How the coefficients of Q differ from those of least squares. */
    double[] shift() {
        return shift;
    }

    MixedProblem problem() {
        return problem;
    }

    /** {@code ZᵀH⁻¹Z} of a cluster. */
    double[] t(int cluster) {
        return t[cluster];
    }

    /** {@code ZᵀH⁻¹[Q y]} of a cluster. */
    double[] f(int cluster) {
        return f[cluster];
    }

    /** {@code ZᵀH⁻¹(y − Xb)} of a cluster. */
    double[] residualShares(int cluster) {
        int p = shift.length;
        double[] fs = f[cluster];
        int q = fs.length / (p + 1);
        double[] e = new double[q];
        for (int i = 0; i < q; i++) {
            e[i] = fs[i * (p + 1) + p];
            for (int j = 0; j < p; j++) {
                e[i] -= shift[j] * fs[i * (p + 1) + j];
            }
        }
        return e;
    }
}
