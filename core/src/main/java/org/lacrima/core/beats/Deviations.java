package org.lacrima.core.beats;

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

    private Deviations(
            double[] median,
            double[] differenceThreshold,
            double[] medianThreshold,
            double[] difference,
            double[] fromMedian) {
        this.median = median;
        this.differenceThreshold = differenceThreshold;
        this.medianThreshold = medianThreshold;
        this.difference = difference;
        this.fromMedian = fromMedian;
    }

    /**
     * @param rr intervals
     * @param differences successive differences, NaN where there is none
     * @param floor smallest threshold, in the unit of the intervals
     */
    static Deviations of(
            double[] rr, double[] differences, double alpha, int thresholdWindow, int medianWindow, double floor) {
        int n = rr.length;
        double[] median = SlidingOrder.median(rr, medianWindow);
        double[] fromMedian = new double[n];
        for (int i = 0; i < n; i++) {
            double distance = rr[i] - median[i];
            fromMedian[i] = distance < 0 ? 2 * distance : distance;
        }
        double[] differenceThreshold = thresholds(differences, alpha, thresholdWindow, floor);
        double[] medianThreshold = thresholds(fromMedian, alpha, thresholdWindow, floor);
        return new Deviations(
                median,
                differenceThreshold,
                medianThreshold,
                ratios(differences, differenceThreshold),
                ratios(fromMedian, medianThreshold));
    }

    /** Two neighbours' differences combined for the test of an ectopic beat: the one less opposed to their middle. */
    static double lessOpposed(double middle, double before, double after) {
        return middle > 0 ? Math.max(before, after) : middle < 0 ? Math.min(before, after) : 0;
    }

    /** The two following differences combined for the test of a long or short interval: the one more opposed. */
    static double moreOpposed(double first, double second, double third) {
        return first >= 0 ? Math.min(second, third) : first < 0 ? Math.max(second, third) : 0;
    }

    private static double[] thresholds(double[] values, double alpha, int width, double floor) {
        double[] absolute = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            absolute[i] = Math.abs(values[i]);
        }
        double[] thresholds = SlidingOrder.quartileDeviation(absolute, width);
        for (int i = 0; i < thresholds.length; i++) {
            double threshold = alpha * thresholds[i];
            thresholds[i] = threshold >= floor ? threshold : floor;
        }
        return thresholds;
    }

    private static double[] ratios(double[] values, double[] thresholds) {
        double[] ratios = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ratios[i] = thresholds[i] == 0 ? Double.NaN : values[i] / thresholds[i];
        }
        return ratios;
    }
}
