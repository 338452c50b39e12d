package org.lacrima.core.series;

import java.util.Arrays;
import java.util.Locale;

/**
 * The beats of one heart: RR intervals in milliseconds, each with the session time of the beat that ends it, whether it
 * is contiguous with the interval before it, and a label.
 *
 * <p>An interval is <em>contiguous</em> when the beat that begins it is the beat that ended its predecessor. Across a
 * gap (a lost signal, deleted beats) it is not, and no successive difference may be formed there. The first interval of
 * a series or of a window has no predecessor and is never contiguous. A gap is therefore a record, never a silently long
 * interval.
 *
 * <p>Immutable and thread-safe. Windows ({@link #during}) are views that share the arrays. Intervals are positive and
 * finite, times finite and increasing; a NaN never enters. Physiological plausibility is judged by artifact correction,
 * not here: a recording is held as it was measured.
 */
public final class BeatSeries {

    /**
     * Largest distance, in ms, between the start that an interval implies and the end of the one before it at which both
     * still count as contiguous: the quantum of the coarsest clock in common use (1/64 s) and a little rounding.
     */
    public static final double CONTIGUITY_TOLERANCE_MS = 20;

    private final double[] endSeconds;
    private final double[] rrMillis;
    private final boolean[] contiguous;
    private final BeatLabel[] labels;
    /** Indices of the intervals that follow a gap, ascending; the first interval of all among them. */
    private final int[] gaps;

    private final int from;
    private final int to;

    private BeatSeries(
            double[] endSeconds,
            double[] rrMillis,
            boolean[] contiguous,
            BeatLabel[] labels,
            int[] gaps,
            int from,
            int to) {
        this.endSeconds = endSeconds;
        this.rrMillis = rrMillis;
        this.contiguous = contiguous;
        this.labels = labels;
        this.gaps = gaps;
        this.from = from;
        this.to = to;
    }

    private static BeatSeries owning(double[] endSeconds, double[] rrMillis, boolean[] contiguous, BeatLabel[] labels) {
        int count = 0;
        for (boolean follows : contiguous) {
            count += follows ? 0 : 1;
        }
        int[] gaps = new int[count];
        int next = 0;
        for (int i = 0; next < count; i++) {
            if (!contiguous[i]) {
                gaps[next++] = i;
            }
        }
        return new BeatSeries(endSeconds, rrMillis, contiguous, labels, gaps, 0, rrMillis.length);
    }

    private BeatSeries view(int first, int end) {
        return new BeatSeries(endSeconds, rrMillis, contiguous, labels, gaps, first, end);
    }

    /**
     * Successive intervals without a gap; time begins at 0 s with the beat that starts the first of them.
     *
     * @param rrMillis intervals in ms, each positive and finite
     * @throws IllegalArgumentException naming the first interval that is not, or that is too short to move time on
     */
    public static BeatSeries ofMillis(double... rrMillis) {
        double[] rr = rrMillis.clone();
        double[] ends = new double[rr.length];
        boolean[] contiguous = new boolean[rr.length];
        double elapsedMillis = 0;
        for (int i = 0; i < rr.length; i++) {
            requireInterval(rr[i], i);
            elapsedMillis += rr[i];
            ends[i] = elapsedMillis / 1000;
            requireTime(ends, i);
            contiguous[i] = i > 0;
        }
        return owning(ends, rr, contiguous, normal(rr.length));
    }

