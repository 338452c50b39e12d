package org.lacrima.core.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.spectrum.Autoregressive.OrderRule;
import org.lacrima.core.spectrum.Spectrum.Integration;

/** Burg's method against the Python package spectrum (order 16, cubic spline at 4 Hz, mean removed). */
class AutoregressiveTest {
    private static final Autoregressive BURG = Autoregressive.withDefaults();
    private static final Resampling EVERYTHING =
            Resampling.withDefaults().withMaxStretchSeconds(Double.POSITIVE_INFINITY);

    @ParameterizedTest
    @CsvSource({
        "made_rest, -3.426875189109761, 0.042449699024043365, 0.4802749183998806, 351.21139255878256, 554.6288624493872",
        "made_stress, -3.4795840712363977, 0.006612085974367866, 0.40640962861235425, 121.57505379209849, 44.22168630658224",
        "made_128hz, -3.4311504650163474, 0.03548436186515899, 0.4828860087318325, 347.4001159718217, 546.3274459012266",
        "made_artifacts, -2.7543149435322603, 0.02044723959880238, 86.45727630386563, 1394.2719503944459, 2649.255456019425",
        "made_short, -3.6013616457836646, 0.20346481608509756, 0.5291254970766363, 179.06897339244068, 460.1537019999877"
    })
    void agreesOnMadeSeries(String series, double first, double last, double variance, double lf, double hf) {
        Tachogram tachogram = EVERYTHING.of(MadeSeries.beats(series));
        AutoregressiveModel model = BURG.model(tachogram);
        Spectrum spectrum = BURG.of(tachogram);

        assertThat(model.toCoefficients()[0]).isCloseTo(first, within(1e-6 * Math.abs(first)));
        assertThat(model.toCoefficients()[15]).isCloseTo(last, within(1e-6));
        assertThat(model.innovationVariance()).isCloseTo(variance, within(1e-6 * variance));
        assertThat(spectrum.power(Band.LF, Integration.TRAPEZOID)).isCloseTo(lf, within(1e-6 * lf));
        assertThat(spectrum.power(Band.HF, Integration.TRAPEZOID)).isCloseTo(hf, within(1e-6 * hf));
    }

