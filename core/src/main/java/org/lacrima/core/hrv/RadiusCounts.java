package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * How many pairs of points lie within each of several radii, from {@link WholeSquares}. Squares are counted by their
 * leading bits: a number of slots, in each of which no more than one radius lies and says which half of the slot counts.
 */
final class RadiusCounts implements WholeSquares.Visit {
    /** Slots up to the largest radius; few enough for the nearest cache. */
    private static final int SLOTS = 1024;

    private final int[] bounds;
    private final int shift;
    private final int highest;
    /** Squares of the point that lie within the largest radius. */
    private final int[] kept;
    /** Largest square that belongs to the lower half of each slot. */
    private final int[] bound;
    /** Squares in the lower and in the upper half of each slot, in this stretch of partners. */
    private final int[] counts;

    private final long[] totals;
    /** Whether a point lies between gaps; empty where there are none. */
    private final boolean[] sound;

    private int lag;

    /**
     * Counts pairs.
     *
     * @param bounds largest square within each radius, ascending
     */
    RadiusCounts(int[] bounds, Runs runs, int points, int m) {
        this.bounds = bounds;
        this.highest = bounds[bounds.length - 1];
        this.kept = new int[Math.min(WholeSquares.TILE, points)];
        int bits = Math.max(0, 32 - Integer.numberOfLeadingZeros(highest / SLOTS));
        while (bits > 0 && !isOneToASlot(bounds, bits)) {
            bits--;
        }
        this.shift = bits;
        int slots = (highest >> shift) + 1;
        this.bound = new int[slots];
        Arrays.fill(bound, Integer.MAX_VALUE);
        for (int b : bounds) {
            bound[b >> shift] = b;
        }
        this.counts = new int[2 * slots];
        this.totals = new long[2 * slots];
        this.sound = new boolean[runs.count() == 1 ? 0 : points];
        if (sound.length > 0) {
            for (int start : runs.templateStarts(m)) {
                sound[start] = true;
            }
        }
    }

    private static boolean isOneToASlot(int[] bounds, int bits) {
        for (int k = 1; k < bounds.length; k++) {
            if (bounds[k] != bounds[k - 1] && bounds[k] >> bits == bounds[k - 1] >> bits) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void begin(int firstLag, int most) {
        lag = firstLag;
    }

    @Override
    public void point(int point, int count, int[] squares) {
        if (sound.length > 0) {
            countSound(point, count, squares);
            return;
        }
        int within = keepWithin(squares, count, highest + 1, kept);
        int[] to = counts;
        int[] halves = bound;
        int by = shift;
        for (int l = 0; l < within; l++) {
            int square = kept[l];
            int slot = square >> by;
            to[2 * slot + ((halves[slot] - square) >>> 31)]++;
        }
    }

    /** Most pairs lie beyond the largest radius: leaving them out takes less than counting them. */
    private static int keepWithin(int[] squares, int count, int above, int[] kept) {
        int next = 0;
        for (int l = 0; l < count; l++) {
            int square = squares[l];
            kept[next] = square;
            next += (square - above) >>> 31;
        }
        return next;
    }

    private void countSound(int point, int count, int[] squares) {
        for (int l = 0; l < count; l++) {
            if (sound[point] && sound[point + lag + l]) {
                int square = squares[l];
                if (square <= highest) {
                    int slot = square >> shift;
                    counts[2 * slot + ((bound[slot] - square) >>> 31)]++;
                }
            }
        }
    }

    @Override
    public void end() {
        for (int s = 0; s < counts.length; s++) {
            totals[s] += counts[s];
            counts[s] = 0;
        }
    }

    /** Pairs within each radius, the radius included. */
    long[] within() {
        long[] within = new long[bounds.length];
        long sum = 0;
        int half = 0;
        for (int k = 0; k < within.length; k++) {
            while (half <= 2 * (bounds[k] >> shift)) {
                sum += totals[half];
                half++;
            }
            within[k] = sum;
        }
        return within;
    }
}
