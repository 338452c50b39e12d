package org.lacrima.core.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.spectrum.Modwt.Boundary;
import org.lacrima.core.spectrum.MorletWavelet.Edge;
import org.lacrima.core.spectrum.Spectrum.Integration;

class TimeFrequencyTest {
    private static final Resampling JOINED = Resampling.withDefaults().withMaxStretchSeconds(Double.POSITIVE_INFINITY);

    /** {@code scipy.signal.spectrogram}, SciPy 1.17.1, on the cubic spline at 4 Hz; bands are sums times bin width. */
    @ParameterizedTest
    @CsvSource({
        "made_rest, 53, 30.892, 290.892, 283.01057876135934, 595.3469981717532, 395.685602946712, 613.3336345227478",
        "made_stress, 48, 30.652, 265.652, 117.76697615591453, 35.857713786380664, 118.77301851530554, 40.191684448221636"
    })
    void shortTimeFourierAgreesWithSciPy(
            String series,
            int frames,
            double firstSeconds,
            double lastSeconds,
            double firstLf,
            double firstHf,
            double lastLf,
            double lastHf) {
        Spectrogram spectrogram = ShortTimeFourier.withDefaults().of(JOINED.of(MadeSeries.beats(series)));
        TimedValues lf = spectrogram.power(Band.LF);
        TimedValues hf = spectrogram.power(Band.HF);

        assertThat(spectrogram.timeCount()).isEqualTo(frames);
        assertThat(spectrogram.secondsAt(0)).isCloseTo(firstSeconds, within(1e-9));
        assertThat(spectrogram.secondsAt(frames - 1)).isCloseTo(lastSeconds, within(1e-9));
        assertThat(lf.valueAt(0)).isCloseTo(firstLf, within(1e-9 * firstLf));
        assertThat(hf.valueAt(0)).isCloseTo(firstHf, within(1e-9 * firstHf));
        assertThat(lf.valueAt(frames - 1)).isCloseTo(lastLf, within(1e-9 * lastLf));
        assertThat(hf.valueAt(frames - 1)).isCloseTo(lastHf, within(1e-9 * lastHf));
    }

    @Test
    void meanOfTheShortTimeFourierIsWelch() {
        Tachogram tachogram = JOINED.of(MadeSeries.beats("made_stress"));
        TimedValues hf = ShortTimeFourier.withDefaults()
                .withWindowSeconds(64)
                .withStepSeconds(32)
                .with(Welch.SegmentTrend.CONSTANT)
                .of(tachogram)
                .power(Band.HF);
        Spectrum welch = Welch.withDefaults()
                .with(SegmentLength.ofSeconds(64))
                .with(Welch.Placement.FIXED_STEP)
                .of(tachogram);

        assertThat(Arrays.stream(hf.toArray()).average().orElseThrow())
                .isCloseTo(welch.power(Band.HF, Integration.SUM), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.25, HF", "0.22, HF", "0.09, LF"})
    void sineHoldsHalfItsSquareAtEveryInstantOfTheWavelet(double hertz, String name) {
        Band band = name.equals("HF") ? Band.HF : Band.LF;
        Tachogram tachogram = tachogram(600, t -> 900 + 30 * Math.sin(2 * Math.PI * hertz * t));

        TimedValues power = MorletWavelet.withDefaults().power(tachogram, band);

        assertThat(power.size()).isGreaterThan(500);
        for (double p : power.toArray()) {
            assertThat(p).isCloseTo(450, within(0.01 * 450));
        }
    }

    @Test
    void waveletIsTheConvolutionOfItsDefinition() {
        Tachogram tachogram = JOINED.of(MadeSeries.beats("made_rest"));
        double[] x = Detrending.constant().applyTo(tachogram.toSignals().get(0).toArray());
        MorletWavelet wavelet = MorletWavelet.withDefaults().withVoices(1).with(Edge.KEPT);
        Spectrogram spectrogram = wavelet.of(tachogram, 0.2, 0.3);
        double f = spectrogram.hertzAt(0);

        // in time the wavelet is 2·s⁄√(2π)·exp(−½·(s·τ)²)·exp(2πi·f·τ), s = 2πf ⁄ ω₀, up to the omitted negative part
        double s = 2 * Math.PI * f / 6;
        for (int at : new int[] {400, 612, 900}) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < x.length; i++) {
                double tau = (at - i) / 4.0;
                double weight = 2 * s / Math.sqrt(2 * Math.PI) * Math.exp(-0.5 * s * s * tau * tau) / 4;
                re += weight * Math.cos(2 * Math.PI * f * tau) * x[i];
                im += weight * Math.sin(2 * Math.PI * f * tau) * x[i];
            }
            double power = (re * re + im * im) / 2 * Math.log(1.5) / MorletWavelet.admissibility(6);
            assertThat(spectrogram.densityAt(at / 4, 0) * 0.1).isCloseTo(power, within(1e-6 * power));
        }
    }

