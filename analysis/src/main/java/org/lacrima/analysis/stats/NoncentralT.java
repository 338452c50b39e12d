package org.lacrima.analysis.stats;

import java.util.Locale;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The noncentral t distribution: of {@code (Z + δ) ⁄ S} with Z standard normal and S the root of an independent
 * {@code χ²_ν ⁄ ν}. Behind the intervals of standardised differences and the power of t tests.
 *
 * <p>{@code P(T ≤ t) = E[Φ(t·S − δ)]}, integrated over whichever of Z and S spreads the integrand more evenly; error near
 * 1e-14 and both tails without cancellation.
 */
final class NoncentralT {

    private static final double REACH = 9;
    private static final double STEP = 0.1;

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
        boolean normalIsNarrow = Math.abs(delta) > 2 * REACH && Math.abs(delta) > Math.sqrt(2 * df);
        return normalIsNarrow
                ? overNormal(t, delta)
                : scale.expectation(s -> Asymptotic.cdf(t * s - delta), 1 / Math.max(1, Math.abs(delta)));
    }

    /** The same probability as an integral over Z, {@code z + δ} being of one sign wherever Z has any density. */
    private double overNormal(double t, double delta) {
        double sum = 0;
        double weights = 0;
        for (double z = -REACH; z <= REACH; z += STEP) {
            double weight = Math.exp(-z * z / 2);
            double at = (z + delta) / t;
            boolean crosses = t != 0 && at > 0;
            double share = crosses ? t > 0 ? Chi.survival(at, df) : Chi.cdf(at, df) : delta < 0 ? 1 : 0;
            sum += weight * share;
            weights += weight;
        }
        return sum / weights;
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
