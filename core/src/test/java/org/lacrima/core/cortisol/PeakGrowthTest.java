package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSeries;

/**
 * Two pieces by NumPy 2.4.6: {@code numpy.linalg.lstsq} on columns 1, min(t, 0), max(t, 0), t from the peak; standard errors
 * from the inverse of {@code X.T @ X} and the residual variance on n − 3.
 */
class PeakGrowthTest {
    private static final SalivaSeries VP03 = SalivaMetricsTest.cortisol(
            new double[] {-1, 30, 40, 50, 60, 70}, 13.274, 10.10115, 14.23, 13.9865, 12.039, 11.0085);
    private static final SalivaSeries FIVE =
            SalivaMetricsTest.cortisol(new double[] {0, 15, 30, 45, 60}, 4.1, 9.3, 14.8, 11.2, 7.9);

    @ParameterizedTest
    @CsvSource({
        "GrowthPeak, 13.055376352039785, 1.4409977610516636, 14.714285714285712, 0.09583148474999093",
        "GrowthReactivity, 0.011554572686147659, 0.06322487030653426, 0.3552380952380952, 0.0051110125199995155",
        "GrowthRecovery, -0.051730415087419185, 0.0820554328149743, -0.22857142857142854, 0.0051110125199995155",
    })
    void agreesWithNumpy(String name, double vp03, double vp03Error, double five, double fiveError) {
        MetricValue.Estimate first = (MetricValue.Estimate) value(name, VP03);
        MetricValue.Estimate second = (MetricValue.Estimate) value(name, FIVE);

        assertThat(first.value()).isCloseTo(vp03, within(1e-12));
        assertThat(first.standardError().orElseThrow()).isCloseTo(vp03Error, within(1e-12));
        assertThat(second.value()).isCloseTo(five, within(1e-12));
        assertThat(second.standardError().orElseThrow()).isCloseTo(fiveError, within(1e-12));
        assertThat(second.n()).isEqualTo(5);
    }

    @Test
    void threeSamplesLieOnThePiecesAndKnowNoError() {
        SalivaSeries three = SalivaMetricsTest.cortisol(new double[] {0, 20, 40}, 4.1, 9.3, 6.8);

        assertThat(value("GrowthPeak", three).orNaN()).isEqualTo(9.3);
        assertThat(value("GrowthReactivity", three).orNaN()).isCloseTo(0.26, within(1e-15));
        assertThat(value("GrowthRecovery", three).orNaN()).isCloseTo(-0.125, within(1e-15));
        assertThat(((MetricValue.Estimate) value("GrowthRecovery", three)).standardError())
                .isEmpty();
    }

    @Test
    void withoutASampleOnEachSideThereIsNoGrowth() {
        assertThat(value("GrowthPeak", SalivaMetricsTest.cortisol(new double[] {0, 20, 40}, 9, 8, 7))
                        .reason())
                .isEqualTo("the baseline sample is the highest: no response");
        assertThat(value("GrowthPeak", SalivaMetricsTest.cortisol(new double[] {0, 20, 40}, 7, 8, 9))
                        .reason())
                .isEqualTo("the last sample is the highest: no decline was sampled");
    }

    private static MetricValue value(String name, SalivaSeries series) {
        return PeakGrowth.of(SalivaPlan.CORTISOL).stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow()
                .of(series);
    }
}
