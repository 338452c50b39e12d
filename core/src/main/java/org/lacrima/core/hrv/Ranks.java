package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * The values of a series by rank: whole numbers in place of values, so that neighbours of a value are a range of ranks.
 * Whether two values lie within a tolerance is decided once per distinct value, by the very subtraction of the definition,
 * so that counts over ranks are exact for any values, ties included.
 */
final class Ranks {
    /** Exchanges per value after which sorting anew is less work. */
    private static final int ENOUGH_MOVES = 16;

    private final double[] distinct;
    private final int[] rank;
    private final int[] order;

    private Ranks(double[] distinct, int[] rank, int[] order) {
        this.distinct = distinct;
        this.rank = rank;
        this.order = order;
    }

    static Ranks of(double[] x) {
        int[] order = order(x);
        double[] distinct = new double[x.length];
        int[] rank = new int[x.length];
        int count = 0;
        for (int place : order) {
            if (count == 0 || distinct[count - 1] != x[place]) {
                distinct[count++] = x[place];
            }
            rank[place] = count - 1;
        }
        return new Ranks(Arrays.copyOf(distinct, count), rank, order);
    }

    /**
     * The places of a series in the order of their values, equal ones in the order of time: first by as many even steps of
     * the range as there are values, then by exchange with neighbours, which is little work unless a few outliers leave all
     * others in one step.
     */
    private static int[] order(double[] x) {
        int[] order = bySteps(x);
        long allowed = ENOUGH_MOVES * (x.length + 64L);
        for (int i = 1; i < order.length; i++) {
            int place = order[i];
            double value = x[place];
            int j = i;
            while (j > 0 && x[order[j - 1]] > value) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = place;
            allowed -= i - j;
            if (allowed < 0) {
                return bySorting(x);
            }
        }
        return order;
    }

    private static int[] bySteps(double[] x) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        double perStep = most > least ? (x.length - 1) / (most - least) : 0;
        int[] next = new int[x.length + 2];
        for (double v : x) {
            next[step(v, least, perStep, x.length) + 1]++;
        }
        for (int s = 0; s < x.length; s++) {
            next[s + 1] += next[s];
        }
        int[] order = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            order[next[step(x[i], least, perStep, x.length)]++] = i;
        }
        return order;
    }

    /** Never lower for a higher value. */
    private static int step(double value, double least, double perStep, int steps) {
        return Math.min((int) ((value - least) * perStep), steps - 1);
    }

    private static int[] bySorting(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        int[] taken = new int[x.length];
        int[] order = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            int first = lowerBound(sorted, x[i]);
            order[first + taken[first]++] = i;
        }
        return order;
    }

    private static int lowerBound(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Number of distinct values. */
    int distinct() {
        return distinct.length;
    }

    int size() {
        return rank.length;
    }

    int of(int i) {
        return rank[i];
    }

    /** The place of the value that so many others precede in ascending order. */
    int placeOf(int inOrder) {
        return order[inOrder];
    }

    /**
     * For every rank the lowest rank whose value lies within the tolerance. By symmetry the highest follows.
     *
     * @param inclusive whether a distance of exactly the tolerance lies within
     */
    int[] lowestWithin(double tolerance, boolean inclusive) {
        int[] lowest = new int[distinct.length];
        int low = 0;
        for (int v = 0; v < distinct.length; v++) {
            while (low < v && !within(distinct[v] - distinct[low], tolerance, inclusive)) {
                low++;
            }
            lowest[v] = low;
        }
        return lowest;
    }

    /** For every rank the first rank above it whose value lies no longer within the tolerance. */
    int[] endWithin(double tolerance, boolean inclusive) {
        int[] end = new int[distinct.length];
        int high = 0;
        for (int v = 0; v < distinct.length; v++) {
            high = Math.max(high, v + 1);
            while (high < distinct.length && within(distinct[high] - distinct[v], tolerance, inclusive)) {
                high++;
            }
            end[v] = high;
        }
        return end;
    }

    private static boolean within(double distance, double tolerance, boolean inclusive) {
        return inclusive ? distance <= tolerance : distance < tolerance;
    }
}
