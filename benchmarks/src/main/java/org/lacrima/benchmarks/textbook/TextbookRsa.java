package org.lacrima.benchmarks.textbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.fitting.PolynomialCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;
import org.apache.commons.math3.stat.StatUtils;
import org.lacrima.core.rsa.Breath;

/** Respiratory sinus arrhythmia, breath by breath and by a moving polynomial, of beats without a gap. */
public final class TextbookRsa {
    private static final double DELAY_SECONDS = 0.75;
    private static final double RATE_HERTZ = 2;
    private static final int HALF = 10;
    private static final int EPOCH = 60;

    /** SciPy 1.17.1, {@code butter(2, [0.12, 0.40], btype="band", fs=2, output="sos")}: b0, b1, b2, a1, a2. */
    private static final double[][] BAND_PASS = {
        {0.11735103672460911, 0.23470207344921823, 0.11735103672460911, -0.5989605820413324, 0.42687010344581083},
        {1, -2, 1, -1.5384695981307313, 0.6902252587134327}
    };

    private static final int MIRRORED = 15;

    private TextbookRsa() {}

    /** Peak to trough in ms: for every breath all intervals are looked at. */
    public static double[] peakToTrough(double[] seconds, double[] rr, List<Breath> breaths) {
        double sum = 0;
        for (Breath breath : breaths) {
            double shortest = Double.POSITIVE_INFINITY;
            double longest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < rr.length; i++) {
                double start = seconds[i] - rr[i] / 1000;
                if (start >= breath.inhaleSeconds() && seconds[i] < breath.exhaleSeconds() + DELAY_SECONDS) {
                    shortest = Math.min(shortest, rr[i]);
                }
                if (start >= breath.exhaleSeconds() && seconds[i] < breath.endSeconds() + DELAY_SECONDS) {
                    longest = Math.max(longest, rr[i]);
                }
            }
            sum += Math.max(0, longest - shortest);
        }
        return new double[] {sum / breaths.size()};
    }

    /** After Porges and Bohrer, in ln ms²: a fitted cubic per sample, then a band-pass, then the variance of epochs. */
    public static double[] porgesBohrer(double[] seconds, double[] rr) {
        double[] y = bothWays(withoutMovingCubic(heartPeriod(seconds, rr)));
        double sum = 0;
        int epochs = y.length / EPOCH;
        for (int e = 0; e < epochs; e++) {
            sum += Math.log(StatUtils.variance(y, e * EPOCH, EPOCH));
        }
        return new double[] {sum / epochs};
    }

    private static double[] heartPeriod(double[] seconds, double[] rr) {
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(seconds, rr);
        double start = seconds[0] - rr[0] / 1000;
        double last = seconds[seconds.length - 1];
        double[] samples = new double[(int) Math.floor((last - start) * RATE_HERTZ + 1e-9) + 1];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = spline.value(Math.min(last, Math.max(seconds[0], start + i / RATE_HERTZ)));
        }
        return samples;
    }

    private static double[] withoutMovingCubic(double[] x) {
        List<Double> residuals = new ArrayList<>();
        for (int i = HALF; i < x.length - HALF; i++) {
            WeightedObservedPoints points = new WeightedObservedPoints();
            for (int k = -HALF; k <= HALF; k++) {
                points.add(k, x[i + k]);
            }
            double[] cubic = PolynomialCurveFitter.create(3).fit(points.toList());
            residuals.add(x[i] - new PolynomialFunction(cubic).value(0));
        }
        return residuals.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Forwards and backwards, the ends continued by point reflection. */
    private static double[] bothWays(double[] x) {
        int n = x.length;
        double[] padded = new double[n + 2 * MIRRORED];
        for (int i = 0; i < padded.length; i++) {
            int at = i - MIRRORED;
            padded[i] = at < 0 ? 2 * x[0] - x[-at] : at < n ? x[at] : 2 * x[n - 1] - x[2 * (n - 1) - at];
        }
        double[] there = reversed(filtered(padded));
        double[] back = reversed(filtered(there));
        double[] inner = new double[n];
        System.arraycopy(back, MIRRORED, inner, 0, n);
        return inner;
    }

    private static double[] filtered(double[] x) {
        double[] y = x;
        for (double[] c : BAND_PASS) {
            double[] in = y;
            double[] out = new double[in.length];
            double gain = (c[0] + c[1] + c[2]) / (1 + c[3] + c[4]);
            for (int i = 0; i < in.length; i++) {
                out[i] = c[0] * in[i]
                        + c[1] * in[Math.max(0, i - 1)]
                        + c[2] * in[Math.max(0, i - 2)]
                        - c[3] * (i < 1 ? gain * in[0] : out[i - 1])
                        - c[4] * (i < 2 ? gain * in[0] : out[i - 2]);
            }
            y = out;
        }
        return y;
    }

    private static double[] reversed(double[] x) {
        double[] reversed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            reversed[i] = x[x.length - 1 - i];
        }
        return reversed;
    }
}
