package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;

/** What holds for every RSA metric: it is described, repeatable, indifferent to the clock, and never NaN. */
class RsaContractTest {

    /** A metric with its subject made from beats, breathing being even at 0.25 Hz. */
    private record Case(Metric<?> metric, Function<BeatSeries, MetricValue> value) {
        @Override
        public String toString() {
            return metric.name();
        }
    }

    private static MeasuredRespiration breathing(double startSeconds) {
        return new MeasuredRespiration(
                Breathing.even(300, 0.25).breaths().stream()
                        .map(b -> Breath.ofSeconds(
                                startSeconds + b.inhaleSeconds(),
                                startSeconds + b.exhaleSeconds(),
                                startSeconds + b.endSeconds()))
                        .toList(),
                Unit.ONE,
                "belt");
    }

    static Stream<Case> metrics() {
        return Stream.concat(
                RsaMetrics.ofBeats().stream().map(m -> new Case(m, m::of)),
                RsaMetrics.ofHeartAndBreath().stream()
                        .map(m -> new Case(
                                m,
                                beats -> m.of(HeartAndBreath.of(
                                        beats, breathing(beats.extent().startSeconds()))))));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isDescribed(Case c) {
        assertThat(List.of(
                        c.metric().name(),
                        c.metric().unit().symbol(),
                        c.metric().definition(),
                        c.metric().minimumData(),
                        c.metric().gapRule(),
                        c.metric().source().doi()))
                .noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isRepeatableAndIndifferentToTheClock(Case c) {
        BeatSeries beats = MadeSeries.beats("made_rest");
        double[] later = beats.toEndSeconds();
        for (int i = 0; i < later.length; i++) {
            later[i] += 1024;
        }

        MetricValue value = c.value().apply(beats);
        MetricValue shifted =
                c.value().apply(BeatSeries.of(later, beats.toMillis(), beats.toContiguous(), beats.toLabels()));

        assertThat(value.isEstimable()).isTrue();
        assertThat(value.unit()).isEqualTo(c.metric().unit());
        assertThat(c.value().apply(beats)).isEqualTo(value);
        assertThat(shifted.orNaN()).isCloseTo(value.orNaN(), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isNotEstimableFromTwoIntervals(Case c) {
        assertThat(c.value().apply(BeatSeries.ofMillis(800, 810)).isEstimable()).isFalse();
    }
}
