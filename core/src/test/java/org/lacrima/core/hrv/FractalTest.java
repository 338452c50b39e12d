package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.hrv.FractalOptions.Correlation;
import org.lacrima.core.hrv.FractalOptions.RadiusUnit;
import org.lacrima.core.series.BeatSeries;

class FractalTest {

    @Test
    void aStraightLineHasDimensionOne() {
        double[] ramp = new double[300];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = 600 + i;
        }
        BeatSeries beats = BeatSeries.ofMillis(ramp);

        assertThat(Fractal.HFD.of(beats).orNaN()).isCloseTo(1, within(1e-12));
        assertThat(Fractal.KFD.of(beats).orNaN()).isCloseTo(1, within(1e-12));
    }

    @Test
    void noiseFillsThePlaneInHiguchisSense() {
        BeatSeries noise = BeatSeries.ofMillis(SeededSeries.normal(5000, 850, 40, 4));

        assertThat(Fractal.HFD.of(noise).orNaN()).isCloseTo(2, within(0.01));
    }

    @Test
    void phrasesAreThoseOfKasparAndSchuster() {
        // Kaspar & Schuster 1987, doi:10.1103/PhysRevA.36.842: 0·001·10·100·1000·101
        assertThat(phrases("0001101001000101")).isEqualTo(6);
        assertThat(phrases("0")).isEqualTo(1);
        assertThat(phrases("0000000000")).isEqualTo(2);
        assertThat(phrases("0101010101")).isEqualTo(3);
    }

    @Test
    void phrasesAreThoseOfTheDefinitionOnRandomSequences() {
        Random random = new Random(12);
        for (int trial = 0; trial < 300; trial++) {
            boolean[] symbols = new boolean[1 + random.nextInt(200)];
            double p = random.nextDouble();
            for (int i = 0; i < symbols.length; i++) {
                symbols[i] = random.nextDouble() < p;
            }
            assertThat(LempelZiv.phrases(symbols)).isEqualTo(NaiveNonlinear.phrases(symbols));
        }
    }

    private static int phrases(String bits) {
        boolean[] symbols = new boolean[bits.length()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = bits.charAt(i) == '1';
        }
        return LempelZiv.phrases(symbols);
    }

    @Test
    void noiseHasTheComplexityOfAFairCoin() {
        // Normalised complexity tends to 1 from above, slowly (Lempel & Ziv 1976).
        BeatSeries noise = BeatSeries.ofMillis(SeededSeries.normal(20_000, 850, 40, 6));

        assertThat(Fractal.LZC.of(noise).orNaN()).isBetween(1.0, 1.06);
    }

    @Test
    void henonsMapHasTheDimensionThatGrassbergerAndProcacciaFound() {
        double[] map = new double[4100];
        for (int i = 2; i < map.length; i++) {
            map[i] = 1 - 1.4 * map[i - 1] * map[i - 1] + 0.3 * map[i - 2];
        }
        double[] settled = Arrays.copyOfRange(map, 100, map.length);
        BeatSeries beats = BeatSeries.ofMillis(SeededSeries.plus(SeededSeries.times(settled, 40), 850));

        // 1.21 ± 0.01 (1983, table I), from far smaller radii and more points.
        assertThat(Fractal.D2.with(near(2)).of(beats).orNaN()).isCloseTo(1.21, within(0.03));
    }

    @Test
    void noiseFillsAsManyDimensionsAsItIsGiven() {
        BeatSeries noise = BeatSeries.ofMillis(SeededSeries.normal(4000, 850, 40, 13));

        assertThat(Fractal.D2.with(near(1)).of(noise).orNaN()).isCloseTo(1, within(0.03));
        assertThat(Fractal.D2.with(near(2)).of(noise).orNaN()).isCloseTo(2, within(0.05));
    }

    private static HrvOptions near(int dimension) {
        Correlation near = FractalOptions.withDefaults()
                .correlation()
                .withDimension(dimension)
                .withRadii(0.01, 0.2, 1.1, RadiusUnit.SD);
        return HrvOptions.withDefaults()
                .with(NonlinearOptions.withDefaults()
                        .with(FractalOptions.withDefaults().with(near)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.lacrima.core.hrv.SeededSeries#kinds")
    void pairsWithinRadiiAreThoseOfTheDefinition(String name, double[] x) {
        boolean[] contiguous = new boolean[x.length];
        for (int i = 1; i < x.length; i++) {
            contiguous[i] = i % 70 != 0;
        }
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        // 100 and 200 are multiples of the steps: distances of exactly the radius occur
        double[] radii = {5, 40, 40.5, 80, 100, 120, 200};
        for (Runs runs : new Runs[] {Runs.of(contiguous), Runs.whole(x.length)}) {
            for (int m = 1; m <= Math.min(10, x.length - 2); m++) {
                long[] pairs = NaiveNonlinear.pairsWithin(x, runs.templateStarts(m), m, radii);
                for (Resolution resolution : new Resolution[] {Resolution.of(sorted), Resolution.NONE}) {
                    assertThat(new PairDistances(x, runs, m).within(radii, resolution))
                            .isEqualTo(pairs);
                }
            }
        }
    }

    @Test
    void gapsAreRefusedWhereTheCourseMustBeUnbroken() {
        double[] x = SeededSeries.normal(200, 850, 40, 8);
        double[] ends = new double[200];
        double t = 0;
        for (int i = 0; i < ends.length; i++) {
            t += x[i] / 1000 + (i == 90 ? 30 : 0);
            ends[i] = t;
        }
        BeatSeries gappy = BeatSeries.ofIntervalsAt(ends, x);

        assertThat(Fractal.HFD.of(gappy).reason()).isEqualTo("1 gap in the series, an unbroken one needed");
        assertThat(Fractal.KFD.of(gappy).isEstimable()).isFalse();
        assertThat(Fractal.LZC.of(gappy).isEstimable()).isFalse();
        assertThat(Fractal.D2.of(gappy).isEstimable()).isTrue();
    }
}
