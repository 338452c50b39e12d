package org.lacrima.analysis.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.statistics.distribution.FDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.Sample;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * Cronbach's α of a scale: {@code k⁄(k − 1)·(1 − Σsᵢ²⁄s²)} over k items, s² being the variance of the sum. Limits by Feldt:
 * {@code 1 − (1 − α)·F} with {@code n − 1} and {@code (n − 1)(k − 1)} degrees of freedom. Not estimable with fewer than two
 * items or persons or with a constant item. Sources: Cronbach 1951, doi:10.1007/BF02310555; Feldt, Woodruff &amp; Salih 1987,
 * doi:10.1177/014662168701100107.
 *
 * @param alpha α
 * @param standardised α of the standardised items, {@code k·r̄⁄(1 + (k − 1)r̄)}
 * @param interval interval of α
 * @param withoutItem α without each item in turn; empty with two items
 * @param itemRest correlation of each item with the sum of the others
 * @param items items
 * @param n persons
 */
public record CronbachAlpha(
        double alpha,
        double standardised,
        Interval interval,
        List<Double> withoutItem,
        List<Double> itemRest,
        int items,
        int n)
        implements StatisticalResult {

    /** Copies the lists. */
    public CronbachAlpha {
        withoutItem = List.copyOf(withoutItem);
        itemRest = List.copyOf(itemRest);
    }

    /**
     * α of a scale.
     *
     * @param items the answers to each item, the persons in one order
     * @param confidence coverage of the interval, between 0 and 1
     */
    public static Inference<CronbachAlpha> of(List<double[]> items, double confidence) {
        int k = items.size();
        int n = k == 0 ? 0 : items.get(0).length;
        if (k < 2 || n < 2) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "α needs two items and two persons, got %d and %d", k, n));
        }
        for (int i = 0; i < k; i++) {
            if (items.get(i).length != n) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "item %d has %d answers, item 0 has %d", i, items.get(i).length, n));
            }
            if (!(Sample.of(items.get(i)).variance() > 0)) {
                return Inference.notEstimable("item " + (i + 1) + " is constant");
            }
        }
        if (!(Sample.of(sum(items)).variance() > 0)) {
            return Inference.notEstimable("the sum of the items is constant");
        }
        double alpha = alpha(items);
        double df1 = n - 1.0;
        double df2 = df1 * (k - 1);
        double tail = (1 - confidence) / 2;
        Interval interval = new Interval(
                1 - (1 - alpha) * FDistribution.of(df1, df2).inverseSurvivalProbability(tail),
                1 - (1 - alpha) * FDistribution.of(df1, df2).inverseCumulativeProbability(tail),
                confidence);
        List<Double> without = new ArrayList<>();
        List<Double> itemRest = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            List<double[]> others = new ArrayList<>(items);
            double[] item = others.remove(i);
            if (k > 2) {
                without.add(alpha(others));
            }
            itemRest.add(new PearsonsCorrelation().correlation(item, sum(others)));
        }
        return Inference.of(new CronbachAlpha(alpha, standardised(items), interval, without, itemRest, k, n));
    }

    private static double alpha(List<double[]> items) {
        double k = items.size();
        double single = items.stream().mapToDouble(i -> Sample.of(i).variance()).sum();
        return k / (k - 1) * (1 - single / Sample.of(sum(items)).variance());
    }

    private static double standardised(List<double[]> items) {
        int k = items.size();
        double r = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                r += new PearsonsCorrelation().correlation(items.get(i), items.get(j)) / (k * (k - 1) / 2.0);
            }
        }
        return k * r / (1 + (k - 1) * r);
    }

    private static double[] sum(List<double[]> items) {
        return IntStream.range(0, items.get(0).length)
                .mapToDouble(p -> items.stream().mapToDouble(i -> i[p]).sum())
                .toArray();
    }

    @Override
    public String apa() {
        return String.format(Locale.ROOT, "α = %s, %s, %d items", Apa.share(alpha), Apa.interval(interval), items);
    }
}
