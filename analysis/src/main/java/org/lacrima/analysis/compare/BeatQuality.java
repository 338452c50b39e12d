package org.lacrima.analysis.compare;

import java.util.OptionalDouble;

/**
 * How good the beats of a phase are.
 *
 * @param beats intervals wholly inside the phase, after correction
 * @param corrected how many of them end in a beat that was moved or inserted
 * @param gaps gaps among them
 * @param coveredSeconds seconds of the phase that intervals cover, those that straddle its ends with their share
 */
public record BeatQuality(int beats, int corrected, int gaps, double coveredSeconds) {

    /** No beat at all. */
    static final BeatQuality NONE = new BeatQuality(0, 0, 0, 0);

    /** Share of corrected beats in percent; empty where there is no beat. */
    public OptionalDouble correctedPercent() {
        return beats == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * corrected / beats);
    }
}
