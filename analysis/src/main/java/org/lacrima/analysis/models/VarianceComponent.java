package org.lacrima.analysis.models;

import java.util.Locale;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * A variance, or a covariance of two random effects, of a mixed model.
 *
 * @param grouping grouping that it varies between; {@code Residual} for the residual variance
 * @param effect what varies
 * @param other what it covaries with; empty for a variance
 * @param variance variance or covariance
 * @param sd standard deviation; not estimable for a covariance
 * @param correlation correlation; not estimable for a variance, and where one of the variances is zero
 */
public record VarianceComponent(
        String grouping,
        String effect,
        String other,
        double variance,
        Inference<Double> sd,
        Inference<Double> correlation)
        implements StatisticalResult {

    @Override
    public String apa() {
        String what = grouping + (effect.isEmpty() ? "" : ", " + effect);
        return other.isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "%s: variance = %s, SD = %s",
                        what,
                        Apa.number(variance),
                        Apa.number(Math.sqrt(variance)))
                : String.format(
                        Locale.ROOT,
                        "%s with %s: %s",
                        what,
                        other,
                        correlation
                                .value()
                                .map(r -> "r = " + Apa.share(r))
                                .orElse("no correlation, " + correlation.reason()));
    }
}
