package org.lacrima.analysis.models;

import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * A coefficient of a model, or another number estimated from its coefficients, tested against zero.
 *
 * @param name what it is: column of the design, or combination of levels
 * @param estimate estimated value, in units of the response (per unit of the covariate)
 * @param standardError its standard error
 * @param df degrees of freedom of t
 * @param t estimate over standard error
 * @param p two-sided p value
 * @param interval confidence interval
 */
public record Coefficient(
        String name, double estimate, double standardError, double df, double t, double p, Interval interval)
        implements StatisticalResult {

    static Coefficient of(String name, LinearEstimator.Estimate e, double confidence) {
        double t = e.value() / e.standardError();
        double half = TDistribution.of(e.df()).inverseSurvivalProbability((1 - confidence) / 2) * e.standardError();
        return new Coefficient(
                name,
                e.value(),
                e.standardError(),
                e.df(),
                t,
                twoSided(t, e.df()),
                new Interval(e.value() - half, e.value() + half, confidence));
    }

    static double twoSided(double t, double df) {
        return Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
    }

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "%s: b = %s, %s, t(%s) = %s, %s",
                name,
                Apa.number(estimate),
                interval,
                Apa.df(df),
                Apa.number(t),
                Apa.p(p));
    }
}
