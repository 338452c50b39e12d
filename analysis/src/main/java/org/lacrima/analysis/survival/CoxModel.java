package org.lacrima.analysis.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lacrima.analysis.stats.ChiSquaredTest;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.SymmetricSystem;

/**
 * Cox's regression: the hazard of the event is an unknown course times {@code exp(βᵀx)}, β by partial likelihood.
 *
 * <p>Tied events by Efron (default) or Breslow. Newton's steps with halving until the log-likelihood moves by less than
 * {@code 1e-12} of itself; covariates are centred. Tests: likelihood ratio, Wald and score against β = 0. Proportional
 * hazards by the score test of {@code x·g(t)} with {@code g = 1 − S(t−)} of Kaplan and Meier (Grambsch &amp; Therneau 1994,
 * doi:10.1093/biomet/81.3.515, as R's survival does since version 3). Concordance with its infinitesimal-jackknife error.
 *
 * <p>Not estimable without events, with a constant or collinear covariate, or where a covariate separates those with the
 * event so that the likelihood has no maximum. Sources: Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Efron 1977,
 * doi:10.1080/01621459.1977.10480613. Immutable.
 */
public final class CoxModel {

    private static final int MOST_STEPS = 60;

    /** A hazard ratio of e²⁰ between people two standard deviations apart is no ratio but a separation. */
    private static final double SEPARATED = 10;

    private final CoxLikelihood.Ties ties;
    private final double confidence;

    private CoxModel(CoxLikelihood.Ties ties, double confidence) {
        this.ties = ties;
        this.confidence = confidence;
    }

    /** Tied events by Efron; intervals of 95 %. */
    public static CoxModel efron() {
        return new CoxModel(CoxLikelihood.Ties.EFRON, 0.95);
    }

    /** Tied events by Breslow; intervals of 95 %. */
    public static CoxModel breslow() {
        return new CoxModel(CoxLikelihood.Ties.BRESLOW, 0.95);
    }

    /** With intervals of another confidence, between 0 and 1. */
    public CoxModel withConfidence(double newConfidence) {
        return new CoxModel(ties, Interval.requireConfidence(newConfidence));
    }

    /**
     * Fits the model.
     *
     * @param times times of the persons
     * @param covariates their covariates, in the same order, at least one
     */
    public Inference<CoxFit> fit(TimesToEvent times, Covariates covariates) {
        if (covariates.persons() != times.size() || covariates.terms().isEmpty()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d times need covariates of as many persons, got %d of %d",
                    times.size(),
                    covariates.terms().size(),
                    covariates.persons()));
        }
        if (times.events() == 0) {
            return Inference.notEstimable("all times are censored, a regression needs events");
        }
        Optional<String> lack = covariates.lack();
        if (lack.isPresent()) {
            return Inference.notEstimable(lack.get() + ", its coefficient cannot be told");
        }
        return maximise(new CoxLikelihood(times, covariates, ties), times, covariates);
    }

    private Inference<CoxFit> maximise(CoxLikelihood likelihood, TimesToEvent times, Covariates covariates) {
        double[] beta = new double[covariates.coefficients().size()];
        CoxLikelihood.Point start = likelihood.at(beta);
        CoxLikelihood.Point point = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<double[][]> inverse = SymmetricSystem.inverse(point.information());
            if (inverse.isEmpty()) {
                return separated(likelihood, beta, covariates);
            }
            double[] move = SymmetricSystem.times(inverse.get(), point.score());
            double factor = 1;
            CoxLikelihood.Point next = likelihood.at(moved(beta, move, factor));
            while (!(next.logLikelihood() >= point.logLikelihood() - 1e-12 * Math.abs(point.logLikelihood()))
                    && factor > 1e-6) {
                factor /= 2;
                next = likelihood.at(moved(beta, move, factor));
            }
            boolean settled =
                    Math.abs(next.logLikelihood() - point.logLikelihood()) <= 1e-12 * Math.abs(point.logLikelihood())
                            && SymmetricSystem.quadratic(inverse.get(), point.score()) < 1e-16;
            beta = moved(beta, move, factor);
            point = next;
            if (likelihood.largestStandardised(beta) > SEPARATED) {
                return separated(likelihood, beta, covariates);
            }
            if (settled || isFlat(point)) {
                break;
            }
        }
        CoxLikelihood.Point end = point;
        double[] estimate = beta;
        return SymmetricSystem.inverse(end.information())
                .map(covariance -> describe(likelihood, start, end, estimate, covariance, times, covariates))
                .orElseGet(() -> separated(likelihood, estimate, covariates));
    }

    private static boolean isFlat(CoxLikelihood.Point point) {
        return Arrays.stream(point.score()).allMatch(s -> s == 0);
    }

    private static double[] moved(double[] beta, double[] move, double factor) {
        double[] next = beta.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += factor * move[i];
        }
        return next;
    }

    private static Inference<CoxFit> separated(CoxLikelihood likelihood, double[] beta, Covariates covariates) {
        int worst = likelihood.mostSeparating(beta);
        return Inference.notEstimable(
                covariates.coefficients().get(worst).name()
                        + " tells those with the event apart from those at risk without exception: the likelihood has no maximum");
    }

    private Inference<CoxFit> describe(
            CoxLikelihood likelihood,
            CoxLikelihood.Point start,
            CoxLikelihood.Point end,
            double[] beta,
            double[][] covariance,
            TimesToEvent times,
            Covariates covariates) {
        int p = beta.length;
        Optional<double[][]> atZero = SymmetricSystem.inverse(start.information());
        if (atZero.isEmpty()) {
            return separated(likelihood, beta, covariates);
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double quantile = normal.inverseSurvivalProbability((1 - confidence) / 2);
        List<CoxFit.Coefficient> coefficients = new ArrayList<>();
        for (int i = 0; i < p; i++) {
            double error = Math.sqrt(covariance[i][i]);
            double z = beta[i] / error;
            coefficients.add(new CoxFit.Coefficient(
                    covariates.coefficients().get(i).name(),
                    beta[i],
                    Math.exp(beta[i]),
                    error,
                    z,
                    2 * normal.survivalProbability(Math.abs(z)),
                    new Interval(
                            Math.exp(beta[i] - quantile * error), Math.exp(beta[i] + quantile * error), confidence)));
        }
        int[] all = IntStream.range(0, p).toArray();
        return Inference.of(new CoxFit(
                ties.label(),
                times.size(),
                times.events(),
                coefficients,
                start.logLikelihood(),
                end.logLikelihood(),
                ChiSquaredTest.of("likelihood-ratio test", 2 * (end.logLikelihood() - start.logLikelihood()), p),
                ChiSquaredTest.of("Wald test", SymmetricSystem.quadratic(end.information(), beta), p),
                ChiSquaredTest.of("score test", SymmetricSystem.quadratic(atZero.get(), start.score()), p),
                Concordance.of(times, likelihood.predictor(beta)),
                proportionality(likelihood, beta, covariates),
                likelihood.proportionality(beta, "all", all)));
    }

    private static List<Inference<ChiSquaredTest>> proportionality(
            CoxLikelihood likelihood, double[] beta, Covariates covariates) {
        List<Inference<ChiSquaredTest>> tests = new ArrayList<>();
        for (int t = 0; t < covariates.terms().size(); t++) {
            tests.add(likelihood.proportionality(
                    beta,
                    covariates.terms().get(t).name(),
                    covariates.positions().get(t)));
        }
        return tests;
    }
}
