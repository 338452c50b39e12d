package org.lacrima.core.beats;

import java.util.Arrays;
import java.util.List;
import org.lacrima.core.beats.BeatEdit.Action;
import org.lacrima.core.series.BeatSeries;

/**
 * One pass of correction: extra beats out, missed beats in, the rest moved, replaced or dropped, each as a step of its own
 * so that the edits can be made again in that order.
 */
final class CorrectionPass {
    private static final int CONSUMED = -1;

    private final BeatClassification found;
    private final List<BeatEdit> edits;
    private BeatSeries beats;
    /** For each interval of {@link #beats}, the classified interval that it is, or {@link #CONSUMED}. */
    private int[] source;

    private CorrectionPass(BeatSeries beats, BeatClassification found, List<BeatEdit> edits) {
        this.beats = beats;
        this.found = found;
        this.edits = edits;
        source = new int[beats.size()];
        for (int i = 0; i < source.length; i++) {
            source[i] = i;
        }
    }

    /** One pass; its edits are appended. */
    static CorrectionPass run(
            BeatSeries beats, BeatClassification found, CorrectionMethod method, List<BeatEdit> edits) {
        CorrectionPass pass = new CorrectionPass(beats, found, edits);
        if (method == CorrectionMethod.DELETE) {
            pass.drop(pass.spoilt());
            return pass;
        }
        pass.removeExtraBeats();
        pass.insertMissedBeats();
        if (method == CorrectionMethod.REPAIR) {
            pass.moveBeats();
        } else {
            pass.replaceIntervals(method);
        }
        return pass;
    }

    /** The series after the pass. */
    BeatSeries beats() {
        return beats;
    }

    /** For each of its intervals the classified one that it is, if with another length, or a negative number. */
    int[] source() {
        return source;
    }

    private void removeExtraBeats() {
        int step = nextStep();
        int n = beats.size();
        for (int i = 0; i < n; i++) {
            if (classAt(i) != BeatClass.EXTRA) {
                continue;
            }
            int last = i;
            double joined = beats.millisAt(i);
            while (last + 1 < n && beats.isContiguousAt(last + 1)) {
                last++;
                joined += beats.millisAt(last);
                if (classAt(last) != BeatClass.EXTRA) {
                    break;
                }
            }
            // An extra beat that ends a run has no interval to be joined with; it is dropped with the rest below.
            if (classAt(last) != BeatClass.EXTRA) {
                for (int k = i; k < last; k++) {
                    add(
                            step,
                            Action.REMOVE_BEAT,
                            k,
                            beats.endSecondsAt(k),
                            List.of(beats.millisAt(k), beats.millisAt(k + 1)),
                            List.of(joined));
                }
            }
            i = last;
        }
        finish(step);
    }

    private void insertMissedBeats() {
        int step = nextStep();
        for (int i = 0; i < beats.size(); i++) {
            if (classAt(i) == BeatClass.MISSED) {
                double whole = beats.millisAt(i);
                double middle = (beats.startSecondsAt(i) + beats.endSecondsAt(i)) / 2;
                add(step, Action.INSERT_BEAT, i, middle, List.of(whole), List.of(whole / 2, whole - whole / 2));
            }
        }
        finish(step);
    }

    /** All beats are moved at once, midway between where their neighbours were, so that their order is kept. */
    private void moveBeats() {
        int n = beats.size();
        boolean[] moved = new boolean[n];
        boolean[] dropped = new boolean[n];
        double[] after = beats.toMillis();
        for (int i = 0; i < n; i++) {
            BeatClass beatClass = classAt(i);
            if (!beatClass.isArtifact()) {
                continue;
            }
            boolean follows = i + 1 < n && beats.isContiguousAt(i + 1);
            boolean midway = follows && (beats.isContiguousAt(i) || beatClass == BeatClass.ECTOPIC);
            if (midway && beatClass != BeatClass.LOST) {
                double shift = (beats.millisAt(i + 1) - beats.millisAt(i)) / 2;
                after[i] += shift;
                after[i + 1] -= shift;
                moved[i] = true;
            } else {
                dropped[i] = true;
            }
        }
        int step = nextStep();
        for (int i = 0; i < n; i++) {
            if (moved[i]) {
                add(
                        step,
                        Action.MOVE_BEAT,
                        i,
                        (beats.startSecondsAt(i) + beats.endSecondsAt(i + 1)) / 2,
                        List.of(beats.millisAt(i), beats.millisAt(i + 1)),
                        List.of(after[i], after[i + 1]));
            }
        }
        finish(step);
        drop(dropped);
    }

