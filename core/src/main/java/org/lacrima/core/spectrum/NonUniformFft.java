package org.lacrima.core.spectrum;

import java.util.Arrays;

/**
 * Sums {@code Σ wᵢ·e^(2πi·k·xᵢ)} for all {@code k = 0 … last} at once: the weights are spread by Gaussians on an even
 * grid, transformed, and freed from the Gaussian again (Dutt &amp; Rokhlin 1993, doi:10.1137/0914081; fast gridding of
 * Greengard &amp; Lee 2004, doi:10.1137/S003614450343200X). Each sum is off by less than 10⁻¹¹·Σ|wᵢ|.
 */
final class NonUniformFft {
    /** Grid points on either side of a beat that its Gaussian reaches. */
    private static final int REACH = 14;

    private final Fft fft;
    private final int grid;
    private final double width;
    private final double[] falls;
    /** What frees each sum of the Gaussian. */
    private final double[] rises;

    private final double[] spread;

    /**
     * @param last highest {@code k}
     */
    NonUniformFft(int last) {
        int modes = 2 * (last + 1);
        // at least twice oversampled
        grid = Math.max(4 * REACH, Integer.highestOneBit(2 * modes - 1) << 1);
        fft = Fft.of(grid);
        double ratio = (double) grid / modes;
        // variance of the Gaussian in units of the grid's step, as small as the reach demands
        width = REACH * ratio / (2 * Math.PI * (ratio - 0.5));
        falls = new double[REACH + 1];
        for (int m = 0; m <= REACH; m++) {
            falls[m] = Math.exp(-m * m / (2 * width));
        }
        double scale = 1 / Math.sqrt(2 * Math.PI * width);
        double decay = 2 * Math.PI * Math.PI * width / ((double) grid * grid);
        rises = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            rises[k] = scale * Math.exp(decay * k * k);
        }
        spread = new double[grid];
    }

    /**
     * Transforms weights at places.
     *
     * @param x places from 0 (inclusive) to 1 (exclusive)
     * @param weights one per place
     */
    NonUniformFft of(double[] x, double[] weights) {
        Arrays.fill(spread, 0);
        for (int i = 0; i < x.length; i++) {
            double at = x[i] * grid;
            int nearest = (int) at;
            double off = at - nearest;
            double height = weights[i] * Math.exp(-off * off / (2 * width));
            double rise = Math.exp(off / width);
            double fall = 1 / rise;
            double up = height;
            double down = height;
            add(nearest, height);
            for (int m = 1; m <= REACH; m++) {
                up *= rise;
                down *= fall;
                add(nearest + m, up * falls[m]);
                if (m < REACH) {
                    add(nearest - m, down * falls[m]);
                }
            }
        }
        fft.transform(spread);
        return this;
    }

    private void add(int place, double value) {
        spread[place & (grid - 1)] += value;
    }

    /** Writes the real and imaginary parts of the sums from {@code k = first} on. */
    void read(int first, double[] real, double[] imaginary) {
        for (int j = 0; j < real.length; j++) {
            double factor = rises[first + j];
            real[j] = factor * spread[2 * (first + j)];
            imaginary[j] = -factor * spread[2 * (first + j) + 1];
        }
    }
}
