package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * Euclidean distances between all pairs of points (xᵢ, …, xᵢ₊ₘ₋₁) of a series, without a matrix of them: along a diagonal
 * of that matrix, each squared distance is the one before it with one square less and one more. Points do not reach across
 * a gap.
 */
final class PairDistances {
    private final double[] x;
    private final Runs runs;
    private final int[] starts;
    private final int m;

    PairDistances(double[] x, Runs runs, int m) {
        this.x = x;
        this.runs = runs;
        this.starts = runs.templateStarts(m);
        this.m = m;
    }

    int points() {
        return starts.length;
    }

    /** What is done with the squared distances of a diagonal. */
    @FunctionalInterface
    interface Visit {
        void diagonal(double[] squares, int count, int lag);
    }

    void forEachDiagonal(Visit visit) {
        int n = starts.length;
        double[] squares = new double[n];
        boolean unbroken = runs.count() == 1;
        for (int lag = 1; lag < n; lag++) {
            if (unbroken) {
                slide(lag, squares);
            } else {
                for (int t = 0; t + lag < n; t++) {
                    squares[t] = square(starts[t], starts[t + lag]);
                }
            }
            visit.diagonal(squares, n - lag, lag);
        }
    }

    private void slide(int lag, double[] squares) {
        int from = starts[0];
        int count = starts.length - lag;
        if (m <= 2) {
            for (int t = 0; t < count; t++) {
                squares[t] = square(from + t, from + t + lag);
            }
            return;
        }
        double sum = square(from, from + lag);
        squares[0] = sum;
        for (int t = 1; t < count; t++) {
            int i = from + t;
            double gone = x[i - 1] - x[i - 1 + lag];
            double come = x[i + m - 1] - x[i + m - 1 + lag];
            sum += (come - gone) * (come + gone);
            squares[t] = sum;
        }
    }

    private double square(int i, int j) {
        double sum = 0;
        for (int k = 0; k < m; k++) {
            double d = x[i + k] - x[j + k];
            sum += d * d;
        }
        return sum;
    }

    /** The largest distance. */
    double largest() {
        double[] largest = {0};
        forEachDiagonal((squares, count, lag) -> {
            for (int t = 0; t < count; t++) {
                largest[0] = Math.max(largest[0], squares[t]);
            }
        });
        return Math.sqrt(largest[0]);
    }

    /**
     * How many pairs lie within each radius, the radius included.
     *
     * @param radii ascending
     */
    long[] within(double[] radii) {
        double[] bounds = new double[radii.length];
        for (int k = 0; k < radii.length; k++) {
            bounds[k] = radii[k] * radii[k];
        }
        long[] counts = new long[radii.length];
        double highest = bounds[bounds.length - 1];
        forEachDiagonal((squares, count, lag) -> {
            for (int t = 0; t < count; t++) {
                if (squares[t] <= highest) {
                    int at = Arrays.binarySearch(bounds, squares[t]);
                    counts[at >= 0 ? at : -at - 1]++;
                }
            }
        });
        for (int k = 1; k < counts.length; k++) {
            counts[k] += counts[k - 1];
        }
        return counts;
    }
}
