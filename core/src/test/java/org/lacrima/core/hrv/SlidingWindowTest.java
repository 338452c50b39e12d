package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.parallel.Threads;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/** Windows that are updated from place to place against each window by itself. */
class SlidingWindowTest {
    /** The stated bound, relative to the value. */
    private static final double BOUND = 1e-12;

    private static final List<HrvMetric> UPDATED = updated();

    private static List<HrvMetric> updated() {
        List<HrvMetric> metrics = new ArrayList<>(TimeDomain.all());
        metrics.addAll(Poincare.all());
        return metrics;
    }

    static Stream<Arguments> series() {
        double[] outliers = SeededSeries.normal(900, 850, 30, 5);
        outliers[400] = 90_000;
        outliers[401] = 1;
        outliers[800] = 3000;
        double[] calm = SeededSeries.normal(900, 850, 0.01, 6);
        calm[700] = 1200;
        double[] steps = SeededSeries.rounded(SeededSeries.normal(900, 700, 20, 7), 1);
        for (int i = 400; i < 700; i++) {
            steps[i] = 900;
        }
        return Stream.of(
                Arguments.of("random", BeatSeries.ofMillis(SeededSeries.normal(900, 850, 50, 1))),
                Arguments.of(
                        "in whole ms",
                        BeatSeries.ofMillis(SeededSeries.rounded(SeededSeries.normal(900, 900, 30, 2), 1))),
                Arguments.of(
                        "at 128 Hz",
                        BeatSeries.ofMillis(SeededSeries.rounded(SeededSeries.normal(900, 900, 30, 3), 7.8125))),
                Arguments.of("with outliers", BeatSeries.ofMillis(outliers)),
                Arguments.of("hardly varying but for one", BeatSeries.ofMillis(calm)),
                Arguments.of("constant in between", BeatSeries.ofMillis(steps)),
                Arguments.of("with gaps", withGaps(SeededSeries.normal(900, 800, 40, 8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void everyMetricOfEveryWindowIsWithinItsBound(String name, BeatSeries beats) {
        for (HrvMetric metric : UPDATED) {
            requireAgreement(
                    metric,
                    beats,
                    SlidingMetric.of(metric).withMinimumCoverage(0).aroundEveryBeat());
            requireAgreement(
                    metric,
                    beats,
                    SlidingMetric.of(metric)
                            .withMinimumCoverage(0)
                            .withWindow(Duration.ofSeconds(20))
                            .withStep(Duration.ofSeconds(33)));
        }
    }

    private static void requireAgreement(HrvMetric metric, BeatSeries beats, SlidingMetric sliding) {
        for (MetricTrace.Point point : sliding.of(beats).points()) {
            BeatSeries inside = beats.during(point.window());
            MetricValue alone = metric.of(inside);

            assertThat(point.intervals()).isEqualTo(inside.size());
            assertThat(point.coverage())
                    .isCloseTo(
                            Math.min(1, inside.coveredSeconds() / point.window().lengthSeconds()), within(BOUND));
            if (alone.isEstimable()) {
                double bound = BOUND * Math.abs(alone.orNaN());
                if (Math.abs(point.value().orNaN() - alone.orNaN()) > bound) {
                    assertThat(point.value().orNaN())
                            .as("%s of %s", metric, inside)
                            .isCloseTo(alone.orNaN(), within(bound));
                }
            }
            assertThat(point.value().reason()).isEqualTo(alone.reason());
        }
    }

    @Test
    void whatIsCountedOrRankedAndSumsOfWholeNumbersAreBitEqual() {
        BeatSeries beats = BeatSeries.ofMillis(SeededSeries.rounded(SeededSeries.normal(900, 900, 30, 2), 1));
        for (HrvMetric metric : List.of(
                TimeDomain.RMSSD,
                TimeDomain.PNN50,
                TimeDomain.NN20,
                TimeDomain.MEDIAN_NN,
                TimeDomain.MAD_NN,
                TimeDomain.MIN_HR,
                TimeDomain.MAX_HR,
                TimeDomain.HTI)) {
            for (MetricTrace.Point point :
                    SlidingMetric.of(metric).aroundEveryBeat().of(beats).points()) {
                assertThat(point.value()).isEqualTo(metric.of(beats.during(point.window())));
            }
        }
    }

    @Test
    void aDayWithArtifactsKeepsTheBound() {
        double[] rr = Corpus.rrMillis("afdb03665_raw");
        BeatSeries beats = BeatSeries.ofMillis(rr).subSeries(0, Math.min(rr.length, 20_000));
        for (HrvMetric metric : List.of(TimeDomain.RMSSD, TimeDomain.SDNN, TimeDomain.MEAN_NN, Poincare.SD2)) {
            requireAgreement(
                    metric,
                    beats,
                    SlidingMetric.of(metric).withMinimumCoverage(0).aroundEveryBeat());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void anyNumberOfThreadsGivesTheBitEqualTrace(int threads) {
        BeatSeries beats = BeatSeries.ofMillis(SeededSeries.normal(13_000, 850, 50, 1));
        for (HrvMetric metric : List.of(TimeDomain.SDNN, TimeDomain.RMSSD, TimeDomain.MEDIAN_NN)) {
            SlidingMetric sliding = SlidingMetric.of(metric).aroundEveryBeat();

            assertThat(sliding.of(beats, Threads.of(threads)).points())
                    .isEqualTo(sliding.of(beats).points());
        }
        SlidingMetric power = SlidingMetric.of(FrequencyDomain.LN_HF).withStep(Duration.ofSeconds(2));
        assertThat(power.of(beats, Threads.of(threads)).points())
                .isEqualTo(power.of(beats).points());
    }

    private static BeatSeries withGaps(double[] rr) {
        Random random = new Random(9);
        double[] ends = new double[rr.length];
        boolean[] contiguous = new boolean[rr.length];
        double at = 0;
        for (int i = 0; i < rr.length; i++) {
            boolean gap = random.nextInt(25) == 0;
            at += rr[i] / 1000 + (gap ? 20 * random.nextDouble() : 0);
            ends[i] = at;
            contiguous[i] = i > 0 && !gap;
        }
        BeatLabel[] labels = BeatSeries.ofMillis(rr).toLabels();
        return BeatSeries.of(ends, rr, contiguous, labels);
    }
}
