package org.lacrima.core.beats;

import java.util.List;
import java.util.Locale;

/**
 * One change to a beat series, with its cause and everything needed to make it again. Edits of one step are made
 * together and count intervals as they stand before that step.
 *
 * @param step number of the step, from 0
 * @param action what was done
 * @param cause what the beat was taken for
 * @param interval index of the interval that the beat ends, in the series as it stands before the step
 * @param beatSeconds session time of that beat before the step, in s
 * @param newSeconds session time of the moved or inserted beat, in s; the time before where none was
 * @param statisticMillis the tested deviation, in ms
 * @param thresholdMillis the threshold that it exceeded, in ms
 * @param oldMillis intervals before the step, in ms: one, or two where the action concerns the beat between them
 * @param newMillis intervals in their place after the step, in ms
 */
public record BeatEdit(
        int step,
        Action action,
        BeatClass cause,
        int interval,
        double beatSeconds,
        double newSeconds,
        double statisticMillis,
        double thresholdMillis,
        List<Double> oldMillis,
        List<Double> newMillis) {

    /** What was done to a beat or an interval. */
    public enum Action {
        /** The beat was taken out and its two intervals joined: two intervals became one. */
        REMOVE_BEAT(2, 1),
        /** A beat was put into the interval: one became two. */
        INSERT_BEAT(1, 2),
        /** The beat was moved: both intervals around it changed. */
        MOVE_BEAT(2, 2),
        /** The interval was given another length; its beats kept their times. */
        REPLACE_INTERVAL(1, 1),
        /** The interval was taken out and left a gap. */
        DROP_INTERVAL(1, 0);

        private final int before;
        private final int after;

        Action(int before, int after) {
            this.before = before;
            this.after = after;
        }
    }

    /** Checks that the action has the intervals that it needs. */
    public BeatEdit {
        oldMillis = List.copyOf(oldMillis);
        newMillis = List.copyOf(newMillis);
        if (oldMillis.size() != action.before || newMillis.size() != action.after) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s at interval %d makes %d of %d intervals, got %s and %s",
                    action,
                    interval,
                    action.after,
                    action.before,
                    newMillis,
                    oldMillis));
        }
        if (step < 0 || interval < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "step and interval count from 0, got step %d and interval %d", step, interval));
        }
    }
}
