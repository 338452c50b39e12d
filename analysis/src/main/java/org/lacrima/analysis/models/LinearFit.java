package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.distribution.FDistribution;
import org.lacrima.analysis.models.ModelFormula.Term;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.ExplainedVariance;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;

/** A linear model fitted by least squares. Immutable. */
public final class LinearFit {

    /** Confidence of the intervals of η², which agree with an F test at 5 %. */
    private static final double CONFIDENCE_OF_ETA = 0.90;

    private final FixedPart fixed;
    private final double confidence;
    private final double[] shares;
    private final double[] coefficients;
    private final double[] residuals;
    private final double errorSquares;

    LinearFit(FixedPart fixed, double confidence) {
        this.fixed = fixed;
        this.confidence = confidence;
        this.shares = fixed.basis().shares(fixed.response());
        this.coefficients = fixed.basis().solve(shares);
        this.residuals = fixed.basis().rest(fixed.response());
        this.errorSquares = OrthonormalBasis.dot(residuals, residuals);
    }

    /** The formula, as it was understood. */
    public ModelFormula formula() {
        return fixed.formula();
    }

    /** Number of rows used. */
    public int observations() {
        return fixed.frame().rows();
    }

    /** Rows left out, by reason. */
    public Map<String, Integer> leftOut() {
        return Map.copyOf(fixed.frame().leftOut());
    }

    /** The coefficients with their tests, in the order of the design. */
    public List<Coefficient> coefficients() {
        List<Coefficient> all = new ArrayList<>();
        for (int j = 0; j < coefficients.length; j++) {
            double[] weights = new double[coefficients.length];
            weights[j] = 1;
            all.add(Coefficient.of(fixed.design().names().get(j), estimate(weights), confidence));
        }
        return List.copyOf(all);
    }

    private LinearEstimator.Estimate estimate(double[] weights) {
        double[] directions = fixed.basis().solveTransposed(weights);
        double se = Math.sqrt(OrthonormalBasis.dot(directions, directions) * errorSquares / residualDf());
        return new LinearEstimator.Estimate(OrthonormalBasis.dot(directions, shares), se, residualDf());
    }

    private int residualDf() {
        return observations() - coefficients.length;
    }

    /** The F test of every term, in the order of the formula. */
    public List<TermTest> tests(SumsOfSquares type) {
        Design design =
                new Design(fixed.formula().hasIntercept(), fixed.formula().terms(), Coding.SUM, fixed.frame());
        Hypotheses hypotheses = new Hypotheses(design, design.columns(fixed.frame()));
        List<TermTest> tests = new ArrayList<>();
        for (Design.Block block : design.blocks()) {
            if (!block.term().variables().isEmpty()) {
                double squares = hypotheses.squares(block, type, fixed.response());
                tests.add(test(
                        block.term().label(),
                        type.numeral(),
                        squares,
                        block.to() - block.from(),
                        errorSquares,
                        residualDf()));
            }
        }
        return List.copyOf(tests);
    }

    private TermTest test(String term, String type, double squares, double df1, double error, double df2) {
        double f = squares / df1 / (error / df2);
        return new TermTest(
                term,
                type,
                f,
                df1,
                df2,
                FDistribution.of(df1, df2).survivalProbability(f),
                squares,
                error,
                ExplainedVariance.ofF(f, df1, df2, observations(), CONFIDENCE_OF_ETA),
                observations());
    }

