package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClockTimesTest {

    private static double[] minutes(String zero, String... times) {
        return ClockTimes.minutesFrom(
                LocalTime.parse(zero), Stream.of(times).map(LocalTime::parse).toList());
    }

    @Test
    void minutesCountFromTheZero() {
        assertThat(minutes("14:00", "13:50", "14:00", "14:20", "15:30:30")).containsExactly(-10, 0, 20, 90.5);
    }

    @Test
    void theNightIsNoTrouble() {
        assertThat(minutes("23:40", "23:30", "23:55", "00:10", "00:55")).containsExactly(-10, 15, 30, 75);
        assertThat(minutes("00:05", "23:55", "00:05", "00:30")).containsExactly(-10, 0, 25);
    }

    @Test
    void aDayRoundTheClockIsADay() {
        assertThat(minutes("07:00", "07:00", "12:00", "22:00", "06:59")).containsExactly(0, 300, 900, 1439);
    }

    @Test
    void twoSamplesAtOnceAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minutes("07:00", "07:00", "07:30", "07:30"))
                .withMessage("samples 1 and 2 are both at 07:30");
        assertThat(ClockTimes.minutesFrom(LocalTime.NOON, List.of())).isEmpty();
    }
}
