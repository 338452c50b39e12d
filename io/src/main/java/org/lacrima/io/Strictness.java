package org.lacrima.io;

/** What a reader does about errors in a file. */
public enum Strictness {
    /** One error refuses the whole; the exception holds every problem that was met, not only the first. */
    STRICT,
    /** What is wrong is left out and reported, as long as something remains to return. */
    LENIENT
}
