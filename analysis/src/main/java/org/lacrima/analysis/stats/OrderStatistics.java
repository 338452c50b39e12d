package org.lacrima.analysis.stats;

import java.util.Locale;

/** Intervals of a shift between order statistics of its elementary estimates, from the exact null distribution. */
final class OrderStatistics {

    private OrderStatistics() {}

    /**
     * The interval between the k-th smallest and the k-th largest estimate, k the least with {@code P(T ≤ k) ≥ α⁄2}.
     *
     * @param sorted estimates in ascending order
     * @param ofTwice probabilities of twice the statistic; only even entries matter
     */
    static Inference<Interval> interval(double[] sorted, double[] ofTwice, double confidence) {
        double half = (1 - confidence) / 2;
        double below = 0;
        int k = 0;
        while (below + ofTwice[2 * k] < half) {
            below += ofTwice[2 * k];
            k++;
        }
        return k == 0
                ? Inference.notEstimable(
                        String.format(Locale.ROOT, "so few values reach no interval of %s confidence", confidence))
                : Inference.of(new Interval(sorted[k - 1], sorted[sorted.length - k], confidence));
    }
}
