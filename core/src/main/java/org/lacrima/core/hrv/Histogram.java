package org.lacrima.core.hrv;

import org.lacrima.core.hrv.HrvMetric.Answer;

/**
 * Counts of intervals in bins of one width, by default from the bin of the shortest interval to that of the longest, with
 * edges that are multiples of the width and belong to the bin above.
 */
final class Histogram {

    /** 1/128 s, the sampling interval for which the Task Force describes geometric measures. */
    static final double TASK_FORCE_WIDTH_MS = 1000.0 / 128;

    /** A bin count beyond this comes from an absurd interval, and memory must not follow it. */
    private static final int MOST_BINS = 1 << 22;

    /** With more beats per bin than this, counting up to the edges is less work than dividing every interval. */
    private static final int BEATS_PER_EDGE = 16;

    private final double widthMillis;
    private final int[] counts;

    private Histogram(double widthMillis, int[] counts) {
        this.widthMillis = widthMillis;
        this.counts = counts;
    }

    /** Bins whose edges are multiples of a width. */
    static Histogram of(Order order, double widthMillis) {
        long first = (long) Math.floor(order.least() / widthMillis);
        long last = (long) Math.floor(order.greatest() / widthMillis);
        int[] counts = new int[(int) Math.min(MOST_BINS, last - first + 1)];
        if (counts.length > order.size() / BEATS_PER_EDGE) {
            for (double rr : order.unordered()) {
                counts[(int) Math.min(counts.length - 1, (long) Math.floor(rr / widthMillis) - first)]++;
            }
            return new Histogram(widthMillis, counts);
        }
        int before = 0;
        for (int b = 0; b < counts.length; b++) {
            long next = first + b + 1;
            int upTo = b == counts.length - 1
                    ? order.size()
                    : order.countBelow(next * widthMillis, rr -> Math.floor(rr / widthMillis) < next);
            counts[b] = upTo - before;
            before = upTo;
        }
        return new Histogram(widthMillis, counts);
    }

    /** The bins that the options ask for. */
    static Histogram of(Order order, TimeOptions.Bins bins) {
        return switch (bins) {
            case FROM_ZERO -> of(order, TASK_FORCE_WIDTH_MS);
            case FIXED_8_MS -> fixed(order);
            case FROM_MID_RANGE -> fromMidRange(order);
        };
    }

    /** Edges 300, 308, …, 1996: the last bin includes its upper edge. */
    private static Histogram fixed(Order order) {
        int[] counts = new int[212];
        for (double rr : order.unordered()) {
            if (rr >= 300 && rr <= 1996) {
                counts[(int) Math.min(counts.length - 1, Math.floor((rr - 300) / 8))]++;
            }
        }
        return new Histogram(8, counts);
    }

    /** Bins include their upper edge, the first also its lower one. */
    private static Histogram fromMidRange(Order order) {
        double shortest = order.least();
        double longest = order.greatest();
        double middle = (shortest + longest) / 2;
        double lowest = middle - TASK_FORCE_WIDTH_MS * Math.ceil((middle - shortest) / TASK_FORCE_WIDTH_MS);
        int bins = (int) Math.max(1, Math.min(MOST_BINS, Math.ceil((longest - lowest) / TASK_FORCE_WIDTH_MS)));
        int[] counts = new int[bins];
        for (double rr : order.unordered()) {
            double bin = Math.ceil((rr - lowest) / TASK_FORCE_WIDTH_MS) - 1;
            counts[(int) Math.max(0, Math.min(bins - 1, bin))]++;
        }
        return new Histogram(TASK_FORCE_WIDTH_MS, counts);
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
     * edges. N and M may lie beyond the outermost intervals, by at most the width of the whole histogram. The two flanks
     * do not depend on each other, so each foot is searched by itself.
     */
    Answer triangle(TimeOptions.Triangle measure) {
        int n = 0;
        for (int count : counts) {
            n += count;
        }
        if (measure == TimeOptions.Triangle.EQUAL_AREA) {
            return Answer.value(2 * n * widthMillis / modeCount(), n);
        }
        if (counts.length < 3) {
            return Answer.none("the histogram has " + counts.length + " bin(s), 3 needed to fit a triangle");
        }
        return Answer.value((flankBins(-1) + flankBins(+1)) * widthMillis, n);
    }

    /**
     * Number of bins from the mode to the foot whose straight flank leaves the least squared distance. With heights
     * {@code P(1 − k/D)} at k bins from the mode, the distance is {@code Σc² − 2P(Σc − Σck/D) + P²(D−1)(2D−1)/(6D)}, the
     * sums running over the counts c on the flank; Σc² is the same for every foot and left out.
     */
    private long flankBins(int direction) {
        int mode = mode();
        double peak = counts[mode];
        long best = 1;
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        double weighted = 0;
        for (int bins = 1; bins <= 2 * counts.length; bins++) {
            int b = mode + direction * bins;
            if (b >= 0 && b < counts.length) {
                sum += counts[b];
                weighted += (double) counts[b] * bins;
            }
            double own = peak * peak * (bins - 1.0) * (2.0 * bins - 1) / (6.0 * bins);
            double error = own - 2 * peak * (sum - weighted / bins);
            if (error < least) {
                least = error;
                best = bins;
            }
        }
        return best;
    }
}
