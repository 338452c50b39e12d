package org.lacrima.core.cortisol;

import java.util.List;
import java.util.Locale;

/**
 * A sample assayed twice.
 *
 * @param first first result, not negative
 * @param second second result in the same unit, not negative
 */
public record DuplicateAssay(double first, double second) implements LabResult {
    /** Refuses results that no assay gives. */
    public DuplicateAssay {
        if (!(first >= 0) || !(second >= 0) || Double.isInfinite(first) || Double.isInfinite(second)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "duplicates must be finite and not negative, got %s and %s", first, second));
        }
    }

    /** Mean of both, the concentration of the sample. */
    public double mean() {
        return (first + second) / 2;
    }

    /**
     * Coefficient of variation within the assay, {@code 100 · SD ⁄ mean = 100 · |a − b| ⁄ (√2 · mean)}, in percent; 0
     * where both are 0. Laboratories usually accept less than 10 %.
     */
    public double cvPercent() {
        return first == second ? 0 : 100 * Math.abs(first - second) / (Math.sqrt(2) * mean());
    }

    /**
     * Coefficient of variation of an assay over all its duplicates, {@code √(mean of the squared CVs)}, in percent: squares
     * are averaged because each pair estimates a variance.
     *
     * @param duplicates at least one
     */
    public static double cvPercent(List<DuplicateAssay> duplicates) {
        return Math.sqrt(duplicates.stream()
                .mapToDouble(d -> d.cvPercent() * d.cvPercent())
                .average()
                .orElseThrow(() -> new IllegalArgumentException("a coefficient of variation needs a duplicate")));
    }
}
