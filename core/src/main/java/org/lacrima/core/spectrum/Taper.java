package org.lacrima.core.spectrum;

/** The weights under which the samples of a segment enter a spectrum; all of them periodic, as spectra need them. */
public enum Taper {
    /** All samples alike. */
    RECTANGULAR,
    /** {@code 0.5 − 0.5·cos(2πi/n)}. */
    HANN,
    /** {@code 0.54 − 0.46·cos(2πi/n)}. */
    HAMMING,
    /** {@code 0.42 − 0.5·cos(2πi/n) + 0.08·cos(4πi/n)}. */
    BLACKMAN;

    double[] weights(int n) {
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n;
            weights[i] = switch (this) {
                case RECTANGULAR -> 1;
                case HANN -> 0.5 - 0.5 * Math.cos(angle);
                case HAMMING -> 0.54 - 0.46 * Math.cos(angle);
                case BLACKMAN -> 0.42 - 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle);
            };
        }
        return weights;
    }
}
