package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranks, quantiles and counts against sorting the whole series, and Commons Math 3.6.1. */
class OrderTest {

    static Stream<Arguments> series() {
        double[] constant = new double[100];
        Arrays.fill(constant, 812.5);
        double[] absurd = SeededSeries.normal(5000, 800, 40, 8);
        absurd[1234] = 1e9;
        double[] hairline = {800, Math.nextUp(800), 800, Math.nextDown(800)};
        return Stream.concat(
                SeededSeries.kinds(),
                Stream.of(
                        Arguments.of("one", new double[] {800}),
                        Arguments.of("two", new double[] {900, 800}),
                        Arguments.of("constant", constant),
                        Arguments.of("differing by rounding", hairline),
                        Arguments.of("one absurd interval", absurd),
                        Arguments.of("long", SeededSeries.normal(20_000, 850, 60, 11)),
                        Arguments.of(
                                "long, in whole ms", SeededSeries.rounded(SeededSeries.normal(20_000, 850, 60, 12), 1)),
                        Arguments.of(
                                "long, at 128 Hz",
                                SeededSeries.rounded(SeededSeries.normal(20_000, 850, 60, 13), 7.8125))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void hasTheValueOfEveryRank(String name, double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        Order order = Order.of(x);

        for (int k = 0; k < x.length; k += 1 + x.length / 100) {
            int rank = (int) (k * 7919L % x.length);
            assertThat(order.at(rank)).isEqualTo(sorted[rank]);
        }
        assertThat(order.least()).isEqualTo(sorted[0]);
        assertThat(order.greatest()).isEqualTo(sorted[x.length - 1]);
        assertThat(order.ascending()).isEqualTo(sorted);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void quantilesInterpolateLinearly(String name, double[] x) {
        Percentile linear = new Percentile().withEstimationType(EstimationType.R_7);
        for (double p : new double[] {0.25, 0.5, 0.75}) {
            assertThat(Order.of(x).quantile(p)).isCloseTo(linear.evaluate(x, 100 * p), within(1e-12 * 1000));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void medianAbsoluteDeviationIsTheMedianOfTheSortedDeviations(String name, double[] x) {
        for (int n = x.length; n > Math.max(0, x.length - 3); n--) {
            double[] part = Arrays.copyOf(x, n);
            double median = Order.of(part).quantile(0.5);
            double[] deviations =
                    Arrays.stream(part).map(v -> Math.abs(v - median)).sorted().toArray();
            double plain = n % 2 == 1 ? deviations[n / 2] : (deviations[n / 2 - 1] + deviations[n / 2]) / 2;

            assertThat(Order.of(part).medianAbsoluteDeviation()).isEqualTo(plain);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void countsBelowAnEdgeAsThePredicateDecides(String name, double[] x) {
        Order order = Order.of(x);
        for (double width : new double[] {7.8125, 50, 0.1}) {
            for (double at : new double[] {order.least(), 799.9, 800, 850, 1000, order.greatest(), 1e10}) {
                double bin = Math.floor(at / width);
                long plain = Arrays.stream(x)
                        .filter(v -> Math.floor(v / width) < bin)
                        .count();

                assertThat(order.countBelow(bin * width, v -> Math.floor(v / width) < bin))
                        .isEqualTo(plain);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void histogramIsThatOfEveryIntervalDividedByTheWidth(String name, double[] x) {
        for (double width : new double[] {Histogram.TASK_FORCE_WIDTH_MS, 50}) {
            double[] bins =
                    Arrays.stream(x).map(v -> Math.floor(v / width)).sorted().toArray();
            int mode = 0;
            int equal = 0;
            for (int i = 0; i < bins.length; i++) {
                equal = i > 0 && bins[i] == bins[i - 1] ? equal + 1 : 1;
                mode = Math.max(mode, equal);
            }
            assertThat(Histogram.of(Order.of(x), width).modeCount()).isEqualTo(mode);
        }
    }
}
