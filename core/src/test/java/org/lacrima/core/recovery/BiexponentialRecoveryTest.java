package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.BiexponentialFit.Verdict;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

class BiexponentialRecoveryTest {
    private static final BiexponentialRecovery TWO_PHASES = BiexponentialRecovery.withDefaults();

    /** scipy 1.17.1, {@code curve_fit} of A + D₁ · e^(−t ⁄ τ₁) + D₂ · e^(−t ⁄ τ₂), tolerances 1e-14. */
    @Test
    void twoPhasesAsSciPyFitsThem() {
        TimedValues values =
                ExponentialRecoveryTest.wiggling(t -> 70 + 12 * Math.exp(-t / 15) + 8 * Math.exp(-t / 120));

        BiexponentialFit fit = TWO_PHASES.fit(values, Window.ofSeconds(0, 300));

        assertThat(fit.fastHalfTime().orNaN()).isCloseTo(10.40484133538796, within(1e-3));
        assertThat(fit.slowHalfTime().orNaN()).isCloseTo(84.81478597032505, within(1e-2));
        assertThat(fit.fastAmplitude().orNaN()).isCloseTo(12.09984890991633, within(1e-3));
        assertThat(fit.slowAmplitude().orNaN()).isCloseTo(7.999596483292704, within(1e-3));
        assertThat(fit.asymptote().orNaN()).isCloseTo(69.94800770533486, within(1e-3));
        assertThat(fit.residualSd()).isCloseTo(0.22047707543615808, within(1e-6));
        assertThat(fit.verdict()).isEqualTo(Verdict.IDENTIFIED);
        assertThat(fit.fastInterval().contains(15 * Math.log(2))).isTrue();
        assertThat(fit.slowInterval().contains(120 * Math.log(2))).isTrue();
    }

    @Test
    void anOvershootHasAmplitudesOfOppositeSign() {
        TimedValues values = noisy(t -> 70 + 30 * Math.exp(-t / 20) - 10 * Math.exp(-t / 100), 0.2, 1);

        BiexponentialFit fit = TWO_PHASES.fit(values, Window.ofSeconds(0, 600));

        assertThat(fit.verdict()).isEqualTo(Verdict.IDENTIFIED);
        assertThat(fit.fastAmplitude().orNaN()).isPositive();
        assertThat(fit.slowAmplitude().orNaN()).isNegative();
    }

    /** 100 persons of one phase: the test that one is enough keeps near its 5 %. */
    @Test
    void onePhaseIsRarelyTakenForTwo() {
        int taken = 0;
        for (int person = 0; person < 100; person++) {
            BiexponentialFit fit =
                    TWO_PHASES.fit(noisy(t -> 70 + 8 * Math.exp(-t / 60), 1, person), Window.ofSeconds(0, 600));
            taken += fit.verdict() == Verdict.ONE_IS_ENOUGH ? 0 : 1;
        }

        assertThat(taken / 100.0).isLessThan(0.1);
    }

    /** 100 persons of two phases whose truth is known. */
    @Test
    void intervalsCoverTheTruth() {
        int fast = 0;
        int slow = 0;
        for (int person = 0; person < 100; person++) {
            BiexponentialFit fit = TWO_PHASES.fit(
                    noisy(t -> 70 + 20 * Math.exp(-t / 15) + 10 * Math.exp(-t / 120), 0.5, person),
                    Window.ofSeconds(0, 600));
            fast += fit.fastInterval().contains(15 * Math.log(2)) ? 1 : 0;
            slow += fit.slowInterval().contains(120 * Math.log(2)) ? 1 : 0;
        }

        assertThat(fast / 100.0).isBetween(0.90, 0.99);
        assertThat(slow / 100.0).isBetween(0.90, 0.99);
    }

    @Test
    void tooFewValuesAreCounted() {
        TimedValues few = noisy(t -> 70, 1, 1).during(Window.ofSeconds(0, 40));

        assertThat(TWO_PHASES.fit(few, Window.ofSeconds(0, 40)).slowHalfTime().reason())
                .isEqualTo("8 of 10 values needed");
        assertThatIllegalArgumentException().isThrownBy(() -> TWO_PHASES.withConfidence(0));
    }

    private static TimedValues noisy(DoubleUnaryOperator course, double sd, long seed) {
        Random noise = new Random(seed);
        double[] seconds = new double[120];
        double[] values = new double[120];
        for (int i = 0; i < 120; i++) {
            seconds[i] = 5 * i;
            values[i] = course.applyAsDouble(seconds[i]) + sd * noise.nextGaussian();
        }
        return TimedValues.of("HR", Unit.BPM, seconds, values);
    }
}
