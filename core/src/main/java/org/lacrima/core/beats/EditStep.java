package org.lacrima.core.beats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/** Makes the edits of one step on a series in a single sweep. */
final class EditStep {
    private final double[] ends;
    private final double[] rr;
    private final boolean[] contiguous;
    private final BeatLabel[] labels;
    private int size;

    private EditStep(int capacity) {
        ends = new double[capacity];
        rr = new double[capacity];
        contiguous = new boolean[capacity];
        labels = new BeatLabel[capacity];
    }

    /**
     * The series after the edits of one step.
     *
     * @param edits of one step, by ascending interval
     * @throws IllegalArgumentException naming the first edit that does not fit the series
     */
    static BeatSeries apply(BeatSeries beats, List<BeatEdit> edits) {
        EditStep result = new EditStep(beats.size() + edits.size());
        boolean linkedBeforeRemoval = false;
        boolean removing = false;
        boolean dropped = false;
        double changed = Double.NaN;
        int next = 0;
        double[] oldEnds = beats.toEndSeconds();
        double[] oldRr = beats.toMillis();
        boolean[] oldContiguous = beats.toContiguous();
        BeatLabel[] oldLabels = beats.toLabels();
        for (int i = 0; i < oldRr.length; i++) {
            if (!removing && !dropped && Double.isNaN(changed)) {
                int until = next == edits.size() || edits.get(next).interval() < i
                        ? oldRr.length
                        : Math.min(oldRr.length, edits.get(next).interval());
                result.add(oldEnds, oldRr, oldContiguous, oldLabels, i, until);
                i = until;
                if (i == oldRr.length) {
                    break;
                }
            }
            boolean linked = removing ? linkedBeforeRemoval : oldContiguous[i] && !dropped;
            double millis = Double.isNaN(changed) ? oldRr[i] : changed;
            BeatLabel label = removing ? BeatLabel.CORRECTED : oldLabels[i];
            double end = oldEnds[i];
            removing = false;
            dropped = false;
            changed = Double.NaN;
            if (next == edits.size() || edits.get(next).interval() != i) {
                result.add(end, millis, linked, label);
                continue;
            }
            BeatEdit edit = edits.get(next++);
            requireFit(beats, i, edit);
            List<Double> values = edit.newMillis();
            switch (edit.action()) {
                case REMOVE_BEAT -> {
                    removing = true;
                    linkedBeforeRemoval = linked;
                    changed = values.get(0);
                }
                case INSERT_BEAT -> {
                    result.add(edit.newSeconds(), values.get(0), linked, BeatLabel.CORRECTED);
                    result.add(end, values.get(1), true, label);
                }
                case MOVE_BEAT -> {
                    result.add(edit.newSeconds(), values.get(0), linked, BeatLabel.CORRECTED);
                    changed = values.get(1);
                }
                case REPLACE_INTERVAL -> result.add(end, values.get(0), linked, BeatLabel.CORRECTED);
                case DROP_INTERVAL -> dropped = true;
            }
        }
        if (next < edits.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "step %d edits interval %d out of order, or beyond the %d there are",
                    edits.get(next).step(),
                    edits.get(next).interval(),
                    beats.size()));
        }
        return result.toSeries();
    }

    private static void requireFit(BeatSeries beats, int i, BeatEdit edit) {
        for (int k = 0; k < edit.oldMillis().size(); k++) {
            boolean there = i + k < beats.size() && (k == 0 || beats.isContiguousAt(i + k));
            if (!there || beats.millisAt(i + k) != edit.oldMillis().get(k)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "step %d expects interval %d to be %s ms, but it is %s: the edits belong to another recording",
                        edit.step(),
                        i + k,
                        edit.oldMillis().get(k),
                        there ? beats.millisAt(i + k) + " ms" : "missing"));
            }
        }
    }

    /** Takes over a stretch that no edit touches. */
    private void add(
            double[] oldEnds, double[] oldRr, boolean[] oldContiguous, BeatLabel[] oldLabels, int from, int to) {
        System.arraycopy(oldEnds, from, ends, size, to - from);
        System.arraycopy(oldRr, from, rr, size, to - from);
        System.arraycopy(oldContiguous, from, contiguous, size, to - from);
        System.arraycopy(oldLabels, from, labels, size, to - from);
        size += to - from;
    }

    private void add(double end, double millis, boolean linked, BeatLabel label) {
        ends[size] = end;
        rr[size] = millis;
        contiguous[size] = linked;
        labels[size] = label;
        size++;
    }

    private BeatSeries toSeries() {
        return BeatSeries.of(
                Arrays.copyOf(ends, size),
                Arrays.copyOf(rr, size),
                Arrays.copyOf(contiguous, size),
                Arrays.copyOf(labels, size));
    }
}
