package org.lacrima.core.beats;

import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of a changed series must be looked at again, and where the rest comes from. A window that reaches no further
 * than a given number of intervals to either side sees the same as before if it lies in a stretch that did not change.
 */
final class Stretches {
    private final int size;
    private final int reach;
    /** Stretches whose windows see what they saw: start, end, and where the start was before. */
    private final List<int[]> kept = new ArrayList<>();

    /** Nothing kept yet. */
    Stretches(int size, int reach) {
        this.size = size;
        this.reach = reach;
    }

    /** A series of which nothing is known. */
    static Stretches whole(int size) {
        return new Stretches(size, 0);
    }

    /**
     * Keeps what is far enough inside an unchanged stretch.
     *
     * @param from its start
     * @param to its end, exclusive
     * @param source where the start was before
     * @param begins whether it begins the series, as it did before
     * @param ends whether it ends the series, as it did before
     */
    void keep(int from, int to, int source, boolean begins, boolean ends) {
        int first = begins ? from : from + reach;
        int last = ends ? to : to - reach;
        if (first < last) {
            kept.add(new int[] {first, last, source + first - from});
        }
    }

    /** Copies what is kept to its new places. */
    void copyOthers(double[] before, double[] after) {
        for (int[] stretch : kept) {
            System.arraycopy(before, stretch[2], after, stretch[0], stretch[1] - stretch[0]);
        }
    }

    /** What lies between: start and end of each part. */
    List<int[]> parts() {
        List<int[]> parts = new ArrayList<>(kept.size() + 1);
        int from = 0;
        for (int[] stretch : kept) {
            if (stretch[0] > from) {
                parts.add(new int[] {from, stretch[0]});
            }
            from = stretch[1];
        }
        if (from < size) {
            parts.add(new int[] {from, size});
        }
        return parts;
    }
}
