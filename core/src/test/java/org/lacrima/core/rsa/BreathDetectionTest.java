package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.BreathDetection.Polarity;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.Window;

/** Belts on chests whose every breath is known: its onsets, its depth, and what noise and drift were put upon it. */
class BreathDetectionTest {
    private static final double RATE_HERTZ = 25;

    /** Breaths one after the other: duration around {@code seconds}, inhaling for 40 %, depth around 1. */
    private static List<Breath> known(int count, double seconds, double spread, long seed) {
        Random random = new Random(seed);
        List<Breath> breaths = new ArrayList<>();
        double at = 2;
        for (int b = 0; b < count; b++) {
            double duration = seconds * (1 + spread * (random.nextDouble() - 0.5));
            double depth = 1 + spread * (random.nextDouble() - 0.5);
            breaths.add(new Breath(at, at + 0.4 * duration, at + duration, OptionalDouble.of(depth)));
            at += duration;
        }
        return breaths;
    }

    /** The belt that such breaths stretch: a half cosine up, a half cosine down, at rest before, between and after. */
    private static double[] belt(List<Breath> breaths) {
        double[] y = new double[(int) ((breaths.get(breaths.size() - 1).endSeconds() + 2) * RATE_HERTZ)];
        for (Breath b : breaths) {
            for (int i = (int) Math.ceil(b.inhaleSeconds() * RATE_HERTZ); i < b.endSeconds() * RATE_HERTZ; i++) {
                double t = i / RATE_HERTZ;
                double phase = t < b.exhaleSeconds()
                        ? (t - b.inhaleSeconds()) / b.inspirationSeconds()
                        : 1 + (t - b.exhaleSeconds()) / b.expirationSeconds();
                y[i] = b.depth().orElseThrow() * (1 - Math.cos(Math.PI * phase)) / 2;
            }
        }
        return y;
    }

    private static SampledSignal signal(double... y) {
        return SampledSignal.of("belt", Unit.ONE, RATE_HERTZ, 0, y);
    }

    private static double value(Metric<Respiration> metric, Respiration respiration) {
        return metric.of(respiration).orNaN();
    }

    @ParameterizedTest
    @CsvSource({"6, 1", "9, 1", "15, 0.2", "20, 5", "30, 100", "45, 1"})
    void aSineHasItsRateAndItsDepth(double perMinute, double depth) {
        double[] y = new double[(int) (180 * RATE_HERTZ)];
        for (int i = 0; i < y.length; i++) {
            y[i] = 1000 - depth / 2 * Math.cos(2 * Math.PI * perMinute / 60 * i / RATE_HERTZ);
        }

        MeasuredRespiration breaths = BreathDetection.withDefaults().of(signal(y));

        assertThat(value(RespirationMetrics.RATE, breaths)).isCloseTo(perMinute, within(0.01 * perMinute));
        assertThat(value(RespirationMetrics.DEPTH, breaths)).isCloseTo(depth, within(0.03 * depth));
        assertThat(value(RespirationMetrics.INSPIRATION_TO_EXPIRATION, breaths)).isCloseTo(1, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"5, 0.4, 1", "4, 0.8, 2", "2.5, 0.6, 3", "7, 0.3, 4"})
    void breathsComeBackFromUnderNoiseDriftAndHeartBeats(double seconds, double spread, long seed) {
        List<Breath> truth = known(60, seconds, spread, seed);
        double[] y = belt(truth);
        Random noise = new Random(seed);
        for (int i = 0; i < y.length; i++) {
            double t = i / RATE_HERTZ;
            y[i] += 0.05 * noise.nextGaussian()
                    + 0.005 * t
                    + 0.5 * Math.sin(2 * Math.PI * t / 120)
                    + 0.04 * Math.sin(2 * Math.PI * 1.2 * t);
        }

        MeasuredRespiration found = BreathDetection.withDefaults().of(signal(y));

        // the outermost breaths have no turn on their outer side
        List<Breath> inner = truth.subList(1, truth.size() - 1);
        MeasuredRespiration known = new MeasuredRespiration(inner, Unit.ONE, "truth");
        Respiration same = found.during(
                new Window(inner.get(0).inhaleSeconds() - 1, inner.get(57).endSeconds() + 1));
        assertThat(same.breaths()).hasSameSizeAs(inner);
        for (int b = 0; b < inner.size(); b++) {
            assertThat(same.breaths().get(b).inhaleSeconds())
                    .isCloseTo(inner.get(b).inhaleSeconds(), within(0.6));
            assertThat(same.breaths().get(b).exhaleSeconds())
                    .isCloseTo(inner.get(b).exhaleSeconds(), within(0.6));
        }
        assertThat(value(RespirationMetrics.RATE, same)).isCloseTo(value(RespirationMetrics.RATE, known), within(0.15));
        assertThat(value(RespirationMetrics.DEPTH, same))
                .isCloseTo(value(RespirationMetrics.DEPTH, known), within(0.08));
        assertThat(value(RespirationMetrics.INSPIRATION_TO_EXPIRATION, same)).isCloseTo(2.0 / 3, within(0.1));
    }

