package org.lacrima.core.hrv;

import java.util.Arrays;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/**
 * A window whose ends only move on along one series, with what its workings keep from one place to the next: the sums, and
 * the intervals in order. Each is brought up to date when it is asked for. Confined to one thread.
 */
final class SlidingWindow {
    private final BeatSeries beats;
    private final double[] rr;
    private final SlidingSums sums;
    private int from;
    private int to;
    private int questioned;

    /** The intervals of {@code [orderedFrom, orderedTo)}, ascending. */
    private double[] ordered = new double[64];

    private int orderedFrom;
    private int orderedTo;

    SlidingWindow(BeatSeries beats) {
        this.beats = beats;
        this.rr = beats.toMillis();
        this.sums = new SlidingSums(rr, beats.toContiguous());
    }

    /** Moves both ends; neither may lie before where it was. */
    void moveTo(int newFrom, int newTo) {
        for (int i = Math.max(to, newFrom); i < newTo; i++) {
            questioned += beats.labelAt(i) == BeatLabel.NORMAL ? 0 : 1;
        }
        for (int i = from; i < Math.min(newFrom, to); i++) {
            questioned -= beats.labelAt(i) == BeatLabel.NORMAL ? 0 : 1;
        }
        from = newFrom;
        to = newTo;
        sums.moveTo(from, to);
    }

    int size() {
        return to - from;
    }

    /** The intervals of the window. */
    BeatSeries beats() {
        return beats.subSeries(from, to);
    }

    /** Number of intervals not labelled normal. */
    int questioned() {
        return questioned;
    }

    /** Time that the intervals cover, in s. */
    double coveredSeconds() {
        return sums.totalMillis() / 1000;
    }

    BeatSums sums() {
        return sums.sums();
    }

    Order order() {
        if (orderedTo <= from) {
            orderedFrom = from;
            orderedTo = from;
        }
        while (orderedTo < to) {
            enter(rr[orderedTo]);
        }
        while (orderedFrom < from) {
            leave(rr[orderedFrom]);
        }
        return Order.ofAscending(Arrays.copyOf(ordered, size()));
    }

    private void enter(double value) {
        int size = orderedTo - orderedFrom;
        if (size == ordered.length) {
            ordered = Arrays.copyOf(ordered, 2 * size);
        }
        int at = place(value, size);
        System.arraycopy(ordered, at, ordered, at + 1, size - at);
        ordered[at] = value;
        orderedTo++;
    }

    private void leave(double value) {
        int size = orderedTo - orderedFrom;
        int at = place(value, size);
        System.arraycopy(ordered, at + 1, ordered, at, size - at - 1);
        orderedFrom++;
    }

    /** Index of a value among the ordered ones, or where it belongs. */
    private int place(double value, int size) {
        int at = Arrays.binarySearch(ordered, 0, size, value);
        return at < 0 ? -at - 1 : at;
    }
}
