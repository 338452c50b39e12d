package org.lacrima.core.beats;

/**
 * Order statistics of a centred sliding window. The window is kept sorted: a step replaces the value that leaves by the
 * one that enters with two binary searches and one copy of what lies between, so its width hardly matters. Values that
 * are NaN are left out; at the ends of the series the window is clipped.
 */
final class SlidingOrder {
    private final double[] values;
    private final int half;
    private final double[] sorted;
    private int size;

    private SlidingOrder(double[] values, int width) {
        this.values = values;
        this.half = width / 2;
        this.sorted = new double[width];
    }

    /** The median of the {@code width} values centred on each of {@code [from, to)}, written to the same places. */
    static void median(double[] values, int width, int from, int to, double[] result) {
        SlidingOrder window = new SlidingOrder(values, width);
        window.moveBefore(from);
        for (int i = from; i < to; i++) {
            window.moveTo(i);
            result[i] = window.median();
        }
    }

    /**
     * Half the distance between the quartiles (linear interpolation) of the {@code width} values centred on each of
     * {@code [from, to)}, written to the same places.
     */
    static void quartileDeviation(double[] values, int width, int from, int to, double[] result) {
        SlidingOrder window = new SlidingOrder(values, width);
        window.moveBefore(from);
        for (int i = from; i < to; i++) {
            window.moveTo(i);
            result[i] = (window.quantile(0.75) - window.quantile(0.25)) / 2;
        }
    }

    /** Takes in the window of the value before {@code i}, clipped at the start. */
    private void moveBefore(int i) {
        for (int k = Math.max(0, i - 1 - half); k < Math.min(i + half, values.length); k++) {
            add(values[k]);
        }
    }

    /** Moves on from the window of {@code i − 1} to that of {@code i}. */
    private void moveTo(int i) {
        double entering = i + half < values.length ? values[i + half] : Double.NaN;
        double leaving = i - half - 1 >= 0 ? values[i - half - 1] : Double.NaN;
        if (Double.isNaN(leaving)) {
            add(entering);
        } else if (Double.isNaN(entering)) {
            int at = place(leaving);
            System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
            size--;
        } else if (leaving != entering) {
            int gap = place(leaving);
            int to = place(entering);
            if (to > gap) {
                to--;
                System.arraycopy(sorted, gap + 1, sorted, gap, to - gap);
            } else {
                System.arraycopy(sorted, to, sorted, to + 1, gap - to);
            }
            sorted[to] = entering;
        }
    }

    private void add(double value) {
        if (!Double.isNaN(value)) {
            int at = place(value);
            System.arraycopy(sorted, at, sorted, at + 1, size - at);
            sorted[at] = value;
            size++;
        }
    }

    /** Number of values below one: a search that halves without branches, since none of them could be foretold. */
    private int place(double value) {
        double[] in = sorted;
        int base = 0;
        int length = size;
        while (length > 1) {
            int middle = length >>> 1;
            base = in[base + middle - 1] < value ? base + middle : base;
            length -= middle;
        }
        return length == 1 && in[base] < value ? base + 1 : base;
    }

    private double median() {
        if (size == 0) {
            return Double.NaN;
        }
        int middle = size / 2;
        return size % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double quantile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        double position = share * (size - 1);
        int below = (int) position;
        double low = sorted[below];
        return position == below ? low : low + (sorted[below + 1] - low) * (position - below);
    }
}
