package org.lacrima.core.spectrum;

import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** The real Fourier transform of one length, planned once. Immutable and thread-safe. */
final class Fft {
    static {
        // its own threads would outlive a computation, and parallelism is the caller's choice here
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final DoubleFFT_1D plan;
    private final int length;

    Fft(int length) {
        this.length = length;
        this.plan = new DoubleFFT_1D(length);
    }

    int length() {
        return length;
    }

    /** Number of frequencies from 0 to half the sampling rate, both included. */
    int bins() {
        return length / 2 + 1;
    }

    /**
     * Transforms in place; place 2k then holds the real and 2k + 1 the imaginary part of frequency k, for k from 1 to
     * below half an even length.
     */
    void transform(double[] samples) {
        plan.realForward(samples);
    }

    /** Transforms {@code samples} in place and adds {@code weight · |X|²} of each frequency to {@code power}. */
    void addSquares(double[] samples, double weight, double[] power) {
        plan.realForward(samples);
        power[0] += weight * samples[0] * samples[0];
        int last = (length - 1) / 2;
        for (int k = 1; k <= last; k++) {
            double re = samples[2 * k];
            // an odd length keeps the imaginary part of its last frequency in the second place
            double im = (length % 2 == 1 && k == last) ? samples[1] : samples[2 * k + 1];
            power[k] += weight * (re * re + im * im);
        }
        if (length % 2 == 0 && length > 1) {
            power[length / 2] += weight * samples[1] * samples[1];
        }
    }
}
