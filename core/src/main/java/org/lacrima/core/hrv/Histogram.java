package org.lacrima.core.hrv;

import org.lacrima.core.hrv.HrvMetric.Answer;

/**
 * Counts of intervals in bins of one width whose edges are multiples of the width, from the bin of the shortest interval
 * to that of the longest. A bin includes its lower edge.
 */
final class Histogram {

    /** 1/128 s, the sampling interval for which the Task Force describes geometric measures. */
    static final double TASK_FORCE_WIDTH_MS = 1000.0 / 128;

    /** A bin count beyond this comes from an absurd interval, and memory must not follow it. */
    private static final int MOST_BINS = 1 << 22;

    private final double widthMillis;
    private final int[] counts;

    private Histogram(double widthMillis, int[] counts) {
        this.widthMillis = widthMillis;
        this.counts = counts;
    }

    static Histogram of(double[] sorted, double widthMillis) {
        long first = (long) Math.floor(sorted[0] / widthMillis);
        long last = (long) Math.floor(sorted[sorted.length - 1] / widthMillis);
        int bins = (int) Math.min(MOST_BINS, last - first + 1);
        int[] counts = new int[bins];
        for (double rr : sorted) {
            counts[(int) Math.min(bins - 1, (long) Math.floor(rr / widthMillis) - first)]++;
        }
        return new Histogram(widthMillis, counts);
    }

    int modeCount() {
        return counts[mode()];
    }

    /** Index of the highest bin, the first of equals. */
    private int mode() {
        int mode = 0;
        for (int b = 1; b < counts.length; b++) {
            if (counts[b] > counts[mode]) {
                mode = b;
            }
        }
        return mode;
    }

    /**
     * Width of the triangle N–mode–M that approximates the histogram with the least sum of squared distances. The
     * triangle is 0 outside N to M, rises linearly from N to the mode and falls linearly to M; all three are lower bin
     * edges. Both sides are independent of each other given the mode, so each is searched by itself: the best pair costs
     * two scans, not their product.
     */
    Answer triangle() {
        if (counts.length < 3) {
            return Answer.none(
                    "the histogram has " + counts.length + " bin(s) of 7.8125 ms, 3 needed to fit a triangle");
        }
        int mode = mode();
        int n = 0;
        for (int count : counts) {
            n += count;
        }
        int left = bestFoot(mode, -1);
        int right = bestFoot(mode, +1);
        return Answer.value((right - left) * widthMillis, n);
    }

    /** The foot on one side whose straight flank from the mode leaves the least squared distance. */
    private int bestFoot(int mode, int direction) {
        int end = direction < 0 ? -1 : counts.length;
        int best = mode + direction;
        double least = Double.POSITIVE_INFINITY;
        for (int foot = mode + direction; foot != end + direction; foot += direction) {
            double error = 0;
            for (int b = mode + direction; b != end; b += direction) {
                double height = Math.max(0, counts[mode] * (1 - (double) (b - mode) / (foot - mode)));
                double distance = counts[b] - height;
                error += distance * distance;
            }
            if (error < least) {
                least = error;
                best = foot;
            }
        }
        return best;
    }
}
