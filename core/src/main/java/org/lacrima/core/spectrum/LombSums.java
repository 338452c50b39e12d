package org.lacrima.core.spectrum;

import java.util.Arrays;

/** Sums of cosines and sines over beats, plain and weighted by the intervals, at evenly spaced frequencies. */
final class LombSums {
    private static final int BEATS_PER_BLOCK = 512;
    /** Steps of the recurrence after which it starts afresh, so that its rounding stays near 10⁻¹⁴. */
    private static final int STEPS_PER_START = 256;

    private final int n;
    private final double[] yCos;
    private final double[] ySin;
    private final double[] cosSquared;
    private final double[] cosSin;
    private final double[] cos;
    private final double[] sin;

    private LombSums(int n, int count) {
        this(
                n,
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count]);
    }

    private LombSums(
            int n, double[] yCos, double[] ySin, double[] cosSquared, double[] cosSin, double[] cos, double[] sin) {
        this.n = n;
        this.yCos = yCos;
        this.ySin = ySin;
        this.cosSquared = cosSquared;
        this.cosSin = cosSin;
        this.cos = cos;
        this.sin = sin;
    }

    /** What the best sine of frequency {@code k} takes off the sum of squares. */
    double reduction(int k, boolean ownMean) {
        double cc = cosSquared[k];
        double ss = n - cc;
        double cs = cosSin[k];
        if (ownMean) {
            cc -= cos[k] * cos[k] / n;
            ss -= sin[k] * sin[k] / n;
            cs -= cos[k] * sin[k] / n;
        }
        double determinant = cc * ss - cs * cs;
        // a sine that is the same at every beat but for its sign leaves nothing to fit
        if (determinant <= 1e-12 * n * n) {
            return 0;
        }
        return (ss * yCos[k] * yCos[k] + cc * ySin[k] * ySin[k] - 2 * cs * yCos[k] * ySin[k]) / determinant;
    }

    /** Every beat at every frequency, by rotating each beat's phase from one frequency to the next. */
    static LombSums exact(double[] t, double[] y, double start, double step, int count) {
        LombSums sums = new LombSums(t.length, count);
        double[] c = new double[BEATS_PER_BLOCK];
        double[] s = new double[BEATS_PER_BLOCK];
        double[] stepCos = new double[BEATS_PER_BLOCK];
        double[] stepSin = new double[BEATS_PER_BLOCK];
        for (int from = 0; from < t.length; from += BEATS_PER_BLOCK) {
            int size = Math.min(BEATS_PER_BLOCK, t.length - from);
            for (int i = 0; i < size; i++) {
                double angle = 2 * Math.PI * step * t[from + i];
                stepCos[i] = Math.cos(angle);
                stepSin[i] = Math.sin(angle);
            }
            for (int k = 0; k < count; k++) {
                if (k % STEPS_PER_START == 0) {
                    for (int i = 0; i < size; i++) {
                        double angle = 2 * Math.PI * (start + k * step) * t[from + i];
                        c[i] = Math.cos(angle);
                        s[i] = Math.sin(angle);
                    }
                } else {
                    for (int i = 0; i < size; i++) {
                        double rotated = c[i] * stepCos[i] - s[i] * stepSin[i];
                        s[i] = s[i] * stepCos[i] + c[i] * stepSin[i];
                        c[i] = rotated;
                    }
                }
                sums.add(k, y, from, size, c, s);
            }
        }
        return sums;
    }

    private void add(int k, double[] y, int from, int size, double[] c, double[] s) {
        double yc = 0;
        double ys = 0;
        double cc = 0;
        double cs = 0;
        double sumC = 0;
        double sumS = 0;
        for (int i = 0; i < size; i++) {
            double value = y[from + i];
            yc += value * c[i];
            ys += value * s[i];
            cc += c[i] * c[i];
            cs += c[i] * s[i];
            sumC += c[i];
            sumS += s[i];
        }
        yCos[k] += yc;
        ySin[k] += ys;
        cosSquared[k] += cc;
        cosSin[k] += cs;
        cos[k] += sumC;
        sin[k] += sumS;
    }

    /**
     * The same sums at the frequencies {@code (first + k)·step}, by non-uniform transforms; those of the plain cosines and
     * sines only where each frequency has a mean of its own.
     */
    static LombSums fast(double[] t, double[] y, double step, int first, int count, boolean ownMean) {
        int n = t.length;
        int last = first + count - 1;
        double[] phase = new double[n];
        for (int i = 0; i < n; i++) {
            double turns = step * t[i];
            phase[i] = turns - Math.floor(turns);
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        LombSums sums = new LombSums(n, count);
        NonUniformFft transform = new NonUniformFft(last);
        transform.of(phase, y).read(first, sums.yCos, sums.ySin);
        if (ownMean) {
            transform.of(phase, ones).read(first, sums.cos, sums.sin);
        }
        for (int i = 0; i < n; i++) {
            double turns = 2 * phase[i];
            phase[i] = turns - Math.floor(turns);
        }
        transform.of(phase, ones).read(first, sums.cosSquared, sums.cosSin);
        for (int k = 0; k < count; k++) {
            sums.cosSquared[k] = (n + sums.cosSquared[k]) / 2;
            sums.cosSin[k] /= 2;
        }
        return sums;
    }
}
