package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.MadeSeries;

/**
 * The filters against their closed forms, against the printed table of Savitzky &amp; Golay (1964, Anal. Chem. 36:1627,
 * table I, cubic, 21 points) and against SciPy 1.17.1 on the made series at rest:
 *
 * <pre>
 * x = numpy.loadtxt("made_rest.rr.txt")
 * sosfiltfilt(butter(2, [.12, .40], "bandpass", fs=2, output="sos"), x)
 * sosfiltfilt(butter(2, 2, fs=25, output="sos"), x)
 * x - savgol_filter(x, 21, 3)
 * </pre>
 */
class FiltersTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.12, 0.2, 0.25, 0.3, 0.4, 0.6, 0.95})
    void theBandPassHasTheGainOfButterworthsFormula(double hertz) {
        double low = Math.tan(Math.PI * 0.12 / 2);
        double high = Math.tan(Math.PI * 0.40 / 2);
        double f = Math.tan(Math.PI * hertz / 2);
        double x = (f * f - low * high) / (f * (high - low));

        double gain = Butterworth.bandPass(2, 0.12, 0.40, 2).gainAt(hertz, 2);

        assertThat(gain).isCloseTo(1 / (1 + Math.pow(x, 4)), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1, 2, 3, 10})
    void theLowPassHasTheGainOfButterworthsFormula(double hertz) {
        double x = Math.tan(Math.PI * hertz / 25) / Math.tan(Math.PI * 2 / 25);

        assertThat(Butterworth.lowPass(2, 2, 25).gainAt(hertz, 25)).isCloseTo(1 / (1 + Math.pow(x, 4)), within(1e-12));
    }

    @Test
    void filteringForwardsAndBackwardsGivesScipysSamples() {
        double[] x = MadeSeries.millis("made_rest");

        double[] band = Butterworth.bandPass(2, 0.12, 0.40, 2).applied(x);
        double[] low = Butterworth.lowPass(2, 2, 25).applied(x);

        assertThat(new double[] {band[0], band[1], band[100], band[359]})
                .containsExactly(
                        new double[] {0.8914923488004405, 26.458619164972582, -2.6833693071738267, -1.6139385832686095},
                        within(1e-9));
        assertThat(new double[] {low[0], low[1], low[100], low[359]})
                .containsExactly(
                        new double[] {891.9349317129947, 901.000084476449, 896.4422235793726, 886.2521092319321},
                        within(1e-9));
    }

    @Test
    void aFilterRefusesABandThatItCannotHave() {
        assertThatThrownBy(() -> Butterworth.bandPass(2, 0.4, 0.12, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.4–0.12 Hz at 2.0 Hz");
    }

    @Test
    void theMovingCubicHasThePublishedWeights() {
        int[] table = {-171, -76, 9, 84, 149, 204, 249, 284, 309, 324, 329};
        double[] weights = MovingPolynomial.weightsAt(0);

        for (int i = 0; i <= 10; i++) {
            assertThat(weights[i] * 3059).isCloseTo(table[i], within(1e-9));
            assertThat(weights[20 - i] * 3059).isCloseTo(table[i], within(1e-9));
        }
    }

    @Test
    void theMovingCubicLeavesScipysResiduals() {
        double[] x = MadeSeries.millis("made_rest");

        double[] all = MovingPolynomial.residualToTheEdges(x);

        assertThat(new double[] {all[0], all[1], all[5], all[100], all[355], all[359]})
                .containsExactly(
                        new double[] {
                            -39.68332392245384,
                            17.996800301148483,
                            37.1904629822252,
                            5.7950310559122045,
                            -51.801560885084086,
                            -21.04169019386336
                        },
                        within(1e-9));
        assertThat(MovingPolynomial.residual(x)[90]).isEqualTo(all[100]);
    }

    @Test
    void theMovingCubicLeavesNothingOfACubic() {
        double[] cubic = new double[40];
        for (int i = 0; i < cubic.length; i++) {
            cubic[i] = 3 + 2 * i - 0.5 * i * i + 0.01 * i * i * i;
        }

        assertThat(MovingPolynomial.residualToTheEdges(cubic)).containsExactly(new double[40], within(1e-9));
    }
}
