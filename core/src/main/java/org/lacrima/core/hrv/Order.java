package org.lacrima.core.hrv;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * The values of a series in ascending order, as far as somebody asks: they are thrown into buckets of equal width in
 * linear time, and a bucket is put in order when a rank inside it is asked for. Confined to one thread.
 */
final class Order {
    private static final int VALUES_PER_BUCKET = 16;
    private static final int MOST_BUCKETS = 1 << 12;
    /** A bucket up to this size is put in order by insertion. */
    private static final int SMALL = 40;

    private final double[] values;
    private final double least;
    private final double greatest;
    /** Buckets per ms; 0 where all values are alike. */
    private final double scale;
    /** Rank at which each bucket begins; the number of values is appended. */
    private final int[] starts;

    private final boolean[] ordered;

    private Order(double[] values, double least, double greatest, double scale, int[] starts) {
        this.values = values;
        this.least = least;
        this.greatest = greatest;
        this.scale = scale;
        this.starts = starts;
        this.ordered = new boolean[starts.length - 1];
    }

    /** The order of some finite values, at least one. */
    static Order of(double[] x) {
        double least = x[0];
        double greatest = x[0];
        for (double v : x) {
            if (v < least) {
                least = v;
            } else if (v > greatest) {
                greatest = v;
            }
        }
        int buckets = Math.min(MOST_BUCKETS, Integer.highestOneBit(x.length / VALUES_PER_BUCKET + 1) << 1);
        double asked = (buckets - 1) / (greatest - least);
        double scale = asked <= Double.MAX_VALUE ? asked : 0;
        int[] next = new int[buckets + 1];
        for (double v : x) {
            next[(int) ((v - least) * scale) + 1]++;
        }
        for (int b = 0; b < buckets; b++) {
            next[b + 1] += next[b];
        }
        int[] starts = next.clone();
        double[] values = new double[x.length];
        for (double v : x) {
            values[next[(int) ((v - least) * scale)]++] = v;
        }
        return new Order(values, least, greatest, scale, starts);
    }

    /** The order of values that stand in it, at least one. */
    static Order ofAscending(double[] values) {
        Order order = new Order(values, values[0], values[values.length - 1], 0, new int[] {0, values.length});
        order.ordered[0] = true;
        return order;
    }

    int size() {
        return values.length;
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }

    /** The value at a rank from 0. */
    double at(int rank) {
        int low = 0;
        int high = ordered.length - 1;
        while (low < high) {
            int mid = (low + high + 1) >>> 1;
            if (starts[mid] <= rank) {
                low = mid;
            } else {
                high = mid - 1;
            }
        }
        order(low);
        return values[rank];
    }

    /** All values in ascending order; not to be written to. */
    double[] ascending() {
        for (int b = 0; b < ordered.length; b++) {
            order(b);
        }
        return values;
    }

    private void order(int bucket) {
        if (ordered[bucket]) {
            return;
        }
        ordered[bucket] = true;
        int from = starts[bucket];
        int to = starts[bucket + 1];
        if (to - from > SMALL) {
            Arrays.sort(values, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            double v = values[i];
            int j = i;
            while (j > from && values[j - 1] > v) {
                values[j] = values[j - 1];
                j--;
            }
            values[j] = v;
        }
    }

    /**
     * Quantile by linear interpolation between order statistics, {@code h = (n − 1)·p} (type 7 of Hyndman &amp; Fan 1996:
     * the default of R and NumPy).
     */
    double quantile(double p) {
        double h = (values.length - 1) * p;
        int low = (int) Math.floor(h);
        double below = at(low);
        double above = at(Math.min(low + 1, values.length - 1));
        return below + (h - low) * (above - below);
    }

    /**
     * Median of the absolute deviations from the median. Below and above the median the deviations grow with the distance
     * in rank, so the middle of both together is found by halving.
     */
    double medianAbsoluteDeviation() {
        int n = values.length;
        double median = quantile(0.5);
        int downs = (n - 1) / 2 + 1;
        int ups = n - downs;
        int taken = n / 2 + 1;
        int low = Math.max(0, taken - ups);
        int high = Math.min(taken, downs);
        while (low < high) {
            int down = (low + high) >>> 1;
            // too few from below if the next of them is nearer than the last that was taken from above
            if (median - at(downs - 1 - down) < at(downs + taken - down - 1) - median) {
                low = down + 1;
            } else {
                high = down;
            }
        }
        int up = taken - low;
        double down = low > 0 ? median - at(downs - low) : -1;
        double above = up > 0 ? at(downs + up - 1) - median : -1;
        double last = Math.max(down, above);
        if (n % 2 == 1) {
            return last;
        }
        double nextDown = down >= above ? (low > 1 ? median - at(downs - low + 1) : -1) : down;
        double nextAbove = down >= above ? above : (up > 1 ? at(downs + up - 2) - median : -1);
        return (Math.max(nextDown, nextAbove) + last) / 2;
    }

    /**
     * How many values lie below an edge.
     *
     * @param edge where about the edge is
     * @param below which values are below it: those up to some value that differs from {@code edge} by rounding only
     */
    int countBelow(double edge, DoublePredicate below) {
        double rounding = 1e-12 * Math.abs(edge);
        int first = bucketOf(edge - rounding);
        int last = bucketOf(edge + rounding);
        int count = starts[first];
        for (int i = starts[first]; i < starts[last + 1]; i++) {
            count += below.test(values[i]) ? 1 : 0;
        }
        return count;
    }

    private int bucketOf(double v) {
        return v <= least ? 0 : v >= greatest ? ordered.length - 1 : (int) ((v - least) * scale);
    }

    /** All values in no certain order; not to be written to. */
    double[] unordered() {
        return values;
    }
}
