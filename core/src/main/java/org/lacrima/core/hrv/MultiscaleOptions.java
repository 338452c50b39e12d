package org.lacrima.core.hrv;

import java.util.Locale;

/**
 * Choices of multiscale entropy beyond those of sample entropy.
 *
 * @param scales largest scale
 * @param share scales stay below the number of intervals over this (NeuroKit2: 12); 0 for no such bound
 * @param tolerance tolerance, in standard deviations of the series itself, at every scale
 * @param grain what the coarse-grained series of the composite variants are made of
 * @param undefined what becomes of a coarse-grained series without matching templates
 * @param summary how the entropies of the scales become one number
 */
public record MultiscaleOptions(
        int scales, int share, double tolerance, Grain grain, Undefined undefined, Summary summary) {

    /** What a coarse-grained series of CMSE and RCMSE is made of. */
    public enum Grain {
        /** Means of as many intervals as the scale says, beginning at each possible offset, Wu et al. 2013. */
        MEANS,
        /** Every interval of that distance, nothing being averaged (NeuroKit2). */
        EVERY_NTH
    }

    /** What becomes of a coarse-grained series, or a scale, whose sample entropy is not defined. */
    public enum Undefined {
        /** The whole is not estimable either. */
        REFUSE,
        /** It is left out of the mean and of the summary (NeuroKit2). */
        LEAVE_OUT
    }

    /** How the entropies of the scales become one number. */
    public enum Summary {
        /** Complexity index: their sum, Costa et al. 2005. */
        SUM,
        /** Area under them by the trapezoidal rule over their number (NeuroKit2). */
        TRAPEZOID_OVER_COUNT
    }

    /** Checks the numbers. */
    public MultiscaleOptions {
        if (scales < 1 || share < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "scales must be at least 1 and share not negative, got %d and %d", scales, share));
        }
        if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "tolerance must be positive and finite, got %s", tolerance));
        }
    }

    private static final MultiscaleOptions DEFAULTS =
            new MultiscaleOptions(5, 0, 0.15, Grain.MEANS, Undefined.REFUSE, Summary.SUM);

    /**
     * The sum over scales 1 to 5, which five minutes support, at r = 0.15 standard deviations (Costa et al. 2005,
     * doi:10.1103/PhysRevE.71.021906).
     */
    public static MultiscaleOptions withDefaults() {
        return DEFAULTS;
    }

    /** These choices with another largest scale. */
    public MultiscaleOptions withScales(int largest) {
        return new MultiscaleOptions(largest, share, tolerance, grain, undefined, summary);
    }

    /** These choices with scales below the number of intervals over a share. */
    public MultiscaleOptions withShare(int other) {
        return new MultiscaleOptions(scales, other, tolerance, grain, undefined, summary);
    }

    /** These choices with another tolerance, in standard deviations. */
    public MultiscaleOptions withTolerance(double standardDeviations) {
        return new MultiscaleOptions(scales, share, standardDeviations, grain, undefined, summary);
    }

    /** These choices with other coarse-grained series. */
    public MultiscaleOptions with(Grain other) {
        return new MultiscaleOptions(scales, share, tolerance, other, undefined, summary);
    }

    /** These choices with another treatment of what is not defined. */
    public MultiscaleOptions with(Undefined other) {
        return new MultiscaleOptions(scales, share, tolerance, grain, other, summary);
    }

    /** These choices with another summary. */
    public MultiscaleOptions with(Summary other) {
        return new MultiscaleOptions(scales, share, tolerance, grain, undefined, other);
    }
}
