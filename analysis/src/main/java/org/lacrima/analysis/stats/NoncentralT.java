package org.lacrima.analysis.stats;

import java.util.Locale;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The noncentral t distribution: of {@code (Z + δ) ⁄ S} with Z standard normal and S the root of an independent
 * {@code χ²_ν ⁄ ν}. Behind the intervals of standardised differences and the power of t tests.
 *
 * <p>{@code P(T ≤ t) = E[Φ(t·S − δ)]}, integrated over the distribution of S; absolute error near 1e-14 and both tails
 * without cancellation. Beyond {@code |δ| = 20 000} the normal part is a step and {@code P(S ≤ δ⁄t)} is used, relative
 * error {@code 1⁄δ²}.
 */
final class NoncentralT {

    private static final double STEP_LIKE = 20_000;

    private final double df;
    private final double noncentrality;
    private final StudentisingScale scale;

    private NoncentralT(double df, double noncentrality, StudentisingScale scale) {
        this.df = df;
        this.noncentrality = noncentrality;
        this.scale = scale;
    }

    static NoncentralT of(double df, double noncentrality) {
        if (!(df > 0)) {
            throw new IllegalArgumentException("degrees of freedom must be positive, got " + df);
        }
        return new NoncentralT(df, noncentrality, StudentisingScale.of(df));
    }

    double cdf(double t) {
        return tail(t, noncentrality);
    }

    double survival(double t) {
        return tail(-t, -noncentrality);
    }

    private double tail(double t, double delta) {
        if (Math.abs(delta) > STEP_LIKE) {
            double at = delta / t;
            boolean reachable = t != 0 && at > 0;
            return reachable ? t > 0 ? Chi.survival(at, df) : Chi.cdf(at, df) : t > delta ? 1 : 0;
        }
        return scale.expectation(s -> Asymptotic.cdf(t * s - delta), 1 / Math.max(1, Math.abs(delta)));
    }

    /** The noncentrality under which a t as large as this or smaller has a probability. */
    static double noncentralityAt(double t, double df, double probability) {
        StudentisingScale scale = StudentisingScale.of(df);
        double width = 4 + Math.abs(t) / Math.sqrt(df);
        double low = t - width;
        double high = t + width;
        while (new NoncentralT(df, low, scale).cdf(t) < probability) {
            low -= width;
            width *= 2;
        }
        while (new NoncentralT(df, high, scale).cdf(t) > probability) {
            high += width;
            width *= 2;
        }
        BrentSolver solver = new BrentSolver(1e-14, 1e-13, 1e-16);
        return solver.solve(200, delta -> new NoncentralT(df, delta, scale).cdf(t) - probability, low, high);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "noncentral t(ν = %s, δ = %s)", df, noncentrality);
    }
}
