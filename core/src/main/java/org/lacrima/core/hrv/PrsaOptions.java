package org.lacrima.core.hrv;

import java.util.Locale;

/**
 * Choices of phase-rectified signal averaging.
 *
 * @param largestChange largest change from one interval to the next, relative to the first, at which the second is an
 *     anchor; larger ones are taken for artifacts
 * @param halfWindow how many intervals before and after an anchor must be there, at least 2
 */
public record PrsaOptions(double largestChange, int halfWindow) {
    /** Checks the numbers. */
    public PrsaOptions {
        if (!(largestChange > 0) || halfWindow < 2) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "largestChange must be positive and halfWindow at least 2, got %s and %d",
                    largestChange,
                    halfWindow));
        }
    }

    private static final PrsaOptions DEFAULTS = new PrsaOptions(0.05, 2);

    /** Changes of up to 5 % (Bauer et al. 2006, doi:10.1016/S0140-6736(06)68735-7); the four intervals that DC needs. */
    public static PrsaOptions withDefaults() {
        return DEFAULTS;
    }

    /** These choices with another largest change. */
    public PrsaOptions withLargestChange(double relative) {
        return new PrsaOptions(relative, halfWindow);
    }

    /** These choices with another number of intervals on both sides of an anchor. */
    public PrsaOptions withHalfWindow(int intervals) {
        return new PrsaOptions(largestChange, intervals);
    }
}
