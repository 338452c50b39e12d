package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.distribution.FDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;

/** A fitted mixed model. Immutable. */
public final class MixedFit {

    /** Diagonal of the relative covariance factor below which a variance counts as zero, as in lme4. */
    private static final double SINGULAR = 1e-4;

    /** Squared step left at the end, in standard errors, below which the search has arrived. */
    private static final double ARRIVED = 1e-10;

    private final FixedPart fixed;
    private final DevianceMinimum minimum;
    private final SmallSample smallSample;
    private final DegreesOfFreedom method;
    private final double confidence;
    private final double[] inBasis;

    private MixedFit(
            FixedPart fixed,
            DevianceMinimum minimum,
            SmallSample smallSample,
            DegreesOfFreedom method,
            double confidence) {
        this.fixed = fixed;
        this.minimum = minimum;
        this.smallSample = smallSample;
        this.method = method;
        this.confidence = confidence;
        this.inBasis = fixed.basis().shares(fixed.response());
        for (int j = 0; j < inBasis.length; j++) {
            inBasis[j] += minimum.profile().shift()[j];
        }
    }

    static Inference<MixedFit> of(
            FixedPart fixed, DevianceMinimum minimum, DegreesOfFreedom method, double confidence) {
        if (method == DegreesOfFreedom.SATTERTHWAITE) {
            return Inference.of(new MixedFit(fixed, minimum, new Satterthwaite(minimum), method, confidence));
        }
        return KenwardRoger.of(minimum).map(kr -> new MixedFit(fixed, minimum, kr, method, confidence));
    }

    /** The same fit with degrees of freedom by another approximation. */
    public Inference<MixedFit> withDegreesOfFreedom(DegreesOfFreedom newMethod) {
        return of(fixed, minimum, newMethod, confidence);
    }

    /** The formula, as it was understood. */
    public ModelFormula formula() {
        return fixed.formula();
    }

    /** What the variances were estimated by. */
    public Criterion criterion() {
        return minimum.profile().problem().criterion();
    }

    /** Number of rows used. */
    public int observations() {
        return fixed.frame().rows();
    }

    /** Rows left out, by reason. */
    public Map<String, Integer> leftOut() {
        return Map.copyOf(fixed.frame().leftOut());
    }

    private List<RandomTerm> terms() {
        return minimum.profile().problem().terms();
    }

    int randomColumns() {
        return terms().stream().mapToInt(RandomTerm::width).sum();
    }

    /** Number of parameters: coefficients, variances and covariances, and the residual variance. */
    public int parameters() {
        return inBasis.length + minimum.theta().length + 1;
    }

    /** The coefficients with their tests, in the order of the design. */
    public List<Coefficient> coefficients() {
        List<Coefficient> all = new ArrayList<>();
        for (int j = 0; j < inBasis.length; j++) {
            double[] weights = new double[inBasis.length];
            weights[j] = 1;
            all.add(Coefficient.of(fixed.design().names().get(j), estimate(weights), confidence));
        }
        return List.copyOf(all);
    }

    private LinearEstimator.Estimate estimate(double[] weights) {
        double[] directions = fixed.basis().solveTransposed(weights);
        double[] errorAndDf = smallSample.errorAndDf(directions);
        return new LinearEstimator.Estimate(OrthonormalBasis.dot(directions, inBasis), errorAndDf[0], errorAndDf[1]);
    }

