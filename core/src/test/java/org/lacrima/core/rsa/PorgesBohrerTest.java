package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.PorgesBohrer.Edges;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;

/**
 * RSA after Porges and Bohrer: a heart of known swing; the whole chain in SciPy 1.17.1 on the made series; and the filters
 * and epochs of NeuroKit2 (git ff419d98, 2026-03-01) on the input it gives them.
 */
class PorgesBohrerTest {

    @ParameterizedTest
    @CsvSource({"10, 0.15", "30, 0.20", "50, 0.25", "30, 0.33"})
    void aHeartOfKnownSwingHasTheLogarithmOfHalfItsSquareTimesTheGainOfTheFilters(double amplitude, double hertz) {
        BeatSeries beats = Breathing.heart(600, 600, amplitude, hertz);

        MetricValue rsa = PorgesBohrer.withDefaults().of(beats);

        // Whole breaths do not fill an epoch of 30 s, and the spline between beats costs the fastest wave most.
        assertThat(rsa.orNaN()).isCloseTo(expected(amplitude, hertz), within(0.06));
        assertThat(rsa.unit()).isEqualTo(Unit.LN_MS2);
        assertThat(((MetricValue.Estimate) rsa).n()).isEqualTo(19);
    }

    private static double expected(double amplitude, double hertz) {
        return Math.log(Math.pow(amplitude * movingCubicGain(hertz) * bandGain(hertz), 2) / 2);
    }

    /** Gain of x − cubic: one less the sum of the published weights times cosines. */
    private static double movingCubicGain(double hertz) {
        int[] table = {329, 324, 309, 284, 249, 204, 149, 84, 9, -76, -171};
        double trend = table[0];
        for (int k = 1; k < table.length; k++) {
            trend += 2 * table[k] * Math.cos(2 * Math.PI * hertz * k / 2);
        }
        return 1 - trend / 3059;
    }

    /** Gain of Butterworth's band-pass, forwards and backwards, by its formula. */
    private static double bandGain(double hertz) {
        double low = Math.tan(Math.PI * 0.12 / 2);
        double high = Math.tan(Math.PI * 0.40 / 2);
        double f = Math.tan(Math.PI * hertz / 2);
        return 1 / (1 + Math.pow((f * f - low * high) / (f * (high - low)), 4));
    }

    @Test
    void theUnitIsTheSquareOfMsSoATenfoldSwingAddsTheLogarithmOfAHundred() {
        double small = PorgesBohrer.withDefaults()
                .of(Breathing.heart(300, 800, 4, 0.25))
                .orNaN();
        double large = PorgesBohrer.withDefaults()
                .of(Breathing.heart(300, 800, 40, 0.25))
                .orNaN();

        assertThat(large - small).isCloseTo(Math.log(100), within(0.02));
    }

    /**
     * {@code CubicSpline(ends, rr, bc_type="natural")} at 0, 0.5, 1 … s (held before the first beat's end),
     * {@code x - savgol_filter(x, 21, 3)} without its ten outer samples or with them,
     * {@code sosfiltfilt(butter(2, [.12, .40], "bandpass", fs=2, output="sos"), ·)}, and the mean of
     * {@code log(var(epoch, ddof=1))} over whole epochs of 60 samples.
     */
    @ParameterizedTest
    @CsvSource({
        "made_rest, LEFT_OUT, 10, 6.516360273565487",
        "made_rest, FITTED, 10, 6.502578956941086",
        "made_stress, LEFT_OUT, 9, 3.447600617415911",
        "made_stress, FITTED, 9, 3.4294764936728064",
        "made_short, FITTED, 1, 6.505464913349192"
    })
    void agreesWithTheSameChainInScipy(String series, Edges edges, int epochs, double expected) {
        MetricValue rsa = PorgesBohrer.withDefaults().with(edges).of(MadeSeries.beats(series));

        assertThat(rsa.orNaN()).isCloseTo(expected, within(1e-9));
        assertThat(((MetricValue.Estimate) rsa).n()).isEqualTo(epochs);
    }

