package org.lacrima.core.beats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/**
 * A corrected series and the edits that made it.
 *
 * @param series the result; moved, inserted, joined and replaced beats carry {@link BeatLabel#CORRECTED}
 * @param edits every change, in the order in which it was made
 * @param passes how often the beats were corrected; 0 where nothing was found
 */
public record Correction(BeatSeries series, List<BeatEdit> edits, int passes) {

    /** Keeps its own copy of the edits. */
    public Correction {
        edits = List.copyOf(edits);
    }

    /**
     * The same edits made again on the same recording: bit-equal to the series that they came from.
     *
     * @throws IllegalArgumentException naming the first edit that does not fit the recording
     */
    public static BeatSeries replay(BeatSeries original, List<BeatEdit> edits) {
        BeatSeries current = original;
        List<BeatEdit> step = new ArrayList<>();
        for (BeatEdit edit : edits) {
            if (!step.isEmpty() && step.get(0).step() != edit.step()) {
                current = EditStep.apply(current, step);
                step.clear();
            }
            step.add(edit);
        }
        return EditStep.apply(current, step);
    }

    /** Number of beats in the result that are not as they were measured, and of intervals that were dropped. */
    public int correctedCount() {
        return BeatQuality.of(series).corrected() + droppedCount();
    }

    /**
     * Corrected beats and dropped intervals in percent of all: {@code 100 · corrected ⁄ (n + dropped)}, where n counts the
     * intervals of the result. Kubios advises against analysis beyond 5 %.
     */
    public double correctedPercent() {
        int all = series.size() + droppedCount();
        return all == 0 ? 0 : 100.0 * correctedCount() / all;
    }

    /** Number of intervals that were taken out and left a gap. */
    public int droppedCount() {
        int dropped = 0;
        for (BeatEdit edit : edits) {
            if (edit.action() == BeatEdit.Action.DROP_INTERVAL) {
                dropped++;
            }
        }
        return dropped;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d beats corrected (%.1f %%) in %d passes",
                correctedCount(),
                series.size() + droppedCount(),
                correctedPercent(),
                passes);
    }
}
