package org.lacrima.core.spectrum;

import java.util.List;
import java.util.stream.IntStream;
import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** The real Fourier transform of one length, planned once. Immutable and thread-safe. */
final class Fft {
    static {
        // its own threads would outlive a computation, and parallelism is the caller's choice here
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    /** Plans of the powers of two that a phase of a few minutes needs: constants, like a table of sines. */
    private static final List<Fft> POWERS_OF_TWO =
            IntStream.rangeClosed(0, 13).mapToObj(power -> new Fft(1 << power)).toList();

    private final DoubleFFT_1D plan;
    private final int length;

    private Fft(int length) {
        this.length = length;
        this.plan = new DoubleFFT_1D(length);
    }

    /** The transform of a length. */
    static Fft of(int length) {
        int power = Integer.numberOfTrailingZeros(length);
        return length == 1 << power && power < POWERS_OF_TWO.size() ? POWERS_OF_TWO.get(power) : new Fft(length);
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

    /** Transforms complex values, real and imaginary parts in turn, back in place, divided by their number. */
    void inverse(double[] complex) {
        plan.complexInverse(complex, true);
    }

    /** Transforms {@code samples} in place and adds {@code |X|²} of each frequency to {@code power}. */
    void addSquares(double[] samples, double[] power) {
        plan.realForward(samples);
        power[0] += samples[0] * samples[0];
        int last = (length - 1) / 2;
        for (int k = 1; k < last; k++) {
            double re = samples[2 * k];
            double im = samples[2 * k + 1];
            power[k] += re * re + im * im;
        }
        if (last > 0) {
            // an odd length keeps the imaginary part of its last frequency in the second place
            double re = samples[2 * last];
            double im = length % 2 == 1 ? samples[1] : samples[2 * last + 1];
            power[last] += re * re + im * im;
        }
        if (length % 2 == 0) {
            power[length / 2] += samples[1] * samples[1];
        }
    }
}
