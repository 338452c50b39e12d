package org.lacrima.core.rsa;

import java.util.Locale;
import java.util.OptionalDouble;
import org.lacrima.core.series.Window;

/**
 * One breath: from the onset of an inhalation, over the onset of the exhalation, to the onset of the next inhalation.
 *
 * @param inhaleSeconds session time at which inhalation begins, in s
 * @param exhaleSeconds session time at which exhalation begins, in s; later than {@code inhaleSeconds}
 * @param endSeconds session time at which the next inhalation begins, in s; later than {@code exhaleSeconds}
 * @param depth rise of the signal from the line between the two inhale onsets to the exhale onset, in the unit of the
 *     respiration; empty where only onsets are known
 */
public record Breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, OptionalDouble depth) {

    /** Checks that the onsets are finite and in order, and that a depth is positive and finite. */
    public Breath {
        if (!(inhaleSeconds < exhaleSeconds && exhaleSeconds < endSeconds)
                || !Double.isFinite(inhaleSeconds)
                || !Double.isFinite(endSeconds)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a breath has finite onsets in order, got inhale %s s, exhale %s s, end %s s",
                    inhaleSeconds,
                    exhaleSeconds,
                    endSeconds));
        }
        if (depth.isPresent() && !(depth.getAsDouble() > 0 && Double.isFinite(depth.getAsDouble()))) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "depth of the breath at %s s must be positive and finite, got %s",
                    inhaleSeconds,
                    depth.getAsDouble()));
        }
    }

    /** A breath of unknown depth, from its three onsets in s. */
    public static Breath ofSeconds(double inhaleSeconds, double exhaleSeconds, double endSeconds) {
        return new Breath(inhaleSeconds, exhaleSeconds, endSeconds, OptionalDouble.empty());
    }

    /** Length of the breath in s. */
    public double durationSeconds() {
        return endSeconds - inhaleSeconds;
    }

    /** Length of the inhalation in s. */
    public double inspirationSeconds() {
        return exhaleSeconds - inhaleSeconds;
    }

    /** Length of the exhalation with the pause that follows it, in s. */
    public double expirationSeconds() {
        return endSeconds - exhaleSeconds;
    }

    /** Frequency of this breath in Hz. */
    public double hertz() {
        return 1 / durationSeconds();
    }

    /** From the onset of inhalation to the next one. */
    public Window window() {
        return new Window(inhaleSeconds, endSeconds);
    }
}
