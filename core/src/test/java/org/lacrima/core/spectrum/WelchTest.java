package org.lacrima.core.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.spectrum.Spectrum.Integration;
import org.lacrima.core.spectrum.Welch.Placement;
import org.lacrima.core.spectrum.Welch.SegmentTrend;

class WelchTest {

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 97, 100, 480, 1021})
    void powerOverAllFrequenciesIsTheVariance(int n) {
        double[] x = noise(n, 3);
        Welch periodogram = Welch.withDefaults()
                .with(SegmentLength.whole())
                .with(Taper.RECTANGULAR)
                .with(FftLength.ofSegment());

        Spectrum exact = periodogram.of(tachogram(x));
        Spectrum padded = periodogram.with(FftLength.atLeast(2048)).of(tachogram(x));

        double variance = variance(x, 0, n);
        assertThat(exact.totalPower()).isCloseTo(variance, within(1e-12 * variance));
        assertThat(padded.totalPower()).isCloseTo(variance, within(1e-12 * variance));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 8", "813, 864", "1201, 1215", "14398, 14400", "4096, 4096"})
    void padsToTheNextProductOfTwosThreesAndFives(int samples, int length) {
        FftLength product = new FftLength(1, 0, FftLength.Rounding.PRODUCT_OF_2_3_5);

        assertThat(product.samples(samples)).isEqualTo(length);
    }

    @ParameterizedTest
    @EnumSource(Taper.class)
    void taperedPowerIsTheWeightedMeanSquare(Taper taper) {
        double[] x = noise(300, 4);
        double[] w = taper.weights(300);
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < 300; i++) {
            top += w[i] * w[i] * x[i] * x[i];
            bottom += w[i] * w[i];
        }

        Spectrum spectrum = Welch.withDefaults()
                .with(SegmentLength.whole())
                .with(SegmentTrend.NONE)
                .with(taper)
                .of(tachogram(x));

        assertThat(spectrum.totalPower()).isCloseTo(top / bottom, within(1e-12 * top / bottom));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 15, 30, 31, 64, 211})
    void transformIsThatOfItsDefinition(int n) {
        double[] x = noise(n, 5);
        Fft fft = Fft.of(n);
        double[] power = new double[fft.bins()];

        fft.addSquares(x.clone(), power);

        for (int k = 0; k < power.length; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                re += x[i] * Math.cos(2 * Math.PI * i * k / n);
                im += x[i] * Math.sin(2 * Math.PI * i * k / n);
            }
            assertThat(power[k]).isCloseTo(re * re + im * im, within(1e-13 * n * n * 640_000));
        }
    }

    @Test
    void evenPlacementLeavesNoSampleOut() {
        // a burst in the last seconds of a run that fixed steps do not reach
        double[] x = new double[4 * 179];
        for (int i = x.length - 100; i < x.length; i++) {
            x[i] = 100 * Math.sin(2 * Math.PI * 0.25 * i / 4);
        }

        Spectrum even = Welch.withDefaults().of(tachogram(x));
        Spectrum fixed = Welch.withDefaults().with(Placement.FIXED_STEP).of(tachogram(x));

        assertThat(even.basis().segments()).isEqualTo(2);
        assertThat(fixed.basis().segments()).isEqualTo(1);
        assertThat(even.power(Band.HF)).isGreaterThan(10);
        assertThat(fixed.power(Band.HF)).isZero();
    }

    @Test
    void adjacentBandsAddUp() {
        Spectrum spectrum = Welch.withDefaults().of(tachogram(noise(2000, 6)));

        double parts =
                spectrum.power(Band.ULF) + spectrum.power(Band.VLF) + spectrum.power(Band.LF) + spectrum.power(Band.HF);
        assertThat(parts).isCloseTo(spectrum.power(new Band("all", 0, 0.40), Integration.SUM), within(1e-9));
    }

    @Test
    void resultSaysWhatItWasMadeFrom() {
        Spectrum spectrum = Welch.withDefaults()
                .of(Resampling.withDefaults()
                        .of(MadeSeries.beats("made_rest"))
                        .without(Detrending.smoothnessPriors(500)));

        assertThat(spectrum.basis().method()).isEqualTo(Welch.withDefaults());
        assertThat(spectrum.basis().preparation())
                .isEqualTo(List.of(Resampling.withDefaults(), Detrending.smoothnessPriors(500)));
        assertThat(spectrum.basis().segments()).isEqualTo(5);
        assertThat(spectrum.basis().segmentSeconds()).isEqualTo(120);
        assertThat(spectrum.basis().intervals()).isEqualTo(360);
        assertThat(spectrum.basis().interpolatedShare()).isZero();
    }

    @Test
    void threadsAndSharedPlansGiveTheSameBits() {
        Tachogram tachogram = Resampling.withDefaults().of(MadeSeries.beats("made_long"));
        SpectrumPlans plans = new SpectrumPlans();
        double[] alone = Welch.withDefaults().of(tachogram).toDensity();

        assertThat(Welch.withDefaults().of(tachogram, plans).toDensity()).containsExactly(alone);
        assertThat(Welch.withDefaults().of(tachogram, plans).toDensity()).containsExactly(alone);
        IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> Welch.withDefaults().of(tachogram).toDensity())
                .forEach(density -> assertThat(density).containsExactly(alone));
    }

    @Test
    void refusesWhatIsNoChoice() {
        assertThatThrownBy(() -> Welch.withDefaults().withOverlap(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 1.0");
        assertThatThrownBy(() -> SegmentLength.ofShare(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> new Band("LF", 0.15, 0.04))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.15 to 0.04 Hz");
        assertThatThrownBy(() -> Welch.withDefaults().of(new Tachogram(4, List.of(), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one run");
    }

    private static double[] noise(int n, int seed) {
        Random random = new Random(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 800 + 40 * random.nextGaussian();
        }
        return x;
    }

    private static Tachogram tachogram(double[] x) {
        return Tachogram.of(SampledSignal.of("RR", Unit.MS, 4, 0, x));
    }

    private static double variance(double[] x, int from, int to) {
        double mean = Arrays.stream(x, from, to).average().orElseThrow();
        return Arrays.stream(x, from, to).map(v -> (v - mean) * (v - mean)).sum() / (to - from);
    }
}
