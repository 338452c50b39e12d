package org.lacrima.io;

import java.util.Locale;

/**
 * Something that was marked in a recording.
 *
 * @param onsetSeconds when it begins, in s from the start of the recording; negative for what was before
 * @param durationSeconds how long it lasts, in s; 0 for an instant and where the file tells no duration
 * @param kind the file's own word or symbol for what it is, such as {@code N} of a normal beat; empty where it has none
 * @param text what was written; may be empty
 * @param channel the channel it belongs to; empty where it concerns all
 */
public record Marker(double onsetSeconds, double durationSeconds, String kind, String text, String channel) {
    /** Checks that both times are finite and the duration is not negative. */
    public Marker {
        if (!Double.isFinite(onsetSeconds) || !(durationSeconds >= 0) || Double.isInfinite(durationSeconds)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a marker needs a finite onset and a duration that is not negative, got %s s and %s s",
                    onsetSeconds,
                    durationSeconds));
        }
    }

    /** A marker of an instant that concerns all channels. */
    public static Marker at(double onsetSeconds, String text) {
        return new Marker(onsetSeconds, 0, "", text, "");
    }
}
