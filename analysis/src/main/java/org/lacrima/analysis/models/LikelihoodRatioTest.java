package org.lacrima.analysis.models;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * Whether a richer mixed model fits better than a simpler one that it contains: twice the difference of the
 * log-likelihoods as χ² (Wilks 1938, doi:10.1214/aoms/1177732360).
 *
 * @param simpler formula of the simpler model
 * @param richer formula of the richer model
 * @param simplerLogLikelihood its log-likelihood
 * @param richerLogLikelihood log-likelihood of the richer model
 * @param chiSquared χ²
 * @param df number of parameters more
 * @param p p value
 * @param boundaryP p where the models differ by one random effect, whose variance of zero lies on the boundary: the average
 *     of the p at one parameter less and at all of them (Stram &amp; Lee 1994, doi:10.2307/2533455)
 */
public record LikelihoodRatioTest(
        String simpler,
        String richer,
        double simplerLogLikelihood,
        double richerLogLikelihood,
        double chiSquared,
        double df,
        double p,
        Inference<Double> boundaryP)
        implements StatisticalResult {

    /**
     * Compares two fits to the same observations by the same criterion.
     *
     * @throws IllegalArgumentException if the observations or the criteria differ, the simpler model has terms that the richer
     *     has not, or the fixed parts of fits by REML differ
     */
    public static LikelihoodRatioTest of(MixedFit simpler, MixedFit richer) {
        ModelFormula a = simpler.formula();
        ModelFormula b = richer.formula();
        if (simpler.observations() != richer.observations() || !a.response().equals(b.response())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "both models must explain the same observations, got %d of %s and %d of %s: leave out the rows in"
                            + " which a column of either is missing",
                    simpler.observations(),
                    a.response(),
                    richer.observations(),
                    b.response()));
        }
        if (simpler.criterion() != richer.criterion()) {
            throw new IllegalArgumentException("both models must be fitted by one criterion, got " + simpler.criterion()
                    + " and " + richer.criterion());
        }
        Set<ModelFormula.Term> fixed = new HashSet<>(a.terms());
        if (!new HashSet<>(b.terms()).containsAll(fixed) || (a.hasIntercept() && !b.hasIntercept())) {
            throw new IllegalArgumentException(a + " is not contained in " + b);
        }
        if (simpler.criterion() == Criterion.REML && b.terms().size() != fixed.size()) {
            throw new IllegalArgumentException(
                    "likelihoods by REML of models with different fixed terms cannot be compared: fit both by ML");
        }
        int df = richer.parameters() - simpler.parameters();
        if (df < 1) {
            throw new IllegalArgumentException(b + " has no more parameters than " + a);
        }
        double chi = Math.max(0, 2 * (richer.logLikelihood() - simpler.logLikelihood()));
        double p = ChiSquaredDistribution.of(df).survivalProbability(chi);
        int added = richer.randomColumns() - simpler.randomColumns();
        Inference<Double> boundary = added == 1 && fixed.size() == b.terms().size()
                ? Inference.of((p
                                + (df == 1
                                        ? (chi > 0 ? 0 : 1)
                                        : ChiSquaredDistribution.of(df - 1.0).survivalProbability(chi)))
                        / 2)
                : Inference.notEstimable("the models do not differ by one random effect only");
        return new LikelihoodRatioTest(
                a.toString(), b.toString(), simpler.logLikelihood(), richer.logLikelihood(), chi, df, p, boundary);
    }

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "%s against %s: χ²(%s) = %s, %s%s",
                richer,
                simpler,
                Apa.df(df),
                Apa.number(chiSquared),
                Apa.p(p),
                boundaryP.value().map(b -> ", at the boundary " + Apa.p(b)).orElse(""));
    }
}
