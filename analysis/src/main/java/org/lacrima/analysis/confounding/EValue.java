package org.lacrima.analysis.confounding;

import java.util.Locale;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * How strong a hidden cause would have to be to explain an effect away: the least risk ratio that it must have with both
 * crying and the outcome, {@code RR + √(RR(RR − 1))} for {@code RR ≥ 1}, with the reciprocal below 1. A standardised
 * difference d counts as {@code RR ≈ exp(0.91·d)}, its limits as {@code exp(0.91·d ± 1.78·se)}. Source: VanderWeele &amp; Ding
 * 2017, doi:10.7326/M16-2607.
 *
 * @param estimate E-value of the estimate, 1 where there is nothing to explain
 * @param limit E-value of the limit of the interval that is nearer to no effect, 1 where the interval holds no effect
 */
public record EValue(double estimate, double limit) implements StatisticalResult {

    /**
     * Of a risk ratio.
     *
     * @param ratio ratio, above 0
     * @param interval its interval
     */
    public static EValue ofRiskRatio(double ratio, Interval interval) {
        if (!(ratio > 0 && interval.low() > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "a risk ratio and its limits are above 0, got %s in %s", ratio, interval));
        }
        double nearer = ratio >= 1 ? Math.max(1, interval.low()) : Math.min(1, interval.high());
        return new EValue(of(ratio), of(nearer));
    }

    /**
     * Of a standardised difference of means.
     *
     * @param d difference in standard deviations
     * @param standardError its standard error, not negative
     */
    public static EValue ofStandardisedDifference(double d, double standardError) {
        return ofRiskRatio(
                Math.exp(0.91 * d),
                new Interval(
                        Math.exp(0.91 * d - 1.78 * standardError), Math.exp(0.91 * d + 1.78 * standardError), 0.95));
    }

    private static double of(double ratio) {
        double above = ratio >= 1 ? ratio : 1 / ratio;
        return above + Math.sqrt(above * (above - 1));
    }

    @Override
    public String apa() {
        return String.format(Locale.ROOT, "E-value = %s, of the limit %s", Apa.number(estimate), Apa.number(limit));
    }
}
