package org.lacrima.io;

import java.util.Locale;

/**
 * An uninterrupted part of a channel, in which time goes evenly.
 *
 * @param firstSample number of its first sample, counted from 0 over the whole channel
 * @param size number of samples
 * @param startSeconds time of its first sample, in s from the start of the recording
 * @param rateHz samples per second
 */
public record Stretch(long firstSample, long size, double startSeconds, double rateHz) {
    /** Checks that the numbers can be those of a stretch. */
    public Stretch {
        boolean isPlaced = firstSample >= 0 && size >= 0 && Double.isFinite(startSeconds);
        if (!isPlaced || !(rateHz > 0) || Double.isInfinite(rateHz)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a stretch cannot be %d samples from sample %d on, at %s s and %s Hz",
                    size,
                    firstSample,
                    startSeconds,
                    rateHz));
        }
    }

    /** Time after its last sample, in s: where the next sample would be. */
    public double endSeconds() {
        return startSeconds + size / rateHz;
    }
}
