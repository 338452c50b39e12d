package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;

/** The mean breathing cycle of hearts whose every phase is known. */
class CycleTemplateTest {

    @ParameterizedTest
    @CsvSource({"20, 0.11", "40, 0.17", "60, 0.23"})
    void aHeartThatFollowsEveryBreathHasTwiceItsAmplitude(double amplitude, double hertz) {
        HeartAndBreath pair =
                HeartAndBreath.of(Breathing.heart(600, 500, amplitude, hertz), Breathing.even(600, hertz));

        MetricValue rsa = CycleTemplate.withDefaults().of(pair);

        // the chord between beats 0.5 s apart lies inside the wave by at most 1 − cos(π · hertz · interval)
        double chord = Math.cos(Math.PI * hertz * (0.5 + amplitude / 1000));
        assertThat(rsa.orNaN()).isBetween(2 * amplitude * chord, 2 * amplitude);
        assertThat(rsa.unit()).isEqualTo(Unit.MS);
    }

    @Test
    void theTemplateIsHeartPeriodAtEachPhase() {
        HeartAndBreath pair = HeartAndBreath.of(Breathing.heart(300, 400, 30, 0.1), Breathing.even(300, 0.1));

        CycleTemplate.Template template = CycleTemplate.withDefaults().template(pair);

        assertThat(template.phase()).hasSize(50).startsWith(0.0, 0.02);
        for (int p = 0; p < 50; p++) {
            assertThat(template.millis().get(p))
                    .isCloseTo(
                            400 + 30 * Math.cos(2 * Math.PI * template.phase().get(p)), within(0.5));
        }
        assertThat(template.exhalePhase()).isEqualTo(0.5);
        // the first breath begins before a beat is known, the last may end after the last one
        assertThat(template.breaths() + template.withoutValue()).isEqualTo(30);
        assertThat(template.withoutValue()).isLessThanOrEqualTo(2);
    }

    @Test
    void inhalationAndExhalationAreStretchedEachByItself() {
        // given breaths of two shapes, and a heart that is at its fastest as each exhalation begins
        List<Breath> breaths = new ArrayList<>();
        for (int b = 0; b < 40; b++) {
            double at = 10.0 * b;
            breaths.add(Breath.ofSeconds(at, at + (b % 2 == 0 ? 3 : 5), at + 10));
        }
        BeatSeries beats = Breathing.heart(410, t -> {
            Breath b = breaths.get(Math.min(39, (int) (t / 10)));
            double share = t < b.exhaleSeconds()
                    ? (t - b.inhaleSeconds()) / b.inspirationSeconds()
                    : 1 - (t - b.exhaleSeconds()) / b.expirationSeconds();
            return 500 - 60 * Math.max(0, share);
        });

        CycleTemplate.Template template = CycleTemplate.withDefaults()
                .template(HeartAndBreath.of(beats, new MeasuredRespiration(breaths, Unit.ONE, "belt")));

        assertThat(template.exhalePhase()).isCloseTo(0.4, within(0.01));
        assertThat(template.millis().get(20)).isCloseTo(440, within(5.0));
        assertThat(template.standardDeviation()).allSatisfy(sd -> assertThat(sd).isLessThan(5));
    }

    @Test
    void noiseThatIsNotLockedToBreathingAveragesOut() {
        Random random = new Random(1);
        BeatSeries beats = Breathing.heart(1500, t -> 800 + 30 * Math.cos(2 * Math.PI * 0.2 * t));
        double[] noisy = beats.toMillis();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += 40 * random.nextGaussian();
        }
        BeatSeries heart = BeatSeries.of(beats.toEndSeconds(), noisy, beats.toContiguous(), beats.toLabels());
        HeartAndBreath pair = HeartAndBreath.of(heart, Breathing.even(1500, 0.2));

        double template = CycleTemplate.withDefaults().of(pair).orNaN();
        double peakToTrough = PeakToTrough.withDefaults().of(pair).orNaN();

        assertThat(template).isCloseTo(58, within(8.0));
        assertThat(peakToTrough).isGreaterThan(80);
    }

    @Test
    void breathsWithAGapHaveNoPartAndTooFewAreNotEstimable() {
        HeartAndBreath pair = HeartAndBreath.of(
                BreathingMask.of(List.of(new Window(10, 30))).removeFrom(Breathing.heart(40, 500, 30, 0.2)),
                Breathing.even(40, 0.2));

        assertThat(CycleTemplate.withDefaults().of(pair).reason()).isEqualTo("2 breaths without a gap of 8, 3 needed");
        assertThatThrownBy(() -> CycleTemplate.withDefaults().withPoints(2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
