package org.lacrima.benchmarks.textbook;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/** A metric computed anew in a window of 60 s around every beat. */
public final class TextbookSliding {
    private static final double LENGTH_SECONDS = 60;

    private TextbookSliding() {}

    /** RMSSD. */
    public static double[] rmssd(double[] seconds, double[] rr) {
        return aroundEveryBeat(seconds, rr, (t, x) -> TextbookTimeDomain.rmssd(x));
    }

    /** Natural logarithm of HF by {@link TextbookSpectrum#welch}. */
    public static double[] lnHf(double[] seconds, double[] rr) {
        return aroundEveryBeat(seconds, rr, (t, x) -> Math.log(TextbookSpectrum.welch(t, x)[1]));
    }

    private static double[] aroundEveryBeat(
            double[] seconds, double[] rr, ToDoubleBiFunction<double[], double[]> metric) {
        double begin = seconds[0] - rr[0] / 1000;
        double end = seconds[seconds.length - 1];
        double[] values = new double[rr.length];
        int windows = 0;
        int from = 0;
        int to = 0;
        for (double centre : seconds) {
            double start = centre - LENGTH_SECONDS / 2;
            if (start < begin || start + LENGTH_SECONDS > end) {
                continue;
            }
            while (seconds[from] - rr[from] / 1000 < start - 1e-9) {
                from++;
            }
            while (to < seconds.length && seconds[to] < start + LENGTH_SECONDS + 1e-9) {
                to++;
            }
            values[windows] =
                    metric.applyAsDouble(Arrays.copyOfRange(seconds, from, to), Arrays.copyOfRange(rr, from, to));
            windows++;
        }
        return Arrays.copyOf(values, windows);
    }
}
