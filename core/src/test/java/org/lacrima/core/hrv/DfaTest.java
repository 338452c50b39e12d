package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.hrv.DfaOptions.Scales;
import org.lacrima.core.hrv.DfaOptions.Windows;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

class DfaTest {
    private static final double RELATIVE = 1e-9;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.lacrima.core.hrv.SeededSeries#kinds")
    void sumsGiveWhatALineFittedToEachWindowLeaves(String name, double[] x) {
        Runs runs = Runs.whole(x.length);
        ProfileSums sums = ProfileSums.of(x, 64);
        for (int scale = 4; scale <= Math.min(64, x.length - 1); scale++) {
            double consecutive = NaiveNonlinear.fluctuation(x, scale, scale, false);
            double overlapping = NaiveNonlinear.fluctuation(x, scale, scale / 2, true);

            assertThat(sums.fluctuation(runs, scale, Windows.CONSECUTIVE, -1))
                    .isCloseTo(consecutive, withPercentage(100 * RELATIVE));
            assertThat(sums.fluctuation(runs, scale, Windows.HALF_OVERLAPPING, -1))
                    .isCloseTo(overlapping, withPercentage(100 * RELATIVE));
        }
    }

    @Test
    void aDayOfDriftingHeartRateCostsNoDigits() {
        double[] x = SeededSeries.normal(100_000, 800, 30, 3);
        for (int i = 0; i < x.length; i++) {
            x[i] += 300 * Math.sin(2 * Math.PI * i / x.length);
        }
        ProfileSums sums = ProfileSums.of(x, 64);
        for (int scale : new int[] {4, 5, 16, 63, 64}) {
            assertThat(sums.fluctuation(Runs.whole(x.length), scale, Windows.CONSECUTIVE, -1))
                    .isCloseTo(NaiveNonlinear.fluctuation(x, scale, scale, false), withPercentage(100 * RELATIVE));
        }
    }

    @Test
    void whiteNoiseHasHalfAndItsSumOneAndAHalf() {
        double[] white = SeededSeries.normal(50_000, 0, 1, 17);
        double[] brown = white.clone();
        for (int i = 1; i < brown.length; i++) {
            brown[i] += brown[i - 1];
        }
        BeatSeries noise = BeatSeries.ofMillis(SeededSeries.plus(SeededSeries.times(white, 20), 1000));
        BeatSeries walk = BeatSeries.ofMillis(SeededSeries.plus(brown, 2000));

        // At 16 to 64 the bias of small windows is below 0.03 (Peng et al. 1994).
        assertThat(Dfa.ALPHA2.of(noise).orNaN()).isCloseTo(0.5, within(0.03));
        assertThat(Dfa.ALPHA2.of(walk).orNaN()).isCloseTo(1.5, within(0.03));
    }

    @Test
    void aGapCostsOnlyTheWindowsThatItCuts() {
        double[] left = SeededSeries.normal(128, 800, 30, 1);
        double[] right = SeededSeries.normal(192, 800, 30, 2);
        double[] both = new double[320];
        boolean[] contiguous = new boolean[320];
        for (int i = 0; i < both.length; i++) {
            both[i] = i < 128 ? left[i] : right[i - 128];
            contiguous[i] = i != 0 && i != 128;
        }
        double[] ends = new double[320];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = (i > 0 ? ends[i - 1] : 0) + both[i] / 1000 + (i == 128 ? 60 : 0);
        }
        BeatLabel[] labels = new BeatLabel[320];
        Arrays.fill(labels, BeatLabel.NORMAL);
        BeatSeries gappy = BeatSeries.of(ends, both, contiguous, labels);

        double at64 = Dfa.curve(gappy, Scales.every(64, 64), DfaOptions.withDefaults())
                .fluctuationMillis()
                .get(0);

        double a = NaiveNonlinear.fluctuation(left, 64, 64, false);
        double b = NaiveNonlinear.fluctuation(right, 64, 64, false);
        assertThat(at64).isCloseTo(Math.sqrt((2 * a * a + 3 * b * b) / 5), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63})
    void needsFourWindowsOfTheLargestScale(int n) {
        BeatSeries beats = BeatSeries.ofMillis(SeededSeries.normal(n, 800, 30, 1));

        assertThat(Dfa.ALPHA1.of(beats).isEstimable()).isFalse();
        assertThat(Dfa.ALPHA1.of(beats).reason()).contains("needed");
    }

    @Test
    void aConstantSeriesDoesNotFluctuate() {
        double[] constant = new double[400];
        Arrays.fill(constant, 812.5);

        assertThat(Dfa.ALPHA1.of(BeatSeries.ofMillis(constant)).reason()).contains("no fluctuation");
    }

    @Test
    void shiftAndScaleDoNotChangeTheExponents() {
        double[] x = SeededSeries.normal(512, 850, 40, 9);
        double alpha = Dfa.ALPHA1.of(BeatSeries.ofMillis(x)).orNaN();

        assertThat(Dfa.ALPHA1.of(BeatSeries.ofMillis(SeededSeries.plus(x, 137))).orNaN())
                .isCloseTo(alpha, within(1e-10));
        assertThat(Dfa.ALPHA1
                        .of(BeatSeries.ofMillis(SeededSeries.times(x, 1.7)))
                        .orNaN())
                .isCloseTo(alpha, within(1e-10));
    }
}
