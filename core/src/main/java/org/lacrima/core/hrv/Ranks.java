package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * The values of a series by rank: whole numbers in place of values, so that neighbours of a value are a range of ranks.
 * Whether two values lie within a tolerance is decided once per distinct value, by the very subtraction of the definition,
 * so that counts over ranks are exact for any values, ties included.
 */
final class Ranks {
    private final double[] distinct;
    private final int[] rank;

    private Ranks(double[] distinct, int[] rank) {
        this.distinct = distinct;
        this.rank = rank;
    }

    /**
     * Ranks a series.
     *
     * @param sorted the same values in ascending order
     */
    static Ranks of(double[] x, double[] sorted) {
        double[] distinct = new double[sorted.length];
        int count = 0;
        for (double v : sorted) {
            if (count == 0 || distinct[count - 1] != v) {
                distinct[count++] = v;
            }
        }
        int[] rank = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            rank[i] = Arrays.binarySearch(distinct, 0, count, x[i]);
        }
        return new Ranks(Arrays.copyOf(distinct, count), rank);
    }

    static Ranks of(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return of(x, sorted);
    }

    /** Number of distinct values. */
    int distinct() {
        return distinct.length;
    }

    int of(int i) {
        return rank[i];
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
