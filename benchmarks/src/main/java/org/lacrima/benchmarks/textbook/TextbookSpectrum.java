package org.lacrima.benchmarks.textbook;

import java.util.Arrays;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** Power in LF and HF, in ms², by three estimators. */
public final class TextbookSpectrum {
    private static final double RATE_HERTZ = 4;
    private static final int SEGMENT_SAMPLES = 480;
    private static final int ORDER = 16;
    private static final double MODEL_BIN_HERTZ = 1.0 / 1024;

    private TextbookSpectrum() {}

    /** By Welch: natural spline at 4 Hz, half overlapping Hann segments of 120 s. */
    public static double[] welch(double[] seconds, double[] rr) {
        double[] x = resampled(seconds, rr);
        int length = Math.min(SEGMENT_SAMPLES, x.length);
        int transform = Integer.highestOneBit(2 * length - 1) * 2;
        int segments = 1 + (int) Math.ceil((double) (x.length - length) / (length - length / 2));
        double[] density = new double[transform / 2 + 1];
        double window = 0;
        for (int i = 0; i < length; i++) {
            window += hann(i, length) * hann(i, length);
        }
        for (int s = 0; s < segments; s++) {
            int from = segments == 1 ? 0 : (int) ((long) s * (x.length - length) / (segments - 1));
            double mean = StatUtils.mean(x, from, length);
            double[] tapered = new double[transform];
            for (int i = 0; i < length; i++) {
                tapered[i] = (x[from + i] - mean) * hann(i, length);
            }
            Complex[] transformed =
                    new FastFourierTransformer(DftNormalization.STANDARD).transform(tapered, TransformType.FORWARD);
            for (int k = 0; k < density.length; k++) {
                double magnitude = transformed[k].abs();
                int sides = k == 0 || k == density.length - 1 ? 1 : 2;
                density[k] += sides * magnitude * magnitude / (RATE_HERTZ * window * segments);
            }
        }
        return lfAndHf(density, 0, RATE_HERTZ / transform);
    }

    /** By the sums of Lomb and Scargle at every frequency, four per 1 ⁄ T up to 0.4 Hz, the line over time removed. */
    public static double[] lomb(double[] seconds, double[] rr) {
        int n = rr.length;
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < n; i++) {
            line.addData(seconds[i], rr[i]);
        }
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = rr[i] - line.predict(seconds[i]);
        }
        double covered = StatUtils.sum(rr) / 1000;
        double step = 1 / (4 * (seconds[n - 1] - seconds[0]));
        double[] density = new double[(int) Math.floor(0.4 / step + 1e-9)];
        for (int k = 0; k < density.length; k++) {
            density[k] = covered / n * 2 * scargle(seconds, y, 2 * Math.PI * (k + 1) * step);
        }
        return lfAndHf(density, step, step);
    }

    /** By Burg's model of order 16, read at 1024 frequencies per Hz. */
    public static double[] autoregressive(double[] seconds, double[] rr) {
        double[] x = resampled(seconds, rr);
        double mean = StatUtils.mean(x);
        double[] forward = Arrays.stream(x).map(v -> v - mean).toArray();
        double[] backward = forward.clone();
        double variance = StatUtils.sumSq(forward) / x.length;
        double[] a = {1};
        for (int p = 1; p <= ORDER; p++) {
            double product = 0;
            double energy = 0;
            for (int i = p; i < x.length; i++) {
                product += forward[i] * backward[i - 1];
                energy += forward[i] * forward[i] + backward[i - 1] * backward[i - 1];
            }
            double reflection = -2 * product / energy;
            double[] before = forward.clone();
            for (int i = x.length - 1; i >= p; i--) {
                forward[i] = before[i] + reflection * backward[i - 1];
                backward[i] = backward[i - 1] + reflection * before[i];
            }
            variance *= 1 - reflection * reflection;
            double[] longer = Arrays.copyOf(a, p + 1);
            for (int j = 1; j <= p; j++) {
                longer[j] += reflection * a[p - j];
            }
            a = longer;
        }
        double[] density = new double[(int) (RATE_HERTZ / 2 / MODEL_BIN_HERTZ) + 1];
        for (int k = 0; k < density.length; k++) {
            double angle = 2 * Math.PI * k * MODEL_BIN_HERTZ / RATE_HERTZ;
            Complex sum = Complex.ZERO;
            for (int j = 0; j < a.length; j++) {
                sum = sum.add(new Complex(Math.cos(angle * j), -Math.sin(angle * j)).multiply(a[j]));
            }
            density[k] = 2 * variance / RATE_HERTZ / (sum.abs() * sum.abs());
        }
        return lfAndHf(density, 0, MODEL_BIN_HERTZ);
    }

    static double[] resampled(double[] seconds, double[] rr) {
        double[] x = Arrays.stream(seconds).map(t -> t - seconds[0]).toArray();
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(x, rr);
        double[] samples = new double[(int) Math.ceil(x[x.length - 1] * RATE_HERTZ - 1e-9)];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = spline.value(k / RATE_HERTZ);
        }
        return samples;
    }

    private static double hann(int i, int length) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
    }

    /** The periodogram with the offset τ that makes sine and cosine orthogonal. */
    private static double scargle(double[] t, double[] y, double omega) {
        double sines = 0;
        double cosines = 0;
        for (double at : t) {
            sines += Math.sin(2 * omega * at);
            cosines += Math.cos(2 * omega * at);
        }
        double tau = Math.atan2(sines, cosines) / (2 * omega);
        double yc = 0;
        double ys = 0;
        double cc = 0;
        double ss = 0;
        for (int i = 0; i < t.length; i++) {
            double c = Math.cos(omega * (t[i] - tau));
            double s = Math.sin(omega * (t[i] - tau));
            yc += y[i] * c;
            ys += y[i] * s;
            cc += c * c;
            ss += s * s;
        }
        return (yc * yc / cc + ys * ys / ss) / 2;
    }

    private static double[] lfAndHf(double[] density, double startHertz, double binHertz) {
        double lf = 0;
        double hf = 0;
        for (int k = 0; k < density.length; k++) {
            double hertz = startHertz + k * binHertz;
            lf += hertz >= 0.04 && hertz < 0.15 ? density[k] * binHertz : 0;
            hf += hertz >= 0.15 && hertz < 0.40 ? density[k] * binHertz : 0;
        }
        return new double[] {lf, hf};
    }
}
