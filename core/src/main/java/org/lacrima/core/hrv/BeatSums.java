package org.lacrima.core.hrv;

import org.lacrima.core.series.BeatSeries;

/**
 * The sums behind means and deviations, over the intervals and over the differences {@code RRᵢ₊₁ − RRᵢ} between contiguous
 * neighbours, gathered in one pass.
 *
 * @param n number of intervals
 * @param mean their mean in ms
 * @param sumOfSquares sum of their squared deviations from the mean, in ms²
 * @param differences number of differences
 * @param sumOfDifferences their sum in ms
 * @param squaredDifferences sum of their squares in ms²
 * @param above50 how many exceed 50 ms in absolute value
 * @param above20 how many exceed 20 ms; {@link #UNCOUNTED} where nobody has counted
 */
record BeatSums(
        int n,
        double mean,
        double sumOfSquares,
        int differences,
        double sumOfDifferences,
        double squaredDifferences,
        int above50,
        int above20) {

    static final int UNCOUNTED = -1;
    /** Intervals copied at a time: they stay in the fastest cache between being copied and being read. */
    private static final int BLOCK = 1024;

    private static final int SAMPLE = 64;

    static BeatSums of(BeatSeries beats) {
        int[] bounds = beats.toRunBounds();
        Pass pass = new Pass(beats, centre(beats));
        pass.over(bounds);
        if (pass.farFromCentre()) {
            Pass again = new Pass(beats, pass.mean());
            again.over(bounds);
            return again.sums();
        }
        return pass.sums();
    }

    /** A value near the mean, and the very value of a constant series: squares about it are not large beside the result. */
    private static double centre(BeatSeries beats) {
        if (beats.isEmpty()) {
            return 0;
        }
        double first = beats.millisAt(0);
        double sum = 0;
        for (int k = 0; k < SAMPLE; k++) {
            sum += beats.millisAt((int) ((long) k * beats.size() / SAMPLE)) - first;
        }
        return first + sum / SAMPLE;
    }

    /** How many differences exceed a threshold in ms in absolute value, strictly. */
    static int above(BeatSeries beats, double thresholdMillis) {
        int above = 0;
        double[] block = new double[Math.min(beats.size(), BLOCK)];
        int[] bounds = beats.toRunBounds();
        for (int run = 0; run + 1 < bounds.length; run++) {
            for (int from = bounds[run]; from + 1 < bounds[run + 1]; from += BLOCK - 1) {
                int to = Math.min(bounds[run + 1], from + BLOCK);
                beats.copyMillis(from, to, block);
                for (int i = 1; i < to - from; i++) {
                    above += beyond(Math.abs(block[i] - block[i - 1]), thresholdMillis);
                }
            }
        }
        return above;
    }

    /** 1 if a value exceeds a limit, else 0: the sign of the difference, because a branch would be mispredicted. */
    private static int beyond(double value, double limit) {
        return (int) (Double.doubleToRawLongBits(limit - value) >>> 63);
    }

    /** One pass about a centre. Four sums run side by side, so that no addition waits for the one before. */
    private static final class Pass {
        private final BeatSeries beats;
        private final double centre;
        private final double[] block;
        private double sum;
        private double squares;
        private int differences;
        private double sumOfDifferences;
        private double squaredDifferences;
        private int above50;

        Pass(BeatSeries beats, double centre) {
            this.beats = beats;
            this.centre = centre;
            this.block = new double[Math.min(beats.size(), BLOCK)];
        }

        void over(int[] bounds) {
            for (int run = 0; run + 1 < bounds.length; run++) {
                int from = bounds[run];
                int end = bounds[run + 1];
                double first = beats.millisAt(from);
                addInterval(first - centre);
                // the last interval of a block is the first of the next: its difference lies in one of them only
                for (int at = from; at + 1 < end; at += BLOCK - 1) {
                    int to = Math.min(end, at + BLOCK);
                    beats.copyMillis(at, to, block);
                    addFollowing(to - at);
                }
                differences += end - from - 1;
                sumOfDifferences += beats.millisAt(end - 1) - first;
            }
        }

        private void addInterval(double deviation) {
            sum += deviation;
            squares += deviation * deviation;
        }

        /** Adds the intervals of the block after its first, and their differences. */
        private void addFollowing(int size) {
            double[] x = block;
            double c = centre;
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            double q0 = 0;
            double q1 = 0;
            double q2 = 0;
            double q3 = 0;
            double e0 = 0;
            double e1 = 0;
            double e2 = 0;
            double e3 = 0;
            int above = 0;
            double before = x[0];
            int i = 1;
            for (int last = size - 3; i < last; i += 4) {
                double x0 = x[i];
                double x1 = x[i + 1];
                double x2 = x[i + 2];
                double x3 = x[i + 3];
                double v0 = x0 - c;
                double v1 = x1 - c;
                double v2 = x2 - c;
                double v3 = x3 - c;
                double d0 = x0 - before;
                double d1 = x1 - x0;
                double d2 = x2 - x1;
                double d3 = x3 - x2;
                before = x3;
                s0 += v0;
                s1 += v1;
                s2 += v2;
                s3 += v3;
                q0 += v0 * v0;
                q1 += v1 * v1;
                q2 += v2 * v2;
                q3 += v3 * v3;
                e0 += d0 * d0;
                e1 += d1 * d1;
                e2 += d2 * d2;
                e3 += d3 * d3;
                above += beyond(Math.abs(d0), 50)
                        + beyond(Math.abs(d1), 50)
                        + beyond(Math.abs(d2), 50)
                        + beyond(Math.abs(d3), 50);
            }
            for (; i < size; i++) {
                double d = x[i] - before;
                before = x[i];
                addInterval(before - c);
                e0 += d * d;
                above += beyond(Math.abs(d), 50);
            }
            sum += (s0 + s1) + (s2 + s3);
            squares += (q0 + q1) + (q2 + q3);
            squaredDifferences += (e0 + e1) + (e2 + e3);
            above50 += above;
        }

        double mean() {
            return centre + sum / beats.size();
        }

        private double sumOfSquares() {
            return beats.isEmpty() ? 0 : Math.max(0, squares - sum * sum / beats.size());
        }

        /** Whether the centre was so far from the mean that the difference of sums has lost digits. */
        boolean farFromCentre() {
            return squares > 4 * sumOfSquares();
        }

        BeatSums sums() {
            return new BeatSums(
                    beats.size(),
                    mean(),
                    sumOfSquares(),
                    differences,
                    sumOfDifferences,
                    squaredDifferences,
                    above50,
                    UNCOUNTED);
        }
    }
}
