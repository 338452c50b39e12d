package org.lacrima.core.recovery;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/**
 * The half-time of a recovery without a formula for its course: values are smoothed by a running median, made monotone by
 * isotonic regression, and the half-time is when the monotone course has made half of its way.
 *
 * <p>The way leads from the first value of the monotone course to a known level, or else to its last value; a recovery that
 * is not over when observation ends is then taken for shorter than it is. Outliers of two values in a row move
 * it little. Where an exponential holds, its half-time is more precise and has an interval: {@link ExponentialRecovery}.
 *
 * <p>Isotonic regression by pooling adjacent violators: Ayer et al. 1955, doi:10.1214/aoms/1177728423.
 */
public final class MonotoneRecovery {
    private static final int LEAST_VALUES = 8;
    /** Consistency of the median absolute deviation with the SD of a normal. */
    private static final double MAD_TO_SD = 1.4826;
    /** A way of fewer SDs of the residuals than this is none. */
    private static final double LEAST_WAY = 2;

    private final int medianOf;
    private final OptionalDouble level;

    private MonotoneRecovery(int medianOf, OptionalDouble level) {
        this.medianOf = medianOf;
        this.level = level;
    }

    /** A running median of 5, to where the course ends. */
    public static MonotoneRecovery withDefaults() {
        return new MonotoneRecovery(5, OptionalDouble.empty());
    }

    /** With a running median of another odd number of values; 1 for none. */
    public MonotoneRecovery withMedianOf(int values) {
        if (values < 1 || values % 2 == 0) {
            throw new IllegalArgumentException("a running median needs an odd number of values, got " + values);
        }
        return new MonotoneRecovery(values, level);
    }

    /** Half of the way to a known level, such as the baseline. */
    public MonotoneRecovery towards(double newLevel) {
        if (!Double.isFinite(newLevel)) {
            throw new IllegalArgumentException("the level to recover to must be finite, got " + newLevel);
        }
        return new MonotoneRecovery(medianOf, OptionalDouble.of(newLevel));
    }

    /**
     * The half-time in s from the start of the window, or the reason why there is none.
     *
     * @param values values of one quantity over session time
     * @param recovery from the offset of what the person recovers from to the end of the recovery
     */
    public MetricValue halfTime(TimedValues values, Window recovery) {
        TimedValues inside = values.during(recovery);
        String name = values.name() + " monotone half-time";
        int n = inside.size();
        if (n < LEAST_VALUES) {
            return MetricValue.notEstimable(
                    name, Unit.S, String.format(Locale.ROOT, "%d of %d values needed", n, LEAST_VALUES));
        }
        double[] x = inside.toArray();
        double[] smooth = runningMedian(x, medianOf);
        double[] falling = isotonic(smooth, -1);
        double[] rising = isotonic(smooth, 1);
        double[] course = distance(smooth, falling) < distance(smooth, rising) ? falling : rising;
        double from = course[0];
        double to = level.orElse(course[n - 1]);
        double[] deviations = new double[n];
        for (int i = 0; i < n; i++) {
            deviations[i] = Math.abs(x[i] - course[i]);
        }
        double noise = MAD_TO_SD * median(deviations, n);
        if (from == to || Math.abs(to - from) < LEAST_WAY * noise) {
            return MetricValue.notEstimable(
                    name, Unit.S, String.format(Locale.ROOT, "a way of %.4g within a noise of %.4g", to - from, noise));
        }
        double half = (from + to) / 2;
        double direction = Math.signum(to - from);
        for (int i = 1; i < n; i++) {
            if (direction * (course[i] - half) >= 0) {
                double share = (half - course[i - 1]) / (course[i] - course[i - 1]);
                double at = inside.secondsAt(i - 1) + share * (inside.secondsAt(i) - inside.secondsAt(i - 1));
                return MetricValue.of(name, at - recovery.startSeconds(), Unit.S, n);
            }
        }
        return MetricValue.notEstimable(name, Unit.S, "not half of the way back when observation ended");
    }

    /** Medians of a window around each value, shorter at the ends. */
    static double[] runningMedian(double[] x, int width) {
        double[] medians = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int reach = Math.min(width / 2, Math.min(i, x.length - 1 - i));
            medians[i] = median(Arrays.copyOfRange(x, i - reach, i + reach + 1), 2 * reach + 1);
        }
        return medians;
    }

    /** The monotone series of least squared distance, rising for a direction of 1 and falling for −1. */
    static double[] isotonic(double[] x, int direction) {
        int n = x.length;
        double[] mean = new double[n];
        int[] size = new int[n];
        int blocks = 0;
        for (double value : x) {
            mean[blocks] = value;
            size[blocks++] = 1;
            while (blocks > 1 && direction * (mean[blocks - 1] - mean[blocks - 2]) < 0) {
                int joined = size[blocks - 2] + size[blocks - 1];
                mean[blocks - 2] = (mean[blocks - 2] * size[blocks - 2] + mean[blocks - 1] * size[blocks - 1]) / joined;
                size[blocks - 2] = joined;
                blocks--;
            }
        }
        double[] fitted = new double[n];
        int at = 0;
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(fitted, at, at + size[b], mean[b]);
            at += size[b];
        }
        return fitted;
    }

    private static double median(double[] values, int n) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
