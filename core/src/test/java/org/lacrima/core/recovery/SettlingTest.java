package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/** A band of 70 ± 2 bpm, a value every 10 s, a dwell time of 20 s. */
class SettlingTest {
    private static final RecoveryBand BAND = new RecoveryBand(70, 2);

    @Test
    void whoComesBackAndStaysHasNoReactivation() {
        Settling settling = of(90, 80, 71, 70, 70, 69, 70, 71);

        assertThat(settling.reactivations().orNaN()).isZero();
        assertThat(settling.toleranceShare().orNaN()).isCloseTo(75, within(1e-9));
    }

    @Test
    void whoLeavesForTheDwellTimeAgainIsReactivated() {
        Settling settling = of(90, 70, 70, 70, 80, 81, 80, 70, 70, 70, 85, 85, 85, 85, 70);

        assertThat(settling.reactivations().orNaN()).isEqualTo(2);
    }

    @Test
    void aFlickerAboutTheEdgeIsNoReactivation() {
        assertThat(of(90, 70, 70, 70, 73, 70, 73, 73, 70, 70).reactivations().orNaN())
                .isZero();
        assertThat(of(90, 70, 70, 70, 80, 80, 71, 80, 80, 80).reactivations().orNaN())
                .as("a touch of the band does not interrupt what follows it")
                .isEqualTo(1);
    }

    @Test
    void whoWasNeverBackCannotBeReactivated() {
        Settling settling = of(90, 85, 70, 85, 80);

        assertThat(settling.reactivations().reason()).isEqualTo("not back before observation ended");
        assertThat(settling.toleranceShare().orNaN()).isCloseTo(20, within(1e-9));
        assertThat(of(90).toleranceShare().reason()).isEqualTo("1 values during recovery, 2 needed");
    }

    private static Settling of(double... values) {
        double[] seconds = new double[values.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = 10 * i;
        }
        return Settling.of(
                TimedValues.of("HR", Unit.BPM, seconds, values),
                Window.ofSeconds(0, 600),
                BAND,
                Duration.ofSeconds(20));
    }
}