    /**
     * NeuroKit2 feeds heart rate in bpm, divides by 1000 and counts the unfilled last epoch: the filters and the variance
     * are compared on its input, its formula is not ours.
     */
    @ParameterizedTest
    @CsvSource({"nk_bio_resting_8min_100hz_raw", "nk_bio_eventrelated_100hz_raw"})
    void filtersAsNeurokitDoesWhatItIsGiven(String series) {
        JsonNode values = Corpus.values(series, "neurokit2_rsa");
        double[] bpm = new double[values.get("ecg_rate_2hz").size()];
        for (int i = 0; i < bpm.length; i++) {
            bpm[i] = Corpus.number(values.get("ecg_rate_2hz").get(i));
        }

        double[] y = PorgesBohrer.withDefaults().with(Edges.FITTED).filtered(bpm);

        double sum = 0;
        int epochs = 0;
        for (int from = 0; from < y.length; from += 60) {
            int to = Math.min(y.length, from + 60);
            double mean = 0;
            for (int i = from; i < to; i++) {
                mean += y[i] / (to - from);
            }
            double squares = 0;
            for (int i = from; i < to; i++) {
                squares += (y[i] - mean) * (y[i] - mean);
            }
            sum += Math.log(squares / (to - from - 1) / 1000);
            epochs++;
        }
        assertThat(sum / epochs).isCloseTo(Corpus.number(values.get("rsa").get("RSA_PorgesBohrer")), within(1e-9));
    }

    @Test
    void aKnownStepOfVagalToneLiesBetweenTheRightEpochs() {
        BeatSeries beats = Breathing.heart(605, t -> 800 + (t < 305 ? 40 : 10) * Math.cos(2 * Math.PI * 0.25 * t));

        List<EpochScores.Score> epochs =
                PorgesBohrer.withDefaults().epochs(beats).scores();

        for (EpochScores.Score epoch : epochs) {
            double amplitude = epoch.window().endSeconds() <= 305 ? 40 : 10;
            if (Math.abs(epoch.window().startSeconds() - 305) > 5
                    && Math.abs(epoch.window().endSeconds() - 305) > 5) {
                assertThat(epoch.value().orElseThrow()).isCloseTo(expected(amplitude, 0.25), within(0.1));
            }
        }
        assertThat(epochs.get(9).window()).isEqualTo(new Window(275, 305));
    }

    @Test
    void noEpochReachesAcrossAGap() {
        BeatSeries whole = Breathing.heart(200, 800, 30, 0.25);
        BeatSeries gappy = BreathingMask.of(List.of(new Window(99, 101))).removeFrom(whole);

        EpochScores epochs = PorgesBohrer.withDefaults().epochs(gappy);

        assertThat(epochs.scores())
                .hasSize(4)
                .allSatisfy(e -> assertThat(e.window().contains(100)).isFalse());
        assertThat(DoubleStream.of(epochs.values()).boxed().toList())
                .allSatisfy(v -> assertThat(v).isCloseTo(expected(30, 0.25), within(0.06)));
    }

    @Test
    void aShortRecordingIsNotEstimableAndSaysWhatIsMissing() {
        assertThat(PorgesBohrer.withDefaults()
                        .of(Breathing.heart(30, 800, 30, 0.25))
                        .reason())
                .isEqualTo("longest stretch without a gap 30.5 s, 40.0 s without a gap needed");
        assertThat(PorgesBohrer.withDefaults().of(BeatSeries.ofMillis()).reason())
                .isEqualTo("longest stretch without a gap 0.0 s, 40.0 s without a gap needed");
    }

    @Test
    void aHeartLikeAClockHasNoLogarithm() {
        double[] rr = new double[100];
        Arrays.fill(rr, 800);

        assertThat(PorgesBohrer.withDefaults().of(BeatSeries.ofMillis(rr)).reason())
                .isEqualTo("heart period does not vary, and 0 ms² has no logarithm");
    }

    @Test
    void aBandAboveHalfTheRateIsRefused() {
        assertThatThrownBy(() -> PorgesBohrer.withDefaults().withBandHertz(0.24, 1.04))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.24–1.04 Hz at 2.0 Hz");
    }
}
