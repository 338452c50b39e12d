package org.lacrima.analysis.models;

import java.util.List;

/**
 * First and second derivatives of the deviance by the elements δ of the relative covariances, exact, and the matrices that
 * the small-sample corrections need. {@code Gᵣ = ∂H⁄∂δᵣ = ZEᵣZᵀ}; sums over pairs of random effects that stand in Eᵣ.
 *
 * <p>With {@code P = H⁻¹ − H⁻¹QΦQᵀH⁻¹} (REML) the gradient is {@code tr(PGᵣ) − w·yᵀPGᵣPy⁄ρ} and the second derivative
 * {@code −tr(PGᵣPGₛ) + w·(2yᵀPGᵣPGₛPy⁄ρ − yᵀPGᵣPy·yᵀPGₛPy⁄ρ²)}, w the number of observations that count; by ML the
 * traces have {@code H⁻¹} for P.
 */
final class Derivatives {

    private final double[] gradient;
    private final double[][] hessian;
    private final double[][] expected;
    private final double[] traces;
    private final double[][] squares;
    private final double[] within;
    private final double[][][] n;

    private Derivatives(int size, int p) {
        gradient = new double[size];
        hessian = new double[size][size];
        expected = new double[size][size];
        traces = new double[size];
        squares = new double[size][size];
        within = new double[size];
        n = new double[size][p][p];
    }

    static Derivatives of(Profile profile) {
        MixedProblem problem = profile.problem();
        int size = problem.shape().size();
        int p = problem.columns();
        Derivatives d = new Derivatives(size, p);
        double[] s = new double[size];
        double[][] ss = new double[size][size];
        double[][] phiQ = new double[size][size];
        double[][] h = new double[size][size];
        double[][] u = new double[size][p];
        List<Cluster> clusters = problem.clusters();
        for (int c = 0; c < clusters.size(); c++) {
            addCluster(profile, c, d, s, ss, phiQ, h, u);
        }
        double rho = profile.rho();
        double weight = problem.weight();
        boolean reml = problem.criterion() == Criterion.REML;
        double[][] phi = profile.phi();
        double[][][] phiN = new double[size][][];
        for (int r = 0; r < size; r++) {
            phiN[r] = Matrices.times(phi, d.n[r]);
        }
        for (int r = 0; r < size; r++) {
            double tracePhi = Matrices.traceOfProduct(phi, d.n[r]);
            d.traces[r] = s[r] - tracePhi;
            d.gradient[r] = (reml ? d.traces[r] : s[r]) - weight * d.within[r] / rho;
            for (int q = 0; q <= r; q++) {
                d.expected[r][q] =
                        ss[r][q] - 2 * phiQ[r][q] + Matrices.traceOfProduct(phiN[r], Matrices.transposed(phiN[q]));
                d.squares[r][q] = h[r][q] - Matrices.form(u[r], phi, u[q]);
                d.hessian[r][q] = -(reml ? d.expected[r][q] : ss[r][q])
                        + weight * (2 * d.squares[r][q] / rho - d.within[r] * d.within[q] / (rho * rho));
                d.hessian[q][r] = d.hessian[r][q];
                d.expected[q][r] = d.expected[r][q];
                d.squares[q][r] = d.squares[r][q];
            }
        }
        return d;
    }

    private static void addCluster(
            Profile profile,
            int c,
            Derivatives d,
            double[] s,
            double[][] ss,
            double[][] phiQ,
            double[][] h,
            double[][] u) {
        MixedProblem problem = profile.problem();
        Cluster cluster = problem.clusters().get(c);
        int q = cluster.size();
        int p = problem.columns();
        double[] t = profile.t(c);
        double[] fs = profile.f(c);
        double[] e = profile.residualShares(c);
        double[] fPhi = new double[q * p];
        for (int i = 0; i < q; i++) {
            for (int k = 0; k < p; k++) {
                double value = fs[i * (p + 1) + k];
                double[] phi = profile.phi()[k];
                for (int j = 0; j < p; j++) {
                    fPhi[i * p + j] += value * phi[j];
                }
            }
        }
        double[] covered = new double[q * q];
        for (int i = 0; i < q; i++) {
            for (int k = 0; k <= i; k++) {
                double sum = 0;
                for (int j = 0; j < p; j++) {
                    sum += fPhi[i * p + j] * fs[k * (p + 1) + j];
                }
                covered[i * q + k] = sum;
                covered[k * q + i] = sum;
            }
        }
        int[][] pairs = problem.pairs(c);
        double[][][] sums = {ss, phiQ, h};
        for (int r = 0; r < pairs.length; r++) {
            int[] a = pairs[r];
            for (int x = 0; x < a.length; x += 2) {
                int i = a[x];
                int j = a[x + 1];
                s[r] += t[i * q + j];
                d.within[r] += e[i] * e[j];
                for (int k = 0; k < p; k++) {
                    double left = fs[i * (p + 1) + k];
                    u[r][k] += left * e[j];
                    double[] row = d.n[r][k];
                    for (int l = 0; l < p; l++) {
                        row[l] += left * fs[j * (p + 1) + l];
                    }
                }
            }
            for (int v = 0; v <= r; v++) {
                addPairs(t, covered, e, q, a, pairs[v], sums, r, v);
            }
        }
    }

    /** Adds {@code Σ TⱼₖTₗᵢ}, {@code Σ TⱼₖCₗᵢ} and {@code Σ eᵢTⱼₖeₗ} over pairs (i, j) of one element and (k, l) of another. */
    private static void addPairs(
            double[] t, double[] covered, double[] e, int q, int[] a, int[] b, double[][][] sums, int r, int v) {
        double tt = 0;
        double tc = 0;
        double ete = 0;
        for (int x = 0; x < a.length; x += 2) {
            int i = a[x];
            int j = a[x + 1];
            for (int y = 0; y < b.length; y += 2) {
                int k = b[y];
                int l = b[y + 1];
                double tjk = t[j * q + k];
                tt += tjk * t[l * q + i];
                tc += tjk * covered[l * q + i];
                ete += tjk * e[i] * e[l];
            }
        }
        sums[0][r][v] += tt;
        sums[1][r][v] += tc;
        sums[2][r][v] += ete;
    }

    /** Of the deviance, by δ. */
    double[] gradient() {
        return gradient;
    }

    /** Second derivatives of the deviance with the residual variance at its best, by δ. */
    double[][] hessian() {
        return hessian;
    }

    /** {@code tr(PGᵣPGₛ)}. */
    double[][] expected() {
        return expected;
    }

    /** {@code tr(PGᵣ)}. */
    double[] traces() {
        return traces;
    }

    /** {@code yᵀPGᵣPGₛPy}. */
    double[][] squares() {
        return squares;
    }

    /** {@code yᵀPGᵣPy}. */
    double[] within() {
        return within;
    }

    /** {@code QᵀH⁻¹GᵣH⁻¹Q}. */
    double[][] n(int r) {
        return n[r];
    }
}
