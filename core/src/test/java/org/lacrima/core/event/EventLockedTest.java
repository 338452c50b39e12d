package org.lacrima.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.Window;

/** A signal that is its own clock: at second t its value is t, so that every bin says where it lies. */
class EventLockedTest {
    private static final Duration ONE = Duration.ofSeconds(1);
    private static final EventCourse CLOCK = EventCourse.of(SampledSignal.of(
            "clock", Unit.S, 1, 0, IntStream.range(0, 200).asDoubleStream().toArray()));

    private static double[] values(EventResponse response) {
        return response.bins().stream().mapToDouble(b -> b.value().orNaN()).toArray();
    }

    @Test
    void onTheOnsetABinBeginsAtTheOnset() {
        EventResponse response = EventLocked.onset(Duration.ofSeconds(2), Duration.ofSeconds(3), ONE)
                .of(CLOCK, new Window(50, 60));

        assertThat(values(response)).containsExactly(48, 49, 50, 51, 52);
        assertThat(response.bins().stream().map(EventResponse.Bin::from)).containsExactly(-2.0, -1.0, 0.0, 1.0, 2.0);
        assertThat(response.axis()).isEqualTo(Unit.S);
    }

    @Test
    void onTheOffsetABinBeginsAtTheOffset() {
        EventResponse response = EventLocked.offset(Duration.ofSeconds(2), Duration.ofSeconds(2), ONE)
                .of(CLOCK, new Window(50, 60));

        assertThat(values(response)).containsExactly(58, 59, 60, 61);
    }

    @Test
    void sharesOfAnEpisodeAreSharesHoweverLongItWas() {
        EventLocked shares = EventLocked.normalised(5);

        assertThat(values(shares.of(CLOCK, new Window(50, 60)))).containsExactly(50.5, 52.5, 54.5, 56.5, 58.5);
        assertThat(values(shares.of(CLOCK, new Window(100, 150)))).containsExactly(104.5, 114.5, 124.5, 134.5, 144.5);
        assertThat(shares.of(CLOCK, new Window(50, 60)).axis()).isEqualTo(Unit.PERCENT);
        assertThat(shares.of(CLOCK, new Window(50, 50)).bins().get(0).value().reason())
                .isEqualTo("the episode has no length");
    }

    /** Bouts of 3 s and of 10 s: after 3 s the average rests on one bout only, and says so. */
    @Test
    void raggedBoutsAreAveragedOverThoseThatStillLast() {
        EventLocked inside = EventLocked.onset(ONE, Duration.ofSeconds(5), ONE).withinEpisode();

        EventResponse person = inside.of(CLOCK, List.of(new Window(20, 23), new Window(40, 50)));

        assertThat(values(person)).containsExactly(29, 30, 31, 32, 43, 44);
        assertThat(person.bins().stream().map(b -> ((MetricValue.Estimate) b.value()).n()))
                .containsExactly(2, 2, 2, 2, 1, 1);
        assertThat(inside.of(CLOCK, new Window(20, 23)).bins().get(4).value().reason())
                .isEqualTo("the episode lasted 3.0 s only");
        assertThat(values(EventLocked.offset(Duration.ofSeconds(4), ONE, ONE)
                        .withinEpisode()
                        .of(CLOCK, new Window(20, 23))))
                .containsExactly(Double.NaN, 20, 21, 22, 23);
    }

    @Test
    void aRecordingThatEndsLeavesReasonsNotZeros() {
        EventResponse response =
                EventLocked.onset(Duration.ZERO, Duration.ofSeconds(4), ONE).of(CLOCK, new Window(198, 199));

        assertThat(values(response)).containsExactly(198, 199, Double.NaN, Double.NaN);
        assertThat(response.bins().get(3).value().reason()).isEqualTo("no sample");
    }

