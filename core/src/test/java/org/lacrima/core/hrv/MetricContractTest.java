package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.metric.MetricValue;
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
    void givesTheBitEqualValueAgainAndInAPanel(HrvMetric metric) {
        BeatSeries beats = random(400, 7);
        MetricValue once = metric.of(beats);
        assertThat(metric.of(beats)).isEqualTo(once);
        assertThat(once.unit()).isEqualTo(metric.unit());
        assertThat(HrvPanel.withDefaults().of(beats)).contains(once);
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
