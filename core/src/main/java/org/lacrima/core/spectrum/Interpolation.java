package org.lacrima.core.spectrum;

/** How intervals are read between beats. */
public enum Interpolation {
    /** Straight lines: a low-pass that costs about a quarter of HF power. */
    LINEAR,
    /** Quadratic spline with knots midway between the beats, the first and last stretch joined to their neighbours. */
    QUADRATIC,
    /** Cubic spline whose third derivative is continuous at the second and the last but one beat. */
    CUBIC_NOT_A_KNOT,
    /** Cubic spline whose second derivative is zero at both ends. */
    CUBIC_NATURAL,
    /** Cubic Hermite interpolation that keeps monotone stretches monotone (Fritsch &amp; Butland 1984). */
    PCHIP,
    /** Cubic Hermite interpolation with the local slopes of Akima 1970. */
    AKIMA
}
