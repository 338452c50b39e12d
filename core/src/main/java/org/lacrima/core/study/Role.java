package org.lacrima.core.study;

/** What a phase is for in the design of a study. */
public enum Role {
    /** Rest before anything happens: the reference. */
    BASELINE,
    /** The stimulus that is meant to bring tears, such as a sad film. */
    INDUCTION,
    /** A stressor: cold pressor, social evaluation, arithmetic. */
    STRESSOR,
    /** What follows when stimulus or stressor have ended. */
    RECOVERY,
    /** Anything else, named by the study. */
    CUSTOM
}