    @Test
    void theBaselineIsChosen() {
        EventLocked locked = EventLocked.onset(Duration.ZERO, Duration.ofSeconds(2), ONE);
        Window episode = new Window(50, 60);

        assertThat(values(locked.against(EventBaseline.beforeOnset(Duration.ofSeconds(10), Duration.ZERO))
                        .of(CLOCK, episode)))
                .containsExactly(50 - 44.5, 51 - 44.5);
        assertThat(values(
                        locked.against(EventBaseline.during(new Window(0, 21))).of(CLOCK, episode)))
                .containsExactly(40, 41);
        assertThat(values(locked.against(EventBaseline.level(MetricValue.of("rest", 40, Unit.S, 9)))
                        .of(CLOCK, episode)))
                .containsExactly(10, 11);
        EventResponse percent = locked.against(EventBaseline.level(MetricValue.of("rest", 40, Unit.S, 9))
                        .inPercent())
                .of(CLOCK, episode);
        assertThat(values(percent)).containsExactly(25, 27.5);
        assertThat(percent.unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void withoutABaselineThereIsNoResponseAndTheReasonIsTold() {
        EventLocked locked = EventLocked.onset(Duration.ZERO, ONE, ONE);
        Window early = new Window(0, 5);

        assertThat(locked.against(EventBaseline.beforeOnset(Duration.ofSeconds(10), Duration.ofSeconds(5)))
                        .of(CLOCK, early)
                        .bins()
                        .get(0)
                        .value()
                        .reason())
                .isEqualTo("baseline: no sample");
        assertThat(locked.against(EventBaseline.level(MetricValue.of("rest", 0, Unit.S, 1))
                                .inPercent())
                        .of(CLOCK, early)
                        .bins()
                        .get(0)
                        .value()
                        .reason())
                .isEqualTo("the baseline is 0: a share of it is undefined");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> locked.against(EventBaseline.level(MetricValue.of("rest", 1, Unit.MS, 1)))
                        .of(CLOCK, early))
                .withMessage("clock is in s but its baseline in ms");
    }

    @Test
    void oneNumberPerPersonNeedsHalfOfItsBins() {
        EventResponse response =
                EventLocked.onset(Duration.ZERO, Duration.ofSeconds(4), ONE).of(CLOCK, new Window(198, 199));

        assertThat(response.mean(0, 4)).isEqualTo(MetricValue.of("clock", 198.5, Unit.S, 2));
        assertThat(response.mean(1, 4).reason())
                .isEqualTo("1 of 3 bins from 1.0 to 4.0 s have a value, half needed: no sample");
        assertThat(response.mean(7, 9).reason()).contains("0 of 0 bins").contains("no bin lies there");
        assertThat(response.toTable().rows()).hasSize(4);
    }

    @Test
    void binsThatDoNotLineUpAreRefused() {
        EventResponse two = EventLocked.normalised(2).of(CLOCK, new Window(0, 10));
        EventResponse three = EventLocked.normalised(3).of(CLOCK, new Window(0, 10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventResponse.average(List.of(two, three)))
                .withMessageContaining("responses 0 and 1 do not line up");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventLocked.onset(Duration.ofMillis(1500), ONE, ONE))
                .withMessageContaining("whole number of bins");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventBaseline.beforeOnset(ONE, ONE))
                .withMessageContaining("begins earlier");
    }

    /** Shifting the recording and the event together changes nothing but rounding. */
    @Test
    void aResponseDoesNotDependOnWhereTheClockBegins() {
        double[] samples =
                IntStream.range(0, 300).mapToDouble(i -> Math.sin(0.1 * i)).toArray();
        EventLocked locked = EventLocked.onset(Duration.ofSeconds(5), Duration.ofSeconds(20), ONE)
                .against(EventBaseline.beforeOnset(Duration.ofSeconds(5), Duration.ZERO));

        double[] here =
                values(locked.of(EventCourse.of(SampledSignal.of("x", Unit.ONE, 4, 0, samples)), new Window(20, 30)));
        double[] later = values(
                locked.of(EventCourse.of(SampledSignal.of("x", Unit.ONE, 4, 1000, samples)), new Window(1020, 1030)));

        assertThat(later).containsExactly(here, within(1e-12));
    }
}
