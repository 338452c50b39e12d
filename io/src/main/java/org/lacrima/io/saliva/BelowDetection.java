package org.lacrima.io.saliva;

/** What a concentration that the assay could not tell from nothing ({@code <LOD}, {@code <0.5}) becomes. */
public enum BelowDetection {
    /** An error: the analyst decides, not the reader. */
    REFUSED,
    /** A missing sample with the cell as its reason. Censored values are then missing, which biases means upwards. */
    MISSING
}
