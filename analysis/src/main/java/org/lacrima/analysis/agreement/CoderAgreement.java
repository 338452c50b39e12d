package org.lacrima.analysis.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * Agreement of two coders beyond chance, on categories that may be ordered: Cohen's κ and Gwet's AC, {@code (pₒ − pₑ)⁄(1 − pₑ)}.
 *
 * <p>Weights: none, linear {@code 1 − |i − j|⁄(K − 1)} or quadratic {@code 1 − (i − j)²⁄(K − 1)²}. κ takes chance from the
 * coders' own margins, with the large-sample error of Fleiss, Cohen &amp; Everitt 1969 (doi:10.1037/h0028106); Gwet's AC1 (AC2
 * with weights) takes it from the mean margins and does not collapse when nearly everyone cries or nobody does (Gwet 2008,
 * doi:10.1348/000711006X126600), its error conditional on the coders. Not estimable without codes, with one category, or
 * where chance agreement is complete. Source of κ: Cohen 1960, doi:10.1177/001316446002000104.
 *
 * @param weights weights of disagreements
 * @param n things coded
 * @param observed observed agreement, weighted
 * @param kappa κ
 * @param chance test of κ against agreement by chance
 * @param gwet Gwet's AC
 * @param table counts, rows for the first coder
 */
public record CoderAgreement(
        Weights weights,
        int n,
        double observed,
        Inference<Coefficient> kappa,
        Inference<ChanceTest> chance,
        Coefficient gwet,
        List<List<Integer>> table)
        implements StatisticalResult {

    /** Copies the table. */
    public CoderAgreement {
        table = table.stream().map(List::copyOf).toList();
    }

    /** How much a disagreement of neighbours counts as agreement. */
    public enum Weights {
        /** Not at all: categories have no order. */
        NONE,
        /** By distance. */
        LINEAR,
        /** By squared distance. */
        QUADRATIC
    }

    /**
     * A coefficient of agreement.
     *
     * @param value the coefficient
     * @param chance agreement expected by chance
     * @param standardError its large-sample standard error
     * @param interval interval by the normal distribution
     */
    public record Coefficient(double value, double chance, double standardError, Interval interval) {
        private static Coefficient of(double value, double chance, double error, double confidence) {
            double reach = error * NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
            return new Coefficient(value, chance, error, new Interval(value - reach, value + reach, confidence));
        }
    }

    /**
     * The test of κ against agreement by chance.
     *
     * @param standardError error of κ if agreement is by chance
     * @param z κ by that error
     * @param p two-sided p value
     */
    public record ChanceTest(double standardError, double z, double p) {}

    /**
     * The agreement of two coders.
     *
     * @param first codes of the first coder, each one of the categories
     * @param second codes of the second, in the same order
     * @param categories all categories in their order, at least two
     * @param weights weights of disagreements
     * @param confidence coverage of the intervals, between 0 and 1
     * @throws IllegalArgumentException if lengths differ or naming the first code that is no category
     */
    public static <C> Inference<CoderAgreement> of(
            List<C> first, List<C> second, List<C> categories, Weights weights, double confidence) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "the first coder has %d codes, the second %d", first.size(), second.size()));
        }
        if (categories.size() < 2 || first.isEmpty()) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "agreement needs codes and at least two categories, got %d and %d",
                    first.size(),
                    categories.size()));
        }
        int k = categories.size();
        int[][] counts = new int[k][k];
        for (int i = 0; i < first.size(); i++) {
            counts[category(first.get(i), categories)][category(second.get(i), categories)]++;
        }
        Margins margins = Margins.of(counts, weights);
        Inference<Margins.Kappa> kappa = margins.kappa(confidence);
        return Inference.of(new CoderAgreement(
                weights,
                first.size(),
                margins.observed(),
                kappa.map(Margins.Kappa::coefficient),
                kappa.map(Margins.Kappa::test),
                margins.gwet(confidence),
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList()));
    }

    private static <C> int category(C code, List<C> categories) {
        int index = categories.indexOf(code);
        if (index < 0) {
            throw new IllegalArgumentException("code " + code + " is none of the categories " + categories);
        }
        return index;
    }

    /** Shares of the cells and of the rows and columns, under weights. */
    private static final class Margins {

        private final int n;
        private final double[][] share;
        private final double[][] w;
        private final double[] rows;
        private final double[] columns;

        private Margins(int n, double[][] share, double[][] w, double[] rows, double[] columns) {
            this.n = n;
            this.share = share;
            this.w = w;
            this.rows = rows;
            this.columns = columns;
        }

        static Margins of(int[][] counts, Weights weights) {
            int k = counts.length;
            int n = 0;
            for (int[] row : counts) {
                for (int count : row) {
                    n += count;
                }
            }
            double[][] share = new double[k][k];
            double[][] w = new double[k][k];
            double[] rows = new double[k];
            double[] columns = new double[k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    share[i][j] = counts[i][j] / (double) n;
                    rows[i] += share[i][j];
                    columns[j] += share[i][j];
                    double distance = Math.abs(i - j) / (k - 1.0);
                    w[i][j] = switch (weights) {
                        case NONE -> i == j ? 1 : 0;
                        case LINEAR -> 1 - distance;
                        case QUADRATIC -> 1 - distance * distance;
                    };
                }
            }
            return new Margins(n, share, w, rows, columns);
        }

        double observed() {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    sum += w[i][j] * share[i][j];
                }
            }
            return sum;
        }

        /** κ, and its test against chance. */
        private record Kappa(Coefficient coefficient, ChanceTest test) {}

        Inference<Kappa> kappa(double confidence) {
            int k = rows.length;
            double po = observed();
            double pe = 0;
            double[] rowWeight = new double[k];
            double[] columnWeight = new double[k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    pe += w[i][j] * rows[i] * columns[j];
                    rowWeight[i] += w[i][j] * columns[j];
                    columnWeight[j] += w[i][j] * rows[i];
                }
            }
            if (!(pe < 1)) {
                return Inference.notEstimable("both coders used one category, κ needs a second");
            }
            double spread = 0;
            double nullSpread = 0;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    double margin = rowWeight[i] + columnWeight[j];
                    spread += share[i][j] * Math.pow(w[i][j] * (1 - pe) - margin * (1 - po), 2);
                    nullSpread += rows[i] * columns[j] * Math.pow(w[i][j] - margin, 2);
                }
            }
            double error =
                    Math.sqrt(Math.max(0, spread - Math.pow(po * pe - 2 * pe + po, 2)) / n) / Math.pow(1 - pe, 2);
            double nullError = Math.sqrt((nullSpread - pe * pe) / n) / (1 - pe);
            if (!(nullError > 0)) {
                return Inference.notEstimable("one coder used one category, κ is 0 whatever the other did");
            }
            double kappa = (po - pe) / (1 - pe);
            double z = kappa / nullError;
            double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
            return Inference.of(
                    new Kappa(Coefficient.of(kappa, pe, error, confidence), new ChanceTest(nullError, z, p)));
        }

        Coefficient gwet(double confidence) {
            int k = rows.length;
            double po = observed();
            double total = 0;
            double mixed = 0;
            double[] mean = new double[k];
            for (int i = 0; i < k; i++) {
                mean[i] = (rows[i] + columns[i]) / 2;
                mixed += mean[i] * (1 - mean[i]);
                for (int j = 0; j < k; j++) {
                    total += w[i][j];
                }
            }
            double scale = total / (k * (k - 1.0));
            double pe = scale * mixed;
            double ac = (po - pe) / (1 - pe);
            double spread = 0;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    double rest = w[i][j] - 2 * (1 - ac) * scale * (1 - (mean[i] + mean[j]) / 2);
                    spread += share[i][j] * rest * rest;
                }
            }
            double variance = (spread - Math.pow(po - 2 * (1 - ac) * pe, 2)) / (n * Math.pow(1 - pe, 2));
            double error = Math.sqrt(Math.max(0, variance));
            return Coefficient.of(ac, pe, error, confidence);
        }
    }

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "agreement %.1f%%, %s, %s",
                100 * observed,
                kappa.value().map(c -> words("κ", c)).orElseGet(() -> "κ not estimable: " + kappa.reason()),
                words(weights == Weights.NONE ? "AC1" : "AC2", gwet));
    }

    private static String words(String name, Coefficient coefficient) {
        return name + " = " + Apa.share(coefficient.value()) + ", " + Apa.interval(coefficient.interval());
    }
}
