package org.lacrima.core.spectrum;

/** The weights under which the samples of a segment enter a spectrum; all of them periodic, as spectra need them, but for the last two. */
public enum Taper {
    /** All samples alike. */
    RECTANGULAR,
    /** {@code 0.5 − 0.5·cos(2πi/n)}. */
    HANN,
    /** {@code 0.54 − 0.46·cos(2πi/n)}. */
    HAMMING,
    /** {@code 0.42 − 0.5·cos(2πi/n) + 0.08·cos(4πi/n)}. */
    BLACKMAN,
    /** {@code 0.54 − 0.46·cos(2πi/(n − 1))}, first and last sample alike, as filters need it (Octave, RHRV). */
    HAMMING_SYMMETRIC,
    /**
     * 1, but for {@code ½ − ½·cos(π(i + ½) ⁄ m)} over the first {@code m = ⌊n ⁄ 10⌋} samples and its mirror image over the
     * last (R). Its power counts as {@code n·(1 − 2·⅝·0.1)}, which is the sum of its squares where ten divides n.
     */
    SPLIT_COSINE;

    double[] weights(int n) {
        double[] weights = new double[n];
        if (n == 1) {
            // a periodic window of one sample would be 0, and its spectrum 0 over 0
            weights[0] = 1;
            return weights;
        }
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n;
            weights[i] = switch (this) {
                case RECTANGULAR -> 1;
                case HANN -> 0.5 - 0.5 * Math.cos(angle);
                case HAMMING -> 0.54 - 0.46 * Math.cos(angle);
                case HAMMING_SYMMETRIC -> 0.54 - 0.46 * Math.cos(2 * Math.PI * i / Math.max(1, n - 1));
                case BLACKMAN -> 0.42 - 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle);
                case SPLIT_COSINE -> splitCosine(Math.min(i, n - 1 - i), n / 10);
            };
        }
        return weights;
    }

    private static double splitCosine(int fromEdge, int bell) {
        return fromEdge < bell ? 0.5 - 0.5 * Math.cos(Math.PI * (fromEdge + 0.5) / bell) : 1;
    }

    /** What a periodogram under these weights is divided by: the sum of their squares. */
    double power(double[] weights) {
        if (this == SPLIT_COSINE) {
            return weights.length * (1 - 2 * 0.625 * 0.1);
        }
        double sum = 0;
        for (double w : weights) {
            sum += w * w;
        }
        return sum;
    }
}
