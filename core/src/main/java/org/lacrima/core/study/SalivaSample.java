package org.lacrima.core.study;

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
    /** A sample that was assayed. */
    public static SalivaSample of(String sample, double minutes, double concentration) {
        return new SalivaSample(sample, minutes, OptionalDouble.of(concentration), "");
    }

    /** A sample that was not, and why. */
    public static SalivaSample missing(String sample, double minutes, String reason) {
        return new SalivaSample(sample, minutes, OptionalDouble.empty(), reason);
    }
}
