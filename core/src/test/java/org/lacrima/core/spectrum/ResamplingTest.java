package org.lacrima.core.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.spectrum.Resampling.Ending;

class ResamplingTest {

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void goesThroughEveryBeat(Interpolation how) {
        // beats on the grid of 4 Hz
        BeatSeries beats = BeatSeries.ofMillis(750, 1000, 750, 500, 1250, 750, 1000, 1000, 500);

        SampledSignal signal =
                Resampling.withDefaults().with(how).of(beats).toSignals().get(0);

        assertThat(signal.startSeconds()).isEqualTo(0.75);
        for (int i = 0; i < beats.size() - 1; i++) {
            int k = (int) Math.round((beats.endSecondsAt(i) - 0.75) * 4);
            assertThat(signal.valueAt(k)).isCloseTo(beats.millisAt(i), within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void straightLineStaysStraight(Interpolation how) {
        double[] seconds = {1, 1.8, 2.7, 3.5, 4.6, 5.2, 6.4};
        double[] rr = Arrays.stream(seconds).map(t -> 700 + 20 * t).toArray();

        SampledSignal signal = Resampling.withDefaults()
                .with(how)
                .of(BeatSeries.ofIntervalsAt(seconds, rr))
                .toSignals()
                .get(0);

        for (int k = 0; k < signal.size(); k++) {
            assertThat(signal.valueAt(k)).isCloseTo(700 + 20 * signal.secondsAt(k), within(1e-9));
        }
    }

    @Test
    void bridgesShortGapsAndSaysSoAndNeverLongOnes() {
        // one beat lost after 3 s, six seconds lost after 9 s
        double[] seconds = {1, 2, 3, 5, 6, 7, 8, 9, 15, 16, 17, 18};
        double[] rr = {1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000};
        Tachogram tachogram = Resampling.withDefaults().of(BeatSeries.ofIntervalsAt(seconds, rr));

        assertThat(tachogram.runCount()).isEqualTo(2);
        assertThat(tachogram.toSignals().get(0).size()).isEqualTo(32);
        assertThat(tachogram.toSignals().get(1).startSeconds()).isEqualTo(15);
        assertThat(tachogram.longestRunSeconds()).isEqualTo(9);
        Spectrum spectrum =
                Welch.withDefaults().with(SegmentLength.ofSeconds(3)).of(tachogram);
        assertThat(spectrum.basis().interpolatedShare()).isCloseTo(1.0 / 13, within(1e-12));
    }

    @Test
    void endsWherePackagesEndIt() {
        BeatSeries beats = BeatSeries.ofMillis(800, 900, 950, 820, 870, 910);
        Resampling linear = Resampling.withDefaults().with(Interpolation.LINEAR);

        double[] before = linear.of(beats).toSignals().get(0).toArray();
        double[] held = linear.with(Ending.HELD_PAST_LAST_BEAT)
                .of(beats)
                .toSignals()
                .get(0)
                .toArray();

        double[] at = linear.with(Ending.AT_LAST_BEAT)
                .of(BeatSeries.ofMillis(800, 900, 950, 900))
                .toSignals()
                .get(0)
                .toArray();

        // the last beat comes 2.75 s after the first, which is on the grid
        assertThat(at).hasSize(12);
        assertThat(at[11]).isCloseTo(900, within(1e-9));
        assertThat(held).hasSize(before.length + 1);
        assertThat(held[before.length]).isEqualTo(910);
    }

    @Test
    void joinsHeartRatesWhereAsked() {
        // 60 bpm, and 40 bpm 1.5 s later: 50 bpm between them, which is an interval of 1200 ms
        double[] joined = Resampling.withDefaults()
                .with(Interpolation.LINEAR)
                .with(Resampling.Interpolated.HEART_RATE)
                .withRateHz(1 / 0.75)
                .of(BeatSeries.ofMillis(1000, 1500))
                .toSignals()
                .get(0)
                .toArray();

        assertThat(joined).containsExactly(new double[] {1000, 1200}, within(1e-9));
    }

    @Test
    void beatsTooFarApartGiveNoRun() {
        assertThat(Resampling.withDefaults()
                        .of(BeatSeries.ofMillis(9000, 8000, 7000))
                        .runCount())
                .isZero();
        assertThat(Resampling.withDefaults().of(BeatSeries.ofMillis()).runCount())
                .isZero();
    }

    @Test
    void refusesSamplesWithoutNumber() {
        Resampling joined = Resampling.withDefaults().withMaxStretchSeconds(Double.POSITIVE_INFINITY);

        assertThatThrownBy(() -> joined.of(BeatSeries.ofMillis(1e12, 1e12)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more samples than can be held");
        assertThatThrownBy(() -> joined.withRateHz(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
