package org.lacrima.core.beats;

import java.util.Locale;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;

/**
 * How far the beats of a recording or of a window can be trusted.
 *
 * @param intervals number of intervals
 * @param corrected number of beats labelled {@link BeatLabel#CORRECTED}
 * @param longestCorrectedRun largest number of corrected beats in a row
 * @param gaps number of gaps between intervals
 * @param coveredSeconds session time that the intervals cover, in s
 * @param windowSeconds length of the window, in s
 */
public record BeatQuality(
        int intervals, int corrected, int longestCorrectedRun, int gaps, double coveredSeconds, double windowSeconds) {

    /** The quality of a series over its own extent. */
    public static BeatQuality of(BeatSeries beats) {
        return of(beats, beats.extent());
    }

    /** The quality of what a series offers inside a window. */
    public static BeatQuality during(BeatSeries beats, Window window) {
        return of(beats.during(window), window);
    }

    private static BeatQuality of(BeatSeries beats, Window window) {
        int corrected = 0;
        int run = 0;
        int longest = 0;
        for (int i = 0; i < beats.size(); i++) {
            if (!beats.isContiguousAt(i)) {
                run = 0;
            }
            if (beats.labelAt(i) == BeatLabel.CORRECTED) {
                corrected++;
                run++;
                longest = Math.max(longest, run);
            } else {
                run = 0;
            }
        }
        return new BeatQuality(
                beats.size(), corrected, longest, beats.gapCount(), beats.coveredSeconds(), window.lengthSeconds());
    }

    /** Corrected beats in percent of all; 0 where there is none. */
    public double correctedPercent() {
        return intervals == 0 ? 0 : 100.0 * corrected / intervals;
    }

    /** Covered time in percent of the window; 0 for an empty window. */
    public double coveredPercent() {
        return windowSeconds > 0 ? 100 * coveredSeconds / windowSeconds : 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d intervals, %.1f %% corrected (longest run %d), %d gaps, %.1f of %.1f s covered",
                intervals,
                correctedPercent(),
                longestCorrectedRun,
                gaps,
                coveredSeconds,
                windowSeconds);
    }
}
