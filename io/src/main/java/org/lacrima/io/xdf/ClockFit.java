package org.lacrima.io.xdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The line that takes a stream's clock to the recorder's, between two resets of the clock:
 * {@code t + intercept + slope·(t − centre)}.
 *
 * @param first first offset of the range
 * @param last last offset of the range, inclusive
 * @param begin earliest time at which an offset was measured, in s of the stream's clock
 * @param end latest such time
 * @param residualSeconds root mean square of what the line leaves of the offsets
 */
record ClockFit(
        int first,
        int last,
        double begin,
        double end,
        double centre,
        double intercept,
        double slope,
        double residualSeconds) {
    /** Offsets further than this from the line pull it with constant force only; default of pyxdf. */
    private static final double HUBER_SECONDS = 1e-4;

    private static final int MOST_ROUNDS = 1000;
    private static final double RESET_SECONDS = 5;
    private static final double RESET_SPREADS = 5;
    private static final double RESET_OFFSET_SECONDS = 1;
    private static final double RESET_OFFSET_SPREADS = 10;

    /** The lines of all ranges. A clock was reset where its time goes back, or time and offset both jump. */
    static List<ClockFit> of(double[] times, double[] offsets) {
        List<ClockFit> fits = new ArrayList<>();
        if (times.length == 0) {
            return fits;
        }
        double[] steps = new double[times.length - 1];
        double[] changes = new double[times.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
            changes[i] = Math.abs(offsets[i + 1] - offsets[i]);
        }
        double step = median(steps);
        double change = median(changes);
        double stepSpread = spread(steps, step);
        double changeSpread = spread(changes, change);
        int first = 0;
        for (int i = 0; i < steps.length; i++) {
            boolean isJump = (steps[i] - step) / stepSpread > RESET_SPREADS
                    && steps[i] > RESET_SECONDS
                    && (changes[i] - change) / changeSpread > RESET_OFFSET_SPREADS
                    && changes[i] - change > RESET_OFFSET_SECONDS;
            if (steps[i] < 0 || isJump) {
                fits.add(line(times, offsets, first, i));
                first = i + 1;
            }
        }
        fits.add(line(times, offsets, first, times.length - 1));
        return fits;
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double spread(double[] values, double median) {
        double[] distances =
                Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
        return median(distances) + Math.ulp(1.0);
    }

    /** Minimises the sum of Huber's loss by reweighted least squares. */
    private static ClockFit line(double[] times, double[] offsets, int first, int last) {
        int n = last - first + 1;
        double begin = times[first];
        double end = times[first];
        double centre = 0;
        for (int i = first; i <= last; i++) {
            begin = Math.min(begin, times[i]);
            end = Math.max(end, times[i]);
            centre += times[i] / n;
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        double base = offsets[first];
        double intercept = 0;
        double slope = 0;
        double residual = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double w = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < n; i++) {
                w += weights[i];
                x += weights[i] * (times[first + i] - centre);
                y += weights[i] * (offsets[first + i] - base);
            }
            double meanX = x / w;
            double meanY = y / w;
            double xx = 0;
            double xy = 0;
            for (int i = 0; i < n; i++) {
                double dx = times[first + i] - centre - meanX;
                xx += weights[i] * dx * dx;
                xy += weights[i] * dx * (offsets[first + i] - base - meanY);
            }
            double newSlope = xx > 0 ? xy / xx : 0;
            double newIntercept = meanY - newSlope * meanX;
            boolean isSettled = Math.abs(newIntercept - intercept) < 1e-12 && Math.abs(newSlope - slope) < 1e-14;
            intercept = newIntercept;
            slope = newSlope;
            residual = 0;
            for (int i = 0; i < n; i++) {
                double r = offsets[first + i] - base - intercept - slope * (times[first + i] - centre);
                residual += r * r / n;
                weights[i] = Math.abs(r) <= HUBER_SECONDS ? 1 : HUBER_SECONDS / Math.abs(r);
            }
            if (isSettled) {
                break;
            }
        }
        return new ClockFit(first, last, begin, end, centre, base + intercept, slope, Math.sqrt(residual));
    }

    /** The time in the recorder's clock. */
    double corrected(double time) {
        return time + intercept + slope * (time - centre);
    }

    /** How far a time is from those at which offsets were measured. */
    double distance(double time) {
        return Math.max(0, Math.max(begin - time, time - end));
    }
}
