package org.lacrima.analysis.meta;

import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * Egger's test of small-study effects: the regression of effects on their standard errors, weights {@code 1⁄v}; a slope
 * other than 0 says that small studies find other effects than large ones, as selective publication makes them. Not
 * estimable with fewer than three studies or equal standard errors. Source: Egger et al. 1997, doi:10.1136/bmj.315.7109.629.
 *
 * @param slope change of the effect per unit of its standard error
 * @param t slope by its standard error
 * @param df degrees of freedom, k − 2
 * @param p two-sided p value
 */
public record EggerTest(double slope, double t, int df, double p) implements StatisticalResult {

    /** The test of some studies. */
    public static Inference<EggerTest> of(List<StudyEffect> effects) {
        int k = effects.size();
        if (k < 3) {
            return Inference.notEstimable("Egger's test needs at least three studies, got " + k);
        }
        double w = 0;
        double wx = 0;
        double wy = 0;
        for (StudyEffect e : effects) {
            w += 1 / e.variance();
            wx += 1 / Math.sqrt(e.variance());
            wy += e.estimate() / e.variance();
        }
        double xx = 0;
        double xy = 0;
        for (StudyEffect e : effects) {
            double x = Math.sqrt(e.variance()) - wx / w;
            xx += x * x / e.variance();
            xy += x * (e.estimate() - wy / w) / e.variance();
        }
        if (!(xx > 1e-20)) {
            return Inference.notEstimable(
                    "all studies are equally precise, Egger's test compares small with large ones");
        }
        double slope = xy / xx;
        double squares = 0;
        for (StudyEffect e : effects) {
            double rest = e.estimate() - wy / w - slope * (Math.sqrt(e.variance()) - wx / w);
            squares += rest * rest / e.variance();
        }
        double t = slope / Math.sqrt(squares / (k - 2) / xx);
        if (!Double.isFinite(t)) {
            return Inference.notEstimable("the effects lie on a line, Egger's test needs spread about it");
        }
        return Inference.of(
                new EggerTest(slope, t, k - 2, 2 * TDistribution.of(k - 2).survivalProbability(Math.abs(t))));
    }

    @Override
    public String apa() {
        return String.format(Locale.ROOT, "Egger's test: t(%d) = %s, %s", df, Apa.number(t), Apa.p(p));
    }
}
