package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * Degrees to which templates of m and of m + 1 intervals match, summed over all pairs. Each template is taken about its
 * own mean; two that are the distance d (largest difference) apart match to the degree exp(−(d ⁄ width)ⁿ ⁄ r).
 *
 * <p>In units of 1 ⁄ length of the resolution of the recording, all distances are whole numbers, so degrees are read from a
 * table; intervals without a resolution are compared as they are.
 */
final class FuzzyMatches {
    private static final int LARGEST_TABLE = 1 << 20;

    private final double[] x;
    private final int[] starts;
    private final double width;
    private final double exponent;
    private final double r;

    FuzzyMatches(double[] x, int[] starts, double width, double exponent, double r) {
        this.x = x;
        this.starts = starts;
        this.width = width;
        this.exponent = exponent;
        this.r = r;
    }

    private double degree(double distance) {
        double relative = distance / width;
        return Math.exp(
                -(exponent == 1 ? relative : exponent == 2 ? relative * relative : Math.pow(relative, exponent)) / r);
    }

    /** Sum of the degrees over all pairs of templates of a length. */
    double sum(int length, Resolution resolution) {
        int largest = resolution.steps() * length * 2;
        return resolution.exists() && largest < LARGEST_TABLE && largest > 0
                ? sumOfWhole(centredWhole(length, resolution), table(length, resolution))
                : sumOfAny(centred(length));
    }

    private double[] table(int length, Resolution resolution) {
        double[] table = new double[2 * resolution.steps() * length + 1];
        double degree = 1;
        // Beyond the distance at which the degree vanishes, the table is 0 as it stands.
        for (int d = 0; d < table.length && degree > 0; d++) {
            degree = degree(d * resolution.quantum() / length);
            table[d] = degree;
        }
        return table;
    }

    /** Per coordinate but the last, which is what the others leave of 0: every template's distance from its mean. */
    private int[][] centredWhole(int length, Resolution resolution) {
        int[][] centred = new int[length - 1][starts.length];
        for (int t = 0; t < starts.length; t++) {
            int sum = 0;
            for (int k = 0; k < length; k++) {
                sum += resolution.of(x[starts[t] + k]);
            }
            for (int k = 0; k < length - 1; k++) {
                centred[k][t] = length * resolution.of(x[starts[t] + k]) - sum;
            }
        }
        return centred;
    }

    private double sumOfWhole(int[][] centred, double[] table) {
        return switch (centred.length) {
            case 1 -> sumOfDistinct(centred[0], new int[starts.length], table);
            case 2 -> sumOfDistinct(centred[0], centred[1], table);
            default -> sumOfMany(centred, table);
        };
    }

    /**
     * The sum for templates given by two coordinates, the third being what those leave of 0. Equal templates are compared
     * once, with their numbers as weights.
     */
    private static double sumOfDistinct(int[] first, int[] second, double[] table) {
        long[] keys = new long[first.length];
        for (int t = 0; t < keys.length; t++) {
            keys[t] = (long) first[t] << 32 | (second[t] & 0xFFFFFFFFL);
        }
        Arrays.sort(keys);
        int[] a = new int[keys.length];
        int[] b = new int[keys.length];
        double[] weight = new double[keys.length];
        int distinct = 0;
        for (int t = 0; t < keys.length; t++) {
            if (t == 0 || keys[t] != keys[t - 1]) {
                a[distinct] = (int) (keys[t] >> 32);
                b[distinct] = (int) keys[t];
                distinct++;
            }
            weight[distinct - 1]++;
        }
        int[] distances = new int[distinct];
        double total = 0;
        for (int i = 0; i < distinct; i++) {
            distances(a, b, i, distinct, distances);
            total += weight[i]
                    * (sumOfDegrees(distances, weight, i + 1, distinct, table) + (weight[i] - 1) / 2 * table[0]);
        }
        return total;
    }

    /** Distances of template i from those after it; without a branch or a sum, so that it runs several at a time. */
    private static void distances(int[] a, int[] b, int i, int end, int[] distances) {
        int ai = a[i];
        int bi = b[i];
        for (int j = i + 1; j < end; j++) {
            int da = a[j] - ai;
            int db = b[j] - bi;
            distances[j] = Math.max(Math.max(Math.abs(da), Math.abs(db)), Math.abs(da + db));
        }
    }

    /** Two sums in turn, so that an addition need not wait for the one before it. */
    private static double sumOfDegrees(int[] distances, double[] weight, int from, int end, double[] table) {
        double even = 0;
        double odd = 0;
        int j = from;
        for (; j + 1 < end; j += 2) {
            even += weight[j] * table[distances[j]];
            odd += weight[j + 1] * table[distances[j + 1]];
        }
        return even + odd + (j < end ? weight[j] * table[distances[j]] : 0);
    }

    private double sumOfMany(int[][] centred, double[] table) {
        double total = 0;
        for (int i = 0; i < starts.length; i++) {
            double sum = 0;
            for (int j = i + 1; j < starts.length; j++) {
                int largest = 0;
                int rest = 0;
                for (int[] coordinate : centred) {
                    int d = coordinate[j] - coordinate[i];
                    largest = Math.max(largest, Math.abs(d));
                    rest += d;
                }
                sum += table[Math.max(largest, Math.abs(rest))];
            }
            total += sum;
        }
        return total;
    }

    private double[][] centred(int length) {
        double[][] centred = new double[length][starts.length];
        for (int t = 0; t < starts.length; t++) {
            double sum = 0;
            for (int k = 0; k < length; k++) {
                sum += x[starts[t] + k];
            }
            for (int k = 0; k < length; k++) {
                centred[k][t] = x[starts[t] + k] - sum / length;
            }
        }
        return centred;
    }

    private double sumOfAny(double[][] centred) {
        double total = 0;
        for (int i = 0; i < starts.length; i++) {
            double sum = 0;
            for (int j = i + 1; j < starts.length; j++) {
                double largest = 0;
                for (double[] coordinate : centred) {
                    largest = Math.max(largest, Math.abs(coordinate[i] - coordinate[j]));
                }
                sum += degree(largest);
            }
            total += sum;
        }
        return total;
    }
}
