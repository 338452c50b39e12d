package org.lacrima.analysis.models;

import java.util.Locale;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * How one level of a grouping, such as one person, is predicted to differ from the average: the conditional mean of the
 * random effect given the data (best linear unbiased prediction; Henderson 1975, doi:10.2307/2529430).
 *
 * @param grouping the grouping
 * @param level the level
 * @param effect what differs: intercept or slope
 * @param value predicted difference, in units of the response (per unit of the covariate)
 * @param conditionalSd standard deviation of the effect given the data, coefficients and variances taken as known
 */
public record RandomEffect(String grouping, String level, String effect, double value, double conditionalSd)
        implements StatisticalResult {

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "%s %s, %s: %s (conditional SD %s)",
                grouping,
                level,
                effect,
                Apa.number(value),
                Apa.number(conditionalSd));
    }
}
