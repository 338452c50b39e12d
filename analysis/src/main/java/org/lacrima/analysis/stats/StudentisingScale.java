package org.lacrima.analysis.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * The distribution of an estimated standard deviation relative to the true one, {@code S = √(χ²_ν ⁄ ν)}: what stands
 * below the line in every studentised statistic. Expectations over it turn a normal probability into the noncentral t
 * and the normal range into the studentised range.
 *
 * <p>Integrates over {@code u = ln s} by the trapezoidal rule, whose error falls exponentially in the number of nodes for
 * a density that is smooth and dies off at both ends. Dividing by the sum of the weights spares the gamma function.
 */
final class StudentisingScale {

    /** Logarithm of a density, relative to its peak, that no double result can see. */
    private static final double NEGLIGIBLE = -45;

    private final double df;
    private final double low;
    private final double high;

    private StudentisingScale(double df, double low, double high) {
        this.df = df;
        this.low = low;
        this.high = high;
    }

    static StudentisingScale of(double df) {
        return new StudentisingScale(df, edge(df, -1), edge(df, 1));
    }

    /**
     * The expectation of a function of S.
     *
     * @param detail width in {@code ln s} over which the function changes; coarser steps than that are never taken
     */
    double expectation(DoubleUnaryOperator function, double detail) {
        double spread = 1 / Math.sqrt(2 * df);
        int steps = (int) Math.ceil((high - low) / (Math.min(spread, detail) / 5));
        double step = (high - low) / steps;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i <= steps; i++) {
            double u = low + i * step;
            double weight = Math.exp(shape(df, u));
            sum += weight * function.applyAsDouble(Math.exp(u));
            weights += weight;
        }
        return sum / weights;
    }

    /** Logarithm of the density of ln S relative to its peak at 0. */
    private static double shape(double df, double u) {
        return df * (u - Math.expm1(2 * u) / 2);
    }

    private static double edge(double df, int side) {
        double inside = 0;
        double outside = side / Math.sqrt(df);
        while (shape(df, outside) > NEGLIGIBLE) {
            inside = outside;
            outside *= 2;
        }
        for (int i = 0; i < 30; i++) {
            double middle = (inside + outside) / 2;
            if (shape(df, middle) > NEGLIGIBLE) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }
}
