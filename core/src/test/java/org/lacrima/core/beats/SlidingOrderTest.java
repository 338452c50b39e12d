package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Commons Math 3.6.1 on a copy of each window; type R-7 is linear interpolation of the order statistics. */
class SlidingOrderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 45, 46, 91, 300})
    void agreesWithSortingEveryWindow(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[] values = new double[n];
        Arrays.setAll(values, i -> i % 17 == 5 ? Double.NaN : Math.rint(800 + 60 * random.nextDouble()));

        double[] medians = new double[n];
        double[] deviations = new double[n];
        SlidingOrder.median(values, 11, 0, n, medians);
        SlidingOrder.quartileDeviation(values, 91, 0, n, deviations);

        Percentile linear = new Percentile().withEstimationType(EstimationType.R_7);
        for (int i = 0; i < n; i++) {
            assertThat(medians[i]).isEqualTo(new Median().evaluate(window(values, i, 5)));
            double[] wide = window(values, i, 45);
            double expected = (linear.evaluate(wide, 75) - linear.evaluate(wide, 25)) / 2;
            assertThat(deviations[i]).isCloseTo(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 46, 91, 300})
    void aPartIsAsInTheWhole(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[] values = new double[n];
        Arrays.setAll(values, i -> i % 17 == 5 ? Double.NaN : Math.rint(800 + 60 * random.nextDouble()));
        double[] whole = new double[n];
        SlidingOrder.quartileDeviation(values, 91, 0, n, whole);

        for (int from = 0; from < n; from += 13) {
            double[] part = new double[n];
            SlidingOrder.quartileDeviation(values, 91, from, n, part);
            assertThat(Arrays.copyOfRange(part, from, n)).isEqualTo(Arrays.copyOfRange(whole, from, n));
        }
    }

    private static double[] window(double[] values, int centre, int half) {
        return Arrays.stream(values, Math.max(0, centre - half), Math.min(values.length, centre + half + 1))
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }
}
