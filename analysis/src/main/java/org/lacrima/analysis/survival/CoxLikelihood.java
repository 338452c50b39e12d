package org.lacrima.analysis.survival;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lacrima.analysis.stats.ChiSquaredTest;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.SymmetricSystem;

/** Partial likelihood of Cox's model with its score and information, in one walk from the last time to the first. */
final class CoxLikelihood {

    /** How events at one time share the risk set. */
    enum Ties {
        EFRON("Efron"),
        BRESLOW("Breslow");

        private final String label;

        Ties(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What the likelihood is at some coefficients. */
    static final class Point {
        private final double logLikelihood;
        private final double[] score;
        private final double[][] information;

        private Point(double logLikelihood, double[] score, double[][] information) {
            this.logLikelihood = logLikelihood;
            this.score = score;
            this.information = information;
        }

        double logLikelihood() {
            return logLikelihood;
        }

        /** Not to be written to. */
        double[] score() {
            return score;
        }

        /** Not to be written to. */
        double[][] information() {
            return information;
        }
    }

    /** What one time with events adds to score and information. */
    @FunctionalInterface
    private interface Visitor {
        void event(double seconds, double logLikelihood, double[] score, double[][] information);
    }

    private final TimesToEvent times;
    private final Ties ties;
    private final int[] latestFirst;
    private final double[][] rows;
    private final double[] spread;

    CoxLikelihood(TimesToEvent times, Covariates covariates, Ties ties) {
        this.times = times;
        this.ties = ties;
        int n = times.size();
        int[] order = times.order();
        this.latestFirst = IntStream.range(0, n).map(i -> order[n - 1 - i]).toArray();
        List<Covariates.Coefficient> columns = covariates.coefficients();
        this.rows = new double[n][columns.size()];
        this.spread = new double[columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            double[] values = columns.get(c).values();
            double mean = 0;
            for (double value : values) {
                mean += value / n;
            }
            for (int i = 0; i < n; i++) {
                rows[i][c] = values[i] - mean;
                spread[c] += rows[i][c] * rows[i][c] / n;
            }
            spread[c] = Math.sqrt(spread[c]);
        }
    }

    Point at(double[] beta) {
        int p = beta.length;
        double[] score = new double[p];
        double[][] information = new double[p][p];
        double[] logLikelihood = new double[1];
        visit(beta, (seconds, l, u, v) -> {
            logLikelihood[0] += l;
            for (int i = 0; i < p; i++) {
                score[i] += u[i];
                for (int j = 0; j < p; j++) {
                    information[i][j] += v[i][j];
                }
            }
        });
        return new Point(logLikelihood[0], score, information);
    }

    /** {@code βᵀx} of each person, covariates centred. */
    double[] predictor(double[] beta) {
        double[] eta = new double[rows.length];
        for (int i = 0; i < eta.length; i++) {
            for (int c = 0; c < beta.length; c++) {
                eta[i] += beta[c] * rows[i][c];
            }
        }
        return eta;
    }

    double largestStandardised(double[] beta) {
        int worst = mostSeparating(beta);
        return Math.abs(beta[worst]) * spread[worst];
    }

    int mostSeparating(double[] beta) {
        int worst = 0;
        for (int c = 1; c < beta.length; c++) {
            worst = Math.abs(beta[c]) * spread[c] > Math.abs(beta[worst]) * spread[worst] ? c : worst;
        }
        return worst;
    }

    private void visit(double[] beta, Visitor visitor) {
        int p = beta.length;
        double[] eta = predictor(beta);
        double s0 = 0;
        double[] s1 = new double[p];
        double[][] s2 = new double[p][p];
        int from = 0;
        while (from < latestFirst.length) {
            double time = times.secondsAt(latestFirst[from]);
            double deaths = 0;
            double tied0 = 0;
            double[] tied1 = new double[p];
            double[][] tied2 = new double[p][p];
            double l = 0;
            double[] u = new double[p];
            int to = from;
            for (; to < latestFirst.length && times.secondsAt(latestFirst[to]) == time; to++) {
                int person = latestFirst[to];
                double risk = Math.exp(eta[person]);
                boolean event = times.isEventAt(person);
                s0 += risk;
                tied0 += event ? risk : 0;
                deaths += event ? 1 : 0;
                l += event ? eta[person] : 0;
                for (int i = 0; i < p; i++) {
                    double first = risk * rows[person][i];
                    s1[i] += first;
                    tied1[i] += event ? first : 0;
                    u[i] += event ? rows[person][i] : 0;
                    for (int j = 0; j <= i; j++) {
                        double second = first * rows[person][j];
                        s2[i][j] += second;
                        tied2[i][j] += event ? second : 0;
                    }
                }
            }
            if (deaths > 0) {
                double[][] v = new double[p][p];
                for (int d = 0; d < deaths; d++) {
                    double share = ties == Ties.EFRON ? d / deaths : 0;
                    double sum = s0 - share * tied0;
                    l -= Math.log(sum);
                    for (int i = 0; i < p; i++) {
                        double mean = (s1[i] - share * tied1[i]) / sum;
                        u[i] -= mean;
                        for (int j = 0; j <= i; j++) {
                            double other = (s1[j] - share * tied1[j]) / sum;
                            v[i][j] += (s2[i][j] - share * tied2[i][j]) / sum - mean * other;
                            v[j][i] = v[i][j];
                        }
                    }
                }
                visitor.event(time, l, u, v);
            }
            from = to;
        }
    }

    /** The score test of whether the coefficients at some positions move with {@code 1 − S(t−)}. */
    Inference<ChiSquaredTest> proportionality(double[] beta, String name, int[] positions) {
        SurvivalCurve curve = KaplanMeier.withDefaults().of(times).orThrow();
        int p = beta.length;
        int q = positions.length;
        double[] score = new double[p + q];
        double[][] information = new double[p + q][p + q];
        visit(beta, (seconds, l, u, v) -> {
            double g = 1 - before(curve, seconds);
            for (int i = 0; i < p + q; i++) {
                int a = i < p ? i : positions[i - p];
                double weight = i < p ? 1 : g;
                score[i] += weight * u[a];
                for (int j = 0; j < p + q; j++) {
                    int b = j < p ? j : positions[j - p];
                    information[i][j] += weight * (j < p ? 1 : g) * v[a][b];
                }
            }
        });
        for (int i = 0; i < p; i++) {
            score[i] = 0;
        }
        Optional<double[][]> inverse = SymmetricSystem.inverse(information);
        return inverse.map(inv -> Inference.of(
                        ChiSquaredTest.of("proportional hazards, " + name, SymmetricSystem.quadratic(inv, score), q)))
                .orElseGet(
                        () -> Inference.notEstimable("too few times with events to see " + name + " change over time"));
    }

    private static double before(SurvivalCurve curve, double seconds) {
        double survival = 1;
        for (SurvivalCurve.Step step : curve.steps()) {
            if (step.seconds() >= seconds) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }
}
