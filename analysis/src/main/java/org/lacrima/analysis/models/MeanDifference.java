package org.lacrima.analysis.models;

import java.util.Locale;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * Two marginal means (or slopes) compared, later minus earlier level.
 *
 * @param within level at which they are compared; empty where over all
 * @param first the earlier level
 * @param second the later level
 * @param difference second minus first
 * @param standardError its standard error
 * @param df degrees of freedom of t
 * @param t difference over standard error
 * @param p two-sided p of this comparison by itself
 * @param adjustedP p adjusted for the family of comparisons at the same level
 * @param adjustment name of the adjustment
 * @param interval confidence interval: simultaneous under Tukey's adjustment, of this comparison by itself under others
 */
public record MeanDifference(
        String within,
        String first,
        String second,
        double difference,
        double standardError,
        double df,
        double t,
        double p,
        double adjustedP,
        String adjustment,
        Interval interval)
        implements StatisticalResult {

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "%s%s − %s: difference = %s, %s, t(%s) = %s, %s (%s)",
                within.isEmpty() ? "" : within + ", ",
                second,
                first,
                Apa.number(difference),
                interval,
                Apa.df(df),
                Apa.number(t),
                Apa.p(adjustedP),
                adjustment);
    }
}
