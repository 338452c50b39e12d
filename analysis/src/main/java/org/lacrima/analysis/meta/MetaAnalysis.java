package org.lacrima.analysis.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.ChiSquaredTest;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * Random-effects meta-analysis: the mean of effects that differ between studies by more than chance, each study weighing
 * {@code wᵢ = 1⁄(vᵢ + τ²)}.
 *
 * <p>τ² by restricted maximum likelihood (default), maximum likelihood, DerSimonian and Laird, Paule and Mandel or Hedges;
 * or fixed at 0. Inference by the normal distribution or by Knapp and Hartung's t with {@code k − 1} degrees of freedom,
 * whose factor is not cut at 1. {@code I² = τ²⁄(τ² + s²)} with the typical variance
 * {@code s² = (k − 1)Σ1⁄v ⁄ ((Σ1⁄v)² − Σ1⁄v²)}. The prediction interval, {@code μ̂ ± q·√(se² + τ²)}, is where the effect of a
 * next study lies. Profile limits of τ² by Q. Not estimable with fewer than two effects. Sources: DerSimonian &amp; Laird
 * 1986, doi:10.1016/0197-2456(86)90046-2; Knapp &amp; Hartung 2003, doi:10.1002/sim.1482; Paule &amp; Mandel 1982,
 * doi:10.6028/jres.087.022; Higgins &amp; Thompson 2002, doi:10.1002/sim.1186. Immutable.
 */
public final class MetaAnalysis {

    /** How the variance between studies is estimated. */
    public enum Tau {
        /** No variance between studies: one common effect. */
        FIXED("common effect"),
        /** DerSimonian and Laird's moments. */
        DERSIMONIAN_LAIRD("DerSimonian–Laird"),
        /** Paule and Mandel's generalised Q. */
        PAULE_MANDEL("Paule–Mandel"),
        /** Hedges's unweighted moments. */
        HEDGES("Hedges"),
        /** Maximum likelihood. */
        ML("ML"),
        /** Restricted maximum likelihood. */
        REML("REML");

        private final String label;

        Tau(String label) {
            this.label = label;
        }
    }

    /** What the mean effect is referred to. */
    public enum Reference {
        /** The normal distribution. */
        NORMAL,
        /** Knapp and Hartung's error and t with k − 1 degrees of freedom. */
        KNAPP_HARTUNG
    }

    private final Tau tau;
    private final Reference reference;
    private final double confidence;

    private MetaAnalysis(Tau tau, Reference reference, double confidence) {
        this.tau = tau;
        this.reference = reference;
        this.confidence = confidence;
    }

    /** REML with Knapp and Hartung's inference, intervals of 95 %. */
    public static MetaAnalysis withDefaults() {
        return new MetaAnalysis(Tau.REML, Reference.KNAPP_HARTUNG, 0.95);
    }

    /** With another estimator of the variance between studies. */
    public MetaAnalysis withTau(Tau newTau) {
        return new MetaAnalysis(newTau, reference, confidence);
    }

    /** With another reference distribution. */
    public MetaAnalysis withReference(Reference newReference) {
        return new MetaAnalysis(tau, newReference, confidence);
    }

    /** With intervals of another confidence, between 0 and 1. */
    public MetaAnalysis withConfidence(double newConfidence) {
        return new MetaAnalysis(tau, reference, Interval.requireConfidence(newConfidence));
    }

    /** Pools the effects. */
    public Inference<Result> of(List<StudyEffect> effects) {
        int k = effects.size();
        if (k < 2) {
            return Inference.notEstimable("a meta-analysis needs at least two studies, got " + k);
        }
        Heterogeneity heterogeneity = new Heterogeneity(effects);
        Heterogeneity.Estimate between = switch (tau) {
            case FIXED -> new Heterogeneity.Estimate(0, 0);
            case DERSIMONIAN_LAIRD -> heterogeneity.derSimonianLaird();
            case PAULE_MANDEL -> heterogeneity.pauleMandel();
            case HEDGES -> heterogeneity.hedges();
            case ML -> heterogeneity.maximumLikelihood();
            case REML -> heterogeneity.restrictedMaximumLikelihood();
        };
        double tau2 = between.tau2();
        Heterogeneity.Weighted weighted = heterogeneity.weighted(tau2);
        Heterogeneity.Weighted fixed = heterogeneity.weighted(0);
        boolean isKnappHartung = reference == Reference.KNAPP_HARTUNG;
        double error = Math.sqrt((isKnappHartung ? weighted.q() / (k - 1) : 1) / weighted.weights());
        if (!(error > 0)) {
            return Inference.notEstimable("all effects are equal, Knapp and Hartung's error needs them to differ");
        }
        ContinuousDistribution distribution = isKnappHartung ? TDistribution.of(k - 1) : NormalDistribution.of(0, 1);
        double quantile = distribution.inverseSurvivalProbability((1 - confidence) / 2);
        double statistic = weighted.mean() / error;
        double typical = (k - 1) * fixed.weights() / (fixed.weights() * fixed.weights() - fixed.squaredWeights());
        double i2 = tau == Tau.FIXED ? Math.max(0, (fixed.q() - (k - 1)) / fixed.q()) : tau2 / (tau2 + typical);
        double h2 = tau == Tau.FIXED ? fixed.q() / (k - 1) : tau2 / typical + 1;
        double[] limits = heterogeneity.profileLimits(confidence);
        return Inference.of(new Result(
                tau.label,
                reference,
                k,
                weighted.mean(),
                error,
                statistic,
                2 * distribution.survivalProbability(Math.abs(statistic)),
                around(weighted.mean(), quantile * error),
                tau == Tau.FIXED
                        ? Inference.notEstimable("with one common effect a next study has no other")
                        : Inference.of(around(weighted.mean(), quantile * Math.sqrt(error * error + tau2))),
                tau2,
                between.standardError(),
                new Interval(limits[0], limits[1], confidence),
                ChiSquaredTest.of("Cochran's Q", fixed.q(), k - 1),
                i2,
                h2,
                heterogeneity.logLikelihood(tau2),
                heterogeneity.restrictedLogLikelihood(tau2),
                forest(effects, tau2, weighted.weights())));
    }