    @Test
    void admissibilityIsThatOfItsSeries() {
        // ∫ exp(−(u − ω)²) du⁄u = √π⁄ω · (1 + 1⁄(2ω²) + 3⁄(4ω⁴) + 15⁄(8ω⁶) + …)
        double w = 20;
        double series =
                Math.sqrt(Math.PI) / w * (1 + 1 / (2 * w * w) + 3 / (4 * Math.pow(w, 4)) + 15 / (8 * Math.pow(w, 6)));

        assertThat(MorletWavelet.admissibility(w)).isCloseTo(series, within(1e-9));
    }

    @Test
    void waveletsSeeBreathingStopAndStartAgain() {
        Tachogram tachogram =
                tachogram(600, t -> 900 + (t > 200 && t < 400 ? 0 : 30 * Math.sin(2 * Math.PI * 0.25 * t)));

        for (TimedValues hf : new TimedValues[] {
            MorletWavelet.withDefaults().power(tachogram, Band.HF),
            Modwt.withDefaults().power(tachogram, Band.HF),
            ShortTimeFourier.withDefaults().of(tachogram).power(Band.HF)
        }) {
            assertThat(mean(hf, 60, 150)).isCloseTo(450, within(20.0));
            assertThat(mean(hf, 250, 350)).isLessThan(2);
            assertThat(mean(hf, 450, 540)).isCloseTo(450, within(20.0));
        }
    }

    /** {@code pywt.swt(x, "sym4", level=7, norm=True)}, PyWavelets 1.8.0: mean squares of levels 1 to 7 and of the rest. */
    @Test
    void octavesAgreeWithPyWavelets() {
        double[] x = Arrays.copyOf(
                JOINED.of(MadeSeries.beats("made_rest")).toSignals().get(0).toArray(), 1024);
        Tachogram tachogram = Tachogram.of(SampledSignal.of("RR", Unit.MS, 4, 0, x));

        double[] levels =
                Modwt.withDefaults().withLevels(7).with(Boundary.PERIODIC).meanSquares(tachogram);

        assertThat(levels)
                .containsExactly(
                        new double[] {
                            0.6369055176715037,
                            20.098340869821435,
                            287.1350348196595,
                            337.0824117646662,
                            264.9250545642445,
                            11.743178801329943,
                            3.7703019540394536,
                            6.010674822523457
                        },
                        within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"PERIODIC, 1292", "REFLECTED, 1292", "PERIODIC, 77", "REFLECTED, 5"})
    void octavesAddUpToTheVariance(Boundary boundary, int n) {
        double[] x = Arrays.copyOf(
                JOINED.of(MadeSeries.beats("made_rest")).toSignals().get(0).toArray(), n);
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / n;
        Tachogram tachogram = Tachogram.of(SampledSignal.of("RR", Unit.MS, 4, 0, x));

        double[] levels = Modwt.withDefaults().with(boundary).meanSquares(tachogram);

        double tolerance = boundary == Boundary.PERIODIC ? 1e-9 : 0.2;
        assertThat(Arrays.stream(levels).sum()).isCloseTo(variance, within(tolerance * variance));
    }

    @Test
    void runTooShortForTheWindowGivesNoInstant() {
        Tachogram tachogram = tachogram(20, t -> 900 + Math.sin(t));

        assertThat(ShortTimeFourier.withDefaults().of(tachogram).timeCount()).isZero();
        assertThat(MorletWavelet.withDefaults().power(tachogram, Band.LF).size())
                .isZero();
    }

    @Test
    void refusesFrequenciesThatTheRateCannotHold() {
        Tachogram tachogram = tachogram(100, t -> 900 + Math.sin(t));

        assertThatThrownBy(() -> MorletWavelet.withDefaults().of(tachogram, 0.5, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.0 Hz");
        assertThatThrownBy(() -> Modwt.octave(0, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Tachogram tachogram(double seconds, DoubleUnaryOperator rr) {
        double[] x = new double[(int) (seconds * 4)];
        for (int i = 0; i < x.length; i++) {
            x[i] = rr.applyAsDouble(i / 4.0);
        }
        return Tachogram.of(SampledSignal.of("RR", Unit.MS, 4, 0, x));
    }

    private static double mean(TimedValues values, double from, double to) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < values.size(); i++) {
            if (values.secondsAt(i) >= from && values.secondsAt(i) < to) {
                sum += values.valueAt(i);
                n++;
            }
        }
        return sum / n;
    }
}
