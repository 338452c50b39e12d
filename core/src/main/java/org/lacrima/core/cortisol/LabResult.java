package org.lacrima.core.cortisol;

import java.util.Locale;

/** What a laboratory says of one sample: a concentration, two, that there is less than it can tell, or nothing. */
public sealed interface LabResult
        permits LabResult.Measured, DuplicateAssay, LabResult.BelowDetection, LabResult.Missing {

    /**
     * One concentration.
     *
     * @param concentration the concentration, not negative
     */
    record Measured(double concentration) implements LabResult {
        /** Refuses what no assay gives. */
        public Measured {
            if (!(concentration >= 0) || Double.isInfinite(concentration)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "a concentration must be finite and not negative, got %s", concentration));
            }
        }
    }

    /**
     * Less than the assay can tell from nothing: a censored value, known to lie between 0 and the limit.
     *
     * @param limit limit of detection, positive
     */
    record BelowDetection(double limit) implements LabResult {
        /** Refuses a limit that is no positive number. */
        public BelowDetection {
            if (!(limit > 0) || Double.isInfinite(limit)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "a limit of detection must be positive, got %s", limit));
            }
        }
    }

    /**
     * No result.
     *
     * @param reason why, such as {@code insufficient volume}
     */
    record Missing(String reason) implements LabResult {}
}
