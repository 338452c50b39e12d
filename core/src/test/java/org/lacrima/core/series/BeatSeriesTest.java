package org.lacrima.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BeatSeriesTest {

    @Test
    void intervalsAloneStartAtZeroAndHaveNoGap() {
        BeatSeries beats = BeatSeries.ofMillis(800, 900, 1000);

        assertThat(beats.size()).isEqualTo(3);
        assertThat(beats.toEndSeconds()).containsExactly(0.8, 1.7, 2.7);
        assertThat(beats.startSecondsAt(0)).isZero();
        assertThat(beats.gapCount()).isZero();
        assertThat(beats.isContiguousAt(0)).as("the first has no predecessor").isFalse();
        assertThat(beats.isContiguousAt(1)).isTrue();
        assertThat(beats.coveredSeconds()).isEqualTo(2.7);
    }

    @Test
    void beatTimesAndIntervalsDescribeTheSameHeart() {
        BeatSeries fromTimes = BeatSeries.ofBeatTimes(10, 10.8, 11.7);
        assertThat(fromTimes.toMillis()[0]).isCloseTo(800, within(1e-9));
        assertThat(fromTimes.extent()).isEqualTo(Window.ofSeconds(10, 11.7));
    }

    @Test
    void timesThatDoNotAddUpAreAGapAndNotALongInterval() {
        BeatSeries beats =
                BeatSeries.ofIntervalsAt(new double[] {1.0, 1.8, 10.0, 10.9}, new double[] {800, 800, 850, 900});

        assertThat(beats.toContiguous()).containsExactly(false, true, false, true);
        assertThat(beats.gapCount()).isEqualTo(1);
        assertThat(beats.coveredSeconds()).isEqualTo(3.35);
        assertThat(beats.startSecondsAt(2)).isEqualTo(10.0 - 0.85);
    }

    @Test
    void aWindowHoldsTheIntervalsThatLieWhollyInside() {
        BeatSeries beats = BeatSeries.ofMillis(1000, 1000, 1000, 1000);

        BeatSeries inside = beats.during(Window.ofSeconds(0.5, 3));

        assertThat(inside.toEndSeconds())
                .as("the interval that straddles 0.5 s is outside")
                .containsExactly(2, 3);
        assertThat(inside.isContiguousAt(0)).as("its predecessor is outside").isFalse();
        assertThat(inside.isContiguousAt(1)).isTrue();
    }

    @Test
    void adjacentWindowsShareNoInterval() {
        BeatSeries beats = BeatSeries.ofMillis(700, 810, 640, 905, 777, 823, 690);
        int left = beats.during(Window.ofSeconds(0, 2.5)).size();
        int right = beats.during(Window.ofSeconds(2.5, 10)).size();
        assertThat(left + right)
                .as("only the straddling interval is in neither")
                .isEqualTo(beats.size() - 1);
    }

    @Test
    void whatNoHeartCanDoIsRefusedWithItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BeatSeries.ofMillis(800, -1))
                .withMessageContaining("interval 1")
                .withMessageContaining("-1.0 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BeatSeries.ofMillis(Double.NaN))
                .withMessageContaining("interval 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BeatSeries.ofBeatTimes(1, 2, 2))
                .withMessageContaining("interval 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BeatSeries.ofIntervalsAt(new double[] {1}, new double[] {800, 800}))
                .withMessageContaining("one length");
    }

    @Test
    void theCallersArraysStayTheirOwn() {
        double[] rr = {800, 900};
        BeatSeries beats = BeatSeries.ofMillis(rr);
        rr[0] = 1;
        beats.toMillis()[1] = 2;
        assertThat(beats.toMillis()).containsExactly(800, 900);
    }

    @Test
    void equalBeatsAreEqualBySlice() {
        BeatSeries whole = BeatSeries.ofMillis(800, 900, 1000);
        assertThat(whole.subSeries(0, 2))
                .isEqualTo(BeatSeries.ofMillis(800, 900))
                .hasSameHashCodeAs(BeatSeries.ofMillis(800, 900));
        assertThat(whole.subSeries(1, 3)).as("its times differ").isNotEqualTo(BeatSeries.ofMillis(900, 1000));
    }

    @Test
    void windowsAreHalfOpen() {
        Window window = Window.startingAt(60, Duration.ofSeconds(30));
        assertThat(window.contains(60)).isTrue();
        assertThat(window.contains(90)).isFalse();
        assertThat(window.overlaps(Window.ofSeconds(90, 100))).isFalse();
        assertThat(window.last(Duration.ofSeconds(10))).isEqualTo(Window.ofSeconds(80, 90));
        assertThat(window.first(Duration.ofMinutes(5))).isEqualTo(window);
        assertThatIllegalArgumentException().isThrownBy(() -> Window.ofSeconds(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Window.ofSeconds(Double.NaN, 1));
    }

    @Test
    void runsLieBetweenGapsInAWindowToo() {
        BeatSeries beats = BeatSeries.of(
                new double[] {1, 2, 3, 14, 15, 26, 27},
                new double[] {800, 810, 820, 830, 840, 850, 860},
                new boolean[] {true, true, true, false, true, false, true},
                BeatSeries.ofMillis(1, 1, 1, 1, 1, 1, 1).toLabels());

        assertThat(beats.toRunBounds()).containsExactly(0, 3, 5, 7);
        assertThat(beats.gapCount()).isEqualTo(2);
        assertThat(beats.subSeries(1, 6).toRunBounds()).containsExactly(0, 2, 4, 5);
        assertThat(beats.subSeries(3, 5).toRunBounds()).containsExactly(0, 2);
        assertThat(beats.subSeries(3, 5).gapCount()).isZero();
        assertThat(beats.subSeries(4, 4).toRunBounds()).containsExactly(0);
        assertThat(beats.subSeries(4, 4).gapCount()).isZero();
        assertThat(BeatSeries.ofMillis().toRunBounds()).containsExactly(0);
    }

    @Test
    void copiesIntervalsOfAWindow() {
        double[] into = new double[4];
        BeatSeries.ofMillis(800, 810, 820, 830).subSeries(1, 4).copyMillis(1, 3, into);

        assertThat(into).containsExactly(820, 830, 0, 0);
        assertThatThrownBy(() -> BeatSeries.ofMillis(800).copyMillis(0, 2, into))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no intervals [0, 2) in a series of 1");
    }

    @Test
    void refusesIntervalsThatAreTooShortOrTooLongForTheClock() {
        assertThatThrownBy(() -> BeatSeries.ofMillis(800, 1e-300))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 1 is 0.8 s after 0.8 s");
        assertThatThrownBy(() -> BeatSeries.ofMillis(1e308, 1e308))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 1 is Infinity s");
    }
}
