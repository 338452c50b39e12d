package org.lacrima.analysis.meta;

import java.util.Locale;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The effect that one study found, with its sampling variance.
 *
 * @param study name of the study
 * @param estimate effect
 * @param variance its sampling variance, above 0
 */
public record StudyEffect(String study, double estimate, double variance) {

    /** Checks that the effect is finite and the variance above 0. */
    public StudyEffect {
        if (!Double.isFinite(estimate) || !(variance > 0 && Double.isFinite(variance))) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: an effect must be finite and its variance above 0, got %s and %s",
                    study,
                    estimate,
                    variance));
        }
    }

    /**
     * Mean, spread and size of one group.
     *
     * @param n persons, at least two
     * @param mean mean
     * @param sd standard deviation with divisor n − 1, above 0
     */
    public record Group(int n, double mean, double sd) {
        /** Checks the size and the spread. */
        public Group {
            if (n < 2 || !Double.isFinite(mean) || !(sd > 0 && Double.isFinite(sd))) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "a group needs at least 2 persons, a finite mean and an SD above 0, got %d, %s, %s",
                        n,
                        mean,
                        sd));
            }
        }
    }

    /**
     * Hedges g of two groups: {@code J·(m₁ − m₂)⁄s} with exact {@code J = Γ(m⁄2)⁄(√(m⁄2)·Γ((m − 1)⁄2))}, {@code m = n₁ + n₂ − 2},
     * pooled s and variance {@code 1⁄n₁ + 1⁄n₂ + g²⁄(2(n₁ + n₂))}. Source: Hedges 1981, doi:10.3102/10769986006002107.
     */
    public static StudyEffect standardisedMeanDifference(String study, Group first, Group second) {
        double df = first.n() + second.n() - 2.0;
        double pooled = Math.sqrt(
                ((first.n() - 1) * first.sd() * first.sd() + (second.n() - 1) * second.sd() * second.sd()) / df);
        double j = Math.exp(LogGamma.value(df / 2) - LogGamma.value((df - 1) / 2)) / Math.sqrt(df / 2);
        double g = j * (first.mean() - second.mean()) / pooled;
        double size = first.n() + second.n();
        return new StudyEffect(study, g, 1.0 / first.n() + 1.0 / second.n() + g * g / (2 * size));
    }

    /** Difference of two means in their own unit, with variance {@code s₁²⁄n₁ + s₂²⁄n₂}. */
    public static StudyEffect meanDifference(String study, Group first, Group second) {
        return new StudyEffect(
                study,
                first.mean() - second.mean(),
                first.sd() * first.sd() / first.n() + second.sd() * second.sd() / second.n());
    }
}
