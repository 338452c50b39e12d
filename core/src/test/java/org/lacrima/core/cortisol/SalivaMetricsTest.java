package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaPlan.SlopePair;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

class SalivaMetricsTest {
    private static final double[] BIOPSYKIT_MINUTES = {-10, 0, 10, 20, 30};

    /** Minutes of S1 to S6 from the begin of the stress task, Richer et al. 2022. */
    private static final double[] RICHER_MINUTES = {-1, 30, 40, 50, 60, 70};

    private static final double[] VP01 = {7.0332, 5.7767, 5.2579, 5.00795, 4.50045, 4.06615};
    private static final double[] VP03 = {13.274, 10.10115, 14.23, 13.9865, 12.039, 11.0085};

    /** Cases of BioPsyKit's test suite (0.13) for {@code saliva.auc}. */
    @ParameterizedTest(name = "{0}: AUCg {6}, AUCi {7}, AUCiPost {8}")
    @CsvSource({
        "constant,       1,  1, 1, 1, 1,  40,    0,   0",
        "rising,         0,  1, 2, 3, 4,  80,   80,  45",
        "falling,        5,  4, 3, 2, 1, 120,  -80, -45",
        "high first,    10,  2, 4, 4, 6, 180, -220,  60",
        "low first,     -6,  2, 4, 4, 6, 100,  340,  60",
        "low second,    12, -6, 4, 4, 6, 110, -370, 260",
    })
    void areasAsPublished(
            String name,
            double m1,
            double m2,
            double m3,
            double m4,
            double m5,
            double ground,
            double increase,
            double post) {
        SalivaSeries series = cortisol(BIOPSYKIT_MINUTES, m1, m2, m3, m4, m5);

        assertThat(value("AUCg", series)).isEqualTo(ground);
        assertThat(value("AUCi", series)).isEqualTo(increase);
        assertThat(value("AUCiPost", series)).isEqualTo(post);
        assertThat(SalivaMetrics.increaseFrom(SalivaPlan.CORTISOL, MissingSamples.REFUSE, 0)
                        .of(series)
                        .orNaN())
                .isEqualTo(post);
    }

    /** BioPsyKit's AUCi after t = 0, the stressor's end, of two participants; and what is before 0 may be missing. */
    @Test
    void theAreaFromATimeOn() {
        Metric<SalivaSeries> fromZero = SalivaMetrics.increaseFrom(SalivaPlan.CORTISOL, MissingSamples.REFUSE, 0);

        assertThat(fromZero.name()).isEqualTo("AUCi from 0 min");
        assertThat(fromZero.of(cortisol(RICHER_MINUTES, VP01)).orNaN()).isCloseTo(-34.19075, within(1e-10));
        assertThat(fromZero.of(cortisol(RICHER_MINUTES, VP03)).orNaN()).isCloseTo(104.05725, within(1e-10));
        assertThat(fromZero.of(withMissing(BIOPSYKIT_MINUTES, 0, "no sample", 2, 2, 4, 4, 6))
                        .orNaN())
                .isEqualTo(60);
        assertThat(fromZero.of(withMissing(BIOPSYKIT_MINUTES, 2, "no sample", 2, 2, 4, 4, 6))
                        .reason())
                .isEqualTo("sample S3 is missing (no sample)");
        assertThat(SalivaMetrics.increaseFrom(SalivaPlan.CORTISOL, MissingSamples.REFUSE, 22.5)
                        .of(cortisol(BIOPSYKIT_MINUTES, 1, 2, 3, 4, 5))
                        .reason())
                .isEqualTo("1 of 2 samples needed");
    }

    @Test
    void aMissingSampleRefusesEveryAreaAndNamesItself() {
        SalivaSeries series = withMissing(BIOPSYKIT_MINUTES, 1, "no sample", 2, 0, 8, 4, 6);

        for (String name : List.of("AUCg", "AUCi", "AUCiPost", "MaxIncrease", "MaxIncreasePercent")) {
            MetricValue value = metric(SalivaPlan.CORTISOL, name).of(series);
            assertThat(value.isEstimable()).as(name).isFalse();
            assertThat(value.reason()).as(name).isEqualTo("sample S2 is missing (no sample)");
        }
    }

    /** The authors' features file (cortisol_features.csv) for two participants, and own arithmetic. */
    @Test
    void participantsOfRicher2022() {
        SalivaSeries vp01 = cortisol(RICHER_MINUTES, VP01);
        SalivaSeries vp03 = cortisol(RICHER_MINUTES, VP03);

        assertThat(value("AUCg", vp01)).isCloseTo(395.4307, within(1e-10));
        assertThat(value("AUCi", vp01)).isCloseTo(-103.9265, within(1e-10));
        assertThat(value("AUCiPost", vp01)).isCloseTo(-34.19075, within(1e-10));
        assertThat(value("MaxIncrease", vp01)).isCloseTo(-1.2565, within(1e-12));
        assertThat(value("MaxIncreasePercent", vp01)).isCloseTo(-17.865267588011147, within(1e-12));
        assertThat(value("Slope S1–S4", vp01)).isCloseTo(-2.02525 / 51, within(1e-15));
        assertThat(value("AUCg", vp03)).isCloseTo(870.418075, within(1e-10));
        assertThat(value("AUCi", vp03)).isCloseTo(-72.035925, within(1e-10));
        assertThat(value("AUCiPost", vp03)).isCloseTo(104.05725, within(1e-10));
    }

    @Test
    void theBaselineSampleDecidesTheSignOfTheIncrease() {
        SalivaSeries vp03 = cortisol(RICHER_MINUTES, VP03);
        SalivaPlan fromS2 = new SalivaPlan("cortisol", List.of("S1"), Optional.of("S2"), List.of());

        assertThat(value("AUCi", vp03)).isNegative();
        assertThat(metric(fromS2, "AUCi").of(vp03).orNaN()).isCloseTo(104.05725, within(1e-10));
    }

