package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.beats.RelativeRule.AfterRejection;
import org.lacrima.core.series.BeatSeries;

/**
 * Expected values: hrv-analysis 1.0.3, {@code remove_outliers(300, 2000)}, linear interpolation,
 * {@code remove_ectopic_beats}, linear interpolation.
 */
class HrvAnalysisRulesTest {
    private static final Map<String, RelativeRule> RULES = Map.of(
            "malik", RelativeRule.malik().with(AfterRejection.HRV_ANALYSIS),
            "kamath", RelativeRule.kamath().with(AfterRejection.HRV_ANALYSIS),
            "karlsson", RelativeRule.karlsson().with(AfterRejection.HRV_ANALYSIS),
            "acar", RelativeRule.acar().with(AfterRejection.HRV_ANALYSIS));

    @ParameterizedTest
    @CsvSource({
        "malik, 50 52 120 199 201 280",
        "kamath, 50 52 120 199 201",
        "karlsson, 50 51 119 120 121 198 199 200 201 280",
        "acar, 50 51 120 199 200 280",
    })
    void agreesOnTheMadeSeriesWithArtifacts(String rule, String rejected) {
        BeatSeries beats = MadeSeries.beats("made_artifacts");

        assertThat(RULES.get(rule).classify(beats).indicesOf(BeatClass.OUTLIER))
                .containsExactly(Arrays.stream(rejected.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @Test
    void agreesOnEveryRecordingIncludingTheInterpolatedIntervals() {
        for (String series : Corpus.seriesOf("hrvanalysis")) {
            JsonNode values = Corpus.values(series, "hrvanalysis");
            BeatSeries plausible =
                    interpolated(BeatSeries.ofMillis(Corpus.rrMillis(series)), PlausibleRange.withDefaults());
            RULES.forEach((name, rule) -> {
                JsonNode expected = values.path("ectopic_" + name);
                if (expected.isMissingNode()) {
                    return;
                }
                assertThat(integers(rule.classify(plausible).indicesOf(BeatClass.OUTLIER)))
                        .as("%s rejects in %s", name, series)
                        .isEqualTo(integers(expected.path("nan_index")));
                double[] corrected = interpolated(plausible, rule).toMillis();
                JsonNode intervals = expected.path("nn_interpolated");
                double worst = 0;
                for (int i = 0; i < intervals.size(); i++) {
                    worst = Math.max(
                            worst, Math.abs(corrected[i] / intervals.get(i).doubleValue() - 1));
                }
                assertThat(worst).as("%s makes of %s", name, series).isLessThan(1e-12);
            });
        }
    }

    private static BeatSeries interpolated(BeatSeries beats, BeatClassifier classifier) {
        return Corrector.of(classifier, CorrectionMethod.LINEAR).correct(beats).series();
    }

    private static List<Integer> integers(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static List<Integer> integers(JsonNode array) {
        List<Integer> integers = new ArrayList<>();
        array.forEach(node -> integers.add(node.intValue()));
        return integers;
    }
}
