package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * {@link BeatSums} of a window whose ends only move on, in a fixed number of operations per interval.
 *
 * <p>Nothing is ever subtracted, so that a long interval leaves no rounding behind when it leaves: the window is cut in
 * two at a pivot. In front of it stand the sums from every interval up to the pivot, made once when the pivot was set;
 * behind it one sum grows with every interval that enters. Their sum is that of the window. When the window has passed
 * the pivot, its end becomes the new one. Means and squares are kept about a value from inside the window and joined after
 * Chan, Golub &amp; LeVeque 1983 (doi:10.1080/00031305.1983.10483115), so that each sum agrees with that of the window by
 * itself to 10⁻¹² of its value; sums of whole numbers are exact.
 */
final class SlidingSums {
    private final double[] rr;
    private final boolean[] contiguous;
    private int from;
    private int to;

    private int pivot;
    /** Interval of the first of the sums in front. */
    private int base;

    private double centre;
    /** Sums over the intervals from each up to the pivot, and over the differences after it. */
    private Sums[] front = {};

    /** Sums over the intervals from the pivot on, and over the differences that end there. */
    private final Sums back = new Sums();

    SlidingSums(double[] rr, boolean[] contiguous) {
        this.rr = rr;
        this.contiguous = contiguous;
    }

    /** Moves both ends; neither may lie before where it was. */
    void moveTo(int newFrom, int newTo) {
        from = newFrom;
        if (from >= pivot) {
            setPivot(newTo);
        }
        while (to < newTo) {
            back.add(rr[to] - centre, rr[to], to > 0 && contiguous[to] ? rr[to] - rr[to - 1] : Double.NaN);
            to++;
        }
    }

    private void setPivot(int end) {
        base = from;
        pivot = end;
        to = end;
        back.clear();
        int size = end - from;
        if (size == 0) {
            return;
        }
        centre = middle(rr[from], rr[from + size / 2], rr[end - 1]);
        if (front.length < size) {
            int known = front.length;
            front = Arrays.copyOf(front, size + size / 4);
            for (int k = known; k < front.length; k++) {
                front[k] = new Sums();
            }
        }
        front[size - 1].clear();
        front[size - 1].add(rr[end - 1] - centre, rr[end - 1], Double.NaN);
        for (int k = size - 2; k >= 0; k--) {
            int i = from + k;
            front[k].copy(front[k + 1]);
            front[k].add(rr[i] - centre, rr[i], contiguous[i + 1] ? rr[i + 1] - rr[i] : Double.NaN);
        }
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** Sum of the intervals of the window, in ms. */
    double totalMillis() {
        return from < pivot ? front[from - base].total + back.total : 0;
    }

    /** The sums of the window. */
    BeatSums sums() {
        if (from == to) {
            return new BeatSums(0, 0, 0, 0, 0, 0, 0, 0);
        }
        Sums a = front[from - base];
        int n = a.n + back.n;
        double apart = back.mean - a.mean;
        double share = (double) back.n / n;
        return new BeatSums(
                n,
                centre + a.mean + apart * share,
                a.squares + back.squares + apart * apart * a.n * share,
                a.differences + back.differences,
                a.sumOfDifferences + back.sumOfDifferences,
                a.squaredDifferences + back.squaredDifferences,
                a.above50 + back.above50,
                a.above20 + back.above20);
    }

    private static final class Sums {
        private int n;
        private double total;
        private double mean;
        private double squares;
        private int differences;
        private double sumOfDifferences;
        private double squaredDifferences;
        private int above50;
        private int above20;

        void clear() {
            n = 0;
            total = 0;
            mean = 0;
            squares = 0;
            differences = 0;
            sumOfDifferences = 0;
            squaredDifferences = 0;
            above50 = 0;
            above20 = 0;
        }

        void copy(Sums other) {
            n = other.n;
            total = other.total;
            mean = other.mean;
            squares = other.squares;
            differences = other.differences;
            sumOfDifferences = other.sumOfDifferences;
            squaredDifferences = other.squaredDifferences;
            above50 = other.above50;
            above20 = other.above20;
        }

        /** Adds an interval by its distance from the centre, and a difference where there is one. */
        void add(double deviation, double millis, double difference) {
            n++;
            total += millis;
            double apart = deviation - mean;
            mean += apart / n;
            squares += apart * (deviation - mean);
            if (!Double.isNaN(difference)) {
                double size = Math.abs(difference);
                differences++;
                sumOfDifferences += difference;
                squaredDifferences += difference * difference;
                above50 += size > 50 ? 1 : 0;
                above20 += size > 20 ? 1 : 0;
            }
        }
    }
}
