package org.lacrima.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lacrima.core.event.GrandAverage.Band;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;

/**
 * Bands from NumPy 2.4.6 and SciPy 1.17.1 ({@code scipy.stats.t.ppf}); simultaneous quantiles of independent bins are those
 * of the studentised maximum modulus, integrated with {@code scipy.integrate.quad}.
 */
class GrandAverageTest {

    private static EventResponse person(double... values) {
        List<EventResponse.Bin> bins = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            MetricValue value = Double.isNaN(values[i])
                    ? MetricValue.notEstimable("x", Unit.MS, "no beats")
                    : MetricValue.of("x", values[i], Unit.MS, 1);
            bins.add(new EventResponse.Bin(i, i + 1, value));
        }
        return new EventResponse("x", Unit.MS, Unit.S, bins);
    }

    @Test
    void eachBinRestsOnThePersonsWhoHaveAValueThere() {
        List<EventResponse> persons = List.of(
                person(2.5, 2.5, Double.NaN, 7),
                person(3.1, 3.1, Double.NaN, Double.NaN),
                person(4.7, 4.7, Double.NaN, Double.NaN),
                person(1.9, Double.NaN, Double.NaN, Double.NaN),
                person(3.3, Double.NaN, Double.NaN, Double.NaN));

        GrandAverage.Result ninetyFive = GrandAverage.withDefaults().of(persons);
        GrandAverage.Result ninety =
                GrandAverage.withDefaults().withConfidence(0.9).of(persons);

        assertThat(ninetyFive.bins().get(0).mean().orNaN()).isCloseTo(3.1, within(1e-12));
        assertThat(ninetyFive.bins().get(0).low().orElseThrow()).isCloseTo(1.7977318122295651, within(1e-9));
        assertThat(ninetyFive.bins().get(0).high().orElseThrow()).isCloseTo(4.402268187770435, within(1e-9));
        assertThat(((MetricValue.Estimate) ninetyFive.bins().get(0).mean())
                        .standardError()
                        .orElseThrow())
                .isCloseTo(0.469041575982343, within(1e-12));
        assertThat(ninety.bins().get(1).low().orElseThrow()).isCloseTo(1.5160984823867398, within(1e-9));
        assertThat(ninety.bins().get(1).missing()).isEqualTo(2);
        assertThat(ninety.bins().get(2).mean().reason()).isEqualTo("none of 5 persons has a value");
        assertThat(ninety.bins().get(3).mean().orNaN()).isEqualTo(7);
        assertThat(ninety.bins().get(3).low()).isEmpty();
        assertThat(ninety.toTable().cell(1, "n").toString()).contains("3.0");
        assertThat(ninety.toTable().cell(1, "missing").toString()).contains("2.0");
    }

    /** Eight persons, three bins whose deviations are orthogonal: rows of a Hadamard matrix. */
    private static List<EventResponse> eightWith(int bins) {
        int[][] signs = {
            {1, 1, 1, 1, -1, -1, -1, -1},
            {1, 1, -1, -1, 1, 1, -1, -1},
            {1, -1, 1, -1, 1, -1, 1, -1}
        };
        List<EventResponse> persons = new ArrayList<>();
        for (int p = 0; p < 8; p++) {
            double[] values = new double[bins];
            for (int b = 0; b < bins; b++) {
                values[b] = 10 * b + (b + 1) * signs[b][p];
            }
            persons.add(person(values));
        }
        return persons;
    }

    private static double critical(GrandAverage.Result result, int bin) {
        MetricValue.Estimate mean =
                (MetricValue.Estimate) result.bins().get(bin).mean();
        return (result.bins().get(bin).high().orElseThrow() - mean.value())
                / mean.standardError().orElseThrow();
    }

    @Test
    void oneBinTogetherIsOneBinByItself() {
        GrandAverage.Result result =
                GrandAverage.withDefaults().with(Band.SIMULTANEOUS).of(eightWith(1));

        assertThat(critical(result, 0)).isCloseTo(2.364624251592784, within(0.06));
    }

    @Test
    void independentBinsNeedTheStudentisedMaximumModulus() {
        GrandAverage together = GrandAverage.withDefaults().with(Band.SIMULTANEOUS);

        assertThat(critical(together.of(eightWith(2)), 1)).isCloseTo(2.800379777205732, within(0.06));
        assertThat(critical(together.withSeed(9).of(eightWith(3)), 2)).isCloseTo(3.055473377890379, within(0.06));
        assertThat(together.of(eightWith(3))).isEqualTo(together.of(eightWith(3)));
    }

    @Test
    void binsThatSayTheSameCostNothing() {
        List<EventResponse> persons = new ArrayList<>();
        Random random = new Random(3);
        for (int p = 0; p < 8; p++) {
            double x = random.nextGaussian();
            persons.add(person(x, 2 * x + 1, x - 5, 3 * x));
        }

        GrandAverage.Result result =
                GrandAverage.withDefaults().with(Band.SIMULTANEOUS).of(persons);

        assertThat(critical(result, 3)).isCloseTo(2.364624251592784, within(0.06));
    }

    @Test
    void aGroupOfNobodyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrandAverage.withDefaults().of(List.of()))
                .withMessageContaining("at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrandAverage.withDefaults().withConfidence(95))
                .withMessageContaining("95.0");
    }
}
