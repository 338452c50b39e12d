package org.lacrima.core.simulate;

/**
 * Something a simulated recording got wrong, or a beat that was not the sinus node's.
 *
 * @param kind what it is
 * @param seconds session time of the beat concerned, in s
 */
public record Artifact(Kind kind, double seconds) {
    /** What went wrong. */
    public enum Kind {
        /** A beat that the detector missed. */
        MISSED,
        /** A beat that it invented. */
        EXTRA,
        /** A premature beat, followed by a compensatory pause. */
        ECTOPIC
    }
}
