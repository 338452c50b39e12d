package org.lacrima.benchmarks.textbook;

import org.apache.commons.math3.util.MathArrays;

/** Recurrence quantification from the recurrence plot as a matrix. */
public final class TextbookRecurrence {
    private static final int M = 10;
    private static final int SHORTEST = 2;

    private TextbookRecurrence() {}

    /** REC, DET, Lmean, Lmax, DivL and RecEn at √10·SDNN. */
    public static double[] all(double[] rr) {
        boolean[][] plot = plot(TextbookDimension.points(rr, M), Math.sqrt(M) * TextbookTimeDomain.sdnn(rr));
        long[] lines = lines(plot);
        double recurrences = 0;
        double inLines = 0;
        double count = 0;
        int longest = 0;
        for (int length = 1; length < lines.length; length++) {
            recurrences += (double) length * lines[length];
            if (length >= SHORTEST) {
                inLines += (double) length * lines[length];
                count += lines[length];
            }
            longest = lines[length] > 0 ? length : longest;
        }
        double entropy = 0;
        for (int length = SHORTEST; length < lines.length; length++) {
            double p = lines[length] / count;
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        double pairs = plot.length * (plot.length - 1.0);
        return new double[] {
            100 * 2 * recurrences / pairs, 100 * inLines / recurrences, inLines / count, longest, 1.0 / longest, entropy
        };
    }

    private static boolean[][] plot(double[][] points, double radius) {
        boolean[][] plot = new boolean[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                plot[i][j] = MathArrays.distance(points[i], points[j]) <= radius;
            }
        }
        return plot;
    }

    /** Number of diagonal lines of each length above the main diagonal; below it are as many. */
    private static long[] lines(boolean[][] plot) {
        long[] lines = new long[plot.length + 1];
        for (int lag = 1; lag < plot.length; lag++) {
            int line = 0;
            for (int i = 0; i + lag < plot.length; i++) {
                if (plot[i][i + lag]) {
                    line++;
                } else {
                    lines[line]++;
                    line = 0;
                }
            }
            lines[line]++;
        }
        lines[0] = 0;
        return lines;
    }
}
