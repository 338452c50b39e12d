package org.lacrima.analysis.confounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.Sample;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * The difference of criers and non-criers, weighted so that they look alike on what was known before: criers choose
 * themselves, and what made them cry may also move the outcome.
 *
 * <p>The propensity e is the fitted probability of crying. Weights for the effect in all: {@code 1⁄e} and {@code 1⁄(1 − e)};
 * for the effect in the criers: 1 and {@code e⁄(1 − e)}. Differences of means with normalised weights (Hájek), of the first
 * kind also unnormalised (Horvitz–Thompson), with the survey error that takes the weights as given; and the doubly robust
 * difference that adds the regression of the outcome in each group. Effective size is {@code (Σw)²⁄Σw²}. Weighting removes
 * what the covariates explain, nothing else. Not estimable where the propensity is not, or where a group's regression is
 * not, or where the outcome is constant within both groups. Sources: Rosenbaum &amp; Rubin 1983,
 * doi:10.1093/biomet/70.1.41; Robins, Rotnitzky &amp; Zhao 1994,
 * doi:10.1080/01621459.1994.10476818; Austin &amp; Stuart 2015, doi:10.1002/sim.6607.
 */
public final class PropensityWeighting {

    private PropensityWeighting() {}

    /**
     * Weights two groups and compares them.
     *
     * @param isCrier one per person
     * @param outcome outcome of the same persons, finite
     * @param covariates what was known before the film, of the same persons
     * @param confidence coverage of the intervals, between 0 and 1
     */
    public static Inference<Result> compare(
            boolean[] isCrier, double[] outcome, Covariates covariates, double confidence) {
        if (outcome.length != isCrier.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d outcomes do not go with %d persons", outcome.length, isCrier.length));
        }
        Sample.of(outcome);
        Inference<LogisticRegression.Fit> propensity = LogisticRegression.fit(isCrier, covariates, confidence);
        if (!(propensity instanceof Inference.Answer<LogisticRegression.Fit> fit)) {
            return Inference.notEstimable("no propensity: " + propensity.reason());
        }
        return variance(isCrier, outcome, true) + variance(isCrier, outcome, false) > 0
                ? Inference.of(weighted(isCrier, outcome, covariates, fit.answer(), confidence))
                : Inference.notEstimable("the outcome is constant within both groups, a difference has no error");
    }

    private static Result weighted(
            boolean[] isCrier,
            double[] outcome,
            Covariates covariates,
            LogisticRegression.Fit propensity,
            double confidence) {
        int n = outcome.length;
        double[] inAll = new double[n];
        double[] inCriers = new double[n];
        for (int i = 0; i < n; i++) {
            double e = propensity.fitted().get(i);
            inAll[i] = isCrier[i] ? 1 / e : 1 / (1 - e);
            inCriers[i] = isCrier[i] ? 1 : e / (1 - e);
        }
        double[] equal = new double[n];
        Arrays.fill(equal, 1);
        double horvitzThompson = 0;
        for (int i = 0; i < n; i++) {
            horvitzThompson += (isCrier[i] ? 1 : -1) * inAll[i] * outcome[i] / n;
        }
        Inference<Contrast> robust = doublyRobust(isCrier, outcome, covariates, propensity.fitted(), confidence);
        return new Result(
                propensity,
                difference(isCrier, outcome, equal),
                contrast(isCrier, outcome, inAll, confidence),
                horvitzThompson,
                contrast(isCrier, outcome, inCriers, confidence),
                robust,
                effectiveSize(isCrier, inAll, true),
                effectiveSize(isCrier, inAll, false),
                balance(isCrier, covariates, inAll));
    }

