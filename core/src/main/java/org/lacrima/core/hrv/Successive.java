package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * Successive differences {@code RRᵢ₊₁ − RRᵢ} between contiguous intervals, in ms, in order. Where the series has gaps
 * there are fewer of them than intervals less one.
 */
final class Successive {
    private final double[] differences;
    private final double sumOfSquares;
    private final double sum;

    private Successive(double[] differences, double sumOfSquares, double sum) {
        this.differences = differences;
        this.sumOfSquares = sumOfSquares;
        this.sum = sum;
    }

    static Successive of(double[] rr, boolean[] contiguous) {
        double[] kept = new double[Math.max(0, rr.length - 1)];
        int count = 0;
        double squares = 0;
        double sum = 0;
        for (int i = 1; i < rr.length; i++) {
            if (contiguous[i]) {
                double d = rr[i] - rr[i - 1];
                kept[count++] = d;
                squares += d * d;
                sum += d;
            }
        }
        return new Successive(count == kept.length ? kept : Arrays.copyOf(kept, count), squares, sum);
    }

    /** The differences in order; not to be written to. */
    double[] differences() {
        return differences;
    }

    int count() {
        return differences.length;
    }

    /** Root mean square, in ms. */
    double rms() {
        return Math.sqrt(sumOfSquares / differences.length);
    }

    double sumOfSquaredDeviations() {
        return Moments.sumOfSquares(differences, sum / differences.length);
    }

    double sumOfSquaredAbsoluteDeviations() {
        double sumOfAbsolutes = 0;
        for (double d : differences) {
            sumOfAbsolutes += Math.abs(d);
        }
        return sumOfSquares - sumOfAbsolutes * sumOfAbsolutes / differences.length;
    }

    /** Number of differences whose absolute value exceeds a threshold in ms, strictly. */
    int above(double thresholdMillis) {
        int above = 0;
        for (double d : differences) {
            above += Math.abs(d) > thresholdMillis ? 1 : 0;
        }
        return above;
    }
}
