package org.lacrima.io;

/** How much a problem matters. */
public enum Severity {
    /** What is written there cannot be meant: {@link Strictness#STRICT} refuses the whole, LENIENT leaves it out. */
    ERROR,
    /** It was read, and somebody should look at it. */
    WARNING
}
