package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;

class PhaseChangeTest {

    /** Worked case: a heart rate of 70 bpm at rest, 90 under stress, 75 afterwards has recovered by three quarters. */
    private static final MetricValue BASELINE = bpm(70, 350);

    private static final MetricValue TASK = bpm(90, 270);
    private static final MetricValue RECOVERY = bpm(75, 300);
    private static final MetricValue NO_RECOVERY =
            MetricValue.notEstimable("MeanHR", Unit.BPM, "the session has no recovery phase");

    @Test
    void changesAreLaterMinusEarlier() {
        assertThat(PhaseChange.reactivity(BASELINE, TASK).orNaN()).isEqualTo(20);
        assertThat(PhaseChange.recovery(TASK, RECOVERY).orNaN()).isEqualTo(-15);
        assertThat(PhaseChange.residualActivation(BASELINE, RECOVERY).orNaN()).isEqualTo(5);
    }

    @Test
    void aChangeKeepsUnitAndSmallestNAndSaysWhatItIs() {
        assertThat(PhaseChange.reactivity(BASELINE, TASK))
                .isEqualTo(MetricValue.of("MeanHR reactivity", 20, Unit.BPM, 270));
    }

    @Test
    void percentRecoveryIsTheShareOfTheResponseThatIsUndone() {
        MetricValue percent = PhaseChange.percentRecovery(BASELINE, TASK, RECOVERY, 5);

        assertThat(percent.orNaN()).isCloseTo(75, within(1e-12));
        assertThat(percent.unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void percentRecoveryPassesHundredWhereTheBaselineIsPassedAndIsTheSameForAFall() {
        assertThat(PhaseChange.percentRecovery(BASELINE, TASK, bpm(65, 300), 5).orNaN())
                .isCloseTo(125, within(1e-12));
        assertThat(PhaseChange.percentRecovery(bpm(50, 9), bpm(30, 9), bpm(45, 9), 5)
                        .orNaN())
                .isCloseTo(75, within(1e-12));
        assertThat(PhaseChange.percentRecovery(BASELINE, TASK, bpm(95, 300), 5).orNaN())
                .isCloseTo(-25, within(1e-12));
    }

    @Test
    void aResponseBelowTheStatedShareOfTheBaselineGivesNoPercentage() {
        MetricValue percent = PhaseChange.percentRecovery(BASELINE, bpm(73, 270), RECOVERY, 5);

        assertThat(percent.isEstimable()).isFalse();
        assertThat(percent.reason()).isEqualTo("the response of 3.000 bpm is 4.29 % of the baseline, 5.00 % needed");
        assertThat(PhaseChange.percentRecovery(BASELINE, bpm(73.5, 270), RECOVERY, 5)
                        .isEstimable())
                .as("the stated share itself is enough")
                .isTrue();
    }

    @Test
    void noResponseAtAllGivesNoPercentageEvenWithoutAMinimum() {
        assertThat(PhaseChange.percentRecovery(BASELINE, BASELINE, RECOVERY, 0).isEstimable())
                .isFalse();
    }

    @Test
    void aMissingPhaseIsNamedWithItsReason() {
        MetricValue shortBaseline = MetricValue.notEstimable("MeanHR", Unit.BPM, "42 s of data, 60 s needed");

        assertThat(PhaseChange.recovery(TASK, NO_RECOVERY).reason())
                .isEqualTo("recovery: the session has no recovery phase");
        assertThat(PhaseChange.percentRecovery(shortBaseline, TASK, NO_RECOVERY, 5)
                        .reason())
                .isEqualTo("baseline: 42 s of data, 60 s needed; recovery: the session has no recovery phase");
        assertThat(PhaseChange.reactivity(BASELINE, TASK).isEstimable())
                .as("what does not need the missing phase stays estimable")
                .isTrue();
    }

    @Test
    void refusesPhasesInDifferentUnitsAndANegativeMinimum() {
        MetricValue millis = MetricValue.of("MeanNN", 800, Unit.MS, 300);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhaseChange.reactivity(BASELINE, millis))
                .withMessageContaining("baseline is in bpm but task in ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhaseChange.percentRecovery(BASELINE, TASK, RECOVERY, -1))
                .withMessageContaining("minimumReactivityPercent");
    }

    /** The SD of 5, −3 and 10 is √43: mean 4, squares 1 + 49 + 36 = 86, 86 ⁄ 2 = 43. */
    @Test
    void flexibilityIsTheSpreadOfTheResponses() {
        MetricValue rest = MetricValue.of("RMSSD", 40, Unit.MS, 300);
        List<MetricValue> demands = List.of(
                MetricValue.of("RMSSD", 45, Unit.MS, 60),
                MetricValue.of("RMSSD", 37, Unit.MS, 60),
                MetricValue.of("RMSSD", 50, Unit.MS, 60));

        assertThat(PhaseChange.flexibility(rest, demands).orNaN()).isCloseTo(Math.sqrt(43), within(1e-12));
        assertThat(PhaseChange.flexibility(rest, demands.subList(0, 1)).reason())
                .isEqualTo("1 of 2 demands needed");
        assertThat(PhaseChange.flexibility(MetricValue.notEstimable("RMSSD", Unit.MS, "no beats"), demands)
                        .reason())
                .contains("baseline: no beats");
    }

    private static MetricValue bpm(double value, int n) {
        return MetricValue.of("MeanHR", value, Unit.BPM, n);
    }
}
