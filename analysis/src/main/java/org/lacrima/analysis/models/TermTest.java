package org.lacrima.analysis.models;

import java.util.Locale;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.ExplainedVariance;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * The F test of a term in an analysis of variance or covariance.
 *
 * @param term the term, as in the formula
 * @param type type of the sums of squares: I, II or III
 * @param f F
 * @param df1 degrees of freedom of the term
 * @param df2 degrees of freedom of the error
 * @param p p value
 * @param squares sum of squares of the term
 * @param errorSquares sum of squares of the error
 * @param explained share of variance that the term explains, others held fixed
 * @param n number of observations
 */
public record TermTest(
        String term,
        String type,
        double f,
        double df1,
        double df2,
        double p,
        double squares,
        double errorSquares,
        ExplainedVariance explained,
        int n)
        implements StatisticalResult {

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "%s (type %s): F(%s, %s) = %s, %s, %s",
                term,
                type,
                Apa.df(df1),
                Apa.df(df2),
                Apa.number(f),
                Apa.p(p),
                explained.apa());
    }
}
