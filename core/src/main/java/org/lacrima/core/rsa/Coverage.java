package org.lacrima.core.rsa;

import org.lacrima.core.series.BeatSeries;

/** Whether intervals without a gap cover a span of time. */
final class Coverage {
    private Coverage() {}

    /** What a clock's quantum and rounding may leave open at a boundary. */
    private static final double SLACK_SECONDS = BeatSeries.CONTIGUITY_TOLERANCE_MS / 1000;

    /**
     * Whether the beats cover the span.
     *
     * @param from first interval that ends after {@code startSeconds}
     */
    static boolean isWhole(BeatSeries beats, int from, double startSeconds, double endSeconds) {
        if (from >= beats.size() || beats.startSecondsAt(from) > startSeconds + SLACK_SECONDS) {
            return false;
        }
        int i = from;
        while (beats.endSecondsAt(i) < endSeconds - SLACK_SECONDS) {
            i++;
            if (i >= beats.size() || !beats.isContiguousAt(i)) {
                return false;
            }
        }
        return true;
    }
}
