package org.lacrima.analysis.stats;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The distribution of the studentised range: largest minus smallest of k standard normal values, over the root of an
 * independent {@code χ²_ν ⁄ ν}. Behind the tests of Tukey and of Games and Howell.
 *
 * <p>{@code P(Q > q) = E[1 − W(q·S)]} with {@code 1 − W(w) = k∫φ(z)·(Φ(z)^{k−1} − (Φ(z) − Φ(z − w))^{k−1}) dz}. Both
 * integrals are trapezoidal sums over densities that die off at both ends, and nothing is subtracted from one, so that
 * small probabilities keep their digits.
 */
public final class StudentisedRange {

    private static final double STEP = 0.2;
    private static final double REACH = 9;
    /** A range of normal values that is exceeded with less than 1e-150. */
    private static final double FARTHEST = 40;
    /** A range beyond which its probability is too smooth in the logarithm to need finer steps. */
    private static final double SMOOTH_BEYOND = 8;

    private final int means;
    private final StudentisingScale scale;
    private final double[] below;
    private final double[] density;

    private StudentisedRange(int means, StudentisingScale scale, double[] below, double[] density) {
        this.means = means;
        this.scale = scale;
        this.below = below;
        this.density = density;
    }

    /**
     * The range of several means.
     *
     * @param means number of means, at least 2
     * @param df degrees of freedom of their standard error, positive
     */
    public static StudentisedRange of(int means, double df) {
        int nodes = (int) Math.ceil((2 * REACH + FARTHEST / 2) / STEP) + 1;
        double[] below = new double[nodes];
        double[] density = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            double z = -REACH + i * STEP;
            below[i] = Asymptotic.cdf(z);
            density[i] = means * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * Math.pow(below[i], means - 1);
        }
        return new StudentisedRange(means, StudentisingScale.of(df), below, density);
    }

    /** Probability that the range exceeds q. */
    public double survival(double q) {
        return q <= 0
                ? 1
                : Math.min(1, scale.expectation(s -> rangeBeyond(q * s), 1 / Math.max(1, Math.min(q, SMOOTH_BEYOND))));
    }

    /** The q that is exceeded with a probability between 0 and 1. */
    public double quantileBeyond(double probability) {
        double high = 2;
        while (survival(high) > probability) {
            high *= 2;
        }
        double low = high == 2 ? 0 : high / 2;
        return new BrentSolver(1e-12, 1e-11, 1e-15).solve(200, q -> Math.log(survival(q) / probability), low, high);
    }

    /** Probability that the range of the normal values exceeds w. */
    private double rangeBeyond(double w) {
        if (w > FARTHEST) {
            return 0;
        }
        double sum = 0;
        int nodes = Math.min(below.length, (int) Math.ceil((2 * REACH + w / 2) / STEP) + 1);
        for (int i = 0; i < nodes; i++) {
            double apart = Math.min(1, Asymptotic.cdf(-REACH + i * STEP - w) / below[i]);
            double miss = apart < 1 ? -Math.expm1((means - 1) * Math.log1p(-apart)) : 1;
            sum += density[i] * miss;
        }
        return sum * STEP;
    }
}
