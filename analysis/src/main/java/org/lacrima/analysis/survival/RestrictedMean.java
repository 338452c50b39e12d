package org.lacrima.analysis.survival;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * Restricted mean time to an event: the mean time until the event or the horizon, whichever is first. It compares groups
 * without assuming proportional hazards. Source: Royston &amp; Parmar 2013, doi:10.1186/1471-2288-13-152.
 *
 * @param horizonSeconds the horizon
 * @param seconds the mean
 * @param standardError its standard error
 * @param n persons
 */
public record RestrictedMean(double horizonSeconds, double seconds, double standardError, int n)
        implements StatisticalResult {

    /**
     * This mean minus another of an independent group.
     *
     * @throws IllegalArgumentException if the horizons differ
     */
    public Inference<Difference> minus(RestrictedMean other, double confidence) {
        if (horizonSeconds != other.horizonSeconds) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "restricted means need one horizon, got %s s and %s s",
                    horizonSeconds,
                    other.horizonSeconds));
        }
        double difference = seconds - other.seconds;
        double error = Math.hypot(standardError, other.standardError);
        if (!(error > 0)) {
            return Inference.notEstimable(
                    "no spread: all events of both groups at one time, or none before the horizon");
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double reach = error * normal.inverseSurvivalProbability((1 - confidence) / 2);
        double z = difference / error;
        return Inference.of(new Difference(
                horizonSeconds,
                difference,
                error,
                z,
                2 * normal.survivalProbability(Math.abs(z)),
                new Interval(difference - reach, difference + reach, confidence)));
    }

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "restricted mean to %.0f s = %s s, SE = %s",
                horizonSeconds,
                Apa.number(seconds),
                Apa.number(standardError));
    }

    /**
     * The difference of two restricted means.
     *
     * @param horizonSeconds the horizon
     * @param seconds the difference
     * @param standardError its standard error
     * @param z difference by standard error
     * @param p two-sided p value by the normal distribution
     * @param interval interval of the difference
     */
    public record Difference(
            double horizonSeconds, double seconds, double standardError, double z, double p, Interval interval)
            implements StatisticalResult {
        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "difference of restricted means to %.0f s = %s s, %s, z = %s, %s",
                    horizonSeconds,
                    Apa.number(seconds),
                    Apa.interval(interval),
                    Apa.number(z),
                    Apa.p(p));
        }
    }
}
