package org.lacrima.analysis.confounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.analysis.stats.SymmetricSystem;

/**
 * Logistic regression: {@code logit P(cries) = β₀ + βᵀx}, by maximum likelihood with Newton's steps until the deviance moves
 * by less than {@code 1e-14} of itself. Not estimable where everybody or nobody cries, with a constant or collinear
 * covariate, or where covariates separate the two so that the likelihood has no maximum. Source: McCullagh &amp; Nelder 1989,
 * doi:10.1007/978-1-4899-3242-6.
 */
public final class LogisticRegression {

    private static final int MOST_STEPS = 100;

    /** Log odds beyond which a person counts as told apart with certainty. */
    private static final double CERTAIN = 30;

    private LogisticRegression() {}

    /**
     * Fits the model.
     *
     * @param outcome one per person
     * @param covariates covariates of the same persons
     * @param confidence coverage of the intervals, between 0 and 1
     */
    public static Inference<Fit> fit(boolean[] outcome, Covariates covariates, double confidence) {
        int n = outcome.length;
        if (covariates.persons() != n) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d outcomes need covariates of as many persons, got %d", n, covariates.persons()));
        }
        int cases = 0;
        for (boolean o : outcome) {
            cases += o ? 1 : 0;
        }
        if (cases == 0 || cases == n) {
            return Inference.notEstimable("everybody has one outcome, a regression needs both");
        }
        Optional<String> lack = covariates.lack();
        if (lack.isPresent()) {
            return Inference.notEstimable(lack.get() + ", its coefficient cannot be told");
        }
        double[][] rows = rows(covariates, n);
        double[] beta = new double[rows[0].length];
        double deviance = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<double[][]> covariance = SymmetricSystem.inverse(information(rows, beta));
            if (covariance.isEmpty() || isCertain(rows, beta)) {
                return Inference.notEstimable(
                        "the covariates tell the outcomes apart without exception: the likelihood has no maximum");
            }
            double next = deviance(outcome, rows, beta);
            if (Math.abs(next - deviance) < 1e-14 * (next + 0.1)) {
                return Inference.of(describe(outcome, covariates, rows, beta, covariance.get(), cases, confidence));
            }
            deviance = next;
            double[] move = SymmetricSystem.times(covariance.get(), score(outcome, rows, beta));
            for (int c = 0; c < beta.length; c++) {
                beta[c] += move[c];
            }
        }
        return Inference.notEstimable("the regression did not settle in " + MOST_STEPS + " steps");
    }

    private static double[][] rows(Covariates covariates, int n) {
        List<Covariates.Coefficient> columns = covariates.coefficients();
        double[][] rows = new double[n][columns.size() + 1];
        for (int i = 0; i < n; i++) {
            rows[i][0] = 1;
        }
        for (int c = 0; c < columns.size(); c++) {
            double[] values = columns.get(c).values();
            for (int i = 0; i < n; i++) {
                rows[i][c + 1] = values[i];
            }
        }
        return rows;
    }

    private static double logOdds(double[] row, double[] beta) {
        double sum = 0;
        for (int c = 0; c < beta.length; c++) {
            sum += row[c] * beta[c];
        }
        return sum;
    }

    private static double probability(double logOdds) {
        return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
    }

    private static boolean isCertain(double[][] rows, double[] beta) {
        for (double[] row : rows) {
            if (Math.abs(logOdds(row, beta)) > CERTAIN) {
                return true;
            }
        }
        return false;
    }

    private static double[][] information(double[][] rows, double[] beta) {
        double[][] sum = new double[beta.length][beta.length];
        for (double[] row : rows) {
            double p = probability(logOdds(row, beta));
            for (int i = 0; i < beta.length; i++) {
                for (int j = 0; j < beta.length; j++) {
                    sum[i][j] += p * (1 - p) * row[i] * row[j];
                }
            }
        }
        return sum;
    }

    private static double[] score(boolean[] outcome, double[][] rows, double[] beta) {
        double[] sum = new double[beta.length];
        for (int i = 0; i < rows.length; i++) {
            double rest = (outcome[i] ? 1 : 0) - probability(logOdds(rows[i], beta));
            for (int c = 0; c < beta.length; c++) {
                sum[c] += rest * rows[i][c];
            }
        }
        return sum;
    }

    private static double deviance(boolean[] outcome, double[][] rows, double[] beta) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double logOdds = logOdds(rows[i], beta);
            sum += 2 * Math.log1p(Math.exp(outcome[i] ? -logOdds : logOdds));
        }
        return sum;
    }

    private static Fit describe(
            boolean[] outcome,
            Covariates covariates,
            double[][] rows,
            double[] beta,
            double[][] covariance,
            int cases,
            double confidence) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double quantile = normal.inverseSurvivalProbability((1 - confidence) / 2);
        List<Coefficient> coefficients = new ArrayList<>();
        for (int c = 0; c < beta.length; c++) {
            double error = Math.sqrt(covariance[c][c]);
            double z = beta[c] / error;
            coefficients.add(new Coefficient(
                    c == 0 ? "intercept" : covariates.coefficients().get(c - 1).name(),
                    beta[c],
                    error,
                    z,
                    2 * normal.survivalProbability(Math.abs(z)),
                    new Interval(
                            Math.exp(beta[c] - quantile * error), Math.exp(beta[c] + quantile * error), confidence)));
        }
        List<Double> fitted = new ArrayList<>();
        for (double[] row : rows) {
            fitted.add(probability(logOdds(row, beta)));
        }
        double n = outcome.length;
        double none = -2 * (cases * Math.log(cases / n) + (n - cases) * Math.log((n - cases) / n));
        double deviance = deviance(outcome, rows, beta);
        return new Fit(
                coefficients,
                deviance,
                none,
                deviance + 2 * beta.length,
                discrimination(outcome, fitted),
                outcome.length,
                cases,
                fitted);
    }

    /** Share of the pairs of a case and another person in which the case has the higher probability; ties count half. */
    private static double discrimination(boolean[] outcome, List<Double> fitted) {
        double pairs = 0;
        double right = 0;
        for (int i = 0; i < outcome.length; i++) {
            for (int j = 0; j < outcome.length; j++) {
                if (outcome[i] && !outcome[j]) {
                    int order = Double.compare(fitted.get(i), fitted.get(j));
                    right += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    /**
     * One coefficient.
     *
     * @param name covariate, with the level of a factor, or {@code intercept}
     * @param estimate log odds ratio
     * @param standardError its standard error
     * @param z estimate by its standard error
     * @param p two-sided p value
     * @param oddsRatio interval of the odds ratio {@code exp(estimate)}
     */
    public record Coefficient(
            String name, double estimate, double standardError, double z, double p, Interval oddsRatio)
            implements StatisticalResult {
        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "%s: OR = %s, %s, z = %s, %s",
                    name,
                    Apa.number(Math.exp(estimate)),
                    Apa.interval(oddsRatio),
                    Apa.number(z),
                    Apa.p(p));
        }
    }

    /**
     * A fitted regression.
     *
     * @param coefficients intercept, then one per column of the covariates
     * @param deviance deviance
     * @param nullDeviance deviance with the intercept only
     * @param aic deviance plus twice the number of coefficients
     * @param discrimination area under the receiver operating characteristic
     * @param n persons
     * @param cases persons with the outcome
     * @param fitted probability of the outcome of each person
     */
    public record Fit(
            List<Coefficient> coefficients,
            double deviance,
            double nullDeviance,
            double aic,
            double discrimination,
            int n,
            int cases,
            List<Double> fitted)
            implements StatisticalResult {
        /** Copies the lists. */
        public Fit {
            coefficients = List.copyOf(coefficients);
            fitted = List.copyOf(fitted);
        }

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "logistic regression of %d cases among %d, area under the curve = %s",
                    cases,
                    n,
                    Apa.share(discrimination));
        }
    }
}
