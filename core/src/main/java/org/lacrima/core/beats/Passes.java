package org.lacrima.core.beats;

/** How often a correction looks at its own result. */
public enum Passes {
    /** Classified once, corrected once. */
    SINGLE,
    /** Classified and corrected again as long as that lowers the number of artifacts. */
    ITERATED
}
