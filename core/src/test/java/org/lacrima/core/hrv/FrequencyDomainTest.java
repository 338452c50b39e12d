package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.hrv.SpectrumOptions.Estimator;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.LombScargle;
import org.lacrima.core.spectrum.Spectrum;

class FrequencyDomainTest {

    /** Beats whose interval at the time of the beat that ends it is {@code 700 + A·sin(2πft) + drift·t}. */
    private static BeatSeries swinging(double seconds, double amplitude, double hertz, double driftPerSecond) {
        double[] rr = new double[(int) (seconds * 3)];
        double t = 0;
        int n = 0;
        while (t < seconds) {
            double interval = 700;
            for (int round = 0; round < 40; round++) {
                double end = t + interval / 1000;
                interval = 700 + amplitude * Math.sin(2 * Math.PI * hertz * end) + driftPerSecond * end;
            }
            rr[n++] = interval;
            t += interval / 1000;
        }
        return BeatSeries.ofMillis(Arrays.copyOf(rr, n));
    }

    @ParameterizedTest
    @CsvSource({
        "LF, 0.10, 300",
        "HF, 0.20, 300",
        "HF, 0.25, 90",
        "HF, 0.25, 3600",
        "LF, 0.07, 180",
        "VLF, 0.02, 900",
        "ULF, 0.002, 70000",
        "TotalPower, 0.25, 600",
        "ULF_Lomb, 0.002, 70000",
        "TotalPower_Lomb, 0.25, 600",
        "TotalPower_AR, 0.25, 600",
        "LF_Lomb, 0.10, 300",
        "HF_Lomb, 0.20, 300",
        "HF_Lomb, 0.25, 120",
        "HF_Lomb, 0.25, 3600",
        "LF_Lomb, 0.09, 300",
        "VLF_Lomb, 0.02, 900",
        "LF_AR, 0.10, 300",
        "HF_AR, 0.20, 300",
        "HF_AR, 0.25, 90",
        "HF_AR, 0.25, 3600",
        "LF_AR, 0.07, 180",
        "VLF_AR, 0.02, 900"
    })
    void sineOfAmplitudeAHoldsHalfItsSquare(String metric, double hertz, double seconds) {
        BeatSeries beats = swinging(seconds, 30, hertz, 0);

        double power = named(metric).of(beats).orNaN();

        assertThat(power).isCloseTo(30 * 30 / 2.0, within(0.01 * 450));
    }

