package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;

/**
 * RSA second by second: hearts of known swing and known step, and the same definition in NumPy 2.4.6 and SciPy 1.17.1, the
 * windows by {@code scipy.linalg.eigh(toeplitz(ry), toeplitz(rx))} with both covariances integrated numerically from the
 * spectra, and the spline by {@code CubicSpline(ends, rr, bc_type="natural")}.
 */
class GatesTest {

    @Test
    void theWindowsHaveTheWeightsOfTheGeneralisedEigenproblem() {
        double[] expected = {
            0.40287635, 0.24817683, 0.15124613, 0.09238857, 0.05413677, 0.03225991, 0.01616135, 0.00275407
        };

        PeakMatchedWindows windows = PeakMatchedWindows.of(128, 8);

        for (int k = 0; k < 8; k++) {
            assertThat(windows.weight(k)).isCloseTo(expected[k], within(1e-7));
        }
        assertThat(Math.abs(windows.window(0)[0])).isCloseTo(0.00230314, within(1e-7));
        assertThat(Math.abs(windows.window(0)[31])).isCloseTo(0.09774161, within(1e-7));
        assertThat(Math.abs(windows.window(0)[63])).isCloseTo(0.11848305, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"0.15, 0.77458", "0.20, 0.95071", "0.25, 0.99703", "0.30, 0.97695", "0.35, 0.87181"})
    void aSineKeepsInTheBandTheShareThatTheResolutionLeaves(double hertz, double share) {
        double[] x = new double[128];
        double mean = 0;
        for (int phase = 0; phase < 32; phase++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = 30 * Math.sin(2 * Math.PI * (hertz * i / 4 + phase / 32.0));
            }
            mean += Gates.withDefaults().power(x) / 32;
        }

        // NumPy's shares are of windows without their trend, of which a slow wave has some.
        assertThat(mean / 450).isCloseTo(share, within(0.004));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.20, 0.95071", "40, 0.25, 0.99703", "40, 0.30, 0.97695"})
    void aHeartOfKnownSwingHasTheLogarithmOfHalfItsSquare(double amplitude, double hertz, double share) {
        MetricValue rsa = Gates.withDefaults().of(Breathing.heart(300, 600, amplitude, hertz));

        assertThat(rsa.orNaN()).isCloseTo(Math.log(share * amplitude * amplitude / 2), within(0.03));
    }

    @ParameterizedTest
    @CsvSource({
        "made_rest, 292, 6.472316143847699, 6.365782198561959",
        "made_stress, 266, 4.31404585350729, 4.176845173320401",
        "made_short, 2, 6.335886417506804, 6.3351614119609225"
    })
    void agreesWithTheSameChainInScipy(String series, int seconds, double mean, double first) {
        BeatSeries beats = MadeSeries.beats(series);

        MetricValue rsa = Gates.withDefaults().of(beats);
        EpochScores trace = Gates.withDefaults().seconds(beats);

        assertThat(rsa.orNaN()).isCloseTo(mean, within(1e-8));
        assertThat(((MetricValue.Estimate) rsa).n()).isEqualTo(seconds);
        assertThat(trace.values()[0]).isCloseTo(first, within(1e-8));
        assertThat(trace.scores().get(0).window()).isEqualTo(new Window(15.5, 16.5));
    }

    @Test
    void aKnownStepOfVagalToneIsCrossedWhereItHappened() {
        BeatSeries beats = Breathing.heart(400, t -> 800 + (t < 200 ? 50 : 15) * Math.cos(2 * Math.PI * 0.25 * t));
        double halfPower = Math.log((50 * 50 + 15 * 15) / 4.0);

        double crossed = Gates.withDefaults().seconds(beats).scores().stream()
                .filter(s -> s.value().orElseThrow() < halfPower)
                .findFirst()
                .orElseThrow()
                .window()
                .startSeconds();

        assertThat(crossed).isCloseTo(200, within(2.0));
    }

    @Test
    void noWindowReachesAcrossAGap() {
        BeatSeries gappy =
                BreathingMask.of(List.of(new Window(49, 51))).removeFrom(Breathing.heart(100, 800, 30, 0.25));

        assertThat(Gates.withDefaults().seconds(gappy).scores())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(Math.abs(s.window().startSeconds() + 0.5 - 50))
                        .isGreaterThan(16.0));
    }

    @Test
    void aShortRecordingIsNotEstimableAndSaysWhatIsMissing() {
        assertThat(Gates.withDefaults().of(Breathing.heart(20, 800, 30, 0.25)).reason())
                .isEqualTo("longest stretch without a gap 21.0 s, 32.0 s without a gap needed");
        assertThat(Gates.withDefaults()
                        .withWindow(Duration.ofSeconds(16))
                        .of(Breathing.heart(20, 800, 30, 0.25))
                        .isEstimable())
                .isTrue();
    }

    @Test
    void bandsAndWindowsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Gates.withDefaults().withBandHertz(0.4, 0.12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.4–0.12 Hz");
        assertThatThrownBy(() -> Gates.withDefaults().withWindow(Duration.ofSeconds(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.0 s");
    }
}
