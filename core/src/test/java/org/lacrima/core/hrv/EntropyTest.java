package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatSeries;

class EntropyTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.lacrima.core.hrv.SeededSeries#kinds")
    void approximateEntropyIsThatOfTheDefinition(String name, double[] x) {
        double r = 0.2 * Math.sqrt(Moments.sumOfSquares(x, Moments.mean(x)) / (x.length - 1));

        assertThat(Entropy.APPROXIMATE.of(BeatSeries.ofMillis(x)).orNaN())
                .isCloseTo(NaiveNonlinear.phi(x, 2, r) - NaiveNonlinear.phi(x, 3, r), within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.lacrima.core.hrv.SeededSeries#kinds")
    void fuzzyEntropyIsThatOfTheDefinitionWithAndWithoutAResolution(String name, double[] x) {
        for (double exponent : new double[] {1, 2, 1.5}) {
            for (int m = 1; m <= 3; m++) {
                EntropyOptions options = EntropyOptions.withDefaults()
                        .withFuzzyExponent(exponent)
                        .withDimension(m);
                double naive =
                        Math.log(NaiveNonlinear.fuzzy(x, m, m, exponent) / NaiveNonlinear.fuzzy(x, m + 1, m, exponent));

                assertThat(fuzzy(options, BeatSeries.ofMillis(x))).isCloseTo(naive, within(1e-10));
            }
        }
    }

    @Test
    void fuzzyEntropyOfALongSeriesIsTheSameWithAndWithoutAResolution() {
        double[] whole = SeededSeries.rounded(SeededSeries.normal(6000, 850, 40, 8), 1);
        double[] almost = whole.clone();
        almost[17] += Math.PI * 1e-7;

        assertThat(fuzzy(EntropyOptions.withDefaults(), BeatSeries.ofMillis(whole)))
                .isCloseTo(fuzzy(EntropyOptions.withDefaults(), BeatSeries.ofMillis(almost)), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 15, 63})
    void displacementsOnALatticeAreThoseOfThePairs(int half) {
        Random random = new Random(half);
        int[] first = random.ints(500, -half, half + 1).toArray();
        int[] second = random.ints(500, -half, half + 1).toArray();
        double[] squares = new double[6 * half + 1];
        for (int d = 0; d < squares.length; d++) {
            squares[d] = d * d + 1;
        }
        TemplateLattice lattice = new TemplateLattice(half);
        double pairs = 0;
        for (int i = 0; i < first.length; i++) {
            lattice.add(first[i], second[i], 1);
            for (int j = 0; j < i; j++) {
                int u = first[i] - first[j];
                int v = second[i] - second[j];
                // the template (0, u, u + v) about its mean, in thirds
                int largest = Math.max(Math.abs(2 * u + v), Math.max(Math.abs(u - v), Math.abs(u + 2 * v)));
                pairs += squares[largest];
            }
        }

        assertThat(lattice.sum(squares)).isEqualTo(pairs);
    }

    @Test
    void fuzzyEntropyOfADayInWholeStepsIsSummedOverDisplacements() {
        double[] x = SeededSeries.rounded(SeededSeries.normal(9000, 850, 40, 2), 1);
        // outliers lie beside the lattice
        x[100] = 2500;
        x[4000] = 300;
        double naive = Math.log(NaiveNonlinear.fuzzy(x, 2, 2, 2) / NaiveNonlinear.fuzzy(x, 3, 2, 2));

        EntropyOptions options = EntropyOptions.withDefaults().withFuzzyLongest(10);

        assertThat(fuzzy(options, BeatSeries.ofMillis(x))).isCloseTo(naive, within(1e-10));
    }

    private static double fuzzy(EntropyOptions options, BeatSeries beats) {
        HrvOptions all =
                HrvOptions.withDefaults().with(NonlinearOptions.withDefaults().with(options));
        return Entropy.FUZZY.with(all).of(beats).orNaN();
    }

    @Test
    void aRegularSeriesHasLittleEntropyAndNoiseMuch() {
        double[] regular = new double[400];
        for (int i = 0; i < regular.length; i++) {
            regular[i] = 850 + 40 * Math.sin(2 * Math.PI * i / 8);
        }
        // Eight templates repeat: each matches its own kind at both lengths, so nothing is left to be known.
        assertThat(Entropy.SAMPLE.of(BeatSeries.ofMillis(regular)).orNaN()).isCloseTo(0, within(0.01));
        // Independent normal intervals differ by at most r = 0.2 SD with probability erf(0.1): SampEn = −ln of that.
        double[] noise = SeededSeries.normal(6000, 850, 40, 21);
        assertThat(Entropy.SAMPLE.of(BeatSeries.ofMillis(noise)).orNaN())
                .isCloseTo(-Math.log(0.1124629), withPercentage(2));
    }

    @Test
    void shannonEntropyOfEquallyFilledBinsIsTheLogarithmOfTheirNumber() {
        double[] x = new double[400];
        for (int i = 0; i < x.length; i++) {
            x[i] = 800 + 7.8125 * (i % 8);
        }
        assertThat(Entropy.SHANNON.of(BeatSeries.ofMillis(x)).orNaN()).isCloseTo(3, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void tooFewIntervalsAreNotEstimable(int n) {
        BeatSeries beats = BeatSeries.ofMillis(Arrays.copyOf(MadeSeries.millis("made_rest"), n));

        assertThat(Entropy.SAMPLE.of(beats).reason()).contains("4 needed");
        assertThat(Entropy.APPROXIMATE.of(beats).reason()).contains("4 needed");
        assertThat(Entropy.FUZZY.of(beats).reason()).contains("4 needed");
    }

    @Test
    void noMatchAtAllIsAReasonNotAnInfinity() {
        BeatSeries rising = BeatSeries.ofMillis(600, 700, 800, 900, 1000, 1100, 1200);

        assertThat(Entropy.SAMPLE.of(rising).isEstimable()).isFalse();
        assertThat(Entropy.SAMPLE.of(rising).reason())
                .contains("no two templates")
                .contains("tolerance");
    }

    @Test
    void fuzzyEntropyOfADayIsRefusedUnlessAskedFor() {
        double[] x = SeededSeries.normal(20_001, 850, 40, 2);

        assertThat(Entropy.FUZZY.of(BeatSeries.ofMillis(x)).reason()).contains("at most 20000");
    }
}
