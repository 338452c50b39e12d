package org.lacrima.analysis.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.FDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * Intraclass correlation: the share of the variance of ratings that lies between those who are rated.
 *
 * <p>From the mean squares of rows (persons, n), columns (raters, k) and error, as Shrout &amp; Fleiss 1979
 * (doi:10.1037/0033-2909.86.2.420) define them, limits by McGraw &amp; Wong 1996 (doi:10.1037/1082-989X.1.1.30). Each person
 * is rated by every rater, none is missing. Not estimable with fewer than two persons or raters, or ratings without spread.
 *
 * @param form which of the six forms
 * @param icc the correlation
 * @param f F of the test against 0
 * @param df1 its first degrees of freedom
 * @param df2 its second degrees of freedom
 * @param p its p value
 * @param interval interval of the correlation
 * @param n persons
 * @param raters raters
 */
public record Icc(
        Form form, double icc, double f, double df1, double df2, double p, Interval interval, int n, int raters)
        implements StatisticalResult {

    /** Who rates whom, and whether one rater or the mean of all is judged. */
    public enum Form {
        /** Each person has raters of its own; one rater. ICC(1,1). */
        ONE_WAY_SINGLE("ICC(1,1)"),
        /** Raters stand for others, their level counts: absolute agreement of one rater. ICC(2,1). */
        AGREEMENT_SINGLE("ICC(2,1)"),
        /** These raters only, their level does not count: consistency of one rater. ICC(3,1). */
        CONSISTENCY_SINGLE("ICC(3,1)"),
        /** Each person has raters of its own; the mean of all. ICC(1,k). */
        ONE_WAY_MEAN("ICC(1,k)"),
        /** Absolute agreement of the mean of all raters. ICC(2,k). */
        AGREEMENT_MEAN("ICC(2,k)"),
        /** Consistency of the mean of all raters. ICC(3,k). */
        CONSISTENCY_MEAN("ICC(3,k)");

        private final String label;

        Form(String label) {
            this.label = label;
        }
    }

    private record MeanSquares(int n, int k, double rows, double columns, double error, double within) {
        static MeanSquares of(double[][] ratings) {
            int n = ratings.length;
            int k = ratings[0].length;
            double grand = 0;
            double[] row = new double[n];
            double[] column = new double[k];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < k; j++) {
                    row[i] += ratings[i][j] / k;
                    column[j] += ratings[i][j] / n;
                    grand += ratings[i][j] / (n * (double) k);
                }
            }
            double rows = 0;
            double error = 0;
            double within = 0;
            for (int i = 0; i < n; i++) {
                rows += k * (row[i] - grand) * (row[i] - grand);
                for (int j = 0; j < k; j++) {
                    double rest = ratings[i][j] - row[i] - column[j] + grand;
                    error += rest * rest;
                    within += (ratings[i][j] - row[i]) * (ratings[i][j] - row[i]);
                }
            }
            double columns = 0;
            for (double mean : column) {
                columns += n * (mean - grand) * (mean - grand);
            }
            return new MeanSquares(
                    n, k, rows / (n - 1), columns / (k - 1), error / ((n - 1) * (k - 1.0)), within / (n * (k - 1.0)));
        }
    }

    /**
     * The correlation of some ratings.
     *
     * @param form which of the six forms
     * @param ratings one row per person, one column per rater, all finite
     * @param confidence coverage of the interval, between 0 and 1
     */
    public static Inference<Icc> of(Form form, double[][] ratings, double confidence) {
        requireTable(ratings);
        if (ratings.length < 2 || ratings[0].length < 2) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "an intraclass correlation needs two persons and two raters, got %d and %d",
                    ratings.length,
                    ratings.length == 0 ? 0 : ratings[0].length));
        }
        MeanSquares ms = MeanSquares.of(ratings);
        boolean isOneWay = form == Form.ONE_WAY_SINGLE || form == Form.ONE_WAY_MEAN;
        double error = isOneWay ? ms.within() : ms.error();
        if (!(error > 1e-25 * (ms.rows() + ms.columns() + error))) {
            return Inference.notEstimable(
                    "the ratings have no error about the persons' levels, nothing to compare with");
        }
        double f = ms.rows() / error;
        double df1 = ms.n() - 1.0;
        double df2 = isOneWay ? ms.n() * (ms.k() - 1.0) : df1 * (ms.k() - 1);
        double p = FDistribution.of(df1, df2).survivalProbability(f);
        Interval interval = switch (form) {
            case ONE_WAY_SINGLE, CONSISTENCY_SINGLE -> single(f, df1, df2, ms.k(), confidence);
            case ONE_WAY_MEAN, CONSISTENCY_MEAN -> mean(f, df1, df2, confidence);
            case AGREEMENT_SINGLE -> agreement(ms, confidence);
            case AGREEMENT_MEAN -> stepUp(agreement(ms, confidence), ms.k());
        };
        return Inference.of(new Icc(form, estimate(form, ms), f, df1, df2, p, interval, ms.n(), ms.k()));
    }

    private static void requireTable(double[][] ratings) {
        for (int i = 0; i < ratings.length; i++) {
            if (ratings[i].length != ratings[0].length) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "row %d has %d ratings, row 0 has %d", i, ratings[i].length, ratings[0].length));
            }
            for (int j = 0; j < ratings[i].length; j++) {
                if (!Double.isFinite(ratings[i][j])) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT, "rating %d of row %d must be finite, got %s", j, i, ratings[i][j]));
                }
            }
        }
    }

    private static double estimate(Form form, MeanSquares ms) {
        double n = ms.n();
        double k = ms.k();
        return switch (form) {
            case ONE_WAY_SINGLE -> (ms.rows() - ms.within()) / (ms.rows() + (k - 1) * ms.within());
            case AGREEMENT_SINGLE ->
                (ms.rows() - ms.error()) / (ms.rows() + (k - 1) * ms.error() + k * (ms.columns() - ms.error()) / n);
            case CONSISTENCY_SINGLE -> (ms.rows() - ms.error()) / (ms.rows() + (k - 1) * ms.error());
            case ONE_WAY_MEAN -> (ms.rows() - ms.within()) / ms.rows();
            case AGREEMENT_MEAN -> (ms.rows() - ms.error()) / (ms.rows() + (ms.columns() - ms.error()) / n);
            case CONSISTENCY_MEAN -> (ms.rows() - ms.error()) / ms.rows();
        };
    }

    private static double upperF(double df1, double df2, double confidence) {
        return FDistribution.of(df1, df2).inverseSurvivalProbability((1 - confidence) / 2);
    }

    private static Interval single(double f, double df1, double df2, int k, double confidence) {
        double low = f / upperF(df1, df2, confidence);
        double high = f * upperF(df2, df1, confidence);
        return new Interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1), confidence);
    }

    private static Interval mean(double f, double df1, double df2, double confidence) {
        return new Interval(
                1 - upperF(df1, df2, confidence) / f, 1 - 1 / (f * upperF(df2, df1, confidence)), confidence);
    }

    private static Interval agreement(MeanSquares ms, double confidence) {
        double n = ms.n();
        double k = ms.k();
        double icc = estimate(Form.AGREEMENT_SINGLE, ms);
        double fColumns = ms.columns() / ms.error();
        double numerator = k * icc * fColumns + n * (1 + (k - 1) * icc) - k * icc;
        double df = (k - 1)
                * (n - 1)
                * numerator
                * numerator
                / ((n - 1) * k * k * icc * icc * fColumns * fColumns + Math.pow(n * (1 + (k - 1) * icc) - k * icc, 2));
        double up = upperF(n - 1, df, confidence);
        double down = upperF(df, n - 1, confidence);
        double rest = k * ms.columns() + (k * n - k - n) * ms.error();
        return new Interval(
                n * (ms.rows() - up * ms.error()) / (up * rest + n * ms.rows()),
                n * (down * ms.rows() - ms.error()) / (rest + n * down * ms.rows()),
                confidence);
    }

    /** Spearman and Brown: from one rater to the mean of k. */
    private static Interval stepUp(Interval single, int k) {
        return new Interval(
                single.low() * k / (1 + single.low() * (k - 1)),
                single.high() * k / (1 + single.high() * (k - 1)),
                single.confidence());
    }

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "%s = %s, %s, F(%s, %s) = %s, %s",
                form.label,
                Apa.share(icc),
                Apa.interval(interval),
                Apa.df(df1),
                Apa.df(df2),
                Apa.number(f),
                Apa.p(p));
    }

    /** All forms of some ratings, in the order of {@link Form}. */
    public static List<Inference<Icc>> all(double[][] ratings, double confidence) {
        return Arrays.stream(Form.values())
                .map(form -> of(form, ratings, confidence))
                .toList();
    }
}
