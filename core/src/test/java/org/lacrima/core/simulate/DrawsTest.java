package org.lacrima.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

class DrawsTest {
    /** First outputs of SplitMix64 seeded with 1234567, as published with the algorithm (Vigna, splitmix64.c). */
    @Test
    void theBitsAreThoseOfSplitMix64() {
        Draws draws = new Draws(1234567);

        assertThat(draws.seed()).isEqualTo(6457827717110365317L);
        assertThat(draws.seed()).isEqualTo(3203168211198807973L);
        assertThat(Long.toUnsignedString(draws.seed())).isEqualTo("9817491932198370423");
    }

    @Test
    void normalDrawsHaveTheMomentsOfTheNormal() {
        Draws draws = new Draws(7);
        DescriptiveStatistics normal = new DescriptiveStatistics(
                DoubleStream.generate(draws::normal).limit(200_000).toArray());

        assertThat(normal.getMean()).isCloseTo(0, within(4 / Math.sqrt(200_000)));
        assertThat(normal.getVariance()).isCloseTo(1, within(4 * Math.sqrt(2.0 / 200_000)));
        assertThat(normal.getSkewness()).isCloseTo(0, within(4 * Math.sqrt(6.0 / 200_000)));
        assertThat(normal.getKurtosis()).isCloseTo(0, within(4 * Math.sqrt(24.0 / 200_000)));
    }

    @Test
    void exponentialDrawsHaveTheirMean() {
        Draws draws = new Draws(8);

        assertThat(DoubleStream.generate(() -> draws.exponential(12))
                        .limit(100_000)
                        .average()
                        .orElseThrow())
                .isCloseTo(12, within(4 * 12 / Math.sqrt(100_000)));
    }

    @Test
    void aSpreadStaysWithinItsBoundsAndAFixedOneDoesNotMove() {
        Draws draws = new Draws(9);
        Spread spread = Spread.of(10, 5, 8, 11);

        assertThat(DoubleStream.generate(() -> draws.of(spread)).limit(1000)).allMatch(v -> v >= 8 && v <= 11);
        assertThat(draws.of(Spread.fixed(3))).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spread.of(20, 1, 0, 10))
                .withMessageContaining("20.0");
    }
}
