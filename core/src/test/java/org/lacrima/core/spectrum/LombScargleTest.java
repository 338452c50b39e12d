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
import org.junit.jupiter.params.provider.EnumSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.LombScargle.Grid;
import org.lacrima.core.spectrum.LombScargle.Mean;
import org.lacrima.core.spectrum.LombScargle.Method;
import org.lacrima.core.spectrum.LombScargle.Scale;
import org.lacrima.core.spectrum.LombScargle.Trend;
import org.lacrima.core.spectrum.Spectrum.Integration;

/** Lomb–Scargle against Astropy and NumPy 2.4.6: the classical P on k/1024 Hz, k = 1 … 512. */
class LombScargleTest {
    private static final LombScargle CLASSICAL = LombScargle.withDefaults()
            .with(Grid.ofHertz(0, 1.0 / 1024, 0.5))
            .with(Trend.CONSTANT)
            .with(Scale.PERIODOGRAM);

    @ParameterizedTest
    @CsvSource({
        "made_rest, 193.7735717169973, 316.5861053034446, 6.4028408536093675, 92407.01401449007, 92.61646998956955, 2.589854944092405",
        "made_stress, 91.11059130168336, 34.22767654070406, 5.6714919716451835, 4.146864543284011, 5.682186743994736, 0.9971272445842032",
        "made_128hz, 191.39718541629932, 312.3955825562223, 3.2132375401146485, 90823.58517878549, 97.36075520513702, 8.235414449886994",
        "made_artifacts, 692.2654929591569, 1602.5390576390346, 42.23411337996821, 133191.87275020545, 85.77231751664567, 14261.131056901586",
        "made_short, 114.16216389144755, 271.44246995983434, 377.0210898377973, 283.20120875195084, 488.8877574035914, 593.5090835276152"
    })
    void agreesOnMadeSeries(
            String series,
            double lf,
            double hf,
            double first,
            double quarterHertz,
            double firstFloating,
            double fiftieth) {
        BeatSeries beats = MadeSeries.beats(series);
        for (Method method : Method.values()) {
            Spectrum p = CLASSICAL.with(method).of(beats);
            Spectrum floating = CLASSICAL.with(method).with(Mean.FLOATING).of(beats);

            assertRelative(p.power(Band.LF, Integration.SUM_CLOSED), lf, 1e-8);
            assertRelative(p.power(Band.HF, Integration.SUM_CLOSED), hf, 1e-8);
            assertRelative(p.densityAt(0), first, 1e-8);
            assertRelative(p.densityAt(255), quarterHertz, 1e-8);
            assertRelative(floating.densityAt(0), firstFloating, 1e-8);
            assertRelative(floating.densityAt(49), fiftieth, 1e-8);
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void agreesOnEveryRecording(Method method) {
        int compared = 0;
        for (String series : Corpus.seriesOf("reference")) {
            JsonNode values = Corpus.values(series, "reference").path("lomb_1024");
            double[] rr = Corpus.rrMillis(series);
            if (values.isObject() && (method == Method.FAST || rr.length < 2000)) {
                Spectrum p = CLASSICAL.with(method).of(BeatSeries.ofMillis(rr));
                for (Band band : List.of(Band.LF, Band.HF)) {
                    double theirs =
                            Corpus.number(values.path("bands_sum_closed_x_df").path(band.name()));
                    // where P itself is not kept, the bands are those of Astropy's fast method, an approximation
                    assertRelative(p.power(band, Integration.SUM_CLOSED), theirs, values.has("P") ? 1e-8 : 5e-3);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({"300, 0.7, 1", "40, 0.9, 2", "5000, 0.8, 3", "20000, 1.1, 4"})
    void fastSumsStayWithinTheirBoundOfTheExactOnes(int n, double meanSeconds, int seed) {
        Random random = new Random(seed);
        double[] t = new double[n];
        double[] y = new double[n];
        double at = -n * meanSeconds / 2;
        for (int i = 0; i < n; i++) {
            at += meanSeconds * (0.7 + 0.6 * random.nextDouble()) + (random.nextInt(50) == 0 ? 20 : 0);
            t[i] = at;
            y[i] = 50 * random.nextGaussian();
        }
        double step = 1 / (4 * (t[n - 1] - t[0]));
        int count = Math.min(3000, (int) (0.5 / step));
        LombSums fast = LombSums.fast(t, y, step, 1, count, true);
        LombSums exact = LombSums.exact(t, y, step, step, count);

        double highest = 0;
        for (int k = 0; k < count; k++) {
            highest = Math.max(highest, exact.reduction(k, false));
        }
        for (int k = 0; k < count; k++) {
            assertThat(fast.reduction(k, false)).isCloseTo(exact.reduction(k, false), within(1e-9 * highest));
            assertThat(fast.reduction(k, true)).isCloseTo(exact.reduction(k, true), within(1e-9 * highest));
        }
    }

    @Test
    void densityIntegratesToTheVariance() {
        double[] rr = new double[400];
        Random random = new Random(7);
        double squares = 0;
        for (int i = 0; i < rr.length; i++) {
            rr[i] = 800 + 20 * random.nextGaussian();
        }
        double mean = java.util.Arrays.stream(rr).average().orElseThrow();
        for (double interval : rr) {
            squares += (interval - mean) * (interval - mean);
        }

        Spectrum density = LombScargle.withDefaults()
                .with(Trend.CONSTANT)
                .with(Grid.oversampled(4, 2))
                .of(BeatSeries.ofMillis(rr));

        assertThat(density.totalPower()).isCloseTo(squares / rr.length, within(0.02 * squares / rr.length));
    }

    @Test
    void evenlySpacedSamplesGiveThePeriodogram() {
        // samples every 1000 ms cannot be intervals and even at once, so the sums are taken as they are
        double[] t = new double[64];
        double[] y = new double[64];
        for (int i = 0; i < 64; i++) {
            t[i] = i;
            y[i] = 3 * Math.cos(2 * Math.PI * 5 * i / 64);
        }

        LombSums sums = LombSums.exact(t, y, 1.0 / 64, 1.0 / 64, 31);

        // ½·|X|²·2⁄n of a cosine on the grid is A²·n⁄4, and 0 elsewhere
        assertThat(sums.reduction(4, false) / 2).isCloseTo(9 * 64 / 4.0, within(1e-9));
        assertThat(sums.reduction(9, false)).isCloseTo(0, within(1e-9));
    }

    @Test
    void refusesTwoIntervals() {
        assertThatThrownBy(() -> LombScargle.withDefaults().of(BeatSeries.ofMillis(800, 810)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs 3 intervals, got 2");
    }

    private static void assertRelative(double ours, double theirs, double tolerance) {
        assertThat(ours).isCloseTo(theirs, within(tolerance * Math.abs(theirs)));
    }
}
