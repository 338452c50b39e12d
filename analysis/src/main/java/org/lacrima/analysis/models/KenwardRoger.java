package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lacrima.analysis.stats.Inference;

/**
 * Kenward and Roger's (1997, doi:10.2307/2533558) corrected covariance of the coefficients, scaled F and degrees of
 * freedom, with the covariance of the observations linear in its parameters, as in pbkrtest (Halekoh &amp; Højsgaard 2014,
 * doi:10.18637/jss.v059.i09).
 *
 * <p>Since every sum over pairs of parameters contracts their covariance W with derivatives, the parameters may be D and
 * {@code ln σ²} instead of the variances themselves: then the parts of σ² in {@code Qᵢⱼ − PᵢΦPⱼ} are zero, and no matrix of
 * the size of the observations is ever formed.
 */
final class KenwardRoger implements SmallSample {

    private static final double RECIPROCAL_CONDITION = 1e-12;

    private final double variance;
    private final double[][] phi;
    private final double[][] adjusted;
    private final double[][] w;
    private final List<double[][]> spreads;

    private KenwardRoger(double variance, double[][] phi, double[][] adjusted, double[][] w, List<double[][]> spreads) {
        this.variance = variance;
        this.phi = phi;
        this.adjusted = adjusted;
        this.w = w;
        this.spreads = spreads;
    }

