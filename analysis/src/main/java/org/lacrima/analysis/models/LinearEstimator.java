package org.lacrima.analysis.models;

/** Estimates weighted sums of the coefficients of a fitted model. */
@FunctionalInterface
interface LinearEstimator {

    /** The weighted sum, its standard error and the degrees of freedom of that. */
    Estimate of(double[] weights);

    /** An estimated number: value, standard error, degrees of freedom of the standard error. */
    record Estimate(double value, double standardError, double df) {}
}
