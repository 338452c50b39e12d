package org.lacrima.analysis.stats;

/** The hypothesis that a test sets against its null. */
public enum Alternative {
    /** The first is larger or smaller. */
    TWO_SIDED,
    /** The first is larger. */
    GREATER,
    /** The first is smaller. */
    LESS
}
