package org.lacrima.analysis.models;

import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;

/**
 * Linear model by least squares: regression, analysis of variance and analysis of covariance are one,
 * {@code y = Xb + e}, {@code b = (XᵀX)⁻¹Xᵀy}, solved through an orthonormal basis of the columns, never through
 * {@code XᵀX}.
 *
 * <pre>{@code
 * LinearFit ancova = LinearModel.withDefaults()
 *         .fit(ModelFormula.parse("recovery ~ baseline + age + group"), data)
 *         .orThrow();
 * ancova.tests(SumsOfSquares.TYPE_II);              // does the group matter, baseline and age held fixed?
 * ancova.marginalMeans("group").tukeyPairs();       // adjusted means, compared
 * ancova.slopeHomogeneity();                        // are the slopes equal in all groups, as this assumes?
 * }</pre>
 *
 * <p>Not estimable where a category has one level, columns are collinear (named), a cell of an interaction is empty
 * (named), there are no more observations than coefficients, or the response is fitted without error. Rows in which a
 * column of the formula is missing are left out and counted. Immutable.
 */
public final class LinearModel {

    private final Coding coding;
    private final double confidence;

    private LinearModel(Coding coding, double confidence) {
        this.coding = coding;
        this.confidence = confidence;
    }

    /** Treatment coding; intervals of 95 %. */
    public static LinearModel withDefaults() {
        return new LinearModel(Coding.TREATMENT, 0.95);
    }

    /** With another coding of categories, which changes what single coefficients say. */
    public LinearModel withCoding(Coding newCoding) {
        return new LinearModel(newCoding, confidence);
    }

    /** With intervals of another confidence, between 0 and 1. */
    public LinearModel withConfidence(double newConfidence) {
        return new LinearModel(coding, Interval.requireConfidence(newConfidence));
    }

    /**
     * Fits the model.
     *
     * @throws IllegalArgumentException if the formula has a random part, names a column that the data have not, or a response
     *     that holds categories
     */
    public Inference<LinearFit> fit(ModelFormula formula, ModelData data) {
        if (!formula.random().isEmpty()) {
            throw new IllegalArgumentException(
                    "a linear model has no random part, " + formula + " has: use MixedModel");
        }
        return FixedPart.of(formula, data, coding).map(fixed -> new LinearFit(fixed, confidence));
    }
}