    /** The same analysis without each study in turn. */
    public List<Inference<Result>> leavingOneOut(List<StudyEffect> effects) {
        List<Inference<Result>> results = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            List<StudyEffect> others = new ArrayList<>(effects);
            others.remove(i);
            results.add(of(others));
        }
        return results;
    }

    private Interval around(double centre, double reach) {
        return new Interval(centre - reach, centre + reach, confidence);
    }

    private List<Row> forest(List<StudyEffect> effects, double tau2, double weights) {
        double quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
        return effects.stream()
                .map(e -> new Row(
                        e.study(),
                        e.estimate(),
                        around(e.estimate(), quantile * Math.sqrt(e.variance())),
                        1 / (e.variance() + tau2) / weights))
                .toList();
    }

    /**
     * One line of a forest plot.
     *
     * @param study name of the study
     * @param estimate its effect
     * @param interval interval by the normal distribution
     * @param weight share of the weights
     */
    public record Row(String study, double estimate, Interval interval, double weight) {}

    /**
     * The pooled effect.
     *
     * @param tau estimator of the variance between studies
     * @param reference what the mean effect is referred to
     * @param k studies
     * @param estimate mean effect
     * @param standardError its standard error
     * @param statistic z, or t with k − 1 degrees of freedom
     * @param p two-sided p value
     * @param interval interval of the mean effect
     * @param prediction interval of the effect of a next study
     * @param tau2 variance between studies
     * @param tau2StandardError its standard error
     * @param tau2Interval its profile limits
     * @param heterogeneity Cochran's test of one common effect
     * @param i2 share of the variance that lies between studies
     * @param h2 total variance by the typical sampling variance
     * @param logLikelihood log-likelihood at τ²
     * @param restrictedLogLikelihood restricted log-likelihood at τ²
     * @param forest the studies, in order
     */
    public record Result(
            String tau,
            Reference reference,
            int k,
            double estimate,
            double standardError,
            double statistic,
            double p,
            Interval interval,
            Inference<Interval> prediction,
            double tau2,
            double tau2StandardError,
            Interval tau2Interval,
            ChiSquaredTest heterogeneity,
            double i2,
            double h2,
            double logLikelihood,
            double restrictedLogLikelihood,
            List<Row> forest)
            implements StatisticalResult {

        /** Copies the rows of the forest. */
        public Result {
            forest = List.copyOf(forest);
        }

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "%d studies, mean effect = %s, %s, %s = %s, %s; %s, τ² = %s, I² = %.0f%%%s",
                    k,
                    Apa.number(estimate),
                    Apa.interval(interval),
                    reference == Reference.KNAPP_HARTUNG ? "t(" + (k - 1) + ")" : "z",
                    Apa.number(statistic),
                    Apa.p(p),
                    heterogeneity.apa(),
                    Apa.number(tau2),
                    100 * i2,
                    prediction
                            .value()
                            .map(i ->
                                    "; prediction interval [" + Apa.number(i.low()) + ", " + Apa.number(i.high()) + "]")
                            .orElse(""));
        }

        /** The forest as a table, the pooled effect last. */
        public ResultTable forestTable(String tableName) {
            ResultTable.Builder table = ResultTable.named(tableName, apa())
                    .columns(
                            Column.text("study", "study"),
                            Column.number("effect", Unit.ONE, "effect"),
                            Column.number("low", Unit.ONE, "lower limit"),
                            Column.number("high", Unit.ONE, "upper limit"),
                            Column.number("weight", Unit.ONE, "share of the weights"));
            for (Row row : forest) {
                table.row(row(row.study(), row.estimate(), row.interval(), row.weight()));
            }
            return table.row(row("pooled", estimate, interval, 1)).build();
        }

        private static List<Cell> row(String name, double effect, Interval interval, double weight) {
            return List.of(
                    Cell.of(name), Cell.of(effect), Cell.of(interval.low()), Cell.of(interval.high()), Cell.of(weight));
        }
    }
}
