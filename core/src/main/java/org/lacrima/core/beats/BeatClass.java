package org.lacrima.core.beats;

/** What a classifier takes a beat, or the interval that it ends, to be. */
public enum BeatClass {
    /** Nothing speaks against the beat. */
    NORMAL,
    /** The beat came too early or too late between neighbours that are in place; it spoils the intervals on both sides. */
    ECTOPIC,
    /** The interval is too long, and no missed beat explains it. */
    LONG,
    /** The interval is too short, and no extra beat explains it. */
    SHORT,
    /** One beat inside the interval was not detected. */
    MISSED,
    /** The beat is not a heartbeat: without it, the two intervals around it make one normal interval. */
    EXTRA,
    /** The interval is longer than one missed beat explains: the signal was lost. */
    LOST,
    /** A rule rejects the interval without saying what went wrong. */
    OUTLIER;

    /** Whether the beat needs correction. */
    public boolean isArtifact() {
        return this != NORMAL;
    }
}
