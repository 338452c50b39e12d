package org.lacrima.analysis.stats;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Power of Student's t test by the noncentral t distribution, and its inverses: the sample that gives a power, and the
 * difference that a sample can show.
 *
 * <p>With the standardised difference d, two samples have {@code ν = n₁ + n₂ − 2} and {@code δ = d·√(n₁n₂⁄(n₁ + n₂))}, pairs
 * (d_z) and one sample {@code ν = n − 1} and {@code δ = d·√n}. Two-sided power counts rejections in both tails, as
 * {@code power.t.test(strict = TRUE)} of R and the package pwr do. Immutable.
 */
public final class TTestPower {

    private final double alpha;
    private final Alternative alternative;

    private TTestPower(double alpha, Alternative alternative) {
        this.alpha = alpha;
        this.alternative = alternative;
    }

    /** Two-sided at 5 %. */
    public static TTestPower withDefaults() {
        return new TTestPower(0.05, Alternative.TWO_SIDED);
    }

    /** At another level, between 0 and 1. */
    public TTestPower withAlpha(double newAlpha) {
        if (!(newAlpha > 0 && newAlpha < 1)) {
            throw new IllegalArgumentException("alpha must lie between 0 and 1, got " + newAlpha);
        }
        return new TTestPower(newAlpha, alternative);
    }

    /** Against another alternative. */
    public TTestPower withAlternative(Alternative newAlternative) {
        return new TTestPower(alpha, newAlternative);
    }

    /** Power of a test of two independent samples; n may be fractional, each at least 2. */
    public double ofTwoSamples(double d, double n1, double n2) {
        return power(d * Math.sqrt(n1 * n2 / (n1 + n2)), requireSize(n1) + requireSize(n2) - 2);
    }

    /** Power of a paired test by d_z, or of a one-sample test; n may be fractional, at least 2. */
    public double ofPairs(double d, double n) {
        return power(d * Math.sqrt(n), requireSize(n) - 1);
    }

    /** The number per group, fractional, with which two samples of one size have a power; round up for a plan. */
    public double sizePerGroup(double d, double power) {
        return size(power, n -> ofTwoSamples(d, n, n));
    }

    /** The number of pairs, fractional, that have a power; round up for a plan. */
    public double sizeOfPairs(double d, double power) {
        return size(power, n -> ofPairs(d, n));
    }

    /** The positive standardised difference that two samples show with a power. */
    public double detectable(double n1, double n2, double power) {
        requirePower(power);
        TTestPower upwards = alternative == Alternative.LESS ? withAlternative(Alternative.GREATER) : this;
        double high = 1;
        while (upwards.ofTwoSamples(high, n1, n2) < power) {
            high *= 2;
        }
        return solve(d -> upwards.ofTwoSamples(d, n1, n2) - power, 0, high);
    }

    private double size(double power, DoubleUnaryOperator powerOf) {
        requirePower(power);
        double low = 2;
        if (powerOf.applyAsDouble(low) >= power) {
            return low;
        }
        double high = 4;
        while (powerOf.applyAsDouble(high) < power) {
            if (high > 1e9) {
                throw new IllegalArgumentException(
                        "no sample gives a power of " + power + ": the difference is zero or in the other direction");
            }
            low = high;
            high *= 2;
        }
        return solve(n -> powerOf.applyAsDouble(n) - power, low, high);
    }

    private static double solve(DoubleUnaryOperator function, double low, double high) {
        return new BrentSolver(1e-13, 1e-11, 1e-15).solve(300, function::applyAsDouble, low, high);
    }

    private double power(double noncentrality, double df) {
        TDistribution central = TDistribution.of(df);
        NoncentralT shifted = NoncentralT.of(df, noncentrality);
        return switch (alternative) {
            case TWO_SIDED -> {
                double critical = central.inverseSurvivalProbability(alpha / 2);
                yield shifted.survival(critical) + shifted.cdf(-critical);
            }
            case GREATER -> shifted.survival(central.inverseSurvivalProbability(alpha));
            case LESS -> shifted.cdf(-central.inverseSurvivalProbability(alpha));
        };
    }

    private void requirePower(double power) {
        if (!(power > alpha && power < 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "power must lie between alpha (%s) and 1, got %s", alpha, power));
        }
    }

    private static double requireSize(double n) {
        if (!(n >= 2)) {
            throw new IllegalArgumentException("a sample needs 2 values, got " + n);
        }
        return n;
    }
}
