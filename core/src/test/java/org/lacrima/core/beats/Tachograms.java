package org.lacrima.core.beats;

import java.util.Arrays;
import org.lacrima.core.series.BeatSeries;

/** Made tachograms (the formula of the made series that other packages were run on) and artifacts put into them. */
final class Tachograms {
    private Tachograms() {}

    /** The recipe of {@code made_rest} for any seed; seed 3 is {@code made_artifacts} before its artifacts. */
    static double[] resting(int n, int seed) {
        double[] rr = new double[n];
        long state = seed;
        double t = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < 12; k++) {
                state = 16807 * state % 2147483647L;
                sum += state / 2147483647.0;
            }
            double v = 900
                    + 25 * Math.sin(2 * Math.PI * 0.10 * t)
                    + 35 * Math.sin(2 * Math.PI * 0.25 * t)
                    + 12 * (sum - 6);
            rr[i] = Math.floor(v + 0.5);
            t += rr[i] / 1000;
        }
        return rr;
    }

    /** Intervals {@code i} and {@code i + 1} joined. */
    static double[] withMissedBeat(double[] rr, int i) {
        double[] result = new double[rr.length - 1];
        System.arraycopy(rr, 0, result, 0, i);
        result[i] = rr[i] + rr[i + 1];
        System.arraycopy(rr, i + 2, result, i + 1, rr.length - i - 2);
        return result;
    }

    /** Interval {@code i} split: its first part ends with the extra beat {@code i}. */
    static double[] withExtraBeat(double[] rr, int i, double share) {
        double[] result = new double[rr.length + 1];
        System.arraycopy(rr, 0, result, 0, i);
        result[i] = Math.floor(share * rr[i] + 0.5);
        result[i + 1] = rr[i] - result[i];
        System.arraycopy(rr, i + 1, result, i + 2, rr.length - i - 1);
        return result;
    }

    /** Beat {@code i}, which ends interval {@code i}, moved by a share of that interval. */
    static double[] withShiftedBeat(double[] rr, int i, double share) {
        double[] result = rr.clone();
        double shift = Math.floor(share * rr[i] + 0.5);
        result[i] += shift;
        result[i + 1] -= shift;
        return result;
    }

    static BeatSeries joinedByGap(double[] first, double[] second, double gapSeconds) {
        double[] rr = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, rr, first.length, second.length);
        double[] ends = new double[rr.length];
        double elapsed = 0;
        for (int i = 0; i < rr.length; i++) {
            elapsed += rr[i] / 1000 + (i == first.length ? gapSeconds : 0);
            ends[i] = elapsed;
        }
        return BeatSeries.ofIntervalsAt(ends, rr);
    }
}
