package org.lacrima.analysis.models;

/** What the variances of a mixed model are estimated by. */
public enum Criterion {
    /**
     * Restricted likelihood, which allows for the coefficients that are estimated too (Patterson &amp; Thompson 1971,
     * doi:10.1093/biomet/58.3.545).
     */
    REML,
    /** Likelihood: needed to compare models with different fixed terms by a likelihood-ratio test. */
    ML
}
