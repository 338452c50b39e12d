package org.lacrima.core.recovery;

/** What is assumed of the residuals of a recovery curve. */
public enum Residuals {
    /** Independent: values that share nothing, far apart in time. Intervals are too narrow where this is wrong. */
    INDEPENDENT,
    /**
     * Each resembles the one before, the less the longer ago it was (first-order autoregression in continuous time): heart
     * rate and every quantity that wanders. The correlation is estimated by restricted maximum likelihood.
     */
    AUTOREGRESSIVE
}
