package org.lacrima.core.study;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One saliva sample of one person: a concentration at a time, or the reason why there is none.
 *
 * @param sample name of the sample, such as {@code S1}
 * @param minutes time in minutes, from the zero that the study states
 * @param concentration concentration in the unit of the series; empty where it is missing
 * @param missingReason why it is missing, such as {@code insufficient volume}; empty where it is not
 */
public record SalivaSample(String sample, double minutes, OptionalDouble concentration, String missingReason) {
    /** Refuses a time or a concentration that is not finite: a sample without a value is {@link #missing}. */
    public SalivaSample {
        if (!Double.isFinite(minutes) || !Double.isFinite(concentration.orElse(0))) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "sample %s: %s at %s min must be finite", sample, concentration, minutes));
        }
    }

    /** A sample that was assayed. */
    public static SalivaSample of(String sample, double minutes, double concentration) {
        return new SalivaSample(sample, minutes, OptionalDouble.of(concentration), "");
    }

    /** A sample that was not, and why. */
    public static SalivaSample missing(String sample, double minutes, String reason) {
        return new SalivaSample(sample, minutes, OptionalDouble.empty(), reason);
    }
}
