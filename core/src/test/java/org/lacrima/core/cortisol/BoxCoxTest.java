package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * SciPy 1.17.1, {@code scipy.stats.boxcox} and {@code boxcox_llf}, the likelihood that R's MASS::boxcox profiles; its
 * maximum and interval by mpmath at 40 digits.
 */
class BoxCoxTest {
    private static final double[] VALUES = {3.2, 4.8, 2.1, 7.9, 5.5, 12.4, 6.3, 3.9, 9.7, 4.1};

    @Test
    void thePowerIsThatOfTheHighestLikelihood() {
        BoxCox.Estimate estimate = BoxCox.fitted(VALUES);

        assertThat(estimate.lambda()).isCloseTo(0.0299716878092138563, within(1e-6));
        assertThat(estimate.low()).isCloseTo(-1.149941291390523, within(1e-8));
        assertThat(estimate.high()).isCloseTo(1.264575008899212, within(1e-8));
        assertThat(estimate.transformation().lambda()).isEqualTo(estimate.lambda());
    }

    @Test
    void transformsAsScipyDoes() {
        assertThat(BoxCox.FOURTH_ROOT.applyTo(3.2)).isCloseTo(1.34992244, within(5e-9));
        assertThat(BoxCox.FOURTH_ROOT.applyTo(4.8)).isCloseTo(1.92066244, within(5e-9));
        assertThat(new BoxCox(-0.5).applyTo(3.2)).isCloseTo(0.88196601, within(5e-9));
        assertThat(BoxCox.LN.applyTo(Math.E)).isEqualTo(1);
        assertThat(new BoxCox(1).applyTo(7.5)).isCloseTo(6.5, within(1e-14));
    }

    @Test
    void theInverseUndoesIt() {
        for (double lambda : new double[] {-1.5, -0.2, 0, 1e-9, 0.25, 2}) {
            BoxCox boxCox = new BoxCox(lambda);
            for (double value : VALUES) {
                assertThat(boxCox.invert(boxCox.applyTo(value)))
                        .as("λ %s", lambda)
                        .isCloseTo(value, within(1e-6));
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoxCox(-1).invert(2))
                .withMessageContaining("no transform");
    }

    @Test
    void scalingTheUnitDoesNotMoveThePower() {
        double[] micrograms = VALUES.clone();
        for (int i = 0; i < micrograms.length; i++) {
            micrograms[i] /= 27.58925;
        }

        assertThat(BoxCox.fitted(micrograms).lambda())
                .isCloseTo(BoxCox.fitted(VALUES).lambda(), within(1e-6));
    }

    @Test
    void aSeriesKeepsItsTimesAndReasons() {
        SalivaSeries series = new SalivaSeries(
                "cortisol",
                Unit.NMOL_PER_L,
                List.of(
                        SalivaSample.of("S1", 0, Math.E),
                        SalivaSample.of("S2", 10, 0),
                        SalivaSample.missing("S3", 20, "no sample")));

        SalivaSeries logs = BoxCox.LN.applyTo(series);

        assertThat(logs.unit()).isEqualTo(new Unit("ln nmol/L"));
        assertThat(logs.samples().get(0)).isEqualTo(SalivaSample.of("S1", 0, 1));
        assertThat(logs.samples().get(1).missingReason()).isEqualTo("no power of a value that is not positive");
        assertThat(logs.samples().get(2).missingReason()).isEqualTo("no sample");
        assertThat(BoxCox.FOURTH_ROOT.applyTo(series).unit().symbol()).isEqualTo("Box–Cox 0.25 of nmol/L");
    }

    @Test
    void whatHasNoPowerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxCox.fitted(1, 2))
                .withMessageContaining("3 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxCox.fitted(2, 2, 2))
                .withMessageContaining("spread");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxCox.fitted(1, 2, -3))
                .withMessage("value 2 must be positive and finite, got -3.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new BoxCox(Double.NaN));
    }
}