    @Test
    void aHeldBreathIsAPauseAndNoBreath() {
        List<Breath> truth = new ArrayList<>(known(20, 4, 0, 1));
        double hold = truth.get(19).endSeconds();
        for (Breath b : known(20, 4, 0, 1)) {
            truth.add(new Breath(
                    b.inhaleSeconds() + hold + 28,
                    b.exhaleSeconds() + hold + 28,
                    b.endSeconds() + hold + 28,
                    b.depth()));
        }
        double[] y = belt(truth);
        Random noise = new Random(7);
        for (int i = 0; i < y.length; i++) {
            y[i] += 0.02 * noise.nextGaussian();
        }

        MeasuredRespiration found = BreathDetection.withDefaults().of(signal(y));
        BreathingMask pauses = BreathingMask.ofPauses(found, new Window(hold - 10, hold + 40));

        assertThat(found.breaths()).noneMatch(b -> b.window().overlaps(new Window(hold + 5, hold + 25)));
        assertThat(pauses.windows()).hasSize(1);
        assertThat(pauses.shareOf(new Window(hold, hold + 30))).isGreaterThan(0.8);
    }

    @Test
    void shallowBreathingAfterDeepIsStillBreathing() {
        List<Breath> truth = new ArrayList<>(known(20, 4, 0, 1));
        for (Breath b : List.copyOf(truth)) {
            truth.add(new Breath(
                    b.inhaleSeconds() + 80, b.exhaleSeconds() + 80, b.endSeconds() + 80, OptionalDouble.of(0.3)));
        }

        Respiration shallow =
                BreathDetection.withDefaults().of(signal(belt(truth))).during(new Window(90, 160));

        assertThat(value(RespirationMetrics.RATE, shallow)).isCloseTo(15, within(0.1));
        assertThat(value(RespirationMetrics.DEPTH, shallow)).isCloseTo(0.3, within(0.02));
    }

    @Test
    void aBeltThatFallsWithInhalationIsTurnedAround() {
        double[] y = belt(known(30, 5, 0, 1));
        double[] upsideDown = y.clone();
        for (int i = 0; i < y.length; i++) {
            upsideDown[i] = -y[i];
        }

        assertThat(BreathDetection.withDefaults().with(Polarity.INHALE_FALLS).of(signal(upsideDown)))
                .isEqualTo(BreathDetection.withDefaults().of(signal(y)));
    }

    @Test
    void aSignalWithoutBreathsHasNoneAndItsMetricsSaySo() {
        MeasuredRespiration still = BreathDetection.withDefaults().of(signal(new double[1000]));

        assertThat(still.breaths()).isEmpty();
        assertThat(BreathDetection.withDefaults().of(signal(1, 2, 3)).breaths()).isEmpty();
        for (var metric : RespirationMetrics.all()) {
            MetricValue value = metric.of(still);
            assertThat(value.reason()).isEqualTo("0 breaths with what it is made of, 1 needed");
        }
    }

    @Test
    void aSignalTooSlowForBreathsIsRefused() {
        SampledSignal slow = SampledSignal.of("belt", Unit.ONE, 1, 0, new double[100]);

        assertThatThrownBy(() -> BreathDetection.withDefaults().of(slow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("belt is sampled at 1.0 Hz, breaths need 4.0 Hz");
        assertThatThrownBy(() -> BreathDetection.withDefaults().withLongestBreath(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void breathingOutsideTheBandIsSaid() {
        Respiration slow = Breathing.even(100, 0.1);

        assertThat(RespirationMetrics.warningOutside(slow, 0.12, 0.40))
                .isEqualTo("10 of 10 breaths (100 %) lie outside 0.12–0.4 Hz (10 slower, 0 faster): "
                        + "RSA of this band misses them");
        assertThat(RespirationMetrics.warningOutside(Breathing.even(100, 0.2), 0.12, 0.40))
                .isEmpty();
    }

    @Test
    void breathsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> Breath.ofSeconds(2, 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inhale 2.0 s, exhale 1.0 s");
        assertThatThrownBy(() -> new MeasuredRespiration(
                        List.of(Breath.ofSeconds(0, 1, 3), Breath.ofSeconds(2, 3, 4)), Unit.ONE, "belt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("breath 1 begins at 2.0 s, before breath 0 ends at 3.0 s");
    }
}