    private void replaceIntervals(CorrectionMethod method) {
        boolean[] spoilt = spoilt();
        double[] filled = Interpolation.fill(beats, spoilt, method);
        boolean[] dropped = new boolean[beats.size()];
        int step = nextStep();
        for (int i = 0; i < spoilt.length; i++) {
            if (!spoilt[i]) {
                continue;
            }
            if (Double.isNaN(filled[i]) || classAt(i) == BeatClass.LOST) {
                dropped[i] = true;
            } else {
                add(
                        step,
                        Action.REPLACE_INTERVAL,
                        i,
                        beats.endSecondsAt(i),
                        List.of(beats.millisAt(i)),
                        List.of(filled[i]));
            }
        }
        finish(step);
        drop(dropped);
    }

    private void drop(boolean[] dropped) {
        int step = nextStep();
        for (int i = 0; i < dropped.length; i++) {
            if (dropped[i]) {
                add(step, Action.DROP_INTERVAL, i, beats.endSecondsAt(i), List.of(beats.millisAt(i)), List.of());
            }
        }
        finish(step);
    }

    /** The intervals that are wrong: a misplaced beat spoils the one before it and the one after. */
    private boolean[] spoilt() {
        boolean[] spoilt = new boolean[beats.size()];
        for (int i = 0; i < spoilt.length; i++) {
            BeatClass beatClass = classAt(i);
            spoilt[i] |= beatClass.isArtifact();
            boolean both = beatClass == BeatClass.ECTOPIC || beatClass == BeatClass.EXTRA;
            if (both && i + 1 < spoilt.length && beats.isContiguousAt(i + 1)) {
                spoilt[i + 1] = true;
            }
        }
        return spoilt;
    }

    private BeatClass classAt(int i) {
        return source[i] == CONSUMED ? BeatClass.NORMAL : found.classAt(source[i]);
    }

    private int nextStep() {
        return edits.isEmpty() ? 0 : edits.get(edits.size() - 1).step() + 1;
    }

    private void add(int step, Action action, int i, double newSeconds, List<Double> before, List<Double> after) {
        // The interval after an ectopic beat is normal by itself: its cause is the beat that begins it.
        int cause = classAt(i).isArtifact() ? source[i] : source[i - 1];
        edits.add(new BeatEdit(
                step,
                action,
                found.classAt(cause),
                i,
                beats.endSecondsAt(i),
                newSeconds,
                found.statisticMillisAt(cause),
                found.thresholdMillisAt(cause),
                before,
                after));
    }

    private void finish(int step) {
        int first = edits.size();
        while (first > 0 && edits.get(first - 1).step() == step) {
            first--;
        }
        List<BeatEdit> made = edits.subList(first, edits.size());
        if (made.isEmpty()) {
            return;
        }
        int[] moved = new int[source.length + made.size()];
        int size = 0;
        int next = 0;
        for (int i = 0; i < source.length; i++) {
            Action action = next < made.size() && made.get(next).interval() == i
                    ? made.get(next++).action()
                    : null;
            if (action == Action.INSERT_BEAT) {
                moved[size++] = CONSUMED;
                moved[size++] = CONSUMED;
            } else if (action != Action.REMOVE_BEAT && action != Action.DROP_INTERVAL) {
                moved[size++] = source[i];
            }
        }
        beats = EditStep.apply(beats, made);
        source = Arrays.copyOf(moved, size);
    }
}
