package org.lacrima.core.series;

/** What is known of the beat that ends an interval. */
public enum BeatLabel {
    /** A normal beat, or one that nobody questioned. */
    NORMAL,
    /** A beat of ectopic origin. */
    ECTOPIC,
    /** A beat that the source marked as an artifact. */
    ARTIFACT,
    /** A beat that a correction moved, inserted, joined or gave another interval: that interval is an estimate. */
    CORRECTED
}
