package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;

/**
 * Linear mixed model: fixed effects as in {@link LinearModel}, and effects that vary between people (or other groups),
 * {@code y = Xb + Zu + e} with {@code var(u) = σ²D}, {@code var(e) = σ²I}. People may lack observations: nobody is left out
 * for a missing phase. Several groupings may be nested or crossed.
 *
 * <pre>{@code
 * MixedFit fit = MixedModel.withDefaults()
 *         .fit(ModelFormula.parse("lnrsa ~ group * phase + age + (1 + time | participant)"), data)
 *         .orThrow();
 * fit.tests();                                           // group, phase, their interaction
 * fit.marginalMeansWithin("phase", "group").tukeyPairs();
 * }</pre>
 *
 * <p>Not estimable where the fixed part is not (see {@link LinearModel}), a grouping has one level, or as many random
 * effects as observations, or all spread lies between the groups. A variance estimated as zero is no fault: the fit says
 * that it is singular. Fitted by Newton's method with exact derivatives; the fit says whether it converged.
 *
 * <p>Immutable. Source: Bates, Mächler, Bolker &amp; Walker (2015), doi:10.18637/jss.v067.i01.
 */
public final class MixedModel {

    /** Relative covariance at which a residual variance that is not zero would still be seen. */
    private static final double ALL_BETWEEN = 1e10;

    private static final double NOTHING_WITHIN = 1e-9;

    private final Criterion criterion;
    private final Coding coding;
    private final DegreesOfFreedom degreesOfFreedom;
    private final double confidence;

    private MixedModel(Criterion criterion, Coding coding, DegreesOfFreedom degreesOfFreedom, double confidence) {
        this.criterion = criterion;
        this.coding = coding;
        this.degreesOfFreedom = degreesOfFreedom;
        this.confidence = confidence;
    }

    /** REML, treatment coding, Satterthwaite's degrees of freedom, intervals of 95 %: as lmerTest. */
    public static MixedModel withDefaults() {
        return new MixedModel(Criterion.REML, Coding.TREATMENT, DegreesOfFreedom.SATTERTHWAITE, 0.95);
    }

    /** With another criterion. */
    public MixedModel withCriterion(Criterion newCriterion) {
        return new MixedModel(newCriterion, coding, degreesOfFreedom, confidence);
    }

    /** With another coding of categories, which changes what single coefficients say. */
    public MixedModel withCoding(Coding newCoding) {
        return new MixedModel(criterion, newCoding, degreesOfFreedom, confidence);
    }

    /** With another approximation of degrees of freedom. */
    public MixedModel withDegreesOfFreedom(DegreesOfFreedom newDegreesOfFreedom) {
        return new MixedModel(criterion, coding, newDegreesOfFreedom, confidence);
    }

    /** With intervals of another confidence, between 0 and 1. */
    public MixedModel withConfidence(double newConfidence) {
        return new MixedModel(criterion, coding, degreesOfFreedom, Interval.requireConfidence(newConfidence));
    }

    /**
     * Fits the model.
     *
     * @throws IllegalArgumentException if the formula has no random part, names a column that the data have not, or a response
     *     that holds categories
     */
    public Inference<MixedFit> fit(ModelFormula formula, ModelData data) {
        if (formula.random().isEmpty()) {
            throw new IllegalArgumentException("a mixed model needs a random part such as (1 | participant), " + formula
                    + " has none: use LinearModel");
        }
        Inference<FixedPart> fixed = FixedPart.of(formula, data, coding);
        return fixed.isEstimable() ? fit(fixed.orThrow()) : Inference.notEstimable(fixed.reason());
    }

    private Inference<MixedFit> fit(FixedPart fixed) {
        List<RandomTerm> terms = new ArrayList<>();
        for (ModelFormula.Random random : fixed.formula().random()) {
            RandomTerm term = RandomTerm.of(random, coding, fixed.frame());
            Optional<String> lack = lack(term, fixed.frame().rows());
            if (lack.isPresent()) {
                return Inference.notEstimable(lack.get());
            }
            terms.add(term);
        }
        MixedProblem problem = new MixedProblem(fixed, terms, criterion);
        Optional<String> confounded = problem.confounded();
        if (confounded.isPresent()) {
            return Inference.notEstimable(confounded.get());
        }
        double[] far = problem.shape().start();
        for (int i = 0; i < far.length; i++) {
            far[i] *= Math.sqrt(ALL_BETWEEN);
        }
        if (!(new Profile(problem, problem.shape().covariances(far)).rho() > NOTHING_WITHIN * problem.squares())) {
            return Inference.notEstimable(fixed.formula().response() + " does not vary within "
                    + terms.get(0).grouping() + " beyond what the model explains: nothing to estimate an error from");
        }
        DevianceMinimum minimum = DevianceMinimum.of(problem);
        return Double.isFinite(minimum.decrement()) && Double.isFinite(minimum.smallestCurvature())
                ? MixedFit.of(fixed, minimum, degreesOfFreedom, confidence)
                : Inference.notEstimable("the deviance has no least value: the data do not tell the variances of "
                        + formulaOfRandomPart(fixed) + " apart, use a simpler random part");
    }

    private static String formulaOfRandomPart(FixedPart fixed) {
        return String.join(
                " + ", fixed.formula().random().stream().map(Object::toString).toList());
    }

    private static Optional<String> lack(RandomTerm term, int rows) {
        int levels = term.levels().size();
        if (levels < 2) {
            return Optional.of(term.grouping() + " has one level only, "
                    + term.levels().get(0) + ": a variance between levels needs several");
        }
        if (levels >= rows) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "each of the %d levels of %s has one observation: what varies between and what within cannot be"
                            + " told apart",
                    levels,
                    term.grouping()));
        }
        return levels * term.width() >= rows
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%d observations for %d random effects of %s (%s): use a simpler random part",
                        rows,
                        levels * term.width(),
                        term.grouping(),
                        String.join(", ", term.names())))
                : Optional.empty();
    }
}
