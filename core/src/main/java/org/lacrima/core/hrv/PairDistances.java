package org.lacrima.core.hrv;

/**
 * Euclidean distances between all pairs of points (xᵢ, …, xᵢ₊ₘ₋₁) of a series, without a matrix of them: the squares
 * along a diagonal of that matrix are sums of m successive squared differences. Points do not reach across a gap.
 */
final class PairDistances {
    private final double[] x;
    private final Runs runs;
    private final int[] starts;
    private final int m;
    private final double[] spare;
    private final double[] spare2;

    PairDistances(double[] x, Runs runs, int m) {
        this.spare = new double[x.length];
        this.spare2 = new double[x.length];
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
        for (int lag = 1; lag < n; lag++) {
            if (runs.count() == 1) {
                sums(lag, squares);
            } else {
                for (int t = 0; t + lag < n; t++) {
                    squares[t] = square(starts[t], starts[t + lag]);
                }
            }
            visit.diagonal(squares, n - lag, lag);
        }
    }

    /** Sums of m successive squares, by sums of two, four, eight and so on of them. */
    private void sums(int lag, double[] squares) {
        int count = starts.length - lag;
        int length = count + m - 1;
        double[] sums = spare;
        for (int t = 0; t < length; t++) {
            double d = x[t] - x[t + lag];
            sums[t] = d * d;
        }
        double[] twice = spare2;
        int have = 0;
        for (int width = 1; width <= m; width *= 2) {
            if ((m & width) != 0) {
                add(sums, have, count, squares, have == 0);
                have += width;
            }
            if (2 * width <= m) {
                addShifted(sums, width, length - 2 * width + 1, twice);
                double[] swap = sums;
                sums = twice;
                twice = swap;
            }
        }
    }

    private static void add(double[] sums, int from, int count, double[] to, boolean first) {
        if (first) {
            System.arraycopy(sums, from, to, 0, count);
            return;
        }
        for (int t = 0; t < count; t++) {
            to[t] += sums[from + t];
        }
    }

    private static void addShifted(double[] sums, int by, int count, double[] to) {
        for (int t = 0; t < count; t++) {
            to[t] = sums[t] + sums[t + by];
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
    long[] within(double[] radii, Resolution resolution) {
        if (WholeSquares.suit(resolution, m)) {
            WholeSquares squares = WholeSquares.of(x, resolution, m);
            int[] bounds = new int[radii.length];
            for (int k = 0; k < bounds.length; k++) {
                bounds[k] = WholeSquares.bound(radii[k], resolution);
            }
            RadiusCounts counts = new RadiusCounts(bounds, runs, squares.points(), m);
            squares.forEach(counts);
            return counts.within();
        }
        Steps steps = new Steps(radii);
        forEachDiagonal((squares, count, lag) -> steps.count(squares, count));
        return steps.cumulated();
    }

    /**
     * Counts of squared distances between squared radii. The leading bits of a number say between which two it may lie, so
     * that one or two comparisons find its place.
     */
    private static final class Steps {
        private static final int SHIFT = 46;

        private final double[] bounds;
        private final long[] counts;
        private final int firstSlot;
        private final int[] candidate;

        Steps(double[] radii) {
            this.bounds = new double[radii.length];
            for (int k = 0; k < radii.length; k++) {
                bounds[k] = radii[k] * radii[k];
            }
            this.counts = new long[radii.length];
            this.firstSlot = slot(bounds[0]);
            this.candidate = new int[slot(bounds[bounds.length - 1]) - firstSlot + 1];
            int k = 0;
            for (int s = 0; s < candidate.length; s++) {
                double least = Double.longBitsToDouble((long) (firstSlot + s) << SHIFT);
                while (bounds[k] < least) {
                    k++;
                }
                candidate[s] = k;
            }
        }

        private static int slot(double square) {
            return (int) (Double.doubleToRawLongBits(square) >>> SHIFT);
        }

        void count(double[] squares, int count) {
            double lowest = bounds[0];
            double highest = bounds[bounds.length - 1];
            for (int t = 0; t < count; t++) {
                double square = squares[t];
                if (square <= highest) {
                    int k = 0;
                    if (square > lowest) {
                        k = candidate[slot(square) - firstSlot];
                        while (square > bounds[k]) {
                            k++;
                        }
                    }
                    counts[k]++;
                }
            }
        }

        long[] cumulated() {
            for (int k = 1; k < counts.length; k++) {
                counts[k] += counts[k - 1];
            }
            return counts;
        }
    }
}
