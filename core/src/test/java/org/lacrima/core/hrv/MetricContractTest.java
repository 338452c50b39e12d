package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/** What every metric of the catalogue promises, whatever it measures. */
class MetricContractTest {

    static Stream<HrvMetric> catalogue() {
        return HrvMetrics.all().stream();
    }

    @Test
    void namesAreUnique() {
        List<String> names = HrvMetrics.all().stream().map(HrvMetric::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void isDescribed(HrvMetric metric) {
        assertThat(metric.definition()).isNotBlank();
        assertThat(metric.minimumData()).isNotBlank();
        assertThat(metric.gapRule()).isNotBlank();
        assertThat(metric.source().authors()).isNotBlank();
        assertThat(metric.source().year()).isBetween(1900, 2030);
        assertThat(HrvMetrics.named(metric.name())).contains(metric);
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void answersEverySeriesWithAFiniteValueOrAReason(HrvMetric metric) {
        for (BeatSeries beats : awkward()) {
            MetricValue value = metric.of(beats);
            assertThat(value.name()).isEqualTo(metric.name());
            assertThat(value.unit()).isEqualTo(metric.unit());
            if (value instanceof MetricValue.Estimate estimate) {
                assertThat(estimate.value()).as("%s of %s", metric, beats).isFinite();
                assertThat(estimate.n()).as("n of %s of %s", metric, beats).isPositive();
            } else {
                assertThat(value.reason()).as("%s of %s", metric, beats).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void givesTheBitEqualValueAgainAndInAPanel(HrvMetric metric) {
        BeatSeries beats = random(400, 7);
        MetricValue once = metric.of(beats);
        assertThat(metric.of(beats)).isEqualTo(once);
        assertThat(HrvPanel.withDefaults().of(beats)).contains(once);
    }

    /** Series that are short, constant, gappy, alternating or absurd. */
    private static List<BeatSeries> awkward() {
        double[] constant = new double[300];
        Arrays.fill(constant, 800);
        double[] alternating = new double[300];
        for (int i = 0; i < alternating.length; i++) {
            alternating[i] = i % 2 == 0 ? 700 : 900;
        }
        double[] absurd = random(300, 3).toMillis();
        absurd[100] = 2;
        absurd[200] = 10_000;
        BeatSeries plain = random(300, 4);
        boolean[] neverContiguous = new boolean[300];
        double[] apart = plain.toEndSeconds();
        for (int i = 0; i < apart.length; i++) {
            apart[i] += i * 5.0;
        }
        BeatLabel[] labels = plain.toLabels();
        boolean[] everyTenth = plain.toContiguous();
        for (int i = 0; i < everyTenth.length; i += 10) {
            everyTenth[i] = false;
        }
        return List.of(
                BeatSeries.ofMillis(),
                BeatSeries.ofMillis(800),
                BeatSeries.ofMillis(800, 810),
                BeatSeries.ofMillis(800, 810, 790),
                BeatSeries.ofMillis(2, 10_000, 2),
                random(20, 1),
                random(60, 2),
                BeatSeries.ofMillis(constant),
                BeatSeries.ofMillis(alternating),
                BeatSeries.ofMillis(absurd),
                BeatSeries.of(apart, plain.toMillis(), neverContiguous, labels),
                BeatSeries.of(plain.toEndSeconds(), plain.toMillis(), everyTenth, labels));
    }

    private static BeatSeries random(int n, long seed) {
        Random random = new Random(seed);
        double[] rr = new double[n];
        for (int i = 0; i < n; i++) {
            rr[i] = Math.rint(850 + 40 * Math.sin(i * 0.3) + 20 * random.nextGaussian());
        }
        return BeatSeries.ofMillis(rr);
    }
}
