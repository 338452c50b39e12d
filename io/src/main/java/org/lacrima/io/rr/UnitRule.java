package org.lacrima.io.rr;

import java.util.Optional;

/** Tells the unit of heart periods from their magnitude. */
final class UnitRule {
    /** Heart periods of mammals from rat to athlete; in seconds no other unit in use reaches into this range. */
    private static final double LEAST_SECONDS = 0.1;

    private static final double MOST_SECONDS = 3;
    /** 200 bpm. Below it, counts of samples at 256 Hz and heart rates in bpm look like milliseconds. */
    private static final double LEAST_MILLIS = 300;

    private static final double MOST_MILLIS = 3000;

    private UnitRule() {}

    /** The unit in which the median is a heart period, if there is exactly one such. */
    static Optional<RrUnit> byMagnitude(double median) {
        if (median >= LEAST_SECONDS && median <= MOST_SECONDS) {
            return Optional.of(RrUnit.SECONDS);
        }
        if (median >= LEAST_MILLIS && median <= MOST_MILLIS) {
            return Optional.of(RrUnit.MILLISECONDS);
        }
        return Optional.empty();
    }

    /** Whether a median is a heart period of some animal when the unit is as declared. */
    static boolean fits(RrUnit unit, double median) {
        double millis = median * unit.millis();
        return millis >= 50 && millis <= 5000;
    }

    /**
     * The first value that is a heart period in another unit than the rest, where there are enough of them to be no
     * accident (5 %); −1 where there is none. The first value of a file takes no part: it may be an offset.
     */
    static int firstInAnotherUnit(double[] values, double median) {
        int first = -1;
        int count = 0;
        for (int i = 1; i < values.length; i++) {
            double ratio = values[i] / median;
            if (isAboutThousand(ratio) || isAboutThousand(1 / ratio)) {
                first = first < 0 ? i : first;
                count++;
            }
        }
        return count >= 0.05 * values.length ? first : -1;
    }

    private static boolean isAboutThousand(double ratio) {
        return ratio > 1000.0 / 3 && ratio < 3000;
    }

    /** The (upper) median of the positive numbers; NaN where there is none. */
    static double median(double[] values) {
        double[] positive = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (value > 0) {
                positive[n++] = value;
            }
        }
        return n == 0 ? Double.NaN : select(positive, n, n / 2);
    }

    /** The value of a rank, by Hoare's selection: linear, where sorting a day of beats would cost more than reading it. */
    private static double select(double[] values, int n, int rank) {
        int low = 0;
        int high = n - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                break;
            }
        }
        return values[rank];
    }
}
