package org.lacrima.analysis.models;

import java.util.Locale;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * The F test of an effect between or within people.
 *
 * @param term the effect
 * @param f F
 * @param df1 degrees of freedom of the effect
 * @param df2 degrees of freedom of its error
 * @param p p value, sphericity assumed
 * @param squares sum of squares of the effect
 * @param errorSquares sum of squares of its error
 * @param partialEtaSquared {@code η²ₚ = SS ⁄ (SS + SS_error)}
 * @param generalisedEtaSquared {@code SS ⁄ (SS + all SS_error)}, comparable between designs (Olejnik &amp; Algina 2003,
 *     doi:10.1037/1082-989X.8.4.434), no factor being an observed one
 * @param sphericity test of sphericity and corrected p; not estimable for effects that need none
 * @param n number of people
 */
public record RepeatedMeasuresTest(
        String term,
        double f,
        double df1,
        double df2,
        double p,
        double squares,
        double errorSquares,
        double partialEtaSquared,
        double generalisedEtaSquared,
        Inference<Sphericity> sphericity,
        int n)
        implements StatisticalResult {

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "%s: F(%s, %s) = %s, %s, partial η² = %s, generalised η² = %s%s",
                term,
                Apa.df(df1),
                Apa.df(df2),
                Apa.number(f),
                Apa.p(p),
                Apa.share(partialEtaSquared),
                Apa.share(generalisedEtaSquared),
                sphericity.value().map(s -> "; " + s.apa()).orElse(""));
    }
}
