package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lacrima.core.series.BeatSeries;

class FragmentationTest {

    @Test
    void countsSegmentsAndInflectionsOfAWorkedExample() {
        // Δ: + + + − + − + − − 0 +, seven changes of sign, five of them in a row; segments of 3, 1, 1, 1, 1, 2, 1.
        BeatSeries beats = BeatSeries.ofMillis(800, 810, 820, 830, 820, 825, 815, 820, 810, 800, 800, 805);

        assertThat(Fragmentation.PIP.of(beats).orNaN()).isCloseTo(100 * 7 / 12.0, within(1e-12));
        assertThat(Fragmentation.IALS.of(beats).orNaN()).isCloseTo(7 / 10.0, within(1e-12));
        assertThat(Fragmentation.PSS.of(beats).orNaN()).isCloseTo(100 - 100 * 3 / 12.0, within(1e-12));
        assertThat(Fragmentation.PAS.of(beats).orNaN()).isCloseTo(100 * 5 / 12.0, within(1e-12));
    }

    @Test
    void steadyAccelerationIsNotFragmented() {
        BeatSeries beats = BeatSeries.ofMillis(1000, 980, 960, 940, 920, 900, 880, 860, 840, 820);

        assertThat(Fragmentation.PIP.of(beats).orNaN()).isZero();
        assertThat(Fragmentation.IALS.of(beats).orNaN()).isCloseTo(1 / 9.0, within(1e-12));
        assertThat(Fragmentation.PAS.of(beats).orNaN()).isZero();
    }

    @Test
    void anAlternatingHeartIsFragmentedThroughout() {
        double[] x = new double[100];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 2 == 0 ? 780 : 820;
        }
        BeatSeries beats = BeatSeries.ofMillis(x);

        assertThat(Fragmentation.PIP.of(beats).orNaN()).isCloseTo(98, within(1e-12));
        assertThat(Fragmentation.IALS.of(beats).orNaN()).isEqualTo(1);
        assertThat(Fragmentation.PSS.of(beats).orNaN()).isEqualTo(100);
        assertThat(Fragmentation.PAS.of(beats).orNaN()).isCloseTo(98, within(1e-12));
    }

    @Test
    void aConstantHeartHasNoSegments() {
        BeatSeries beats = BeatSeries.ofMillis(800, 800, 800, 800);

        assertThat(Fragmentation.PIP.of(beats).orNaN()).isZero();
        assertThat(Fragmentation.IALS.of(beats).reason()).contains("neither accelerates nor decelerates");
    }
}
