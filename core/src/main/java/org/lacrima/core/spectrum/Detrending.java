package org.lacrima.core.spectrum;

import java.util.Locale;

/**
 * What is taken off an evenly sampled series before its spectrum.
 *
 * @param kind what is taken off
 * @param parameter order of a polynomial, or λ of smoothness priors; 0 otherwise
 */
public record Detrending(Kind kind, double parameter) {

    /** What is taken off. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** A least-squares polynomial of order {@code parameter}: 0 is the mean, 1 a straight line. */
        POLYNOMIAL,
        /** The smooth trend of Tarvainen et al. 2002 (doi:10.1109/10.979357) with λ = {@code parameter}. */
        SMOOTHNESS_PRIORS
    }

    /** Checks the parameter. */
    public Detrending {
        boolean sound = switch (kind) {
            case NONE -> parameter == 0;
            case POLYNOMIAL -> parameter >= 0 && parameter <= 9 && parameter == Math.rint(parameter);
            case SMOOTHNESS_PRIORS -> parameter > 0 && !Double.isInfinite(parameter);
        };
        if (!sound) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s takes an order of 0 to 9 or a positive λ, got %s", kind, parameter));
        }
    }

    /** Leaves the series as it is. */
    public static Detrending none() {
        return new Detrending(Kind.NONE, 0);
    }

    /** Takes the mean off. */
    public static Detrending constant() {
        return new Detrending(Kind.POLYNOMIAL, 0);
    }

    /** Takes the least-squares line off. */
    public static Detrending linear() {
        return new Detrending(Kind.POLYNOMIAL, 1);
    }

    /** Takes the least-squares polynomial of an order from 0 to 9 off. */
    public static Detrending polynomial(int order) {
        return new Detrending(Kind.POLYNOMIAL, order);
    }

    /**
     * Takes the smooth trend of Tarvainen et al. 2002 off, a high-pass that follows the ends of the series.
     *
     * @param lambda smoothness, positive; at 4 Hz, λ = 500 cuts at about 0.035 Hz
     */
    public static Detrending smoothnessPriors(double lambda) {
        return new Detrending(Kind.SMOOTHNESS_PRIORS, lambda);
    }

    /**
     * The samples without their trend, as a new array.
     *
     * @param samples evenly spaced finite samples
     */
    public double[] applyTo(double[] samples) {
        double[] flat = samples.clone();
        switch (kind) {
            case NONE -> {}
            case POLYNOMIAL -> Trend.removePolynomial(flat, 0, flat.length, (int) parameter);
            case SMOOTHNESS_PRIORS -> SmoothnessPriors.remove(flat, parameter);
        }
        return flat;
    }

    @Override
    public String toString() {
        if (kind == Kind.NONE) {
            return "no detrending";
        }
        if (kind == Kind.SMOOTHNESS_PRIORS) {
            return "smoothness priors λ = " + parameter;
        }
        return switch ((int) parameter) {
            case 0 -> "mean removed";
            case 1 -> "line removed";
            default -> "polynomial of order " + (int) parameter + " removed";
        };
    }
}