    private static double mean(boolean[] isCrier, double[] values, double[] weights, boolean criers) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            if (isCrier[i] == criers) {
                sum += weights[i] * values[i];
                weight += weights[i];
            }
        }
        return sum / weight;
    }

    private static double difference(boolean[] isCrier, double[] values, double[] weights) {
        return mean(isCrier, values, weights, true) - mean(isCrier, values, weights, false);
    }

    /** Weighted difference of means with the linearised error of a survey in which the weights are given. */
    private static Contrast contrast(boolean[] isCrier, double[] outcome, double[] weights, double confidence) {
        int n = outcome.length;
        double[] mean = {mean(isCrier, outcome, weights, false), mean(isCrier, outcome, weights, true)};
        double[] total = new double[2];
        for (int i = 0; i < n; i++) {
            total[isCrier[i] ? 1 : 0] += weights[i];
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            int group = isCrier[i] ? 1 : 0;
            double influence = weights[i] * (outcome[i] - mean[group]) / total[group];
            squares += influence * influence;
        }
        return Contrast.of(mean[1] - mean[0], Math.sqrt(squares * n / (n - 1.0)), confidence);
    }

    private static Inference<Contrast> doublyRobust(
            boolean[] isCrier, double[] outcome, Covariates covariates, List<Double> e, double confidence) {
        int n = outcome.length;
        double[][] rows = new double[n][covariates.coefficients().size()];
        for (int c = 0; c < covariates.coefficients().size(); c++) {
            double[] values = covariates.coefficients().get(c).values();
            for (int i = 0; i < n; i++) {
                rows[i][c] = values[i];
            }
        }
        double[][] predicted = new double[2][];
        for (int group = 0; group < 2; group++) {
            Inference<double[]> prediction = predictions(isCrier, group == 1, outcome, rows);
            if (prediction instanceof Inference.Answer<double[]> answer) {
                predicted[group] = answer.answer();
            } else {
                return Inference.notEstimable(prediction.reason());
            }
        }
        double[] parts = new double[n];
        for (int i = 0; i < n; i++) {
            double rest = outcome[i] - predicted[isCrier[i] ? 1 : 0][i];
            parts[i] = predicted[1][i] - predicted[0][i] + (isCrier[i] ? rest / e.get(i) : -rest / (1 - e.get(i)));
        }
        Sample sample = Sample.of(parts);
        return sample.sd() > 0
                ? Inference.of(Contrast.of(sample.mean(), sample.sd() / Math.sqrt(n), confidence))
                : Inference.notEstimable("the regressions leave no error");
    }

    private static Inference<double[]> predictions(
            boolean[] isCrier, boolean criers, double[] outcome, double[][] rows) {
        List<double[]> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < outcome.length; i++) {
            if (isCrier[i] == criers) {
                x.add(rows[i]);
                y.add(outcome[i]);
            }
        }
        String group = criers ? "criers" : "non-criers";
        if (x.size() <= rows[0].length + 1) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT, "%d %s are too few to regress on %d covariates", x.size(), group, rows[0].length));
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(y.stream().mapToDouble(Double::doubleValue).toArray(), x.toArray(double[][]::new));
        try {
            double[] beta = regression.estimateRegressionParameters();
            double[] predicted = new double[outcome.length];
            for (int i = 0; i < predicted.length; i++) {
                predicted[i] = beta[0];
                for (int c = 0; c < rows[i].length; c++) {
                    predicted[i] += beta[c + 1] * rows[i][c];
                }
            }
            return Inference.of(predicted);
        } catch (SingularMatrixException ignored) {
            return Inference.notEstimable("the covariates are collinear among the " + group);
        }
    }

    private static double effectiveSize(boolean[] isCrier, double[] weights, boolean criers) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            if (isCrier[i] == criers) {
                sum += weights[i];
                squares += weights[i] * weights[i];
            }
        }
        return sum * sum / squares;
    }

    private static List<Balance> balance(boolean[] isCrier, Covariates covariates, double[] weights) {
        double[] equal = new double[weights.length];
        Arrays.fill(equal, 1);
        List<Balance> balance = new ArrayList<>();
        for (Covariates.Coefficient column : covariates.coefficients()) {
            double[] values = column.values();
            double scale = Math.sqrt((variance(isCrier, values, true) + variance(isCrier, values, false)) / 2);
            balance.add(
                    scale > 0
                            ? new Balance(
                                    column.name(),
                                    Inference.of(difference(isCrier, values, equal) / scale),
                                    Inference.of(difference(isCrier, values, weights) / scale))
                            : new Balance(
                                    column.name(),
                                    Inference.notEstimable("constant within both groups"),
                                    Inference.notEstimable("constant within both groups")));
        }
        return balance;
    }

    private static double variance(boolean[] isCrier, double[] values, boolean criers) {
        double[] some = IntStream.range(0, values.length)
                .filter(i -> isCrier[i] == criers)
                .mapToDouble(i -> values[i])
                .toArray();
        return some.length > 1 ? Sample.of(some).variance() : 0;
    }

    /**
     * A difference, criers minus non-criers.
     *
     * @param difference the difference, in the outcome's unit
     * @param standardError its standard error
     * @param z difference by its standard error
     * @param p two-sided p value by the normal distribution
     * @param interval interval of the difference
     */
    public record Contrast(double difference, double standardError, double z, double p, Interval interval)
            implements StatisticalResult {
        static Contrast of(double difference, double error, double confidence) {
            NormalDistribution normal = NormalDistribution.of(0, 1);
            double reach = error * normal.inverseSurvivalProbability((1 - confidence) / 2);
            double z = difference / error;
            return new Contrast(
                    difference,
                    error,
                    z,
                    2 * normal.survivalProbability(Math.abs(z)),
                    new Interval(difference - reach, difference + reach, confidence));
        }

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "difference = %s, %s, z = %s, %s",
                    Apa.number(difference),
                    Apa.interval(interval),
                    Apa.number(z),
                    Apa.p(p));
        }
    }

    /**
     * How far the groups differ on a covariate, in pooled unweighted standard deviations; beyond 0.1 they are not alike.
     *
     * @param covariate covariate, with the level of a factor
     * @param before standardised difference before weighting
     * @param after standardised difference after weighting for the effect in all
     */
    public record Balance(String covariate, Inference<Double> before, Inference<Double> after) {}

    /**
     * Criers and non-criers before and after weighting.
     *
     * @param propensity the regression of crying on the covariates
     * @param unadjusted difference of the plain means
     * @param inAll difference were all to cry against none to cry, normalised weights
     * @param horvitzThompson the same with weights that are not normalised
     * @param inCriers difference that crying makes in those who cry
     * @param doublyRobust difference in all, right if either the propensity or the outcome regression is
     * @param effectiveCriers effective number of criers under the weights for all
     * @param effectiveNonCriers effective number of non-criers
     * @param balance balance per covariate
     */
    public record Result(
            LogisticRegression.Fit propensity,
            double unadjusted,
            Contrast inAll,
            double horvitzThompson,
            Contrast inCriers,
            Inference<Contrast> doublyRobust,
            double effectiveCriers,
            double effectiveNonCriers,
            List<Balance> balance)
            implements StatisticalResult {

        /** What every reader of the result must know. */
        public static final String CAUTION =
                "crying is self-selected: weighting removes what these covariates explain, no hidden cause";

        /** Copies the balance. */
        public Result {
            balance = List.copyOf(balance);
        }

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "unadjusted difference = %s; weighted by propensity: %s; in the criers: %s (%s)",
                    Apa.number(unadjusted),
                    inAll.apa(),
                    inCriers.apa(),
                    CAUTION);
        }

        /** Balance as a table. */
        public ResultTable balanceTable(String tableName) {
            ResultTable.Builder table = ResultTable.named(
                            tableName, "Standardised differences of the covariates before and after weighting")
                    .columns(
                            Column.text("covariate", "covariate, with the level of a factor"),
                            Column.number("before", Unit.ONE, "standardised difference before weighting"),
                            Column.number("after", Unit.ONE, "standardised difference after weighting"));
            for (Balance row : balance) {
                table.row(List.of(Cell.of(row.covariate()), cell(row.before()), cell(row.after())));
            }
            return table.build();
        }

        private static Cell cell(Inference<Double> value) {
            return value.value().map(v -> Cell.of(v)).orElseGet(() -> Cell.missing(value.reason()));
        }
    }
}
