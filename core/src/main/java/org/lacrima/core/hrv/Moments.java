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

    /**
     * Median of the absolute deviations from the median. Around the median the deviations grow in both directions, so
     * they are merged from the middle outwards up to their own median: no second sort.
     */
    static double medianAbsoluteDeviation(double[] sorted) {
        int n = sorted.length;
        double median = quantile(sorted, 0.5);
        int below = (n - 1) / 2;
        int above = below + 1;
        double last = 0;
        double secondLast = 0;
        for (int taken = 0; taken <= n / 2; taken++) {
            secondLast = last;
            double down = below >= 0 ? median - sorted[below] : Double.POSITIVE_INFINITY;
            double up = above < n ? sorted[above] - median : Double.POSITIVE_INFINITY;
            if (down <= up) {
                last = down;
                below--;
            } else {
                last = up;
                above++;
            }
        }
        return n % 2 == 1 ? last : (secondLast + last) / 2;
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
