package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * Degrees to which templates of m and of m + 1 intervals match, summed over all pairs. Each template is taken about its
 * own mean; two that are the distance d (largest difference) apart match to the degree exp(−(d ⁄ width)ⁿ ⁄ r).
 *
 * <p>In units of 1 ⁄ length of the resolution of the recording, all distances are whole numbers, so degrees are read from a
 * table; intervals without a resolution are compared as they are, every pair of them.
 */
final class FuzzyMatches {
    private static final int LARGEST_TABLE = 1 << 20;
    /** Degrees that are made each from the one before it; the error of the last is below 10⁻¹³ of it. */
    private static final int STEPS_PER_START = 16;
    /** Below this, ratios of degrees lose digits. */
    private static final double LEAST_BY_RATIO = 1e-200;
    /** Differences up to this lie on the largest lattice. */
    private static final int LARGEST_HALF = 511;
    /** Pairs compared in the time that one place of a transform takes. */
    private static final double PAIRS_PER_PLACE = 30;

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

    /** Whether series of any length are summed: every pair of templates is compared by its displacement only. */
    static boolean isFast(Resolution resolution, int longest) {
        return isWhole(resolution, longest) && longest <= 3;
    }

    private static boolean isWhole(Resolution resolution, int length) {
        return resolution.exists() && 2L * resolution.steps() * length < LARGEST_TABLE;
    }

    /** Sum of the degrees over all pairs of templates of a length. */
    double sum(int length, Resolution resolution) {
        if (!isWhole(resolution, length)) {
            return sumOfAny(centred(length));
        }
        int[][] centred = centredWhole(length, resolution);
        return sumOfWhole(centred, table(largest(centred), resolution.quantum() / length));
    }

    /** No two templates are further apart. */
    private static int largest(int[][] centred) {
        int[] rest = new int[centred.length == 0 ? 0 : centred[0].length];
        int largest = 0;
        for (int[] coordinate : centred) {
            for (int t = 0; t < rest.length; t++) {
                rest[t] += coordinate[t];
            }
            largest = Math.max(largest, range(coordinate));
        }
        return Math.max(largest, range(rest));
    }

    private static int range(int[] values) {
        int least = 0;
        int most = 0;
        for (int v : values) {
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        return most - least;
    }

    private double[] table(int largest, double unit) {
        double[] table = new double[largest + 1];
        double degree = 1;
        // Beyond the distance at which the degree vanishes, the table is 0 as it stands.
        for (int from = 0; from < table.length && degree > 0; from += STEPS_PER_START) {
            degree = fill(table, from, Math.min(table.length, from + STEPS_PER_START), unit);
        }
        return table;
    }

    /** Fills a part of the table, for a parabola in the exponent by ratios of neighbours; returns its last degree. */
    private double fill(double[] table, int from, int to, double unit) {
        double degree = degree(from * unit);
        double ratio = exponent == 2 ? degree((from + 1) * unit) / degree : 0;
        double ratioOfRatios = degree(unit) * degree(unit);
        table[from] = degree;
        for (int d = from + 1; d < to; d++) {
            degree = exponent == 2 && degree > LEAST_BY_RATIO ? degree * ratio : degree(d * unit);
            ratio *= ratioOfRatios;
            table[d] = degree;
        }
        return degree;
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
            // a single value about its own mean is 0
            case 0 -> starts.length * (starts.length - 1.0) / 2 * table[0];
            case 1 -> {
                Templates two = Templates.of(centred[0], new int[starts.length]);
                yield two.sumOfPairs(two.distinct, table);
            }
            case 2 -> Templates.of(centred[0], centred[1]).sum(table);
            default -> sumOfMany(centred, table);
        };
    }

    /**
     * Distinct templates given by two coordinates, the third being what those leave of 0, and how often each occurs. Equal
     * templates are compared once, with their numbers as weights.
     */
    private static final class Templates {
        private final int[] a;
        private final int[] b;
        private final double[] weight;
        private int distinct;

        private Templates(int most) {
            this.a = new int[most];
            this.b = new int[most];
            this.weight = new double[most];
        }

