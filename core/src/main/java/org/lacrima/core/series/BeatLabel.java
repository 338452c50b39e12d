package org.lacrima.core.series;

/** What is known of the beat that ends an interval. */
public enum BeatLabel {
    /** A normal beat, or one that nobody questioned. */
    NORMAL,
    /** A beat of ectopic origin. */
    ECTOPIC,
    /** A beat that the source marked as an artifact. */
    ARTIFACT,
    /** A beat whose time was moved or inserted by a correction: its interval is an estimate, not a measurement. */
    CORRECTED
}
