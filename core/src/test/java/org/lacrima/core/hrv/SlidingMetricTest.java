package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

class SlidingMetricTest {

    @ParameterizedTest
    @ValueSource(strings = {"RMSSD", "SDNN", "lnHF", "HF_Lomb", "HF_AR", "MeanHR", "SD1"})
    void everyPointIsTheMetricOfItsWindow(String name) {
        BeatSeries beats = MadeSeries.beats("made_rest");
        HrvMetric metric = HrvMetrics.named(name).orElseThrow();

        MetricTrace trace =
                SlidingMetric.of(metric).withStep(Duration.ofSeconds(13)).of(beats);

        assertThat(trace.points()).hasSize(21);
        for (MetricTrace.Point point : trace.points()) {
            assertThat(point.value()).isEqualTo(metric.of(beats.during(point.window())));
            assertThat(point.value().isEstimable()).isTrue();
            assertThat(point.coverage()).isBetween(0.95, 1.0);
        }
    }

    @Test
    void stepInVagalToneIsSeenWithinOneWindow() {
        Random random = new Random(5);
        double[] rr = new double[1200];
        for (int i = 0; i < rr.length; i++) {
            // successive differences have a standard deviation of √2·σ
            rr[i] = 800 + (i < 600 ? 14 : 42) / Math.sqrt(2) * random.nextGaussian();
        }
        BeatSeries beats = BeatSeries.ofMillis(rr);
        double change = beats.endSecondsAt(599);

        TimedValues rmssd =
                SlidingMetric.of(TimeDomain.RMSSD).aroundEveryBeat().of(beats).toTimedValues();

        for (int i = 0; i < rmssd.size(); i++) {
            double after = rmssd.secondsAt(i) - change;
            if (after < -30) {
                assertThat(rmssd.valueAt(i)).isBetween(10.0, 19.0);
            } else if (after > 30) {
                assertThat(rmssd.valueAt(i)).isBetween(29.0, 58.0);
            }
        }
        assertThat(rmssd.size()).isGreaterThan(1100);
    }

    @Test
    void windowThatBeatsBarelyCoverIsAReasonAndKeepsItsPlace() {
        BeatSeries whole = MadeSeries.beats("made_rest");
        BeatSeries gappy = joined(whole.during(Window.ofSeconds(0, 100)), whole.during(Window.ofSeconds(160, 320)));

        MetricTrace trace = SlidingMetric.of(TimeDomain.RMSSD)
                .withStep(Duration.ofSeconds(20))
                .of(gappy);

        MetricTrace.Point inGap = trace.points().get(5);
        assertThat(inGap.window()).isEqualTo(Window.ofSeconds(100, 160));
        assertThat(inGap.value().reason()).isEqualTo("beats cover 0 % of the window, 80 % needed");
        assertThat(inGap.coverage()).isZero();
        assertThat(trace.points()).hasSize(13);
        assertThat(trace.toTimedValues().size()).isLessThan(13);
    }

    @Test
    void correctedBeatsShowInTheQualityOfAPoint() {
        BeatSeries beats = MadeSeries.beats("made_rest");
        BeatLabel[] labels = beats.toLabels();
        Arrays.fill(labels, 0, 10, BeatLabel.CORRECTED);
        BeatSeries labelled = BeatSeries.of(beats.toEndSeconds(), beats.toMillis(), beats.toContiguous(), labels);

        MetricTrace trace = SlidingMetric.of(TimeDomain.SDNN).of(labelled);

        MetricTrace.Point first = trace.points().get(0);
        assertThat(first.questionedShare()).isCloseTo(10.0 / first.intervals(), within(1e-12));
        assertThat(trace.points().get(20).questionedShare()).isZero();
    }

    @Test
    void recordingShorterThanTheWindowHasNoPoint() {
        assertThat(SlidingMetric.of(TimeDomain.SDNN)
                        .of(MadeSeries.beats("made_short"))
                        .points())
                .isEmpty();
        assertThat(SlidingMetric.of(TimeDomain.SDNN).of(BeatSeries.ofMillis()).points())
                .isEmpty();
    }

    @Test
    void refusesAWindowOfNothing() {
        assertThatThrownBy(() -> SlidingMetric.of(TimeDomain.SDNN).withWindow(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("window must be positive");
        assertThatThrownBy(() -> SlidingMetric.of(TimeDomain.SDNN).withMinimumCoverage(1.2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BeatSeries joined(BeatSeries a, BeatSeries b) {
        double[] seconds = Arrays.copyOf(a.toEndSeconds(), a.size() + b.size());
        double[] rr = Arrays.copyOf(a.toMillis(), a.size() + b.size());
        System.arraycopy(b.toEndSeconds(), 0, seconds, a.size(), b.size());
        System.arraycopy(b.toMillis(), 0, rr, a.size(), b.size());
        return BeatSeries.ofIntervalsAt(seconds, rr);
    }
}
