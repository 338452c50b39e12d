package org.lacrima.analysis.compare;

import java.util.OptionalDouble;

/**
 * How good the beats of a phase are.
 *
 * @param beats intervals wholly inside the phase, after correction
 * @param corrected how many of them end in a beat that was moved or inserted
 * @param dropped intervals that correction took out of the phase
 * @param gaps gaps among the intervals left
 * @param coveredSeconds seconds of the phase that intervals cover, those that straddle its ends with their share
 */
public record PhaseQuality(int beats, int corrected, int dropped, int gaps, double coveredSeconds) {

    /** No beat at all. */
    static final PhaseQuality NONE = new PhaseQuality(0, 0, 0, 0, 0);

    /** Share of corrected and dropped intervals in percent of all; empty where there is none. */
    public OptionalDouble correctedPercent() {
        int all = beats + dropped;
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (corrected + dropped) / all);
    }
}
