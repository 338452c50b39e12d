package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/** The sums of one pass against the definitions, computed with 40 digits. */
class BeatSumsTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final double RELATIVE = 1e-12;

    static Stream<Arguments> series() {
        double[] ramp = new double[500];
        Arrays.setAll(ramp, i -> 600 + 0.7 * i);
        double[] constant = new double[1500];
        Arrays.fill(constant, 812.3);
        double[] farFirst = SeededSeries.normal(2000, 800, 0.01, 4);
        farFirst[0] = 60_000;
        return Stream.concat(
                SeededSeries.kinds(),
                Stream.of(
                        Arguments.of("growing evenly", ramp),
                        Arguments.of("constant", constant),
                        Arguments.of("one long interval among equal ones", farFirst),
                        Arguments.of("one", new double[] {800}),
                        Arguments.of("a block and one", SeededSeries.normal(1025, 900, 30, 2)),
                        Arguments.of("of many blocks", SeededSeries.normal(2_500, 900, 30, 3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void agreesWithTheDefinitions(String name, double[] x) {
        for (int everyGap : new int[] {0, 1, 2, 7, 1024}) {
            BeatSeries beats = withGaps(x, everyGap);
            BeatSums sums = BeatSums.of(beats);
            Plain plain = new Plain(beats);

            assertThat(sums.n()).isEqualTo(x.length);
            assertRelative(sums.mean(), plain.mean);
            assertRelative(sums.sumOfSquares(), plain.sumOfSquares);
            assertThat(sums.differences()).isEqualTo(plain.differences);
            assertRelative(sums.squaredDifferences(), plain.squaredDifferences);
            assertThat(sums.sumOfDifferences()).isCloseTo(plain.sumOfDifferences, within(1e-9));
            Successive successive = new Successive(beats, sums);
            assertThat(successive.above50()).isEqualTo(plain.above50);
            assertThat(successive.above20()).isEqualTo(plain.above20);
            if (plain.differences > 1) {
                assertThat(successive.sumOfSquaredDeviations())
                        .isCloseTo(plain.squaredDeviations, within(RELATIVE * plain.squaredDeviations + 1e-18));
            }
        }
    }

    private static void assertRelative(double ours, double plain) {
        assertThat(ours).isCloseTo(plain, within(RELATIVE * Math.abs(plain)));
    }

    private static BeatSeries withGaps(double[] x, int every) {
        BeatSeries whole = BeatSeries.ofMillis(x);
        boolean[] contiguous = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            contiguous[i] = every == 0 || i % every != 0;
        }
        BeatLabel[] labels = whole.toLabels();
        return BeatSeries.of(whole.toEndSeconds(), x, contiguous, labels);
    }

    private static final class Plain {
        private final double mean;
        private final double sumOfSquares;
        private final double sumOfDifferences;
        private final double squaredDifferences;
        private final double squaredDeviations;
        private int differences;
        private int above50;
        private int above20;

        Plain(BeatSeries beats) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            BigDecimal sumD = BigDecimal.ZERO;
            BigDecimal squaresD = BigDecimal.ZERO;
            for (int i = 0; i < beats.size(); i++) {
                BigDecimal v = new BigDecimal(beats.millisAt(i));
                sum = sum.add(v);
                squares = squares.add(v.multiply(v));
                if (beats.isContiguousAt(i)) {
                    double rounded = beats.millisAt(i) - beats.millisAt(i - 1);
                    BigDecimal d = v.subtract(new BigDecimal(beats.millisAt(i - 1)));
                    sumD = sumD.add(d);
                    squaresD = squaresD.add(d.multiply(d));
                    differences++;
                    above50 += Math.abs(rounded) > 50 ? 1 : 0;
                    above20 += Math.abs(rounded) > 20 ? 1 : 0;
                }
            }
            mean = sum.divide(BigDecimal.valueOf(beats.size()), DIGITS).doubleValue();
            sumOfSquares = aboutMean(squares, sum, beats.size());
            sumOfDifferences = sumD.doubleValue();
            squaredDifferences = squaresD.doubleValue();
            squaredDeviations = differences == 0 ? 0 : aboutMean(squaresD, sumD, differences);
        }

        private static double aboutMean(BigDecimal squares, BigDecimal sum, int n) {
            BigDecimal times = BigDecimal.valueOf(n);
            return squares.multiply(times)
                    .subtract(sum.multiply(sum))
                    .divide(times, DIGITS)
                    .doubleValue();
        }
    }
}