    /**
     * Whether the slope of each covariate is equal at all levels of each category, as an analysis of covariance without
     * interactions assumes: F tests of all products of a covariate and a category, each added to the model by itself.
     */
    public Inference<List<TermTest>> slopeHomogeneity() {
        List<String> covariates = new ArrayList<>();
        List<String> factors = new ArrayList<>();
        for (Term term : fixed.formula().terms()) {
            for (String variable : term.variables()) {
                List<String> kind = fixed.frame().isFactor(variable) ? factors : covariates;
                if (!kind.contains(variable)) {
                    kind.add(variable);
                }
            }
        }
        if (covariates.isEmpty() || factors.isEmpty()) {
            return Inference.notEstimable("equal slopes need a covariate and a category, " + formula()
                    + " has covariates " + covariates + " and categories " + factors);
        }
        List<TermTest> tests = new ArrayList<>();
        for (String covariate : covariates) {
            for (String factor : factors) {
                Term product = Term.of(covariate, factor);
                if (fixed.formula().terms().contains(product)) {
                    continue;
                }
                Design more = new Design(false, List.of(product), Coding.SUM, fixed.frame());
                OrthonormalBasis basis = new OrthonormalBasis();
                Arrays.stream(fixed.basis().directions()).forEach(basis::add);
                int before = basis.size();
                Arrays.stream(more.columns(fixed.frame())).forEach(basis::add);
                double[] added = basis.shares(fixed.response());
                double squares = 0;
                for (int j = before; j < added.length; j++) {
                    squares += added[j] * added[j];
                }
                double[] rest = basis.rest(fixed.response());
                int df1 = basis.size() - before;
                int df2 = observations() - basis.size();
                double error = OrthonormalBasis.dot(rest, rest);
                if (df1 < 1 || df2 < 1 || !(error > 1e-20 * errorSquares)) {
                    return Inference.notEstimable(
                            "too few observations for a slope of " + covariate + " at each level of " + factor);
                }
                tests.add(test(product.label(), SumsOfSquares.TYPE_III.numeral(), squares, df1, error, df2));
            }
        }
        return Inference.of(List.copyOf(tests));
    }

    /** Marginal (adjusted) means at each combination of levels of categories of the model, compared all with all. */
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

    /** What the model leaves unexplained, in the order of the rows used. */
    public Residuals residuals() {
        double sd = Math.sqrt(errorSquares / residualDf());
        double[] fitted = new double[residuals.length];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = fixed.response()[i] - residuals[i];
        }
        return new Residuals(fitted, residuals, sd, List.of());
    }

    /** The fit as a whole. */
    public Summary summary() {
        int n = observations();
        int p = coefficients.length;
        double mean = fixed.formula().hasIntercept()
                ? Arrays.stream(fixed.response()).average().orElse(0)
                : 0;
        double total = 0;
        for (double y : fixed.response()) {
            total += (y - mean) * (y - mean);
        }
        int k = fixed.formula().hasIntercept() ? 1 : 0;
        double r2 = 1 - errorSquares / total;
        double logLikelihood = -n / 2.0 * (Math.log(2 * Math.PI * errorSquares / n) + 1);
        return new Summary(
                formula().toString(),
                r2,
                1 - (1 - r2) * (n - k) / residualDf(),
                Math.sqrt(errorSquares / residualDf()),
                residualDf(),
                logLikelihood,
                -2 * logLikelihood + 2 * (p + 1),
                -2 * logLikelihood + Math.log(n) * (p + 1),
                n);
    }

    /**
     * A fitted linear model as a whole.
     *
     * @param formula the formula
     * @param rSquared share of variance explained
     * @param adjustedRSquared the same corrected for the number of coefficients
     * @param residualSd standard deviation of the residuals
     * @param residualDf their degrees of freedom
     * @param logLikelihood log-likelihood
     * @param aic Akaike's criterion, counting the residual variance as a parameter
     * @param bic Schwarz's criterion
     * @param n number of observations
     */
    public record Summary(
            String formula,
            double rSquared,
            double adjustedRSquared,
            double residualSd,
            double residualDf,
            double logLikelihood,
            double aic,
            double bic,
            int n)
            implements StatisticalResult {

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "%s: R² = %s, adjusted R² = %s, residual SD = %s, n = %d",
                    formula,
                    Apa.share(rSquared),
                    Apa.share(adjustedRSquared),
                    Apa.number(residualSd),
                    n);
        }
    }
}
