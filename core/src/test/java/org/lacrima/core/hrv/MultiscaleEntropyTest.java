package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.hrv.EntropyOptions.ToleranceSd;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;

class MultiscaleEntropyTest {
    private static final double[] NOISE = SeededSeries.rounded(SeededSeries.normal(1000, 850, 50, 3), 1);
    private static final BeatSeries BEATS = BeatSeries.ofMillis(NOISE);

    @Test
    void scaleOneIsSampleEntropyForAllThree() {
        EntropyOptions atCosta = EntropyOptions.withDefaults().withTolerance(0.15, ToleranceSd.N_MINUS_1);
        double sample = Entropy.SAMPLE
                .with(HrvOptions.withDefaults()
                        .with(NonlinearOptions.withDefaults().with(atCosta)))
                .of(BEATS)
                .orNaN();
        for (HrvMetric metric : MultiscaleEntropy.all()) {
            MetricValue first = MultiscaleEntropy.curve(metric, BEATS).get(0);

            assertThat(first.name()).isEqualTo(metric.name() + "(1)");
            assertThat(first.orNaN()).isEqualTo(sample);
        }
    }

    @Test
    void everyScaleIsTheDefinitionOnSeriesAveragedByHand() {
        double r = 0.15 * Math.sqrt(Moments.sumOfSquares(NOISE, Moments.mean(NOISE)) / (NOISE.length - 1));
        List<MetricValue> plain = MultiscaleEntropy.curve(MultiscaleEntropy.MSE, BEATS);
        List<MetricValue> composite = MultiscaleEntropy.curve(MultiscaleEntropy.CMSE, BEATS);
        List<MetricValue> refined = MultiscaleEntropy.curve(MultiscaleEntropy.RCMSE, BEATS);
        for (int scale = 1; scale <= 5; scale++) {
            double mean = 0;
            long b = 0;
            long a = 0;
            for (int offset = 0; offset < scale; offset++) {
                double[] coarse = averaged(scale, offset);
                long shorter = pairs(coarse, 2, r);
                long longer = pairs(coarse, 3, r);
                if (offset == 0) {
                    assertThat(plain.get(scale - 1).orNaN())
                            .isCloseTo(Math.log((double) shorter / longer), within(1e-14));
                }
                mean += Math.log((double) shorter / longer) / scale;
                b += shorter;
                a += longer;
            }
            assertThat(composite.get(scale - 1).orNaN()).isCloseTo(mean, within(1e-12));
            assertThat(refined.get(scale - 1).orNaN()).isCloseTo(Math.log((double) b / a), within(1e-14));
        }
    }

    private static double[] averaged(int scale, int offset) {
        double[] coarse = new double[(NOISE.length - offset) / scale];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = Arrays.stream(NOISE, offset + i * scale, offset + (i + 1) * scale)
                            .sum()
                    / scale;
        }
        return coarse;
    }

    private static long pairs(double[] x, int length, double r) {
        boolean[] contiguous = new boolean[x.length];
        Arrays.fill(contiguous, 1, x.length, true);
        return NaiveNonlinear.pairs(x, NaiveNonlinear.starts(contiguous, 3), length, r, true);
    }

    @Test
    void theIndexIsTheSumOverScales() {
        for (HrvMetric metric : MultiscaleEntropy.all()) {
            double sum = MultiscaleEntropy.curve(metric, BEATS).stream()
                    .mapToDouble(MetricValue::orNaN)
                    .sum();

            assertThat(metric.of(BEATS).orNaN()).isCloseTo(sum, within(1e-12));
        }
    }

    @Test
    void noiseLosesEntropyByScaleAndLongMemoryKeepsIt() {
        // Costa et al. 2002: averaging shrinks white noise below the fixed tolerance, and 1/f noise not at all.
        double[] pink = new double[5000];
        for (int octave = 0; octave < 12; octave++) {
            double[] steps = SeededSeries.normal(5000, 0, 20, 100 + octave);
            for (int i = 0; i < pink.length; i++) {
                pink[i] += steps[i >> octave];
            }
        }
        List<MetricValue> ofPink =
                MultiscaleEntropy.curve(MultiscaleEntropy.MSE, BeatSeries.ofMillis(SeededSeries.plus(pink, 1500)));
        List<MetricValue> ofWhite = MultiscaleEntropy.curve(
                MultiscaleEntropy.MSE, BeatSeries.ofMillis(SeededSeries.normal(5000, 850, 40, 5)));

        assertThat(ofWhite.get(4).orNaN()).isLessThan(0.7 * ofWhite.get(0).orNaN());
        assertThat(ofPink.get(4).orNaN()).isGreaterThan(0.9 * ofPink.get(0).orNaN());
    }

    @Test
    void namesTheScaleThatHasNoMatches() {
        BeatSeries few = BeatSeries.ofMillis(Arrays.copyOf(NOISE, 60));

        assertThat(MultiscaleEntropy.MSE.of(few).reason()).startsWith("at scale ");
    }

    @Test
    void curveRefusesAnyOtherMetric() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiscaleEntropy.curve(Entropy.SAMPLE, BEATS))
                .withMessageContaining("SampEn");
    }
}
