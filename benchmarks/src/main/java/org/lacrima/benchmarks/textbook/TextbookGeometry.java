package org.lacrima.benchmarks.textbook;

import org.apache.commons.math3.stat.StatUtils;

/** What is read off the histogram of the intervals. */
public final class TextbookGeometry {
    private static final double WIDTH_MILLIS = 1000.0 / 128;

    private TextbookGeometry() {}

    /** Triangular index, TINN and Baevsky's stress index. */
    public static double[] all(double[] rr) {
        int[] counts = histogram(rr, WIDTH_MILLIS);
        double range = StatUtils.max(rr) - StatUtils.min(rr);
        int[] wide = histogram(rr, 50);
        double stress =
                100.0 * wide[mode(wide)] / rr.length / (2 * TextbookTimeDomain.quantile(rr, 50) / 1000 * range / 1000);
        return new double[] {(double) rr.length / counts[mode(counts)], tinn(counts), stress};
    }

    private static int[] histogram(double[] rr, double width) {
        int first = (int) Math.floor(StatUtils.min(rr) / width);
        int last = (int) Math.floor(StatUtils.max(rr) / width);
        int[] counts = new int[last - first + 1];
        for (double x : rr) {
            counts[(int) Math.floor(x / width) - first]++;
        }
        return counts;
    }

    private static int mode(int[] counts) {
        int mode = 0;
        for (int b = 1; b < counts.length; b++) {
            if (counts[b] > counts[mode]) {
                mode = b;
            }
        }
        return mode;
    }

    /** Width of the triangle with the least squared distance from the histogram, of all whose feet are edges of bins. */
    private static double tinn(int[] counts) {
        int mode = mode(counts);
        int reach = 2 * counts.length;
        double least = Double.POSITIVE_INFINITY;
        int width = 0;
        for (int left = 1; left <= reach; left++) {
            for (int right = 1; right <= reach; right++) {
                double distance = distance(counts, mode, left, right);
                if (distance < least) {
                    least = distance;
                    width = left + right;
                }
            }
        }
        return width * WIDTH_MILLIS;
    }

    private static double distance(int[] counts, int mode, int left, int right) {
        double squares = 0;
        int from = Math.min(0, mode - left);
        int to = Math.max(counts.length - 1, mode + right);
        for (int b = from; b <= to; b++) {
            double share = b < mode ? 1 - (double) (mode - b) / left : 1 - (double) (b - mode) / right;
            double count = b >= 0 && b < counts.length ? counts[b] : 0;
            double d = count - counts[mode] * Math.max(0, share);
            squares += d * d;
        }
        return squares;
    }
}
