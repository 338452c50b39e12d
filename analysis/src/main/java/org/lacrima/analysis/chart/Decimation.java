package org.lacrima.analysis.chart;

import java.util.Arrays;
import org.lacrima.core.series.BeatSeries;

/** Chooses the beats whose line looks like the line of all: in each column of the picture first, last, least, greatest. */
final class Decimation {

    private Decimation() {}

    /**
     * Indices of the beats to draw, increasing; all of them where there are few.
     *
     * @param columns number of columns that the extent is divided into
     */
    static int[] keep(BeatSeries beats, int columns) {
        int n = beats.size();
        int[] kept = new int[Math.min(n, 4 * columns)];
        if (n <= kept.length) {
            Arrays.setAll(kept, i -> i);
            return kept;
        }
        double start = beats.endSecondsAt(0);
        double width = (beats.endSecondsAt(n - 1) - start) / columns;
        int count = 0;
        int from = 0;
        while (from < n) {
            int column = column(beats, from, start, width, columns);
            int to = from;
            int least = from;
            int greatest = from;
            while (to < n && column(beats, to, start, width, columns) == column) {
                least = beats.millisAt(to) < beats.millisAt(least) ? to : least;
                greatest = beats.millisAt(to) > beats.millisAt(greatest) ? to : greatest;
                to++;
            }
            int[] candidates = {from, Math.min(least, greatest), Math.max(least, greatest), to - 1};
            for (int candidate : candidates) {
                if (count == 0 || kept[count - 1] < candidate) {
                    kept[count++] = candidate;
                }
            }
            from = to;
        }
        return Arrays.copyOf(kept, count);
    }

    private static int column(BeatSeries beats, int i, double start, double width, int columns) {
        return Math.min(columns - 1, (int) ((beats.endSecondsAt(i) - start) / width));
    }
}
