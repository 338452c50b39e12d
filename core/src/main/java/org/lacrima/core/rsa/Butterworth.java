package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.complex.Complex;

/**
 * A Butterworth filter as a cascade of second-order sections, applied forwards and backwards so that no phase is
 * shifted; the gain is the square of the design's. Designed by the bilinear transform with prewarped edges (Oppenheim &amp;
 * Schafer, Discrete-Time Signal Processing, §7.1). Immutable.
 */
final class Butterworth {
    /** Per section: b0, b1, b2, a1, a2, where a0 is 1. */
    private final double[][] sections;

    private Butterworth(double[][] sections) {
        this.sections = sections;
    }

    /** A band-pass of {@code order} poles on each side; edges in Hz at half power of one pass. */
    static Butterworth bandPass(int order, double lowHertz, double highHertz, double rateHertz) {
        requireEdges(order, lowHertz, highHertz, rateHertz);
        double low = warped(lowHertz, rateHertz);
        double high = warped(highHertz, rateHertz);
        double width = high - low;
        double centreSquared = low * high;
        List<Complex> upper = new ArrayList<>();
        for (Complex pole : prototype(order)) {
            Complex half = pole.multiply(width / 2);
            Complex root = half.multiply(half).subtract(centreSquared).sqrt();
            upper.add(half.add(root));
            upper.add(half.subtract(root));
        }
        double[][] sections = new double[order][];
        int s = 0;
        for (Complex pole : conjugatePairs(upper)) {
            Complex z = bilinear(pole);
            // Each analogue section is width·s ⁄ (s² − 2 Re(p) s + |p|²): one zero at 0, one at infinity.
            double gain = width * 4 / (16 - 8 * pole.getReal() + norm(pole));
            sections[s++] = new double[] {gain, 0, -gain, -2 * z.getReal(), norm(z)};
        }
        return new Butterworth(sections);
    }

    /** A low-pass of even order; edge in Hz at half power of one pass. */
    static Butterworth lowPass(int order, double edgeHertz, double rateHertz) {
        requireEdges(order, 0, edgeHertz, rateHertz);
        double edge = warped(edgeHertz, rateHertz);
        List<Complex> poles =
                prototype(order).stream().map(p -> p.multiply(edge)).toList();
        double[][] sections = new double[order / 2][];
        int s = 0;
        for (Complex pole : conjugatePairs(poles)) {
            Complex z = bilinear(pole);
            double gain = norm(pole) / (16 - 8 * pole.getReal() + norm(pole));
            sections[s++] = new double[] {gain, 2 * gain, gain, -2 * z.getReal(), norm(z)};
        }
        return new Butterworth(sections);
    }

    private static void requireEdges(int order, double lowHertz, double highHertz, double rateHertz) {
        if (order < 2 || order % 2 != 0 || !(0 <= lowHertz && lowHertz < highHertz && highHertz < rateHertz / 2)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a filter of even order needs edges in order below half the rate, got order %d, %s–%s Hz at %s Hz",
                    order,
                    lowHertz,
                    highHertz,
                    rateHertz));
        }
    }

    /** Edge on the analogue axis, for a bilinear transform with a rate of 2. */
    private static double warped(double hertz, double rateHertz) {
        return 4 * Math.tan(Math.PI * hertz / rateHertz);
    }

    private static List<Complex> prototype(int order) {
        List<Complex> poles = new ArrayList<>();
        for (int k = 0; k < order; k++) {
            double angle = Math.PI * (2 * k + 1 + order) / (2.0 * order);
            poles.add(new Complex(Math.cos(angle), Math.sin(angle)));
        }
        return poles;
    }

    /** One pole of each conjugate pair; a design of even order has no real pole. */
    private static List<Complex> conjugatePairs(List<Complex> poles) {
        return poles.stream().filter(p -> p.getImaginary() > 0).toList();
    }

    private static Complex bilinear(Complex pole) {
        return pole.add(4).divide(pole.negate().add(4));
    }

    private static double norm(Complex c) {
        return c.getReal() * c.getReal() + c.getImaginary() * c.getImaginary();
    }

    /** Squared magnitude of one pass at a frequency: the gain of {@link #applied}. */
    double gainAt(double hertz, double rateHertz) {
        double w = 2 * Math.PI * hertz / rateHertz;
        Complex z1 = new Complex(Math.cos(w), -Math.sin(w));
        Complex z2 = z1.multiply(z1);
        double gain = 1;
        for (double[] c : sections) {
            Complex b = z1.multiply(c[1]).add(z2.multiply(c[2])).add(c[0]);
            Complex a = z1.multiply(c[3]).add(z2.multiply(c[4])).add(1);
            gain *= norm(b) / norm(a);
        }
        return gain;
    }

    /** Samples that {@link #applied} mirrors at each end, and which a series must exceed. */
    int margin() {
        return 3 * (2 * sections.length + 1);
    }

    /**
     * The series filtered forwards and backwards. Ends are continued by point reflection, and the state starts as if the
     * first value had always been there (Gustafsson 1996, simplified as in common use).
     */
    double[] applied(double[] x) {
        int pad = margin();
        if (x.length <= pad) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d samples, more than %d needed to filter", x.length, pad));
        }
        int n = x.length;
        double[] y = new double[n + 2 * pad];
        System.arraycopy(x, 0, y, pad, n);
        for (int i = 0; i < pad; i++) {
            y[i] = 2 * x[0] - x[pad - i];
            y[pad + n + i] = 2 * x[n - 1] - x[n - 2 - i];
        }
        pass(y);
        reverse(y);
        pass(y);
        reverse(y);
        double[] inner = new double[n];
        System.arraycopy(y, pad, inner, 0, n);
        return inner;
    }

    private void pass(double[] y) {
        double level = y[0];
        for (double[] c : sections) {
            double dcGain = (c[0] + c[1] + c[2]) / (1 + c[3] + c[4]);
            double s2 = level * (c[2] - c[4] * dcGain);
            double s1 = level * (c[1] - c[3] * dcGain) + s2;
            for (int i = 0; i < y.length; i++) {
                double in = y[i];
                double out = c[0] * in + s1;
                s1 = c[1] * in - c[3] * out + s2;
                s2 = c[2] * in - c[4] * out;
                y[i] = out;
            }
            level *= dcGain;
        }
    }

    private static void reverse(double[] y) {
        for (int i = 0, j = y.length - 1; i < j; i++, j--) {
            double held = y[i];
            y[i] = y[j];
            y[j] = held;
        }
    }
}
