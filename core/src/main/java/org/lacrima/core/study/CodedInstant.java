package org.lacrima.core.study;

import java.util.Arrays;
import java.util.Locale;

/**
 * The moment at which coders saw something begin or end: as uncertain as they disagree.
 *
 * @param earliestSeconds the earliest of their times, in s of the session
 * @param latestSeconds the latest of their times
 */
public record CodedInstant(double earliestSeconds, double latestSeconds) {
    /** Refuses times that are not finite or out of order. */
    public CodedInstant {
        if (!Double.isFinite(earliestSeconds) || !Double.isFinite(latestSeconds) || latestSeconds < earliestSeconds) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "an instant lies from %s s to %s s?", earliestSeconds, latestSeconds));
        }
    }

    /** One time per coder, in s of the session; at least one. */
    public static CodedInstant of(double... seconds) {
        if (seconds.length == 0) {
            throw new IllegalArgumentException("an instant needs the time of at least one coder");
        }
        return new CodedInstant(
                Arrays.stream(seconds).min().getAsDouble(),
                Arrays.stream(seconds).max().getAsDouble());
    }

    /** The middle between the coders, in s of the session. */
    public double midpointSeconds() {
        return (earliestSeconds + latestSeconds) / 2;
    }

    /** How far the coders are apart, in s: the width by which any time counted from here is censored. */
    public double uncertaintySeconds() {
        return latestSeconds - earliestSeconds;
    }
}
