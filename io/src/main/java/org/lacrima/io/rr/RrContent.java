package org.lacrima.io.rr;

/** What a single column of numbers is. */
public enum RrContent {
    /** Decided by the numbers: those that only grow, by steps as long as heart periods, are times of beats. */
    DETECTED,
    /** Intervals between beats. */
    INTERVALS,
    /** Times of beats. */
    BEAT_TIMES
}
