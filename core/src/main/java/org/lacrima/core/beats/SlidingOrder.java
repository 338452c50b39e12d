package org.lacrima.core.beats;

import java.util.Arrays;

/**
 * Order statistics of a centred sliding window. The window is kept sorted: a step replaces the value that leaves by the
 * one that enters with two binary searches and one copy of what lies between, so its width hardly matters. Values that
 * are NaN are left out; at the ends the window is clipped.
 */
final class SlidingOrder {
    private final double[] sorted;
    private int size;

    private SlidingOrder(int capacity) {
        sorted = new double[capacity];
    }

    /** The median of the {@code width} values centred on each. */
    static double[] median(double[] values, int width) {
        double[] result = new double[values.length];
        slide(values, width, (window, i) -> result[i] = window.median());
        return result;
    }

    /** Half the distance between the quartiles (linear interpolation) of the {@code width} values centred on each. */
    static double[] quartileDeviation(double[] values, int width) {
        double[] result = new double[values.length];
        slide(values, width, (window, i) -> result[i] = (window.quantile(0.75) - window.quantile(0.25)) / 2);
        return result;
    }

    private static void slide(double[] values, int width, Visitor visitor) {
        int half = width / 2;
        int n = values.length;
        SlidingOrder window = new SlidingOrder(width);
        for (int i = 0; i < Math.min(half, n); i++) {
            window.add(values[i]);
        }
        for (int i = 0; i < n; i++) {
            double entering = i + half < n ? values[i + half] : Double.NaN;
            double leaving = i - half - 1 >= 0 ? values[i - half - 1] : Double.NaN;
            window.replace(leaving, entering);
            visitor.visit(window, i);
        }
    }

    private void replace(double leaving, double entering) {
        if (Double.isNaN(leaving)) {
            add(entering);
        } else if (Double.isNaN(entering)) {
            int at = indexOf(leaving);
            System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
            size--;
        } else {
            int from = indexOf(leaving);
            int to = insertionPoint(entering);
            if (to > from) {
                to--;
                System.arraycopy(sorted, from + 1, sorted, from, to - from);
            } else {
                System.arraycopy(sorted, to, sorted, to + 1, from - to);
            }
            sorted[to] = entering;
        }
    }

    private void add(double value) {
        if (!Double.isNaN(value)) {
            int at = insertionPoint(value);
            System.arraycopy(sorted, at, sorted, at + 1, size - at);
            sorted[at] = value;
            size++;
        }
    }

    private int indexOf(double value) {
        return Arrays.binarySearch(sorted, 0, size, value);
    }

    private int insertionPoint(double value) {
        int at = indexOf(value);
        return at < 0 ? -at - 1 : at;
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

    private interface Visitor {
        void visit(SlidingOrder window, int i);
    }
}
