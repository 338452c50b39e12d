package org.lacrima.analysis.stats;

import java.util.Locale;

/**
 * A confidence interval. A one-sided interval has one infinite end.
 *
 * @param low lower limit
 * @param high upper limit
 * @param confidence coverage it is made for, between 0 and 1
 */
public record Interval(double low, double high, double confidence) {
    /** Checks that the ends are in order and that the confidence is one. */
    public Interval {
        requireConfidence(confidence);
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "an interval needs ends in order, got [%s, %s]", low, high));
        }
    }

    /** Length. */
    public double width() {
        return high - low;
    }

    /** Whether a value lies inside, the ends included. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** This interval times a positive factor. */
    Interval times(double factor) {
        return new Interval(low * factor, high * factor, confidence);
    }

    /** A confidence, if it lies between 0 and 1, both exclusive. */
    public static double requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + confidence);
        }
        return confidence;
    }

    @Override
    public String toString() {
        return Apa.interval(this);
    }
}
