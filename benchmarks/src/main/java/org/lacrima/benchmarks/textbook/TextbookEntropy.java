package org.lacrima.benchmarks.textbook;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/** Entropies by comparing every template with every other, m = 2. */
public final class TextbookEntropy {
    private static final int M = 2;

    private TextbookEntropy() {}

    /** SampEn at r = 0.2·SDNN. */
    public static double[] sample(double[] rr) {
        return new double[] {ratio(pairs(rr, 0.2 * TextbookTimeDomain.sdnn(rr)))};
    }

    /** ApEn at r = 0.2·SDNN. */
    public static double[] approximate(double[] rr) {
        double r = 0.2 * TextbookTimeDomain.sdnn(rr);
        return new double[] {phi(rr, M, r) - phi(rr, M + 1, r)};
    }

    /** FuzzyEn with the membership exp(−(d ⁄ SDNN)² ⁄ 0.2) of templates about their own mean. */
    public static double[] fuzzy(double[] rr) {
        double sd = TextbookTimeDomain.sdnn(rr);
        return new double[] {Math.log(membership(rr, M, sd) / membership(rr, M + 1, sd))};
    }

    /**
     * Complexity index of a member of the family at r = 0.15·SDNN; scales without matching templates are left out.
     *
     * @param metric MSE, CMSE or RCMSE
     * @param scales largest scale
     */
    public static double[] multiscale(String metric, double[] rr, int scales) {
        double r = 0.15 * TextbookTimeDomain.sdnn(rr);
        double sum = 0;
        for (int scale = 1; scale <= scales; scale++) {
            double entropy = metric.equals("MSE")
                    ? ratio(pairs(coarse(rr, scale, 0), r))
                    : metric.equals("CMSE") ? composite(rr, scale, r) : refined(rr, scale, r);
            sum += Double.isNaN(entropy) ? 0 : entropy;
        }
        return new double[] {sum};
    }

    private static double composite(double[] rr, int scale, double r) {
        double[] entropies = new double[scale];
        for (int offset = 0; offset < scale; offset++) {
            entropies[offset] = ratio(pairs(coarse(rr, scale, offset), r));
        }
        return Arrays.stream(entropies)
                .filter(entropy -> !Double.isNaN(entropy))
                .average()
                .orElse(Double.NaN);
    }

    private static double refined(double[] rr, int scale, double r) {
        long[] pooled = new long[2];
        for (int offset = 0; offset < scale; offset++) {
            long[] pairs = pairs(coarse(rr, scale, offset), r);
            pooled[0] += pairs[0];
            pooled[1] += pairs[1];
        }
        return ratio(pooled);
    }

    private static double[] coarse(double[] rr, int scale, int offset) {
        double[] means = new double[(rr.length - offset) / scale];
        for (int i = 0; i < means.length; i++) {
            means[i] = StatUtils.mean(rr, offset + i * scale, scale);
        }
        return means;
    }

    private static double ratio(long[] pairs) {
        return pairs[1] == 0 ? Double.NaN : Math.log((double) pairs[0] / pairs[1]);
    }

    /** Matching pairs of templates of m and of m + 1 intervals. */
    private static long[] pairs(double[] x, double r) {
        long shorter = 0;
        long longer = 0;
        for (int i = 0; i < x.length - M; i++) {
            for (int j = i + 1; j < x.length - M; j++) {
                if (distance(x, i, j, M) <= r) {
                    shorter++;
                    if (Math.abs(x[i + M] - x[j + M]) <= r) {
                        longer++;
                    }
                }
            }
        }
        return new long[] {shorter, longer};
    }

    private static double phi(double[] x, int m, double r) {
        int templates = x.length - m + 1;
        double sum = 0;
        for (int i = 0; i < templates; i++) {
            int matches = 0;
            for (int j = 0; j < templates; j++) {
                if (distance(x, i, j, m) <= r) {
                    matches++;
                }
            }
            sum += Math.log((double) matches / templates);
        }
        return sum / templates;
    }

    private static double membership(double[] x, int m, double sd) {
        int templates = x.length - M;
        double[][] centred = new double[templates][];
        for (int i = 0; i < templates; i++) {
            double mean = StatUtils.mean(x, i, m);
            centred[i] = Arrays.stream(x, i, i + m).map(v -> v - mean).toArray();
        }
        double sum = 0;
        for (int i = 0; i < templates; i++) {
            for (int j = i + 1; j < templates; j++) {
                double d = 0;
                for (int k = 0; k < m; k++) {
                    d = Math.max(d, Math.abs(centred[i][k] - centred[j][k]));
                }
                sum += Math.exp(-(d / sd) * (d / sd) / 0.2);
            }
        }
        return sum;
    }

    private static double distance(double[] x, int i, int j, int m) {
        double largest = 0;
        for (int k = 0; k < m; k++) {
            largest = Math.max(largest, Math.abs(x[i + k] - x[j + k]));
        }
        return largest;
    }
}
