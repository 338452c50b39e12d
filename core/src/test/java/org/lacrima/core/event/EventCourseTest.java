package org.lacrima.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lacrima.core.hrv.MetricTrace;
import org.lacrima.core.hrv.SlidingMetric;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/** Means over spans of time, worked out by hand. */
class EventCourseTest {
    /** Beats at 0, 0.8, 1.4, 2.4 s. */
    private static final BeatSeries THREE = BeatSeries.ofMillis(800, 600, 1000);

    @Test
    void heartPeriodOfASecondWeighsEachIntervalByTheShareThatItFills() {
        EventCourse period = EventCourse.heartPeriod(THREE);

        assertThat(period.meanIn(new Window(0, 1)).orNaN()).isCloseTo(0.8 * 800 + 0.2 * 600, within(1e-9));
        assertThat(period.meanIn(new Window(1, 2)).orNaN()).isCloseTo(0.4 * 600 + 0.6 * 1000, within(1e-9));
        assertThat(period.meanIn(new Window(0, 1))).isEqualTo(MetricValue.of("HeartPeriod", 760, Unit.MS, 2));
    }

    /** One whole beat and a third of the next in the first second: 60 · (1 + 0.2 ⁄ 0.6) = 80 bpm. */
    @Test
    void heartRateOfASecondIsTheBeatsInItTimesSixty() {
        assertThat(EventCourse.heartRate(THREE).meanIn(new Window(0, 1)).orNaN())
                .isCloseTo(80, within(1e-9));
    }

    /** Fractional beats add up: seconds of heart rate sum to the number of beats. */
    @Test
    void secondsOfHeartRateCountEveryBeatOnce() {
        Random random = new Random(4);
        double[] rr = random.doubles(200, 600, 1100).toArray();
        BeatSeries beats = BeatSeries.ofMillis(rr);
        EventCourse rate = EventCourse.heartRate(beats).withMinimumCoverage(0.01);
        double counted = 0;
        double end = beats.extent().endSeconds();

        for (int s = 0; s < end; s++) {
            double length = Math.min(1, end - s);
            counted += rate.meanIn(new Window(s, s + length)).orNaN() / 60 * length;
        }

        assertThat(counted).isCloseTo(200, within(1e-9));
    }

    @Test
    void aSpanThatBeatsCoverTooLittleHasNoMean() {
        BeatSeries gap = BeatSeries.ofIntervalsAt(new double[] {1, 5}, new double[] {1000, 1000});
        EventCourse period = EventCourse.heartPeriod(gap);

        assertThat(period.meanIn(new Window(0.5, 1.5)).orNaN()).isEqualTo(1000);
        assertThat(period.meanIn(new Window(0.75, 1.75)).reason())
                .isEqualTo("25 % of the span is covered, 50 % needed");
        assertThat(period.meanIn(new Window(2, 3)).reason()).isEqualTo("no beats");
        assertThat(period.withMinimumCoverage(0.2)
                        .meanIn(new Window(0.75, 1.75))
                        .orNaN())
                .isEqualTo(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> period.withMinimumCoverage(0))
                .withMessageContaining("0.0");
    }

    @Test
    void aSignalIsAveragedOverItsSamples() {
        EventCourse signal = EventCourse.of(SampledSignal.of("skin conductance", new Unit("µS"), 2, 10, 1, 2, 3, 4));

        assertThat(signal.meanIn(new Window(10.5, 11.5)))
                .isEqualTo(MetricValue.of("skin conductance", 2.5, new Unit("µS"), 2));
        assertThat(signal.meanIn(new Window(11, 13)).orNaN()).isEqualTo(3.5);
        assertThat(signal.meanIn(new Window(11, 14)).isEstimable()).isFalse();
        assertThat(signal.meanIn(new Window(0, 5)).reason()).isEqualTo("no sample");
    }

    @Test
    void readingsAreAveragedHoweverFew() {
        EventCourse sadness =
                EventCourse.of(TimedValues.of("sadness", Unit.ONE, new double[] {0, 30, 60}, new double[] {1, 5, 3}));

        assertThat(sadness.meanIn(new Window(0, 60)).orNaN()).isEqualTo(3);
        assertThat(sadness.meanIn(new Window(60, 61)).orNaN()).isEqualTo(3);
        assertThat(sadness.meanIn(new Window(31, 59)).reason()).isEqualTo("no reading");
    }

    @Test
    void aSlidingMetricStandsAtTheCentresOfItsWindows() {
        BeatSeries beats =
                BeatSeries.ofMillis(new Random(1).doubles(300, 700, 900).toArray());
        MetricTrace trace = SlidingMetric.of(TimeDomain.RMSSD)
                .withWindow(Duration.ofSeconds(30))
                .withStep(Duration.ofSeconds(10))
                .of(beats);

        MetricValue mean = EventCourse.of(trace).meanIn(new Window(30, 50));

        assertThat(mean.orNaN())
                .isEqualTo((trace.points().get(2).value().orNaN()
                                + trace.points().get(3).value().orNaN())
                        / 2);
        assertThat(mean.unit()).isEqualTo(Unit.MS);
        assertThat(EventCourse.of(trace).meanIn(new Window(0, 5)).reason()).isEqualTo("no window is centred here");
    }
}
