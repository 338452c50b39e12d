package org.lacrima.core.hrv;

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
        for (int d = 0; d < table.length; d++) {
            table[d] = degree(d * resolution.quantum() / length);
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
        return centred.length == 2 ? sumOfThree(centred[0], centred[1], table) : sumOfMany(centred, table);
    }

    private static double sumOfThree(int[] a, int[] b, double[] table) {
        double total = 0;
        for (int i = 0; i < a.length; i++) {
            int ai = a[i];
            int bi = b[i];
            double sum = 0;
            for (int j = i + 1; j < a.length; j++) {
                int da = a[j] - ai;
                int db = b[j] - bi;
                sum += table[Math.max(Math.max(Math.abs(da), Math.abs(db)), Math.abs(da + db))];
            }
            total += sum;
        }
        return total;
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
