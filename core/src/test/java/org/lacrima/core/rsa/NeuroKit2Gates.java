package org.lacrima.core.rsa;

import org.lacrima.core.series.SampledSignal;

/**
 * Second-by-second RSA as NeuroKit2 has it, to show where it parts from {@link Gates}: the windows are the same, but only
 * the first four of the eight are summed, under weights that sum to 1 over all eight; no mean is taken off, so that the
 * mean heart period leaks into the band; and densities at bins of 1/32 Hz are summed and divided by 64 samples, where a
 * power would be multiplied by the bin's width.
 */
public final class NeuroKit2Gates {
    private static final int SAMPLES = 128;
    private static final double RATE_HERTZ = 4;
    private static final PeakMatchedWindows WINDOWS = PeakMatchedWindows.of(SAMPLES, 8);

    private NeuroKit2Gates() {}

    /** One value for each window of 32 s of heart period in ms at 4 Hz. */
    public static double[] seconds(SampledSignal heartPeriod) {
        double[] x = heartPeriod.toArray();
        double[] values = new double[1 + (x.length - SAMPLES) / (int) RATE_HERTZ];
        for (int s = 0; s < values.length; s++) {
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                sum += WINDOWS.weight(k) * densities(x, s * (int) RATE_HERTZ, WINDOWS.window(k));
            }
            values[s] = Math.log(2 * sum / SAMPLES);
        }
        return values;
    }

    /** Sum of the one-sided densities at the bins from 0.12 to 0.40 Hz. */
    private static double densities(double[] x, int from, double[] window) {
        double sum = 0;
        for (int bin = 4; bin <= 12; bin++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < SAMPLES; i++) {
                double angle = 2 * Math.PI * bin * i / SAMPLES;
                re += window[i] * x[from + i] * Math.cos(angle);
                im += window[i] * x[from + i] * Math.sin(angle);
            }
            sum += 2 / RATE_HERTZ * (re * re + im * im);
        }
        return sum;
    }
}