    @Test
    void aBaselineSampleThatIsNotTheFirstIsTheGroundOfTheWholeCurve() {
        SalivaSeries series = cortisol(new double[] {0, 10, 20}, 4, 2, 6);
        SalivaPlan plan = new SalivaPlan("cortisol", List.of(), Optional.of("S2"), List.of());

        assertThat(metric(plan, "AUCi").of(series).orNaN()).isEqualTo((30 + 40) - 2 * 20);
        assertThat(metric(plan, "MaxIncrease").of(series).orNaN())
                .as("what came before the baseline is no increase")
                .isEqualTo(4);
    }

    @Test
    void trapezoidsSpanMissingSamplesOnlyWhenAsked() {
        SalivaSeries series = withMissing(BIOPSYKIT_MINUTES, 2, "insufficient volume", 0, 1, 99, 3, 4);
        Metric<SalivaSeries> area = SalivaMetrics.of(SalivaPlan.CORTISOL, MissingSamples.TRAPEZOID_OVER_PRESENT)
                .get(0);

        assertThat(area.of(series)).isEqualTo(MetricValue.of("AUCg", 80, Unit.NMOL_PER_L.timesMinutes(), 4));
    }

    @Test
    void anAreaNeedsItsEndsEvenWhenMissingSamplesAreSpanned() {
        SalivaSeries series = withMissing(BIOPSYKIT_MINUTES, 4, "insufficient volume", 0, 1, 2, 3, 99);

        for (Metric<SalivaSeries> metric :
                SalivaMetrics.of(SalivaPlan.CORTISOL, MissingSamples.TRAPEZOID_OVER_PRESENT)) {
            assertThat(metric.of(series).reason())
                    .as(metric.name())
                    .isEqualTo("sample S5 is missing (insufficient volume)");
        }
    }

    @Test
    void aSlopeNeedsOnlyItsTwoSamples() {
        SalivaSeries series = withMissing(RICHER_MINUTES, 2, "no sample", VP01);

        assertThat(value("Slope S1–S4", series)).isCloseTo(-2.02525 / 51, within(1e-15));
    }

    @Test
    void samplesThatAreNotThereAreNamed() {
        SalivaSeries series = cortisol(RICHER_MINUTES, VP01);
        SalivaPlan plan =
                new SalivaPlan("cortisol", List.of("S1"), Optional.of("S9"), List.of(new SlopePair("S1", "S4")));

        assertThat(metric(plan, "AUCi").of(series).reason())
                .isEqualTo("no sample S9, the series has S1, S2, S3, S4, S5, S6");
        assertThat(metric(plan, "Slope S1–S4").of(series).reason()).isEqualTo("sample S1 is excluded by the plan");
        assertThat(metric(plan, "AUCg").of(series).isEstimable())
                .as("AUCg needs no baseline")
                .isTrue();
    }

    @Test
    void tooFewSamplesAreSaid() {
        assertThat(metric(SalivaPlan.CORTISOL, "AUCg")
                        .of(cortisol(new double[] {0}, 4))
                        .reason())
                .isEqualTo("1 of 2 samples needed");
        assertThat(metric(SalivaPlan.CORTISOL, "MaxIncrease")
                        .of(cortisol(new double[] {}))
                        .reason())
                .isEqualTo("no samples");
    }

    @Test
    void aShareOfNothingIsNotEstimable() {
        SalivaSeries series = cortisol(new double[] {0, 10}, 0, 3);

        assertThat(value("MaxIncrease", series)).isEqualTo(3);
        assertThat(metric(SalivaPlan.CORTISOL, "MaxIncreasePercent").of(series).reason())
                .contains("baseline sample is 0");
    }

    @Test
    void unitsFollowTheSeries() {
        SalivaSeries amylase = new SalivaSeries(
                "amylase", new Unit("U/mL"), List.of(SalivaSample.of("a", 0, 80), SalivaSample.of("b", 10, 120)));
        SalivaPlan plan = new SalivaPlan("amylase", List.of(), Optional.empty(), List.of(new SlopePair("a", "b")));

        assertThat(SalivaMetrics.of(plan))
                .extracting(m -> m.of(amylase).unit().symbol())
                .containsExactly("U/mL·min", "U/mL·min", "U/mL·min", "U/mL", "%", "U/mL/min");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric(SalivaPlan.CORTISOL, "AUCg").of(amylase))
                .withMessageContaining("cortisol was asked of a series of amylase");
    }

    private static double value(String name, SalivaSeries series) {
        SalivaPlan plan = new SalivaPlan("cortisol", List.of(), Optional.empty(), List.of(new SlopePair("S1", "S4")));
        return metric(plan, name).of(series).orNaN();
    }

    private static Metric<SalivaSeries> metric(SalivaPlan plan, String name) {
        return SalivaMetrics.of(plan).stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static SalivaSeries cortisol(double[] minutes, double... values) {
        List<SalivaSample> samples = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            samples.add(SalivaSample.of("S" + (i + 1), minutes[i], values[i]));
        }
        return new SalivaSeries("cortisol", Unit.NMOL_PER_L, samples);
    }

    private static SalivaSeries withMissing(double[] minutes, int index, String reason, double... values) {
        List<SalivaSample> samples = new ArrayList<>(cortisol(minutes, values).samples());
        samples.set(index, SalivaSample.missing("S" + (index + 1), minutes[index], reason));
        return new SalivaSeries("cortisol", Unit.NMOL_PER_L, samples);
    }
}