        static Templates of(int[] first, int[] second) {
            long[] keys = new long[first.length];
            for (int t = 0; t < keys.length; t++) {
                keys[t] = ((long) first[t] << 32) | (second[t] & 0xFFFFFFFFL);
            }
            Arrays.sort(keys);
            Templates templates = new Templates(keys.length);
            for (int t = 0; t < keys.length; t++) {
                if (t == 0 || keys[t] != keys[t - 1]) {
                    templates.a[templates.distinct] = (int) (keys[t] >> 32);
                    templates.b[templates.distinct] = (int) keys[t];
                    templates.distinct++;
                }
                templates.weight[templates.distinct - 1]++;
            }
            return templates;
        }

        /** Sum over all pairs of templates of three: on a lattice where that is less work, the few outside it in pairs. */
        double sum(double[] table) {
            int best = 0;
            double least = (double) distinct * distinct / 2;
            for (int half = 7; half <= LARGEST_HALF; half = 2 * half + 1) {
                double work = (double) outside(half) * distinct + PAIRS_PER_PLACE * TemplateLattice.length(half);
                if (work < least) {
                    least = work;
                    best = half;
                }
            }
            if (best == 0) {
                return sumOfPairs(distinct, table);
            }
            TemplateLattice lattice = new TemplateLattice(best);
            int outside = outsideFirst(best);
            for (int t = outside; t < distinct; t++) {
                lattice.add(firstDifference(t), secondDifference(t), weight[t]);
            }
            return sumOfPairs(outside, table) + lattice.sum(table);
        }

        private int firstDifference(int t) {
            return (b[t] - a[t]) / 3;
        }

        private int secondDifference(int t) {
            return -(a[t] + 2 * b[t]) / 3;
        }

        private boolean isOutside(int t, int half) {
            return Math.abs(firstDifference(t)) > half || Math.abs(secondDifference(t)) > half;
        }

        private int outside(int half) {
            int outside = 0;
            for (int t = 0; t < distinct; t++) {
                outside += isOutside(t, half) ? 1 : 0;
            }
            return outside;
        }

        private int outsideFirst(int half) {
            int next = 0;
            for (int t = 0; t < distinct; t++) {
                if (isOutside(t, half)) {
                    swap(t, next);
                    next++;
                }
            }
            return next;
        }

        private void swap(int s, int t) {
            int first = a[s];
            int second = b[s];
            double times = weight[s];
            a[s] = a[t];
            b[s] = b[t];
            weight[s] = weight[t];
            a[t] = first;
            b[t] = second;
            weight[t] = times;
        }

        /** Sum over the pairs that have one of the first so many templates in them. */
        double sumOfPairs(int first, double[] table) {
            int[] distances = new int[distinct];
            double total = 0;
            for (int i = 0; i < first; i++) {
                distances(a, b, i, distinct, distances);
                total += weight[i]
                        * (sumOfDegrees(distances, weight, i + 1, distinct, table) + (weight[i] - 1) / 2 * table[0]);
            }
            return total;
        }
    }

    /** Distances of template i from those after it; without a branch or a sum, so that it runs several at a time. */
    private static void distances(int[] a, int[] b, int i, int end, int[] distances) {
        int ai = a[i];
        int bi = b[i];
        for (int j = i + 1; j < end; j++) {
            int da = a[j] - ai;
            int db = b[j] - bi;
            // of three numbers whose sum is 0 the largest is as large as the other two together
            distances[j] = (Math.abs(da) + Math.abs(db) + Math.abs(da + db)) >> 1;
        }
    }

    /** Four sums in turn, so that an addition need not wait for the one before it. */
    private static double sumOfDegrees(int[] distances, double[] weight, int from, int end, double[] table) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int j = from;
        for (; j + 3 < end; j += 4) {
            first += weight[j] * table[distances[j]];
            second += weight[j + 1] * table[distances[j + 1]];
            third += weight[j + 2] * table[distances[j + 2]];
            fourth += weight[j + 3] * table[distances[j + 3]];
        }
        for (; j < end; j++) {
            first += weight[j] * table[distances[j]];
        }
        return first + second + (third + fourth);
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
