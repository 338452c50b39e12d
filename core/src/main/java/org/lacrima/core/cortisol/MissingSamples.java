package org.lacrima.core.cortisol;

/** What becomes of an area under the curve when a sample is missing. Increases and slopes are not affected. */
public enum MissingSamples {
    /** No area: the result says which sample is missing and why. The convention of the field, and the default. */
    REFUSE,
    /**
     * The trapezoids span the samples that are present, as if the curve were straight across a missing one. The first
     * and the last sample and the baseline are still needed: without them the area would cover another time.
     */
    TRAPEZOID_OVER_PRESENT
}
