package org.lacrima.core.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;

class DetrendingTest {

    /**
     * The formula of Tarvainen et al. 2002 solved densely by NumPy 2.4.6, after the line that it leaves alone. (NeuroKit2's D₂ lacks its last two columns, so
     * that its last sample is always its own trend; its values are not taken.)
     */
    @ParameterizedTest
    @CsvSource({
        "made_rest, 10, -26.71612023579512, 21.705408432607705, 31.699724399015185, -17.422232208846793, 29.78136530299932",
        "made_rest, 500, -11.671611304894661, 34.49697618284102, 31.79459640894707, -11.394820810599215, 31.079057639849296",
        "made_short, 10, -18.31659542952967, 12.034657730770345, -38.686302024731255, 25.586060696605816, 24.659679396432885",
        "made_short, 500, -17.504029250401913, 11.864319282174707, -35.08057089529111, 28.302452181359136, 26.232187048628653",
        "made_stress, 10, -14.320644495095703, -2.734979298083059, 1.7803301004004441, -4.843195759277262, 10.914320874158683",
        "made_stress, 500, -10.05774067467559, 2.031934401579276, 5.186569900200242, -3.4865906318489355, 13.478882841610142"
    })
    void smoothnessPriorsSolveTheFormulaOfThePaper(
            String series, double lambda, double first, double second, double middle, double last, double sd) {
        double[] flat = Detrending.smoothnessPriors(lambda).applyTo(MadeSeries.millis(series));

        assertThat(flat[0]).isCloseTo(first, within(1e-8));
        assertThat(flat[1]).isCloseTo(second, within(1e-8));
        assertThat(flat[flat.length / 2]).isCloseTo(middle, within(1e-8));
        assertThat(flat[flat.length - 1]).isCloseTo(last, within(1e-8));
        assertThat(sd(flat)).isCloseTo(sd, within(1e-8));
    }

    /** SDNN and RMSSD after smoothness priors with λ = 500 on the intervals, as BioSPPy 2 has them. */
    @Test
    void smoothnessPriorsAgreeWithBioSppyOnEveryRecording() {
        int compared = 0;
        for (String series : Corpus.seriesOf("biosppy2")) {
            JsonNode values = Corpus.values(series, "biosppy2").path("time_detrended");
            if (values.path("sdnn").isNumber()) {
                double[] flat = Detrending.smoothnessPriors(500).applyTo(Corpus.rrMillis(series));
                double squares = 0;
                for (int i = 1; i < flat.length; i++) {
                    squares += (flat[i] - flat[i - 1]) * (flat[i] - flat[i - 1]);
                }
                double sdnn = values.path("sdnn").doubleValue();
                double rmssd = values.path("rmssd").doubleValue();
                assertThat(sd(flat)).as(series).isCloseTo(sdnn, within(1e-9 * sdnn));
                assertThat(Math.sqrt(squares / (flat.length - 1))).as(series).isCloseTo(rmssd, within(1e-9 * rmssd));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 9})
    void polynomialLeavesNothingOfItsOwnOrder(int order) {
        double[] x = new double[500];
        for (int i = 0; i < x.length; i++) {
            double u = i / 500.0;
            x[i] = 800;
            for (int power = 1; power <= order; power++) {
                x[i] += 100 * Math.pow(u - 0.3, power);
            }
        }

        assertThat(Arrays.stream(Detrending.polynomial(order).applyTo(x))
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isLessThan(1e-9);
    }

    @Test
    void polynomialResidualsAreThoseOfLeastSquares() {
        // residuals of y = (1, 2, 0, 5, 3, 9) after a parabola: numpy.polyfit, NumPy 2.4.6
        double[] flat = Detrending.polynomial(2).applyTo(new double[] {1, 2, 0, 5, 3, 9});

        assertThat(flat).containsExactly(POLYFIT, within(1e-12));
    }

    private static final double[] POLYFIT = {
        -0.3928571428571461,
        1.0214285714285696,
        -1.4571428571428586,
        2.171428571428569,
        -2.092857142857148,
        0.7499999999999929
    };

    @Test
    void refusesAnOrderThatIsNone() {
        assertThatThrownBy(() -> new Detrending(Detrending.Kind.POLYNOMIAL, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> Detrending.smoothnessPriors(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double sd(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length);
    }
}
