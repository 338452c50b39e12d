package org.lacrima.analysis.stats;

import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A statistic referred to the χ² distribution.
 *
 * @param name name of the test
 * @param statistic χ²
 * @param df degrees of freedom
 * @param p p value
 */
public record ChiSquaredTest(String name, double statistic, int df, double p) implements StatisticalResult {

    /** The test of a statistic with so many degrees of freedom; a negative one, as rounding leaves it, counts as 0. */
    public static ChiSquaredTest of(String name, double statistic, int df) {
        return new ChiSquaredTest(
                name, statistic, df, ChiSquaredDistribution.of(df).survivalProbability(Math.max(0, statistic)));
    }

    @Override
    public String apa() {
        return String.format(Locale.ROOT, "%s: χ²(%d) = %s, %s", name, df, Apa.number(statistic), Apa.p(p));
    }
}
