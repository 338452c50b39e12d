package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;

class ResidualisedChangeTest {
    private static final List<MetricValue> B = bpm(70, 75, 62, 80, 68, 71);
    private static final List<MetricValue> T = bpm(90, 88, 85, 97, 80, 92);
    private static final List<MetricValue> R = bpm(74, 78, 70, 84, 69, 80);

    /** numpy 2.4.6, {@code R − X @ lstsq(X, R)} with X = (1, B). */
    @Test
    void residualsOfRecoveryOnBaseline() {
        assertResiduals(
                ResidualisedChange.of(R, List.of(B)),
                -0.9982269503546064,
                -1.1737588652482174,
                1.6826241134751854,
                0.6507092198581717,
                -4.328014184397148,
                4.166666666666671);
    }

    /** numpy 2.4.6, {@code R − X @ lstsq(X, R)} with X = (1, B, T). */
    @Test
    void residualsOfRecoveryOnBaselineAndTask() {
        List<MetricValue> residuals = ResidualisedChange.of(R, List.of(B, T));

        assertResiduals(
                residuals,
                -2.243925803361506,
                0.938038840024376,
                0.10968388051901456,
                -0.6473482539406206,
                -0.27240268222591624,
                2.1159540189845814);
        assertThat(residuals.stream().mapToDouble(MetricValue::orNaN).sum())
                .as("they sum to zero")
                .isCloseTo(0, within(1e-9));
        assertThat(residuals.get(0).name()).isEqualTo("MeanHR residualised");
    }

    @Test
    void whoHasNoBaselineHasNoResidualAndChangesNobodyElses() {
        List<MetricValue> later = new ArrayList<>(R);
        List<MetricValue> before = new ArrayList<>(B);
        later.add(2, later.get(0));
        before.add(2, MetricValue.notEstimable("MeanHR", Unit.BPM, "no beats"));

        List<MetricValue> residuals = ResidualisedChange.of(later, List.of(before));

        assertThat(residuals.get(2).reason()).isEqualTo("no beats");
        assertThat(residuals.get(6).orNaN()).isCloseTo(4.166666666666671, within(1e-9));
    }

    @Test
    void fewPersonsOrPredictorsThatAreOneHaveNoResiduals() {
        assertThat(ResidualisedChange.of(R.subList(0, 2), List.of(B.subList(0, 2)))
                        .get(0)
                        .reason())
                .isEqualTo("2 persons with all values, 3 needed");
        assertThat(ResidualisedChange.of(R, List.of(B, B)).get(0).reason()).contains("or are the same");
        assertThatIllegalArgumentException().isThrownBy(() -> ResidualisedChange.of(R, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualisedChange.of(R, List.of(B.subList(0, 3))))
                .withMessageContaining("3 values for 6 persons");
    }

    private static void assertResiduals(List<MetricValue> residuals, double... expected) {
        assertThat(residuals.stream().mapToDouble(MetricValue::orNaN).toArray())
                .containsExactly(expected, within(1e-9));
    }

    private static List<MetricValue> bpm(double... values) {
        return Arrays.stream(values)
                .mapToObj(v -> MetricValue.of("MeanHR", v, Unit.BPM, 100))
                .toList();
    }
}
