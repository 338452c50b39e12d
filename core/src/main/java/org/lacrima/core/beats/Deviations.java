package org.lacrima.core.beats;

import org.jspecify.annotations.Nullable;

/**
 * What Lipponen and Tarvainen test: how far each interval is from its predecessor and from the local median, each
 * divided by a threshold that follows the local spread.
 */
final class Deviations {
    /** Local median interval. */
    final double[] median;
    /** Threshold of the successive differences. */
    final double[] differenceThreshold;
    /** Threshold of the distances from the median. */
    final double[] medianThreshold;
    /** Successive difference over its threshold; NaN where there is none. */
    final double[] difference;
    /** Distance from the median, doubled below it, over its threshold. */
    final double[] fromMedian;

    private final double[] rr;
    private final double[] differences;
    private final Rule rule;
    /** Distance from the median in ms, doubled below it. */
    private final double[] distance;

    /**
     * How thresholds follow the local spread.
     *
     * @param alpha threshold in quartile deviations
     * @param thresholdWindow intervals behind a quartile deviation
     * @param medianWindow intervals behind a median
     * @param floor smallest threshold, in the unit of the intervals
     */
    record Rule(double alpha, int thresholdWindow, int medianWindow, double floor) {
        /** How many intervals to either side can change a threshold. */
        int reach() {
            return thresholdWindow / 2 + medianWindow / 2;
        }
    }

    private Deviations(double[] rr, double[] differences, Rule rule, Stretches fresh, @Nullable Deviations before) {
        int n = rr.length;
        this.rr = rr;
        this.differences = differences;
        this.rule = rule;
        median = new double[n];
        differenceThreshold = new double[n];
        medianThreshold = new double[n];
        distance = new double[n];
        if (before != null) {
            fresh.copyOthers(before.median, median);
            fresh.copyOthers(before.differenceThreshold, differenceThreshold);
            fresh.copyOthers(before.medianThreshold, medianThreshold);
        }
        for (int[] part : fresh.parts()) {
            SlidingOrder.median(rr, rule.medianWindow, part[0], part[1], median);
        }
        for (int i = 0; i < n; i++) {
            double d = rr[i] - median[i];
            distance[i] = d < 0 ? 2 * d : d;
        }
        fillThresholds(differences, fresh, differenceThreshold);
        fillThresholds(distance, fresh, medianThreshold);
        difference = ratios(differences, differenceThreshold);
        fromMedian = ratios(distance, medianThreshold);
    }

    /**
     * The deviations of a series.
     *
     * @param rr intervals
     * @param differences successive differences, NaN where there is none
     */
    static Deviations of(double[] rr, double[] differences, Rule rule) {
        return new Deviations(rr, differences, rule, Stretches.whole(rr.length), null);
    }

    /**
     * The deviations of a series that was made of this one: bit-equal to those of the new series by itself, but only what a
     * change can have reached is computed.
     *
     * @param source for each new interval the old one that it is, or a negative number
     */
    Deviations after(double[] newRr, double[] newDifferences, int[] source) {
        return new Deviations(newRr, newDifferences, rule, fresh(newRr, newDifferences, source), this);
    }

    private Stretches fresh(double[] newRr, double[] newDifferences, int[] source) {
        Stretches fresh = new Stretches(newRr.length, rule.reach());
        int from = 0;
        while (from < source.length) {
            int to = from;
            while (to < source.length
                    && source[to] >= 0
                    && source[to] - to == source[from] - from
                    && newRr[to] == rr[source[to]]
                    && same(newDifferences[to], differences[source[to]])) {
                to++;
            }
            if (to > from) {
                boolean begins = from == 0 && source[0] == 0;
                boolean ends = to == newRr.length && source[to - 1] == rr.length - 1;
                fresh.keep(from, to, source[from], begins, ends);
            }
            from = Math.max(to, from + 1);
        }
        return fresh;
    }

    private static boolean same(double a, double b) {
        return a == b || (Double.isNaN(a) && Double.isNaN(b));
    }

    /** Two neighbours' differences combined for the test of an ectopic beat: the one less opposed to their middle. */
    static double lessOpposed(double middle, double before, double after) {
        return middle > 0 ? Math.max(before, after) : middle < 0 ? Math.min(before, after) : 0;
    }

    /** The two following differences combined for the test of a long or short interval: the one more opposed. */
    static double moreOpposed(double first, double second, double third) {
        return first >= 0 ? Math.min(second, third) : first < 0 ? Math.max(second, third) : 0;
    }

    private void fillThresholds(double[] values, Stretches fresh, double[] thresholds) {
        double[] absolute = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            absolute[i] = Math.abs(values[i]);
        }
        for (int[] part : fresh.parts()) {
            SlidingOrder.quartileDeviation(absolute, rule.thresholdWindow, part[0], part[1], thresholds);
            for (int i = part[0]; i < part[1]; i++) {
                double threshold = rule.alpha * thresholds[i];
                thresholds[i] = threshold >= rule.floor ? threshold : rule.floor;
            }
        }
    }

    private static double[] ratios(double[] values, double[] thresholds) {
        double[] ratios = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ratios[i] = thresholds[i] == 0 ? Double.NaN : values[i] / thresholds[i];
        }
        return ratios;
    }
}
