package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatSeries;

class ClassifiersTest {
    private static final List<BeatClassifier> ALL = List.of(
            LipponenTarvainen.withDefaults(),
            ThresholdRule.of(ThresholdRule.Level.MEDIUM),
            PlausibleRange.withDefaults(),
            RelativeRule.malik(),
            RelativeRule.kamath(),
            RelativeRule.karlsson(),
            RelativeRule.acar(),
            Berntson1990.withDefaults());

    /** Kubios HRV 3 guide: 450, 350, 250, 150 and 50 ms at 60 beats per minute, smaller at higher rates. */
    @ParameterizedTest
    @CsvSource({
        "VERY_LOW, 1000, 450",
        "LOW, 1000, 350",
        "MEDIUM, 1000, 250",
        "STRONG, 1000, 150",
        "VERY_STRONG, 1000, 50",
        "MEDIUM, 500, 125",
    })
    void theThresholdFollowsLevelAndHeartRate(ThresholdRule.Level level, double median, double threshold) {
        double[] rr = new double[21];
        Arrays.fill(rr, median);
        rr[5] = median + threshold;
        rr[10] = median + threshold + 0.01;
        rr[15] = median - threshold - 0.01;

        BeatClassification found = ThresholdRule.of(level).classify(BeatSeries.ofMillis(rr));

        assertThat(found.indicesOf(BeatClass.OUTLIER)).containsExactly(10, 15);
        assertThat(found.thresholdMillisAt(10)).isEqualTo(threshold);
        assertThat(found.statisticMillisAt(15)).isCloseTo(-threshold - 0.01, within(1e-9));
    }

    /** Quartiles of the differences −5 and 5, median 800: (3.32 · 5 + (800 − 14.5) ⁄ 3) ⁄ 2, on paper. */
    @Test
    void berntsonsCriterionIsMidwayBetweenWhatBeatsAndArtifactsDo() {
        double[] rr = {790, 795, 800, 805, 810};
        double[] differences = {-10, -5, 0, 5, 10};

        assertThat(Berntson1990.criterion(rr, differences)).isCloseTo((16.6 + 785.5 / 3) / 2, within(1e-12));
    }

    @Test
    void berntsonTellsMissedFromExtraAndLeavesATrueStepAlone() {
        double[] rr =
                Tachograms.withExtraBeat(Tachograms.withMissedBeat(MadeSeries.millis("made_rest"), 120), 200, 0.4);
        BeatClassification found = Berntson1990.withDefaults().classify(BeatSeries.ofMillis(rr));
        assertThat(found.indicesOf(BeatClass.MISSED)).containsExactly(120);
        assertThat(found.indicesOf(BeatClass.EXTRA)).containsExactly(200);
        assertThat(found.artifactCount()).isEqualTo(2);

        double[] step = MadeSeries.millis("made_rest");
        for (int i = 180; i < step.length; i++) {
            step[i] -= 250;
        }
        assertThat(Berntson1990.withDefaults()
                        .classify(BeatSeries.ofMillis(step))
                        .artifactCount())
                .isZero();
    }

    @Test
    void relativeRulesWithoutMercyCompareEveryIntervalWithTheOneBefore() {
        BeatSeries beats = BeatSeries.ofMillis(800, 800, 500, 1100, 800, 800);

        assertThat(RelativeRule.malik().classify(beats).indicesOf(BeatClass.OUTLIER))
                .containsExactly(2, 3, 4);
        assertThat(RelativeRule.malik()
                        .with(RelativeRule.AfterRejection.HRV_ANALYSIS)
                        .classify(beats)
                        .indicesOf(BeatClass.OUTLIER))
                .containsExactly(2, 4);
    }

    @Test
    void acarFindsItsWayBackAfterALastingChange() {
        double[] rr = new double[60];
        Arrays.fill(rr, 0, 30, 1000);
        Arrays.fill(rr, 30, 60, 600);

        assertThat(RelativeRule.acar().classify(BeatSeries.ofMillis(rr)).artifactCount())
                .isEqualTo(9);
        assertThat(RelativeRule.acar()
                        .with(RelativeRule.AfterRejection.HRV_ANALYSIS)
                        .classify(BeatSeries.ofMillis(rr))
                        .artifactCount())
                .isEqualTo(30);
    }

    /** NeuroKit2 finds 42 in the clean hour of {@code made_long}: thresholds that follow the local spread cost about 1 %. */
    @Test
    void noRuleRejectsCleanBeats() {
        for (BeatClassifier rule : ALL) {
            for (String series : List.of("made_rest", "made_stress", "made_128hz", "made_long")) {
                assertThat(rule.classify(MadeSeries.beats(series)).artifactCount())
                        .as("%s on %s", rule.name(), series)
                        .isLessThanOrEqualTo(series.equals("made_long") ? 50 : 0);
            }
        }
    }

    @Test
    void theStretchBeforeAGapDoesNotChangeTheVerdictAfterIt() {
        double[] calm = MadeSeries.millis("made_rest");
        double[] fast = MadeSeries.millis("made_stress");
        BeatSeries apart = Tachograms.joinedByGap(calm, fast, 60);
        for (BeatClassifier rule : ALL) {
            if (!rule.name().startsWith("Acar")) {
                assertThat(rule.classify(apart).artifactCount()).as(rule.name()).isZero();
            }
        }
    }

    @Test
    void rejectsImpossibleOptions() {
        assertThatThrownBy(() -> ThresholdRule.ofMillis(0)).hasMessageContaining("got 0.0 ms");
        assertThatThrownBy(() -> PlausibleRange.ofMillis(300, 200)).hasMessageContaining("200.0 ms");
        assertThatThrownBy(() -> RelativeRule.malik().withShare(20)).hasMessageContaining("got 20.0");
        assertThatThrownBy(() -> LipponenTarvainen.withDefaults().withMedianWindow(10))
                .hasMessageContaining("got 10");
        assertThatThrownBy(() -> BeatClassification.marking(3, BeatClass.EXTRA, 3))
                .hasMessageContaining("no beat 3 among 3");
    }
}