    @Test
    void agreesOnEveryRecording() {
        int compared = 0;
        for (String series : Corpus.seriesOf("reference")) {
            JsonNode values = Corpus.values(series, "reference").path("ar16");
            if (values.path("burg_a").size() == 16) {
                Tachogram tachogram = EVERYTHING.of(BeatSeries.ofMillis(Corpus.rrMillis(series)));
                AutoregressiveModel model = BURG.model(tachogram);
                Spectrum spectrum = BURG.of(tachogram);
                for (int j = 0; j < 16; j++) {
                    assertThat(model.toCoefficients()[j])
                            .as(series)
                            .isCloseTo(Corpus.number(values.path("burg_a").get(j)), within(1e-6));
                }
                for (Band band : List.of(Band.LF, Band.HF)) {
                    double theirs = Corpus.number(values.path("burg_bands").path(band.name()));
                    assertThat(spectrum.power(band, Integration.TRAPEZOID))
                            .as(series)
                            .isCloseTo(theirs, within(1e-6 * theirs));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({"made_rest", "made_stress", "made_128hz", "made_artifacts"})
    void closedFormIsTheIntegralOfTheDensity(String series) {
        AutoregressiveModel model = BURG.model(EVERYTHING.of(MadeSeries.beats(series)));

        for (Band band : List.of(Band.VLF, Band.LF, Band.HF, new Band("all", 0, 2))) {
            int steps = 200_000;
            double width = (band.highHz() - band.lowHz()) / steps;
            double sum = 0;
            for (int k = 0; k < steps; k++) {
                sum += model.densityAt(band.lowHz() + (k + 0.5) * width) * width;
            }
            assertThat(model.power(band.lowHz(), band.highHz())).isCloseTo(sum, within(1e-7 * sum));
        }
    }

    /** A model of 22 beats a minute at 4 Hz, on whose way to its poles the search once left all bounds. */
    @Test
    void closedFormIsTheIntegralWhereThePolesAreHardToFind() {
        AutoregressiveModel model = new AutoregressiveModel(
                new double[] {
                    -4.112447704776526,
                    6.829189227372961,
                    -6.034574857521927,
                    3.440733082795871,
                    -1.769000678562808,
                    1.0303931906843573,
                    -0.6389763292478907,
                    0.47977708066569064,
                    -0.5164610550422031,
                    0.9531041317385849,
                    -1.2991654591672885,
                    0.1196225880429897,
                    1.7374698164390188,
                    -1.8434947627030063,
                    0.698871538966856,
                    -0.07498839966992117
                },
                1,
                4);
        int steps = 200_000;
        double sum = 0;
        for (int k = 0; k < steps; k++) {
            sum += model.densityAt(2 * (k + 0.5) / steps) * 2 / steps;
        }

        assertThat(model.power(0, 2)).isCloseTo(sum, within(1e-7 * sum));
    }

    @Test
    void componentsAddUpToTheVarianceAndNameTheBreathing() {
        AutoregressiveModel model = BURG.model(EVERYTHING.of(MadeSeries.beats("made_rest")));

        double sum = model.components().stream()
                .mapToDouble(AutoregressiveModel.Component::power)
                .sum();
        assertThat(sum).isCloseTo(model.power(0, 2), within(1e-6 * sum));
        // the series was made with a wave of 35 ms at 0.25 Hz and one of 25 ms at 0.1 Hz
        assertThat(model.components().get(0).hertz()).isCloseTo(0.25, within(0.005));
        assertThat(model.components().get(1).hertz()).isCloseTo(0.10, within(0.005));
    }

    @Test
    void findsTheCoefficientsOfAKnownProcess() {
        // x = 1.5·x₋₁ − 0.8·x₋₂ + e, e of variance 4
        double[] x = new double[20_000];
        Random random = new Random(11);
        for (int i = 2; i < x.length; i++) {
            x[i] = 1.5 * x[i - 1] - 0.8 * x[i - 2] + 2 * random.nextGaussian();
        }
        Tachogram tachogram = Tachogram.of(SampledSignal.of("x", Unit.MS, 4, 0, x));

        AutoregressiveModel two = BURG.withOrder(2, OrderRule.FIXED).model(tachogram);
        AutoregressiveModel chosen = BURG.withOrder(20, OrderRule.AIC).model(tachogram);

        // standard error of a coefficient: √((1 − 0.64) ⁄ 20 000) = 0.0042
        assertThat(two.toCoefficients()[0]).isCloseTo(-1.5, within(0.013));
        assertThat(two.toCoefficients()[1]).isCloseTo(0.8, within(0.013));
        assertThat(two.innovationVariance()).isCloseTo(4, within(0.12));
        assertThat(chosen.order()).isBetween(2, 8);
    }

    @Test
    void yuleWalkerTakesTheOrderAndTheCoefficientsThatRTakes() {
        // luteinising hormone in 48 blood samples (Diggle 1990; R's data set lh). The figures are those that R's ar is
        // known to print for it, found again by solving the Yule-Walker equations with NumPy 2.4.6; R was not run.
        double[] hormone = {
            2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2,
            2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3.0, 2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3,
            2.6, 2.4, 1.8, 1.7, 1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9
        };
        Tachogram tachogram = Tachogram.of(SampledSignal.of("LH", Unit.MS, 1, 0, hormone));

        AutoregressiveModel model = BURG.with(Autoregressive.Fit.YULE_WALKER)
                .withOrder(40, OrderRule.AIC_TO_TEN_LOG)
                .model(tachogram);

        assertThat(model.toCoefficients()).containsExactly(new double[] {-0.6534, 0.0636, 0.2269}, within(0.00005));
        assertThat(model.innovationVariance()).isCloseTo(0.1959, within(0.00005));
    }

    @Test
    void poolsRunsOnBothSidesOfAGap() {
        double[] x = new double[2000];
        Random random = new Random(12);
        for (int i = 2; i < x.length; i++) {
            x[i] = 1.5 * x[i - 1] - 0.8 * x[i - 2] + 2 * random.nextGaussian();
        }
        Tachogram whole = Tachogram.of(SampledSignal.of("x", Unit.MS, 4, 0, x));
        Tachogram.Run left = new Tachogram.Run(0, java.util.Arrays.copyOfRange(x, 0, 900), 225, 225, 0);
        Tachogram.Run right = new Tachogram.Run(300, java.util.Arrays.copyOfRange(x, 1000, 2000), 250, 250, 0);
        Tachogram gappy = new Tachogram(4, List.of(left, right), List.of());

        double[] a = BURG.withOrder(2, OrderRule.FIXED).model(whole).toCoefficients();
        double[] b = BURG.withOrder(2, OrderRule.FIXED).model(gappy).toCoefficients();

        assertThat(b[0]).isCloseTo(a[0], within(0.02));
        assertThat(b[1]).isCloseTo(a[1], within(0.02));
    }

    @Test
    void refusesARunNoLongerThanTheOrder() {
        Tachogram tachogram = EVERYTHING.of(BeatSeries.ofMillis(800, 820, 810));

        assertThatThrownBy(() -> BURG.of(tachogram))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order 16");
    }
}
