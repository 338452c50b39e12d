package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

class MonotoneRecoveryTest {
    private static final double[] FALL = {90, 88, 91, 83, 80, 84, 78, 79, 75, 76, 74, 71, 73, 72, 70, 71};

    /** scipy 1.17.1, {@code optimize.isotonic_regression(x, increasing=False)}. */
    @Test
    void theMonotoneCourseIsThatOfSciPy() {
        double[] course = {90, 89.5, 89.5, 83, 82, 82, 78.5, 78.5, 75.5, 75.5, 74, 72, 72, 72, 70.5, 70.5};

        assertThat(MonotoneRecovery.isotonic(FALL, -1)).containsExactly(course, within(1e-12));
        assertThat(MonotoneRecovery.isotonic(negated(FALL), 1)).containsExactly(negated(course), within(1e-12));
    }

    /** From 90 to 70.5 by way of 80.25, which lies midway between 82 at 50 s and 78.5 at 60 s. */
    @Test
    void theHalfTimeIsWhereHalfOfTheWayIsMade() {
        MonotoneRecovery plain = MonotoneRecovery.withDefaults().withMedianOf(1);

        assertThat(plain.halfTime(every10Seconds(FALL), Window.ofSeconds(900, 1100))
                        .orNaN())
                .isCloseTo(55, within(1e-9));
        assertThat(plain.halfTime(every10Seconds(negated(FALL)), Window.ofSeconds(900, 1100))
                        .orNaN())
                .as("a rise is a fall turned over")
                .isCloseTo(55, within(1e-9));
        assertThat(plain.towards(60)
                        .halfTime(every10Seconds(FALL), Window.ofSeconds(900, 1100))
                        .orNaN())
                .as("75 is passed between 75.5 at 90 s and 74 at 100 s")
                .isCloseTo(90 + 10 * 0.5 / 1.5, within(1e-9));
        assertThat(plain.towards(40)
                        .halfTime(every10Seconds(FALL), Window.ofSeconds(900, 1100))
                        .reason())
                .isEqualTo("not half of the way back when observation ended");
    }

    @Test
    void outliersMoveItByAStepAtMost() {
        double[] spoilt = FALL.clone();
        spoilt[7] = 200;
        spoilt[8] = 10;
        MonotoneRecovery median = MonotoneRecovery.withDefaults();

        assertThat(MonotoneRecovery.runningMedian(spoilt, 5)[7]).isEqualTo(78);
        assertThat(median.halfTime(every10Seconds(spoilt), Window.ofSeconds(900, 1100))
                        .orNaN())
                .as("at most a step between values later")
                .isCloseTo(
                        median.halfTime(every10Seconds(FALL), Window.ofSeconds(900, 1100))
                                .orNaN(),
                        within(10.001));
    }

    @RepeatedTest(20)
    void nothingThatIsMonotoneIsChanged(RepetitionInfo repetition) {
        double[] rising = new Random(repetition.getCurrentRepetition())
                .doubles(30)
                .sorted()
                .toArray();

        assertThat(MonotoneRecovery.isotonic(rising, 1)).containsExactly(rising);
        double mean = Arrays.stream(rising).average().orElseThrow();
        assertThat(Arrays.stream(MonotoneRecovery.isotonic(rising, -1)))
                .allSatisfy(v -> assertThat(v).isCloseTo(mean, within(1e-12)));
    }

    @Test
    void noiseHasNoHalfTime() {
        Random noise = new Random(3);
        double[] values = noise.doubles(40, 69, 71).toArray();
        MetricValue halfTime =
                MonotoneRecovery.withDefaults().halfTime(every10Seconds(values), Window.ofSeconds(900, 1300));

        assertThat(halfTime.reason()).contains("within a noise of");
        assertThat(MonotoneRecovery.withDefaults()
                        .halfTime(every10Seconds(70, 71), Window.ofSeconds(900, 1300))
                        .reason())
                .isEqualTo("2 of 8 values needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonotoneRecovery.withDefaults().withMedianOf(4))
                .withMessageContaining("odd");
    }

    private static double[] negated(double... values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }

    private static TimedValues every10Seconds(double... values) {
        double[] seconds = new double[values.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = 900 + 10 * i;
        }
        return TimedValues.of("HR", Unit.BPM, seconds, values);
    }
}
