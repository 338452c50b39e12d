package org.lacrima.core.hrv;

/** Sums over arrays, accurate in two passes and short enough to be vectorised. */
final class Moments {
    private Moments() {}

    static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        double first = sum / x.length;
        // The second pass removes what rounding left, which matters for 24 hours of equal intervals.
        double rest = 0;
        for (double v : x) {
            rest += v - first;
        }
        return first + rest / x.length;
    }

    static double sumOfSquares(double[] x, double about) {
        double squares = 0;
        double rest = 0;
        for (double v : x) {
            double d = v - about;
            squares += d * d;
            rest += d;
        }
        return squares - rest * rest / x.length;
    }

    /** Sum of a part; four sums run side by side, so that no addition waits for the one before. */
    static double sum(double[] x, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (int last = to - 3; i < last; i += 4) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }
        for (; i < to; i++) {
            s0 += x[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Sum of squared distances of a part from a value that is its mean but for rounding. */
    static double sumOfSquares(double[] x, int from, int to, double about) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (int last = to - 3; i < last; i += 4) {
            double d0 = x[i] - about;
            double d1 = x[i + 1] - about;
            double d2 = x[i + 2] - about;
            double d3 = x[i + 3] - about;
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; i < to; i++) {
            s0 += (x[i] - about) * (x[i] - about);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /**
     * Quantile of sorted values by linear interpolation between order statistics, {@code h = (n − 1)·p} (type 7 of
     * Hyndman &amp; Fan 1996: the default of R and NumPy).
     */
    static double quantile(double[] sorted, double p) {
        double h = (sorted.length - 1) * p;
        int low = (int) Math.floor(h);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (h - low) * (sorted[high] - sorted[low]);
    }
}
