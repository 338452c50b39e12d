package org.lacrima.analysis.models;

import java.util.Locale;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * The F test of a term of the fixed part of a mixed model, of type III.
 *
 * @param term the term, as in the formula
 * @param f F, scaled where Kenward and Roger's method does so
 * @param df1 degrees of freedom of the term
 * @param df2 degrees of freedom of the denominator; not estimable where the approximation has none
 * @param p p value
 * @param method how df2 is approximated
 */
public record FixedEffectTest(
        String term, double f, double df1, Inference<Double> df2, Inference<Double> p, String method)
        implements StatisticalResult {

    @Override
    public String apa() {
        return p.value()
                .map(value -> String.format(
                        Locale.ROOT,
                        "%s: F(%s, %s) = %s, %s (%s)",
                        term,
                        Apa.df(df1),
                        Apa.df(df2.orThrow()),
                        Apa.number(f),
                        Apa.p(value),
                        method))
                .orElse(term + ": not estimable, " + p.reason());
    }
}