    /** Successive intervals without a gap, in seconds; see {@link #ofMillis}. */
    public static BeatSeries ofSeconds(double... rrSeconds) {
        double[] millis = new double[rrSeconds.length];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = rrSeconds[i] * 1000;
        }
        return ofMillis(millis);
    }

    /**
     * Intervals with the times of the beats that end them. An interval that begins more than
     * {@value #CONTIGUITY_TOLERANCE_MS} ms away from the end of its predecessor follows a gap.
     *
     * @param endSeconds session time of the beat that ends each interval, in s, strictly increasing
     * @param rrMillis intervals in ms
     */
    public static BeatSeries ofIntervalsAt(double[] endSeconds, double[] rrMillis) {
        boolean[] contiguous = new boolean[rrMillis.length];
        for (int i = 1; i < Math.min(rrMillis.length, endSeconds.length); i++) {
            double implied = (endSeconds[i] - endSeconds[i - 1]) * 1000;
            contiguous[i] = Math.abs(implied - rrMillis[i]) <= CONTIGUITY_TOLERANCE_MS;
        }
        return of(endSeconds, rrMillis, contiguous, normal(rrMillis.length));
    }

    /**
     * The intervals between successive beats, without a gap.
     *
     * @param beatSeconds session times of the beats in s, strictly increasing; n beats give n − 1 intervals
     */
    public static BeatSeries ofBeatTimes(double... beatSeconds) {
        int n = Math.max(0, beatSeconds.length - 1);
        double[] ends = new double[n];
        double[] rr = new double[n];
        boolean[] contiguous = new boolean[n];
        for (int i = 0; i < n; i++) {
            ends[i] = beatSeconds[i + 1];
            rr[i] = (beatSeconds[i + 1] - beatSeconds[i]) * 1000;
            contiguous[i] = i > 0;
        }
        return of(ends, rr, contiguous, normal(n));
    }

    /**
     * Intervals with everything that is known of them.
     *
     * @param endSeconds session time of the beat that ends each interval, in s, strictly increasing
     * @param rrMillis intervals in ms, positive and finite
     * @param contiguous whether each interval follows its predecessor without a gap; the first entry is ignored
     * @param labels label of the beat that ends each interval
     * @throws IllegalArgumentException if lengths differ, or naming the first bad entry
     */
    public static BeatSeries of(double[] endSeconds, double[] rrMillis, boolean[] contiguous, BeatLabel[] labels) {
        int n = rrMillis.length;
        if (endSeconds.length != n || contiguous.length != n || labels.length != n) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "times, intervals, contiguity and labels must have one length, got %d, %d, %d and %d",
                    endSeconds.length,
                    n,
                    contiguous.length,
                    labels.length));
        }
        double[] ends = endSeconds.clone();
        double[] rr = rrMillis.clone();
        boolean[] linked = contiguous.clone();
        if (n > 0) {
            linked[0] = false;
        }
        for (int i = 0; i < n; i++) {
            requireInterval(rr[i], i);
            requireTime(ends, i);
        }
        return owning(ends, rr, linked, labels.clone());
    }

    private static BeatLabel[] normal(int n) {
        BeatLabel[] labels = new BeatLabel[n];
        Arrays.fill(labels, BeatLabel.NORMAL);
        return labels;
    }

    private static void requireInterval(double rr, int index) {
        if (!(rr > 0) || Double.isInfinite(rr)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "interval %d must be positive and finite, got %s ms", index, rr));
        }
    }

    private static void requireTime(double[] ends, int index) {
        if (!Double.isFinite(ends[index]) || (index > 0 && ends[index] <= ends[index - 1])) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "beat times must be finite and increasing: entry %d is %s s after %s s",
                    index,
                    ends[index],
                    index > 0 ? ends[index - 1] : "the start"));
        }
    }

    /** Number of intervals. */
    public int size() {
        return to - from;
    }

    /** Whether there is no interval. */
    public boolean isEmpty() {
        return to == from;
    }

    /** Interval {@code i} in ms. */
    public double millisAt(int i) {
        return rrMillis[index(i)];
    }

    /** Session time, in s, of the beat that ends interval {@code i}. */
    public double endSecondsAt(int i) {
        return endSeconds[index(i)];
    }

    /** Session time, in s, of the beat that begins interval {@code i}. */
    public double startSecondsAt(int i) {
        int at = index(i);
        return contiguous[at] && at > 0 ? endSeconds[at - 1] : endSeconds[at] - rrMillis[at] / 1000;
    }

    /** Whether interval {@code i} follows interval {@code i − 1} of this series without a gap; false for the first. */
    public boolean isContiguousAt(int i) {
        int at = index(i);
        return i > 0 && contiguous[at];
    }

    /** Label of the beat that ends interval {@code i}. */
    public BeatLabel labelAt(int i) {
        return labels[index(i)];
    }

    /** The intervals in ms, as a new array. */
    public double[] toMillis() {
        return Arrays.copyOfRange(rrMillis, from, to);
    }

    /**
     * Copies intervals in ms into an array, for computations that go through a long series block by block.
     *
     * @param fromIndex first interval, inclusive
     * @param toIndex last interval, exclusive
     * @param into takes them from its start
     */
    public void copyMillis(int fromIndex, int toIndex, double[] into) {
        if (fromIndex < 0 || toIndex > size() || fromIndex > toIndex) {
            throw noIntervals(fromIndex, toIndex);
        }
        System.arraycopy(rrMillis, from + fromIndex, into, 0, toIndex - fromIndex);
    }

    /** The session times, in s, of the beats that end the intervals, as a new array. */
    public double[] toEndSeconds() {
        return Arrays.copyOfRange(endSeconds, from, to);
    }

    /** For each interval whether it follows its predecessor in this series without a gap, as a new array. */
    public boolean[] toContiguous() {
        boolean[] copy = Arrays.copyOfRange(contiguous, from, to);
        if (copy.length > 0) {
            copy[0] = false;
        }
        return copy;
    }

    /** The labels, as a new array. */
    public BeatLabel[] toLabels() {
        return Arrays.copyOfRange(labels, from, to);
    }

    /** Number of gaps: intervals after the first that do not follow their predecessor. */
    public int gapCount() {
        return Math.max(0, gapsBefore(to) - gapsBefore(from + 1));
    }

    /**
     * Where each stretch of contiguous intervals begins, ascending, with the number of intervals appended as the end of
     * the last; n intervals without a gap give {@code {0, n}}, an empty series {@code {0}}.
     */
    public int[] toRunBounds() {
        if (isEmpty()) {
            return new int[] {0};
        }
        int first = gapsBefore(from + 1);
        int[] bounds = new int[gapCount() + 2];
        for (int k = 1; k < bounds.length - 1; k++) {
            bounds[k] = gaps[first + k - 1] - from;
        }
        bounds[bounds.length - 1] = size();
        return bounds;
    }

    /** Number of gaps at indices of the arrays below one. */
    private int gapsBefore(int at) {
        int place = Arrays.binarySearch(gaps, at);
        return place < 0 ? -place - 1 : place;
    }

    /** Session time that the intervals cover, in s: their sum, gaps not counted. */
    public double coveredSeconds() {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += rrMillis[i];
        }
        return sum / 1000;
    }

    /**
     * The intervals that lie wholly inside a window: begun at or after its start and ended at or before its end. The
     * interval that straddles a boundary belongs to neither side.
     *
     * @return a view that shares this series' arrays
     */
    public BeatSeries during(Window window) {
        int first = lowerBound(window.startSeconds());
        while (first < to && startSecondsAt(first - from) < window.startSeconds() - 1e-9) {
            first++;
        }
        int last = lowerBound(window.endSeconds() + 1e-9);
        return view(first, Math.max(first, last));
    }

    /** The intervals from {@code fromIndex} (inclusive) to {@code toIndex} (exclusive), as a view. */
    public BeatSeries subSeries(int fromIndex, int toIndex) {
        if (fromIndex < 0 || toIndex > size() || fromIndex > toIndex) {
            throw noIntervals(fromIndex, toIndex);
        }
        return view(from + fromIndex, from + toIndex);
    }

    private IllegalArgumentException noIntervals(int fromIndex, int toIndex) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "no intervals [%d, %d) in a series of %d", fromIndex, toIndex, size()));
    }

    /** From the start of the first interval to the end of the last; an empty series has an empty window at 0 s. */
    public Window extent() {
        return isEmpty() ? new Window(0, 0) : new Window(startSecondsAt(0), endSeconds[to - 1]);
    }

    private int lowerBound(double seconds) {
        int low = from;
        int high = to;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (endSeconds[mid] < seconds) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    private int index(int i) {
        if (i < 0 || i >= to - from) {
            throw new IndexOutOfBoundsException(
                    String.format(Locale.ROOT, "interval %d of a series of %d", i, to - from));
        }
        return from + i;
    }

    /** Equal when intervals, times, contiguity and labels are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BeatSeries that
                && Arrays.equals(rrMillis, from, to, that.rrMillis, that.from, that.to)
                && Arrays.equals(endSeconds, from, to, that.endSeconds, that.from, that.to)
                && Arrays.equals(toContiguous(), that.toContiguous())
                && Arrays.equals(labels, from, to, that.labels, that.from, that.to);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(toMillis()) + Arrays.hashCode(toEndSeconds());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d intervals, %s, %d gaps", size(), extent(), gapCount());
    }
}
