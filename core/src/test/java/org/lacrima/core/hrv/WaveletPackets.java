package org.lacrima.core.hrv;

/**
 * Nodes of the maximal overlap wavelet packet transform with the least asymmetric filter of length 8 (Percival &amp; Walden
 * 2000, chapter 6), by plain convolution: what RHRV reads bands from.
 */
final class WaveletPackets {
    private WaveletPackets() {}

    private static final double[] LA8 = {
        -0.07576571478935668,
        -0.02963552764596039,
        0.49761866763256290,
        0.80373875180538600,
        0.29785779560560505,
        -0.09921954357695636,
        -0.01260396726226383,
        0.03222310060407815
    };

    /** Mean over time of the squares of some nodes, each a level and a number within it, of samples less their mean. */
    static double meanPower(double[] samples, int[][] nodes) {
        double mean = PeerFormulas.mean(samples);
        double power = 0;
        for (int[] node : nodes) {
            double[] x = samples.clone();
            for (int i = 0; i < x.length; i++) {
                x[i] -= mean;
            }
            for (int level = 1; level <= node[0]; level++) {
                int number = node[1] >> (node[0] - level);
                boolean low = (number + (number >> 1)) % 2 == 0;
                x = filtered(x, low, 1 << (level - 1));
            }
            for (double v : x) {
                power += v * v / x.length;
            }
        }
        return power;
    }

    private static double[] filtered(double[] x, boolean low, int spacing) {
        double[] y = new double[x.length];
        for (int t = 0; t < y.length; t++) {
            for (int l = 0; l < LA8.length; l++) {
                double weight = low ? LA8[l] : (l % 2 == 0 ? 1 : -1) * LA8[LA8.length - 1 - l];
                y[t] += weight * Math.sqrt(0.5) * x[Math.floorMod(t - l * spacing, x.length)];
            }
        }
        return y;
    }
}
