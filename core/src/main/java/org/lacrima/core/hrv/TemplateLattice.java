package org.lacrima.core.hrv;

import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * How many pairs of templates lie how far apart, for templates of three whole numbers about
 * their mean: the autocorrelation of the counts of their two successive differences on a square lattice. One transform gives it for all displacements at once, so that its work does not grow
 * with the number of templates. Counts are whole, and what the transform leaves beside them is far below one half: rounded,
 * they are exact.
 */
final class TemplateLattice {
    static {
        // its own threads would outlive a computation, and parallelism is the caller's choice here
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final int half;
    private final int width;
    private final double[] cells;

    /** An empty lattice of the places from −half to half in either direction. */
    TemplateLattice(int half) {
        this.half = half;
        int side = 2 * half + 1;
        // rows so far apart that displacements within a row and into the next are different numbers
        this.width = 2 * side - 1;
        this.cells = new double[length(half)];
    }

    /** Length of the transform that a lattice takes. */
    static int length(int half) {
        int side = 2 * half + 1;
        return Integer.highestOneBit(2 * ((side - 1) * (2 * side - 1) + side) - 1) << 1;
    }

    void add(int first, int second, double count) {
        cells[(first + half) * width + second + half] += count;
    }

    /**
     * Sum over all pairs of what their displacement is worth: of different templates each pair once, of equal ones each with
     * each once.
     */
    double sum(double[] byDistance) {
        double templates = 0;
        for (double count : cells) {
            templates += count;
        }
        DoubleFFT_1D transform = new DoubleFFT_1D(cells.length);
        transform.realForward(cells);
        cells[0] *= cells[0];
        cells[1] *= cells[1];
        for (int k = 2; k < cells.length; k += 2) {
            cells[k] = cells[k] * cells[k] + cells[k + 1] * cells[k + 1];
            cells[k + 1] = 0;
        }
        transform.realInverse(cells, true);
        double total = (Math.rint(cells[0]) - templates) / 2 * byDistance[0];
        for (int first = 0; first <= 2 * half; first++) {
            double row = 0;
            for (int second = first == 0 ? 1 : -2 * half; second <= 2 * half; second++) {
                double pairs = Math.rint(cells[first * width + second]);
                if (pairs != 0) {
                    row += pairs * byDistance[distance(first, second)];
                }
            }
            total += row;
        }
        return total;
    }

    /** Largest distance from its mean, in thirds, of a template of three whole numbers with these successive differences. */
    private static int distance(int first, int second) {
        return Math.max(Math.max(Math.abs(2 * first + second), Math.abs(first + 2 * second)), Math.abs(first - second));
    }
}
