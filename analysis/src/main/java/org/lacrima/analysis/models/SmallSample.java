package org.lacrima.analysis.models;

/**
 * Degrees of freedom of weighted sums of the coefficients of a mixed model. Weights are those of the coefficients of the
 * orthonormal columns Q.
 */
interface SmallSample {

    /** Standard error and degrees of freedom of a weighted sum; the value is left to the caller. */
    double[] errorAndDf(double[] weights);

    /** F, and its denominator degrees of freedom, of several weighted sums that are all zero. */
    double[] fAndDf(double[][] weights, double[] coefficients);
}
