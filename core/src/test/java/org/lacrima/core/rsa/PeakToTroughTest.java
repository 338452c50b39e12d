package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.PeakToTrough.NoRsaBreath;
import org.lacrima.core.rsa.PeakToTrough.Search;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;

/**
 * RSA from peak to trough: a heart of known swing, small series counted by hand, and NeuroKit2 (git ff419d98, 2026-03-01)
 * on the beats and onsets that it found in its own recordings.
 */
class PeakToTroughTest {

    @ParameterizedTest
    @CsvSource({"20, 0.15", "40, 0.20", "60, 0.25", "80, 0.30"})
    void aHeartOfKnownSwingHasTwiceItsAmplitudeLessWhatBeatsCannotSee(double amplitude, double hertz) {
        HeartAndBreath pair =
                HeartAndBreath.of(Breathing.heart(300, 700, amplitude, hertz), Breathing.even(300, hertz));
        // A beat is at most half an interval away from the turn of the wave.
        double least = 2 * amplitude * Math.cos(Math.PI * hertz * (700 + amplitude) / 1000);

        BreathScores byPhase = PeakToTrough.withDefaults().breaths(pair);
        BreathScores wholeBreath =
                PeakToTrough.withDefaults().with(Search.WHOLE_BREATH).breaths(pair);

        assertThat(byPhase.withoutValue()).isZero();
        assertThat(DoubleStream.of(byPhase.millis()).boxed().toList())
                .allSatisfy(v -> assertThat(v).isBetween(least, 2 * amplitude + 1e-9));
        assertThat(DoubleStream.of(wholeBreath.millis()).boxed().toList())
                .allSatisfy(v -> assertThat(v).isLessThanOrEqualTo(2 * amplitude + 1e-9));
    }

    @Test
    void theValueIsTheMeanOverBreathsInMsWithItsErrorAndTheirNumber() {
        // given breaths of 4 s and intervals of 1 s, two breaths of which swing by 100 and 200 ms
        BeatSeries beats = BeatSeries.ofMillis(1000, 950, 1000, 1050, 1000, 900, 1000, 1100, 1000, 1000);
        HeartAndBreath pair = HeartAndBreath.of(beats, Breathing.even(8, 0.25));

        MetricValue ms = PeakToTrough.withDefaults().of(pair);
        MetricValue ln = PeakToTrough.withDefaults().ln().of(pair);

        assertThat(ms.orNaN()).isCloseTo(150, within(1e-9));
        assertThat(ms.unit()).isEqualTo(Unit.MS);
        MetricValue.Estimate estimate = (MetricValue.Estimate) ms;
        assertThat(estimate.n()).isEqualTo(2);
        assertThat(estimate.standardError().orElseThrow()).isCloseTo(50, within(1e-9));
        assertThat(ln.orNaN()).isCloseTo(Math.log(150), within(1e-12));
        assertThat(ln.unit()).isEqualTo(Unit.LN_MS);
    }

    @Test
    void aBreathWithoutRsaIsZeroOrMissingAsAsked() {
        // given a breath of 6 s in which the heart is slower while inhaling, with no interval across the onsets
        BeatSeries beats = BeatSeries.ofMillis(900, 1100, 1100, 900, 900, 900, 1000, 1000);
        HeartAndBreath pair = HeartAndBreath.of(
                beats, new MeasuredRespiration(List.of(Breath.ofSeconds(0.85, 3.05, 5.7)), Unit.ONE, "by hand"));

        MetricValue zero = PeakToTrough.withDefaults().with(NoRsaBreath.ZERO).of(pair);
        MetricValue missing =
                PeakToTrough.withDefaults().with(NoRsaBreath.MISSING).of(pair);

        assertThat(zero.orNaN()).isZero();
        assertThat(missing.reason()).startsWith("1 of 1 breaths without value: 1 no RSA");
        assertThat(PeakToTrough.withDefaults().ln().of(pair).reason())
                .isEqualTo("the mean over 1 breaths is 0 ms and has no logarithm");
    }

