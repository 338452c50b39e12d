package org.lacrima.analysis.stats;

import org.apache.commons.numbers.gamma.LogGamma;

/** Small-sample factor {@code J(m)} that takes the upward bias out of a standardised difference. */
public enum BiasCorrection {
    /** None: Cohen's d. */
    NONE("none"),
    /** {@code Γ(m⁄2) ⁄ (√(m⁄2)·Γ((m − 1)⁄2))} (Hedges 1981, doi:10.3102/10769986006002107). */
    EXACT("exact J"),
    /** {@code 1 − 3⁄(4m − 1)}, the approximation of the same paper that most software and most papers use. */
    APPROXIMATE("approximate J");

    private final String label;

    BiasCorrection(String label) {
        this.label = label;
    }

    /** Name as printed. */
    public String label() {
        return label;
    }

    /** The factor for degrees of freedom of the standardiser, above 1. */
    public double factor(double df) {
        if (!(df > 1)) {
            throw new IllegalArgumentException("bias correction needs more than 1 degree of freedom, got " + df);
        }
        return switch (this) {
            case NONE -> 1;
            case EXACT -> Math.exp(LogGamma.value(df / 2) - LogGamma.value((df - 1) / 2)) / Math.sqrt(df / 2);
            case APPROXIMATE -> 1 - 3 / (4 * df - 1);
        };
    }
}
