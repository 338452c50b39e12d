package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.CensoredTime.Status;
import org.lacrima.core.recovery.TimeToRecovery.Return;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

class TimeToRecoveryTest {
    private static final RecoveryBand BAND = new RecoveryBand(70, 2);
    private static final TimeToRecovery TWENTY_SECONDS =
            TimeToRecovery.withDefaults().withDwell(Duration.ofSeconds(20));

    @Test
    void theFirstReturnThatLastsCounts() {
        TimedValues values = every10Seconds(90, 80, 71, 80, 71, 70, 72, 90);

        assertThat(of(TWENTY_SECONDS, values)).isEqualTo(CensoredTime.between(30, 40));
    }

    /** {@code 70 + 20 · e^(−t ⁄ 60)} is back within 2 bpm at {@code 60 · ln 10 = 138.155 s}. */
    @Test
    void anExponentialIsBackWhereItsFormulaSays() {
        double[] seconds = new double[600];
        double[] values = new double[600];
        for (int i = 0; i < 600; i++) {
            seconds[i] = 900 + i / 2.0;
            values[i] = 70 + 20 * Math.exp(-i / 2.0 / 60);
        }

        CensoredTime time = TWENTY_SECONDS.of(
                TimedValues.of("HR", Unit.BPM, seconds, values), Window.ofSeconds(900, 1200), BAND, 90);

        assertThat(time.status()).isEqualTo(Status.INTERVAL_CENSORED);
        assertThat(60 * Math.log(10)).isBetween(time.lowerSeconds(), time.upperSeconds());
        assertThat(time.upperSeconds() - time.lowerSeconds()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whoIsInTheBandFromTheStartHasTimeZeroAndIsNotExcluded() {
        assertThat(of(TWENTY_SECONDS, every10Seconds(71, 70, 69, 90))).isEqualTo(CensoredTime.event(0));
    }

    @Test
    void whoIsNotBackIsRightCensoredAtTheLastValue() {
        assertThat(of(TWENTY_SECONDS, every10Seconds(90, 85, 80, 76)))
                .isEqualTo(CensoredTime.after(30, "not back when observation ended"));
    }

    @Test
    void aReturnThatObservationCutsShortIsRightCensoredAtTheLastValueOutside() {
        assertThat(of(TWENTY_SECONDS, every10Seconds(90, 85, 71, 70)))
                .isEqualTo(CensoredTime.after(10, "back for 10 s of 20 s when observation ended"));
        assertThat(of(TWENTY_SECONDS, every10Seconds(70, 71)).lowerSeconds()).isZero();
    }

    @Test
    void anotherBoutFirstIsACompetingEvent() {
        TimedValues values = every10Seconds(90, 85, 71, 70, 70, 70);

        assertThat(of(TWENTY_SECONDS.withCompetingAt(935), values).status()).isEqualTo(Status.COMPETING);
        assertThat(of(TWENTY_SECONDS.withCompetingAt(935), values).seconds()).isEqualTo(35);
        assertThat(of(TWENTY_SECONDS.withCompetingAt(945), values))
                .as("the dwell time was over before")
                .isEqualTo(CensoredTime.between(10, 20));
    }

    @Test
    void whoOvershootsIsBackOnlyWhereTheRuleSaysSo() {
        TimedValues values = every10Seconds(90, 80, 60, 59, 60, 61);

        assertThat(of(TWENTY_SECONDS, values).isObserved()).isFalse();
        assertThat(of(TWENTY_SECONDS.withReturn(Return.INTO_BAND_OR_BEYOND), values))
                .isEqualTo(CensoredTime.between(10, 20));
    }

    @Test
    void withoutValuesNothingIsKnown() {
        CensoredTime time = of(TWENTY_SECONDS, every10Seconds());

        assertThat(time.status()).isEqualTo(Status.RIGHT_CENSORED);
        assertThat(time.seconds()).isZero();
        assertThat(time.note()).isEqualTo("no values during recovery");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 5, 10})
    void aWiderBandIsNeverReachedLater(double halfWidth) {
        TimedValues values = every10Seconds(90, 84, 79, 76, 74, 73, 72, 71.5, 71, 70.8, 70.4, 70.2, 70.1);
        TimeToRecovery first = TimeToRecovery.withDefaults().withDwell(Duration.ZERO);

        double narrow = first.of(values, Window.ofSeconds(900, 1200), new RecoveryBand(70, halfWidth), 90)
                .seconds();
        double wide = first.of(values, Window.ofSeconds(900, 1200), new RecoveryBand(70, 2 * halfWidth), 90)
                .seconds();

        assertThat(wide).isLessThanOrEqualTo(narrow);
    }

    @Test
    void bandsByPercentSdAndReliability() {
        assertThat(RecoveryBand.ofPercent(-80, 5).halfWidth()).isEqualTo(4);
        assertThat(RecoveryBand.ofStandardDeviations(every10Seconds(68, 70, 72), 1.5))
                .isEqualTo(new RecoveryBand(70, 3));
        assertThat(RecoveryBand.ofReliableChange(70, 10, 0.68, 1.96).halfWidth())
                .as("z · SD · √(2 · 0.32) = 1.96 · 10 · 0.8")
                .isCloseTo(15.68, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecoveryBand.ofStandardDeviations(every10Seconds(70), 1))
                .withMessageContaining("2 values");
        assertThatIllegalArgumentException().isThrownBy(() -> new RecoveryBand(70, -1));
    }

    @Test
    void aTimeWhoseBoundsContradictItsStatusIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CensoredTime.between(40, 30))
                .withMessageContaining("[40.0 s, 30.0 s]");
        assertThatIllegalArgumentException().isThrownBy(() -> CensoredTime.event(-1));
    }

    private static CensoredTime of(TimeToRecovery rule, TimedValues values) {
        return rule.of(values, Window.ofSeconds(900, 1200), BAND, 90);
    }

    private static TimedValues every10Seconds(double... values) {
        double[] seconds = new double[values.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = 900 + 10 * i;
        }
        return TimedValues.of("HR", Unit.BPM, seconds, values);
    }
}