    @Test
    void aBreathWithAGapHasNoValueAndIsCounted() {
        BeatSeries whole = Breathing.heart(60, 700, 40, 0.2);
        HeartAndBreath pair = HeartAndBreath.of(
                BreathingMask.of(List.of(new Window(21, 22))).removeFrom(whole), Breathing.even(60, 0.2));

        BreathScores scores = PeakToTrough.withDefaults().breaths(pair);

        assertThat(scores.withoutValueByReason()).isEqualTo(Map.of(BreathScores.Reason.GAP, 1));
        assertThat(scores.scores().get(4).reason()).contains(BreathScores.Reason.GAP);
        assertThat(scores.summary()).isEqualTo("1 of 12 breaths without value: 1 a gap in the beats");
    }

    @Test
    void breathsBeyondTheRecordingHaveNoValue() {
        HeartAndBreath pair = HeartAndBreath.of(Breathing.heart(20, 700, 40, 0.2), Breathing.even(60, 0.2));

        BreathScores scores = PeakToTrough.withDefaults().breaths(pair);

        assertThat(scores.withoutValueByReason()).isEqualTo(Map.of(BreathScores.Reason.GAP, 8));
    }

    @Test
    void withoutABreathOfValueItIsNotEstimableAndSaysWhy() {
        HeartAndBreath quick = HeartAndBreath.of(Breathing.heart(20, 700, 40, 0.2), Breathing.even(20, 2));
        HeartAndBreath empty = HeartAndBreath.of(BeatSeries.ofMillis(), Breathing.even(20, 0.2));

        assertThat(PeakToTrough.withDefaults()
                        .with(Search.WHOLE_BREATH)
                        .of(quick)
                        .reason())
                .isEqualTo("40 of 40 breaths without value: 40 too few intervals; 1 breath with 2 intervals needed");
        assertThat(PeakToTrough.withDefaults().of(empty).reason())
                .isEqualTo("4 of 4 breaths without value: 4 a gap in the beats; "
                        + "1 breath with an interval in each phase needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nk_bio_resting_8min_100hz_raw", "nk_bio_eventrelated_100hz_raw"})
    void agreesWithNeurokitOnItsOwnBeatsAndOnsets(String series) {
        JsonNode values = Corpus.values(series, "neurokit2_rsa");
        double[] peaks = seconds(values.get("ecg_r_peaks"));
        double[] inhale = seconds(values.get("inspiration_onsets"));
        double[] exhale = seconds(values.get("rsp_peaks"));
        List<Breath> breaths = new ArrayList<>();
        for (int b = 0; b + 1 < inhale.length; b++) {
            int at = b;
            double turn = Arrays.stream(exhale)
                    .filter(e -> e > inhale[at])
                    .findFirst()
                    .orElseThrow();
            breaths.add(Breath.ofSeconds(inhale[b], turn, inhale[b + 1]));
        }
        HeartAndBreath pair = HeartAndBreath.of(
                BeatSeries.ofBeatTimes(peaks), new MeasuredRespiration(breaths, Unit.ONE, "NeuroKit2's onsets"));
        JsonNode theirs = values.get("hrv_with_rsa");

        MetricValue.Estimate ours =
                (MetricValue.Estimate) PeakToTrough.withDefaults().of(pair);

        assertThat(ours.value()).isCloseTo(Corpus.number(theirs.get("RSA_P2T_Mean")), within(1e-9 * ours.value()));
        assertThat(ours.standardError().orElseThrow() * Math.sqrt(ours.n()))
                .isCloseTo(Corpus.number(theirs.get("RSA_P2T_SD")), within(1e-9 * ours.value()));
        assertThat(PeakToTrough.withDefaults().ln().of(pair).orNaN())
                .isCloseTo(Corpus.number(theirs.get("RSA_P2T_Mean_log")), within(1e-9));
        assertThat(PeakToTrough.withDefaults().breaths(pair).withoutValue())
                .isEqualTo((int) Corpus.number(theirs.get("RSA_P2T_NoRSA")));
    }

    private static double[] seconds(JsonNode samples) {
        double[] seconds = new double[samples.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = samples.get(i).asInt() / 100.0;
        }
        return seconds;
    }
}
