package org.lacrima.core.hrv;

import org.lacrima.core.hrv.DfaOptions.Windows;

/**
 * Sums of the profile {@code yₖ = Σ xⱼ} (j ≤ k), of {@code k·y} and of {@code y²} before every index, from which the
 * residual of a straight trend in any window follows in a fixed number of operations.
 *
 * <p>Sums over a whole day would lose the residual to rounding, so they begin anew in every block, and in each block the
 * block's mean is taken from x. That changes the profile of a block by a straight line, which a window inside it absorbs;
 * a window that reaches into the next block adds the known line between the two.
 */
final class ProfileSums {
    private final int block;
    private final double[] y;
    private final double[] ky;
    private final double[] yy;
    private final double[] blockMean;
    /** The block's profile at its last index: what rounding leaves of 0. */
    private final double[] blockEnd;

    private ProfileSums(int block, int n) {
        this.block = block;
        int blocks = (n + block - 1) / block;
        this.y = new double[n];
        this.ky = new double[n];
        this.yy = new double[n];
        this.blockMean = new double[blocks];
        this.blockEnd = new double[blocks];
    }

    /**
     * Prepares windows of up to a length.
     *
     * @param longest longest window that will be asked for
     */
    static ProfileSums of(double[] x, int longest) {
        // With blocks no shorter than windows, a window touches two blocks at most.
        ProfileSums sums = new ProfileSums(Math.max(64, longest), x.length);
        for (int b = 0; b < sums.blockMean.length; b++) {
            sums.fill(x, b);
        }
        return sums;
    }

    private void fill(double[] x, int b) {
        int from = b * block;
        int to = Math.min(x.length, from + block);
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += x[k];
        }
        double mean = sum / (to - from);
        double profile = 0;
        double sumY = 0;
        double sumKy = 0;
        double sumYy = 0;
        for (int k = from; k < to; k++) {
            profile += x[k] - mean;
            sumY += profile;
            sumKy += (k - from) * profile;
            sumYy += profile * profile;
            y[k] = sumY;
            ky[k] = sumKy;
            yy[k] = sumYy;
        }
        blockMean[b] = mean;
        blockEnd[b] = profile;
    }

    /** How many windows of a scale the runs offer. */
    static int windows(Runs runs, int scale, Windows windows) {
        int count = 0;
        for (int r = 0; r < runs.count(); r++) {
            int n = runs.to(r) - runs.from(r);
            count += windows == Windows.HALF_OVERLAPPING
                    ? Math.max(0, (n - scale + scale / 2 - 1) / (scale / 2))
                    : n / scale;
        }
        return count;
    }

    /**
     * Root mean square distance from the trends of all windows of a scale, or NaN where there is none.
     *
     * @param leastVariance windows with a mean square distance of this or less are left out
     */
    double fluctuation(Runs runs, int scale, Windows windows, double leastVariance) {
        int step = windows == Windows.HALF_OVERLAPPING ? scale / 2 : scale;
        double squares = 0;
        long points = 0;
        for (int r = 0; r < runs.count(); r++) {
            int to = runs.to(r);
            // A window that ends with the run is out where windows overlap: see the option.
            int last = windows == Windows.HALF_OVERLAPPING ? to - scale - 1 : to - scale;
            int start = runs.from(r);
            for (; start <= last; start += step) {
                double residual = residual(start, scale);
                if (residual > leastVariance * scale) {
                    squares += residual;
                    points += scale;
                }
            }
            if (windows == Windows.CONSECUTIVE_WITH_REST && start < to) {
                squares += to - start > 2 ? residual(start, to - start) : 0;
                points += to - start;
            }
        }
        return points == 0 ? Double.NaN : Math.sqrt(squares / points);
    }

    /** Sum of squared distances of the profile from its least-squares line in the window of w from a start. */
    private double residual(int start, int w) {
        int b = start / block;
        int origin = b * block;
        int next = origin + block;
        int end = start + w;
        int last = Math.min(end, next) - 1;
        double sumY = y[last];
        double sumKy = ky[last];
        double sumYy = yy[last];
        if (start > origin) {
            sumY -= y[start - 1];
            sumKy -= ky[start - 1];
            sumYy -= yy[start - 1];
        }
        if (end > next) {
            int n = end - next;
            double slope = blockMean[b + 1] - blockMean[b];
            double offset = blockEnd[b] + slope;
            double k1 = n * (n - 1.0) / 2;
            double k2 = k1 * (2 * n - 1.0) / 3;
            sumYy += yy[end - 1]
                    + 2 * (offset * y[end - 1] + slope * ky[end - 1])
                    + offset * (n * offset + 2 * slope * k1)
                    + slope * slope * k2;
            sumKy += ky[end - 1] + block * y[end - 1] + offset * (k1 + (double) n * block) + slope * (k2 + block * k1);
            sumY += y[end - 1] + n * offset + slope * k1;
        }
        double centre = start - origin + (w - 1) / 2.0;
        double covariance = sumKy - centre * sumY;
        double spread = w * ((double) w * w - 1) / 12;
        return Math.max(0, sumYy - sumY * sumY / w - covariance * covariance / spread);
    }
}