    static Inference<KenwardRoger> of(DevianceMinimum minimum) {
        Profile profile = minimum.profile();
        MixedProblem problem = profile.problem();
        if (problem.criterion() != Criterion.REML) {
            return Inference.notEstimable("Kenward and Roger's correction is one of REML, this model was fitted by ML");
        }
        Derivatives d = minimum.derivatives();
        int size = problem.shape().size();
        double[][] information = new double[size + 1][size + 1];
        for (int r = 0; r < size; r++) {
            System.arraycopy(d.expected()[r], 0, information[r], 0, size);
            information[r][size] = d.traces()[r];
            information[size][r] = d.traces()[r];
        }
        information[size][size] = problem.weight();
        SymmetricEigen eigen = SymmetricEigen.of(information);
        if (!(eigen.smallest() > RECIPROCAL_CONDITION * eigen.largest())) {
            return Inference.notEstimable(
                    "the data do not tell the variances apart, Kenward and Roger's correction needs that they do: use a"
                            + " simpler random part");
        }
        double[][] w = Matrices.inverseFromRoot(Matrices.cholesky(information));
        for (double[] row : w) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= 2;
            }
        }
        double[][] phi = profile.phi();
        double[][] u = secondOrder(profile, d, w);
        List<double[][]> spreads = new ArrayList<>();
        for (int r = 0; r < size; r++) {
            spreads.add(Matrices.times(Matrices.times(phi, d.n(r)), phi));
        }
        spreads.add(phi);
        double[][] correction = Matrices.times(Matrices.times(phi, u), phi);
        double[][] adjusted = new double[phi.length][phi.length];
        for (int i = 0; i < phi.length; i++) {
            for (int j = 0; j < phi.length; j++) {
                adjusted[i][j] = phi[i][j] + correction[i][j] + correction[j][i];
            }
        }
        return Inference.of(new KenwardRoger(profile.residualVariance(), phi, adjusted, w, spreads));
    }

    /** {@code Σᵢⱼ Wᵢⱼ(Qᵢⱼ − PᵢΦPⱼ)}. */
    private static double[][] secondOrder(Profile profile, Derivatives d, double[][] w) {
        MixedProblem problem = profile.problem();
        int p = problem.columns();
        int size = problem.shape().size();
        double[][] u = new double[p][p];
        for (int c = 0; c < problem.clusters().size(); c++) {
            addWeighted(profile, c, w, u);
        }
        for (int r = 0; r < size; r++) {
            double[][] nPhi = Matrices.times(d.n(r), profile.phi());
            for (int s = 0; s < size; s++) {
                double[][] product = Matrices.times(nPhi, d.n(s));
                for (int i = 0; i < p; i++) {
                    for (int j = 0; j < p; j++) {
                        u[i][j] -= w[r][s] * product[i][j];
                    }
                }
            }
        }
        return u;
    }

    /** Adds {@code Σᵢⱼ Wᵢⱼ FᵀEᵢTEⱼF} of a cluster: {@code K = Σ Wᵢⱼ EᵢTEⱼ} first, whose size is that of the cluster. */
    private static void addWeighted(Profile profile, int c, double[][] w, double[][] u) {
        Cluster cluster = profile.problem().clusters().get(c);
        int q = cluster.size();
        int p = u.length;
        double[] t = profile.t(c);
        double[] f = profile.f(c);
        int[][] pairs = profile.problem().pairs(c);
        double[] k = new double[q * q];
        for (int r = 0; r < pairs.length; r++) {
            int[] a = pairs[r];
            for (int s = 0; s < pairs.length; s++) {
                int[] b = pairs[s];
                for (int x = 0; x < a.length; x += 2) {
                    for (int y = 0; y < b.length; y += 2) {
                        k[a[x] * q + b[y + 1]] += w[r][s] * t[a[x + 1] * q + b[y]];
                    }
                }
            }
        }
        double[] kf = new double[p];
        for (int i = 0; i < q; i++) {
            Arrays.fill(kf, 0);
            for (int l = 0; l < q; l++) {
                double weight = k[i * q + l];
                if (weight != 0) {
                    for (int j = 0; j < p; j++) {
                        kf[j] += weight * f[l * (p + 1) + j];
                    }
                }
            }
            for (int a = 0; a < p; a++) {
                double left = f[i * (p + 1) + a];
                for (int j = 0; j < p; j++) {
                    u[a][j] += left * kf[j];
                }
            }
        }
    }

    @Override
    public double[] errorAndDf(double[] weights) {
        double se = Math.sqrt(variance * Matrices.form(weights, adjusted, weights));
        double a = moments(new double[][] {weights})[1];
        return new double[] {se, 2 / a};
    }

    /** A₁ and A₂ of Kenward and Roger. */
    private double[] moments(double[][] weights) {
        double[][] root = Matrices.cholesky(Matrices.times(Matrices.times(weights, phi), Matrices.transposed(weights)));
        List<double[][]> whitened = new ArrayList<>();
        for (double[][] spread : spreads) {
            double[][] m = Matrices.times(Matrices.times(weights, spread), Matrices.transposed(weights));
            whitened.add(whiten(root, m));
        }
        double a1 = 0;
        double a2 = 0;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                a1 += w[i][j] * trace(whitened.get(i)) * trace(whitened.get(j));
                a2 += w[i][j] * Matrices.traceOfProduct(whitened.get(i), whitened.get(j));
            }
        }
        return new double[] {a1, a2};
    }

    private static double[][] whiten(double[][] root, double[][] m) {
        double[][] half = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            half[i] = Matrices.forward(root, m[i]);
        }
        double[][] other = Matrices.transposed(half);
        for (int i = 0; i < other.length; i++) {
            other[i] = Matrices.forward(root, other[i]);
        }
        return other;
    }

    private static double trace(double[][] m) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += m[i][i];
        }
        return sum;
    }

    @Override
    public double[] fAndDf(double[][] weights, double[] coefficients) {
        int q = weights.length;
        double[][] covariance = Matrices.times(Matrices.times(weights, adjusted), Matrices.transposed(weights));
        double[] values = Matrices.forward(Matrices.cholesky(covariance), Matrices.times(weights, coefficients));
        double wald = OrthonormalBasis.dot(values, values) / variance / q;
        double[] a = moments(weights);
        double b = (a[0] + 6 * a[1]) / (2 * q);
        double g = ((q + 1) * a[0] - (q + 4) * a[1]) / ((q + 2) * a[1]);
        double scale = 3 * q + 2 * (1 - g);
        double v0 = 1 + g / scale * b;
        double v1 = 1 - (q - g) / scale * b;
        double v2 = 1 - (q + 2 - g) / scale * b;
        double ratio = (1 - a[1] / q) / v1;
        double rho = ratio * ratio * v0 / v2 / q;
        double df = 4 + (q + 2) / (q * rho - 1);
        double scaling = Math.abs(df - 2) < 0.01 ? 1 : df * (1 - a[1] / q) / (df - 2);
        return new double[] {scaling * wald, df};
    }
}