    @ParameterizedTest
    @CsvSource({
        "HFpeak, 0.22",
        "LFpeak, 0.1",
        "HFpeak_Lomb, 0.22",
        "LFpeak_Lomb, 0.1",
        "HFpeak_AR, 0.22",
        "LFpeak_AR, 0.1"
    })
    void findsThePeakOfASine(String metric, double hertz) {
        assertThat(named(metric).of(swinging(300, 30, hertz, 0)).orNaN()).isCloseTo(hertz, within(0.002));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_Lomb", "_AR"})
    void twoSinesShareThePowerAsTheirSquares(String estimator) {
        // given amplitudes of 30 ms at 0.1 Hz and 15 ms at 0.25 Hz: powers of 450 and 112.5 ms²
        double[] rr = new double[700];
        double t = 0;
        int n = 0;
        while (t < 600) {
            rr[n] = 900 + 30 * Math.sin(2 * Math.PI * 0.1 * t) + 15 * Math.sin(2 * Math.PI * 0.25 * t);
            t += rr[n++] / 1000;
        }
        BeatSeries beats = BeatSeries.ofMillis(Arrays.copyOf(rr, n));

        // beats sample their own rhythm unevenly: a few percent of the slow wave leak into its harmonics
        assertThat(named("LF/HF" + estimator).of(beats).orNaN()).isCloseTo(4, within(0.4));
        assertThat(named("LFnu" + estimator).of(beats).orNaN()).isCloseTo(80, within(2.0));
        assertThat(named("HFnu" + estimator).of(beats).orNaN()).isCloseTo(20, within(2.0));
        assertThat(named("lnHF" + estimator).of(beats).orNaN()).isCloseTo(Math.log(112.5), within(0.1));
    }

    @Test
    void driftOfAPhaseDoesNotReachLfOrHf() {
        BeatSeries steady = swinging(300, 30, 0.25, 0);
        BeatSeries drifting = swinging(300, 30, 0.25, 0.5);

        assertThat(FrequencyDomain.LF.of(drifting).orNaN()
                        - FrequencyDomain.LF.of(steady).orNaN())
                .isLessThan(0.2);
        assertThat(FrequencyDomain.HF.of(drifting).orNaN())
                .isCloseTo(FrequencyDomain.HF.of(steady).orNaN(), within(4.5));
    }

    @Test
    void logarithmAndNormalisedUnitsFollowFromThePowers() {
        BeatSeries beats = MadeSeries.beats("made_rest");
        double lf = FrequencyDomain.LF.of(beats).orNaN();
        double hf = FrequencyDomain.HF.of(beats).orNaN();

        assertThat(FrequencyDomain.LN_HF.of(beats).orNaN()).isEqualTo(Math.log(hf));
        assertThat(FrequencyDomain.LF_HF.of(beats).orNaN()).isEqualTo(lf / hf);
        assertThat(FrequencyDomain.LF_NU.of(beats).orNaN()
                        + FrequencyDomain.HF_NU.of(beats).orNaN())
                .isCloseTo(100, within(1e-12));
        assertThat(FrequencyDomain.TOTAL_POWER.of(beats).orNaN())
                .isEqualTo(FrequencyDomain.VLF.of(beats).orNaN() + lf + hf);
    }

    @ParameterizedTest
    @CsvSource({
        "HF, 50, 60 s",
        "lnHF, 50, 60 s",
        "LF, 110, 120 s",
        "LF/HF, 110, 120 s",
        "VLF, 280, 300 s",
        "ULF, 3600, 64800 s"
    })
    void shorterThanItsMinimumIsNotEstimable(String metric, double seconds, String needed) {
        MetricValue value = named(metric).of(swinging(seconds, 30, 0.25, 0));

        assertThat(value.isEstimable()).isFalse();
        assertThat(value.reason()).contains(needed).contains("longest run");
    }

    @Test
    void minuteOfAPhaseIsEnoughForHfThoughItCutsTheBeatsAtItsEdges() {
        BeatSeries minute = swinging(300, 30, 0.25, 0).during(Window.ofSeconds(60.3, 120.3));

        assertThat(minute.coveredSeconds()).isLessThan(60);
        assertThat(FrequencyDomain.LN_HF.of(minute).isEstimable()).isTrue();
    }

    @Test
    void longGapIsNotBridged() {
        BeatSeries beats = swinging(300, 30, 0.25, 0);
        BeatSeries before = beats.during(Window.ofSeconds(0, 140));
        BeatSeries after = beats.during(Window.ofSeconds(160, 300));
        BeatSeries gappy = joined(before, after);

        assertThat(FrequencyDomain.HF.of(gappy).orNaN()).isCloseTo(450, within(4.5));
        assertThat(FrequencyDomain.VLF.of(gappy).reason()).contains("longest run without a gap is 1");
    }

    @Test
    void bandAroundBreathingFindsSlowBreath() {
        BeatSeries slowBreath = swinging(300, 30, 0.13, 0);
        HrvOptions around =
                HrvOptions.withDefaults().with(SpectrumOptions.withDefaults().withHf(Band.around(7.8, 0.05)));

        assertThat(FrequencyDomain.HF.of(slowBreath).orNaN()).isLessThan(1);
        assertThat(FrequencyDomain.HF.with(around).of(slowBreath).orNaN()).isCloseTo(450, within(4.5));
    }

    @Test
    void constantIntervalsHaveNoPowerAndNoLogarithm() {
        double[] rr = new double[500];
        Arrays.fill(rr, 800);
        BeatSeries beats = BeatSeries.ofMillis(rr);

        assertThat(FrequencyDomain.HF.of(beats).orNaN()).isCloseTo(0, within(1e-18));
        for (HrvMetric metric : List.of(FrequencyDomain.LN_HF, FrequencyDomain.LF_HF, FrequencyDomain.HF_PEAK)) {
            assertThat(metric.of(beats).isEstimable()).as(metric.name()).isFalse();
        }
    }

    @Test
    void lombNeedsNoBridgeOverALongGap() {
        BeatSeries beats = swinging(400, 30, 0.2, 0);
        BeatSeries gappy = joined(beats.during(Window.ofSeconds(0, 150)), beats.during(Window.ofSeconds(230, 400)));

        assertThat(named("HF_Lomb").of(gappy).orNaN()).isCloseTo(450, within(4.5));
    }

    @Test
    void namedEstimatorIsThatOfTheOptionsUnderAnotherName() {
        BeatSeries beats = MadeSeries.beats("made_rest");
        HrvOptions lomb =
                HrvOptions.withDefaults().with(SpectrumOptions.withDefaults().with(Estimator.LOMB_SCARGLE));

        for (String name :
                List.of("VLF", "LF", "HF", "TotalPower", "LFnu", "HFnu", "LF/HF", "lnHF", "LFpeak", "HFpeak")) {
            assertThat(named(name).with(lomb).of(beats).orNaN())
                    .isEqualTo(named(name + "_Lomb").of(beats).orNaN());
        }
    }

    @Test
    void bandsAreThoseOfASpectrumThatGoesOnBeyondThem() {
        BeatSeries beats = MadeSeries.beats("made_rest");
        Spectrum wider = LombScargle.withDefaults()
                .with(LombScargle.Grid.oversampled(4, 0.5))
                .with(LombScargle.Method.EXACT)
                .of(beats);
        double lf = wider.power(new Band("LF", 0.04, 0.15));
        double hf = wider.power(new Band("HF", 0.15, 0.4));

        assertThat(named("LF_Lomb").of(beats).orNaN()).isCloseTo(lf, within(1e-9 * lf));
        assertThat(named("HF_Lomb").of(beats).orNaN()).isCloseTo(hf, within(1e-9 * hf));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void tooFewBeatsAreAReasonAndNeverAnError(int n) {
        double[] rr = new double[n];
        Arrays.fill(rr, 10_000);
        for (HrvMetric metric : FrequencyDomain.all()) {
            assertThat(metric.of(BeatSeries.ofMillis(rr)).reason())
                    .as(metric.name())
                    .isNotEmpty();
        }
    }

    private static HrvMetric named(String name) {
        return HrvMetrics.named(name).orElseThrow();
    }

    private static BeatSeries joined(BeatSeries a, BeatSeries b) {
        double[] seconds = Arrays.copyOf(a.toEndSeconds(), a.size() + b.size());
        double[] rr = Arrays.copyOf(a.toMillis(), a.size() + b.size());
        System.arraycopy(b.toEndSeconds(), 0, seconds, a.size(), b.size());
        System.arraycopy(b.toMillis(), 0, rr, a.size(), b.size());
        return BeatSeries.ofIntervalsAt(seconds, rr);
    }
}