    /**
     * The F tests of type III of all fixed terms: each with all others held fixed, categories coded to sum to zero whatever
     * the coding of the coefficients is.
     */
    public List<FixedEffectTest> tests() {
        Design design = new Design(formula().hasIntercept(), formula().terms(), Coding.SUM, fixed.frame());
        OrthonormalBasis summing = new OrthonormalBasis();
        Arrays.stream(design.columns(fixed.frame())).forEach(summing::add);
        double[][] between = new double[summing.size()][];
        for (int i = 0; i < between.length; i++) {
            between[i] = fixed.basis().shares(summing.direction(i));
        }
        double[][] columns = Matrices.transposed(between);
        double[][] solved = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            solved[j] = summing.solve(columns[j]);
        }
        double[][] summingFromBasis = Matrices.transposed(solved);
        List<FixedEffectTest> tests = new ArrayList<>();
        for (Design.Block block : design.blocks()) {
            if (!block.term().variables().isEmpty()) {
                tests.add(test(block.term().label(), Arrays.copyOfRange(summingFromBasis, block.from(), block.to())));
            }
        }
        return List.copyOf(tests);
    }

    private FixedEffectTest test(String term, double[][] weights) {
        double[] fAndDf = smallSample.fAndDf(weights, inBasis);
        double df2 = fAndDf[1];
        if (!(df2 > 0) || Double.isInfinite(df2) || !(fAndDf[0] >= 0)) {
            Inference<Double> none = Inference.notEstimable("the approximation of " + method.label()
                    + " has no positive degrees of freedom here, too few groups for " + weights.length
                    + " coefficients at once");
            return new FixedEffectTest(term, Math.max(0, fAndDf[0]), weights.length, none, none, method.label());
        }
        return new FixedEffectTest(
                term,
                fAndDf[0],
                weights.length,
                Inference.of(df2),
                Inference.of(FDistribution.of(weights.length, df2).survivalProbability(fAndDf[0])),
                method.label());
    }

    /** Marginal means at each combination of levels of categories of the fixed part, compared all with all. */
    public MarginalMeans marginalMeans(String... factors) {
        return MarginalMeans.of(fixed, this::estimate, confidence, List.of(), List.of(factors));
    }

    /** Marginal means of a category at each level of another, compared within that level. */
    public MarginalMeans marginalMeansWithin(String within, String... factors) {
        return MarginalMeans.of(fixed, this::estimate, confidence, List.of(within), List.of(factors));
    }

    /** Slopes of a covariate at each combination of levels of categories. */
    public MarginalMeans slopes(String covariate, String... factors) {
        return MarginalMeans.slopes(fixed, this::estimate, confidence, covariate, List.of(), List.of(factors));
    }

    /** Variances and covariances of the random effects, grouping by grouping, then the residual variance. */
    public List<VarianceComponent> varianceComponents() {
        List<VarianceComponent> all = new ArrayList<>();
        double sigma2 = minimum.profile().residualVariance();
        CovarianceShape shape = minimum.profile().problem().shape();
        for (int t = 0; t < terms().size(); t++) {
            RandomTerm term = terms().get(t);
            double[][] d = shape.covariance(minimum.theta(), t);
            int k = term.width();
            double[] variances = new double[k];
            for (int a = 0; a < k; a++) {
                variances[a] = sigma2 * d[a][a] / (term.scale(a) * term.scale(a));
                all.add(new VarianceComponent(
                        term.grouping(),
                        term.names().get(a),
                        "",
                        variances[a],
                        Inference.of(Math.sqrt(variances[a])),
                        Inference.notEstimable("a variance")));
            }
            for (int a = 0; a < k; a++) {
                for (int b = a + 1; b < k; b++) {
                    double covariance = sigma2 * d[b][a] / (term.scale(a) * term.scale(b));
                    double sds = Math.sqrt(variances[a] * variances[b]);
                    all.add(new VarianceComponent(
                            term.grouping(),
                            term.names().get(a),
                            term.names().get(b),
                            covariance,
                            Inference.notEstimable("a covariance"),
                            sds > 0
                                    ? Inference.of(Math.max(-1, Math.min(1, covariance / sds)))
                                    : Inference.notEstimable("one of the variances is zero")));
                }
            }
        }
        all.add(new VarianceComponent(
                "Residual", "", "", sigma2, Inference.of(Math.sqrt(sigma2)), Inference.notEstimable("a variance")));
        return List.copyOf(all);
    }

    /** θ of lme4: the factors of the relative covariances, column by column, in the units of the data. */
    double[] relativeFactors() {
        double[] theta = minimum.theta().clone();
        CovarianceShape shape = minimum.profile().problem().shape();
        for (int i = 0; i < theta.length; i++) {
            CovarianceShape.Element e = shape.elements().get(i);
            theta[i] /= terms().get(e.term()).scale(e.row());
        }
        return theta;
    }

    /** What every level of every grouping is predicted to differ by. */
    public List<RandomEffect> randomEffects() {
        Profile profile = minimum.profile();
        CovarianceShape shape = profile.problem().shape();
        double sigma = Math.sqrt(profile.residualVariance());
        List<List<RandomEffect>> byTerm = new ArrayList<>();
        for (RandomTerm term : terms()) {
            byTerm.add(new ArrayList<>(
                    Collections.nCopies(term.levels().size() * term.width(), new RandomEffect("", "", "", 0, 0))));
        }
        List<Cluster> clusters = profile.problem().clusters();
        for (int c = 0; c < clusters.size(); c++) {
            int q = clusters.get(c).size();
            double[] t = profile.t(c);
            double[] e = profile.residualShares(c);
            for (Cluster.Block block : clusters.get(c).blocks()) {
                RandomTerm term = terms().get(block.term());
                double[][] d = shape.covariance(minimum.theta(), block.term());
                int k = term.width();
                for (int a = 0; a < k; a++) {
                    double value = 0;
                    double variance = d[a][a];
                    for (int b = 0; b < k; b++) {
                        value += d[a][b] * e[block.offset() + b];
                        for (int g = 0; g < k; g++) {
                            variance -= d[a][b] * t[(block.offset() + b) * q + block.offset() + g] * d[g][a];
                        }
                    }
                    byTerm.get(block.term())
                            .set(
                                    block.level() * k + a,
                                    new RandomEffect(
                                            term.grouping(),
                                            term.levels().get(block.level()),
                                            term.names().get(a),
                                            value / term.scale(a),
                                            sigma * Math.sqrt(Math.max(0, variance)) / term.scale(a)));
                }
            }
        }
        return byTerm.stream().flatMap(List::stream).toList();
    }

    /** What the model leaves unexplained, random effects taken off too, in the order of the rows used. */
    public Residuals residuals() {
        int n = observations();
        double[] fitted = new double[n];
        for (int j = 0; j < inBasis.length; j++) {
            double[] q = fixed.basis().direction(j);
            for (int i = 0; i < n; i++) {
                fitted[i] += inBasis[j] * q[i];
            }
        }
        List<RandomEffect> effects = randomEffects();
        int first = 0;
        for (RandomTerm term : terms()) {
            for (int i = 0; i < n; i++) {
                for (int a = 0; a < term.width(); a++) {
                    RandomEffect effect = effects.get(first + term.level(i) * term.width() + a);
                    fitted[i] += effect.value() * term.scale(a) * term.value(a, i);
                }
            }
            first += term.levels().size() * term.width();
        }
        double[] residuals = new double[n];
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            residuals[i] = fixed.response()[i] - fitted[i];
            groups.add(terms().get(0).levels().get(terms().get(0).level(i)));
        }
        return new Residuals(fitted, residuals, Math.sqrt(minimum.profile().residualVariance()), groups);
    }

    /** Log-likelihood; by REML the restricted one. */
    public double logLikelihood() {
        return -minimum.profile().deviance() / 2;
    }

    /** Whether a variance is estimated as zero, or random effects as perfectly correlated. */
    public boolean isSingular() {
        return minimum.profile().problem().shape().smallestDiagonal(minimum.theta()) < SINGULAR;
    }

    /** The fit as a whole. */
    public Summary summary() {
        double deviance = minimum.profile().deviance();
        return new Summary(
                formula().toString(),
                criterion(),
                logLikelihood(),
                deviance + 2.0 * parameters(),
                deviance + Math.log(observations()) * parameters(),
                Math.sqrt(minimum.profile().residualVariance()),
                observations(),
                terms().get(0).levels().size(),
                parameters(),
                isSingular() ? Fit.SINGULAR : Fit.REGULAR,
                minimum.decrement() < ARRIVED ? Search.CONVERGED : Search.NOT_CONVERGED,
                minimum.iterations(),
                minimum.largestGradient(),
                minimum.smallestCurvature());
    }

    /** Whether all variances are positive. */
    public enum Fit {
        /** All variances are positive, no correlation is perfect. */
        REGULAR,
        /** A variance is zero, or a correlation perfect: the data do not support so rich a random part. */
        SINGULAR
    }

    /** Whether the search for the least deviance arrived. */
    public enum Search {
        /** The gradient is zero for all that the digits of a double can say. */
        CONVERGED,
        /** It stopped on its way: results must not be used. */
        NOT_CONVERGED
    }

    /**
     * A fitted mixed model as a whole.
     *
     * @param formula the formula
     * @param criterion REML or ML
     * @param logLikelihood log-likelihood, restricted under REML
     * @param aic Akaike's criterion
     * @param bic Schwarz's criterion
     * @param residualSd standard deviation of the residuals
     * @param n number of observations
     * @param groups number of levels of the first grouping
     * @param parameters number of parameters
     * @param fit whether it is singular
     * @param search whether the search converged
     * @param iterations steps of the search
     * @param largestGradient largest derivative of the deviance by θ that is left, in units of the columns' root mean squares
     * @param smallestCurvature smallest eigenvalue of the second derivatives by θ; positive at a minimum
     */
    public record Summary(
            String formula,
            Criterion criterion,
            double logLikelihood,
            double aic,
            double bic,
            double residualSd,
            int n,
            int groups,
            int parameters,
            Fit fit,
            Search search,
            int iterations,
            double largestGradient,
            double smallestCurvature)
            implements StatisticalResult {

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "%s (%s): log-likelihood = %s, AIC = %s, BIC = %s, residual SD = %s, n = %d in %d groups%s%s",
                    formula,
                    criterion,
                    Apa.number(logLikelihood),
                    Apa.number(aic),
                    Apa.number(bic),
                    Apa.number(residualSd),
                    n,
                    groups,
                    fit == Fit.SINGULAR ? "; singular fit: a variance is zero or a correlation perfect" : "",
                    search == Search.NOT_CONVERGED ? "; the search did not converge: not to be used" : "");
        }
    }
}
