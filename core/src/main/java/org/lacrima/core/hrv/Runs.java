package org.lacrima.core.hrv;

import java.util.Arrays;
import org.lacrima.core.series.BeatSeries;

/**
 * The stretches of contiguous intervals in a series. What is measured over several successive intervals (a template, a
 * window) lies within one of them, so that nothing is ever compared across a gap.
 */
final class Runs {
    /** Where each run begins; the end of the last is appended. */
    private final int[] bounds;

    private Runs(int[] bounds) {
        this.bounds = bounds;
    }

    static Runs of(boolean[] contiguous) {
        int n = contiguous.length;
        int[] bounds = new int[n + 1];
        int runs = 0;
        for (int i = 0; i < n; i++) {
            if (!contiguous[i]) {
                bounds[runs++] = i;
            }
        }
        bounds[runs] = n;
        return new Runs(Arrays.copyOf(bounds, runs + 1));
    }

    static Runs of(BeatSeries beats) {
        return new Runs(beats.toRunBounds());
    }

    /** One run over all. */
    static Runs whole(int n) {
        return new Runs(new int[] {0, n});
    }

    /** Runs of these lengths, one after the other. */
    static Runs ofLengths(int... lengths) {
        int[] bounds = new int[lengths.length + 1];
        for (int k = 0; k < lengths.length; k++) {
            bounds[k + 1] = bounds[k] + lengths[k];
        }
        return new Runs(bounds);
    }

    int count() {
        return bounds.length - 1;
    }

    int from(int run) {
        return bounds[run];
    }

    /** End of a run, exclusive. */
    int to(int run) {
        return bounds[run + 1];
    }

    int longest() {
        int longest = 0;
        for (int k = 0; k < count(); k++) {
            longest = Math.max(longest, to(k) - from(k));
        }
        return longest;
    }

    /** For each of so many intervals whether a run begins with it. */
    boolean[] beginnings(int n) {
        boolean[] begins = new boolean[n];
        for (int k = 0; k < count(); k++) {
            if (from(k) < n) {
                begins[from(k)] = true;
            }
        }
        return begins;
    }

    /** How many templates of successive intervals there are. */
    int templates(int length) {
        int templates = 0;
        for (int k = 0; k < count(); k++) {
            templates += Math.max(0, to(k) - from(k) - length + 1);
        }
        return templates;
    }

    /** Where the templates of a length begin, ascending. */
    int[] templateStarts(int length) {
        int[] starts = new int[templates(length)];
        int t = 0;
        for (int k = 0; k < count(); k++) {
            for (int i = from(k); i + length <= to(k); i++) {
                starts[t++] = i;
            }
        }
        return starts;
    }
}
