package org.lacrima.analysis.stats;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The noncentral F distribution as a Poisson mixture of beta distributions,
 * {@code P(F ≤ f) = Σ Poisson(j; λ⁄2)·I_x(d₁⁄2 + j, d₂⁄2)}, {@code x = d₁f ⁄ (d₁f + d₂)}. Behind the intervals of
 * explained variance and the power of F tests.
 */
final class NoncentralF {

    /** Beyond this the root of the noncentral χ² is normal to within 1e-6, and the root of F a noncentral t. */
    private static final double NEARLY_NORMAL = 1e6;

    private NoncentralF() {}

    static double cdf(double f, double df1, double df2, double noncentrality) {
        return mixture(f, df1, df2, noncentrality, false);
    }

    static double survival(double f, double df1, double df2, double noncentrality) {
        return mixture(f, df1, df2, noncentrality, true);
    }

    private static double mixture(double f, double df1, double df2, double noncentrality, boolean upper) {
        if (noncentrality > NEARLY_NORMAL) {
            NoncentralT t = NoncentralT.of(df2, Math.sqrt(noncentrality + df1 - 1));
            double at = Math.sqrt(df1 * f);
            return upper ? t.survival(at) : t.cdf(at);
        }
        double x = df1 * f / (df1 * f + df2);
        double half = noncentrality / 2;
        double reach = 10 * Math.sqrt(half) + 40;
        int from = (int) Math.max(0, Math.floor(half - reach));
        int to = (int) Math.ceil(half + reach);
        double sum = 0;
        for (int j = from; j <= to; j++) {
            double logWeight = half > 0 ? j * Math.log(half) - half - LogGamma.value(j + 1.0) : 0;
            double beta = upper
                    ? RegularizedBeta.complement(x, df1 / 2 + j, df2 / 2)
                    : RegularizedBeta.value(x, df1 / 2 + j, df2 / 2);
            sum += Math.exp(logWeight) * beta;
            if (half == 0) {
                break;
            }
        }
        return sum;
    }

    /** The noncentrality under which an F as large as this or larger has a probability; 0 where none is small enough. */
    static double noncentralityBeyond(double f, double df1, double df2, double probability) {
        if (survival(f, df1, df2, 0) >= probability) {
            return 0;
        }
        double high = Math.max(1, f * df1);
        while (survival(f, df1, df2, high) < probability) {
            high *= 2;
        }
        return new BrentSolver(1e-14, 1e-12, 1e-16).solve(200, l -> survival(f, df1, df2, l) - probability, 0, high);
    }
}
