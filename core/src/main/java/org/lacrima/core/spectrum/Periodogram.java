package org.lacrima.core.spectrum;

import java.util.Arrays;
import org.lacrima.core.spectrum.Welch.SegmentTrend;

/** The tapered periodogram of segments of one length: plan, weights and buffer, made once. Confined to one thread. */
final class Periodogram {
    private final double[] weights;
    private final double power;
    private final Fft fft;
    private final double[] buffer;
    private final SegmentTrend trend;

    Periodogram(int length, int fftLength, Taper taper, SegmentTrend trend) {
        this(length, Fft.of(Math.max(length, fftLength)), taper, trend);
    }

    Periodogram(int length, Fft fft, Taper taper, SegmentTrend trend) {
        this.weights = taper.weights(length);
        this.power = taper.power(weights);
        this.fft = fft;
        this.trend = trend;
        this.buffer = new double[fft.length()];
    }

    int bins() {
        return fft.bins();
    }

    int fftLength() {
        return fft.length();
    }

    /** Adds the squared transform of the segment that begins at {@code from}. */
    void add(double[] values, int from, double[] density) {
        int length = weights.length;
        System.arraycopy(values, from, buffer, 0, length);
        if (trend == SegmentTrend.CONSTANT) {
            Trend.removeMean(buffer, 0, length);
        } else if (trend == SegmentTrend.LINEAR) {
            Trend.removeLine(buffer, 0, length);
        }
        for (int i = 0; i < length; i++) {
            buffer[i] *= weights[i];
        }
        Arrays.fill(buffer, length, buffer.length, 0);
        fft.addSquares(buffer, density);
    }

    /** Makes a one-sided density of the summed squares of several segments. */
    void scale(double[] density, double rate, int segments) {
        double factor = 1 / (rate * power * segments);
        for (int k = 0; k < density.length; k++) {
            boolean mirrored = k > 0 && 2 * k != fft.length();
            density[k] *= mirrored ? 2 * factor : factor;
        }
    }
}
