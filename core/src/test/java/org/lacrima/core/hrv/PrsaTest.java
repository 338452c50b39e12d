package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lacrima.core.series.BeatSeries;

class PrsaTest {

    @Test
    void averagesTheFourIntervalsAroundEachAnchor() {
        // Anchors with two intervals on both sides: 810 and 815 are longer than the one before, 800 and 790 shorter;
        // 805 has only one interval after it.
        BeatSeries beats = BeatSeries.ofMillis(805, 800, 810, 800, 790, 815, 805, 800);

        // 810: (810 + 800 − 800 − 805) = 5; 815: (815 + 805 − 790 − 800) = 30
        assertThat(Prsa.DC.of(beats).orNaN()).isCloseTo((5 + 30) / 2.0 / 4, within(1e-12));
        // 800: (800 + 790 − 810 − 800) = −20; 790: (790 + 815 − 800 − 810) = −5
        assertThat(Prsa.AC.of(beats).orNaN()).isCloseTo((-20 - 5) / 2.0 / 4, within(1e-12));
    }

    @Test
    void aChangeOfMoreThanFivePercentIsNoAnchor() {
        BeatSeries beats = BeatSeries.ofMillis(800, 800, 841, 841, 841, 800, 800, 800);

        assertThat(Prsa.DC.of(beats).reason()).contains("no interval is longer");
        assertThat(Prsa.AC.of(beats).isEstimable()).isTrue();
    }

    @Test
    void aWaveShowsItsSteepestRise() {
        double[] wave = new double[4000];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = 900 + 20 * Math.sin(2 * Math.PI * i / 100.0 + 0.01);
        }
        // Slow against the beats, so DC is twice the mean rise per beat, A·ω·2/π, over rising quarters; by symmetry AC
        // = −DC.
        double rise = 20 * (2 * Math.PI / 100) * 2 / Math.PI;
        BeatSeries beats = BeatSeries.ofMillis(wave);

        assertThat(Prsa.DC.of(beats).orNaN()).isCloseTo(rise, within(0.01 * rise));
        assertThat(Prsa.AC.of(beats).orNaN()).isCloseTo(-Prsa.DC.of(beats).orNaN(), within(0.01 * rise));
    }

    @Test
    void aConstantSeriesHasNoAnchor() {
        assertThat(Prsa.AC.of(BeatSeries.ofMillis(800, 800, 800, 800, 800, 800)).isEstimable())
                .isFalse();
    }
}
