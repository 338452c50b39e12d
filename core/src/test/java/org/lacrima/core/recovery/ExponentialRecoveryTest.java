package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.metric.MetricValue.Estimate;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.ExponentialRecovery.Start;
import org.lacrima.core.recovery.RecoveryFit.Completeness;
import org.lacrima.core.recovery.RecoveryFit.Verdict;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

class ExponentialRecoveryTest {
    private static final ExponentialRecovery FREE = ExponentialRecovery.withDefaults();

    /** Worked case: A = 70 bpm, D = 20 bpm, τ = 60 s give X(60) = 77.3576 and a half-time of 41.5888 s. */
    @Test
    void anExactCurveIsFoundAgain() {
        TimedValues values = curve(70, 20, 60, 300, 5, 0, 1);

        RecoveryFit fit = FREE.fit(values, Window.ofSeconds(0, 300));

        assertThat(values.valueAt(12)).isCloseTo(77.3576, within(5e-5));
        assertThat(fit.halfTime().orNaN()).isCloseTo(41.5888, within(5e-5));
        assertThat(fit.asymptote().orNaN()).isCloseTo(70, within(1e-6));
        assertThat(fit.amplitude().orNaN()).isCloseTo(20, within(1e-6));
        assertThat(fit.verdict()).isEqualTo(Verdict.IDENTIFIED);
    }

    @Test
    void timeCountsFromTheStartOfTheWindow() {
        double[] seconds = new double[60];
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) {
            seconds[i] = 900 + 5 * i;
            values[i] = 70 + 20 * Math.exp(-5.0 * i / 60);
        }

        RecoveryFit fit = FREE.fit(TimedValues.of("MeanHR", Unit.BPM, seconds, values), Window.ofSeconds(900, 1200));

        assertThat(fit.amplitude().orNaN()).isCloseTo(20, within(1e-6));
        assertThat(fit.amplitude().name()).isEqualTo("MeanHR amplitude");
        assertThat(fit.halfTime().unit()).isEqualTo(Unit.S);
    }

    /** R 4.2.2, {@code nls(hr_bpm ~ b + A*exp(-t_s/tau))} on eight recoveries of 300 s at 1 Hz with AR(1) noise. */
    @Test
    void eightRecoveriesAsRFitsThem() throws IOException {
        Path stats = Corpus.oracles().resolve("stats");
        JsonNode oracle = new ObjectMapper()
                .readTree(stats.resolve("curves_auc.json").toFile())
                .at("/oracles/0/values");
        assertThat(oracle).hasSize(8);
        for (JsonNode expected : oracle) {
            String id = expected.get("id").asText();
            double[][] data = Files.readAllLines(stats.resolve("recovery_1hz.csv")).stream()
                    .filter(line -> line.startsWith(id + ","))
                    .map(line -> line.split(",", -1))
                    .map(cells -> new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])})
                    .toArray(double[][]::new);
            double[] seconds = new double[data.length];
            double[] values = new double[data.length];
            for (int i = 0; i < data.length; i++) {
                seconds[i] = data[i][0];
                values[i] = data[i][1];
            }

            RecoveryFit fit = FREE.fit(TimedValues.of("HR", Unit.BPM, seconds, values), Window.ofSeconds(0, 300));

            assertClose(
                    id + " half-time",
                    fit.halfTime().orNaN(),
                    expected.get("half_life_s").asDouble());
            assertClose(
                    id + " asymptote",
                    fit.asymptote().orNaN(),
                    expected.get("b").asDouble());
            assertClose(
                    id + " amplitude",
                    fit.amplitude().orNaN(),
                    expected.get("A").asDouble());
            assertClose(id + " sigma", fit.residualSd(), expected.get("sigma").asDouble());
            assertClose(
                    id + " se(b)",
                    standardError((Estimate) fit.asymptote()),
                    expected.get("se_b").asDouble());
            assertClose(
                    id + " se(A)",
                    standardError((Estimate) fit.amplitude()),
                    expected.get("se_A").asDouble());
            assertClose(
                    id + " se(H)",
                    standardError((Estimate) fit.halfTime()),
                    Math.log(2) * expected.get("se_tau").asDouble());
        }
    }

    /** 600 simulated persons per cell; the standard error of a coverage of 95 % is 0.9 %. */
    @ParameterizedTest(name = "half-time {0} s, amplitude {1} SD: 95 % intervals hold the truth")
    @CsvSource({"30, 4", "60, 8", "120, 8"})
    void intervalsCoverTheTruth(double halfTime, double amplitude) {
        Random noise = new Random(42);
        int covered = 0;
        for (int person = 0; person < 600; person++) {
            TimedValues values = curve(70, amplitude, halfTime / Math.log(2), 360, 5, 1, noise);
            covered += FREE.fit(values, Window.ofSeconds(0, 360))
                            .halfTimeInterval()
                            .contains(halfTime)
                    ? 1
                    : 0;
        }

        assertThat(covered / 600.0).isBetween(0.93, 0.97);
    }

    @Test
    void aRecoveryTowardsAKnownLevelNeedsOneParameterLess() {
        TimedValues values = curve(70, 20, 60, 300, 5, 1, 3);

        RecoveryFit fit = FREE.towards(70).fit(values, Window.ofSeconds(0, 300));

        assertThat(fit.asymptote().orNaN()).isEqualTo(70);
        assertThat(fit.halfTimeInterval().contains(41.5888)).isTrue();
        assertThat(fit.halfTimeInterval().upper() - fit.halfTimeInterval().lower())
                .isLessThan(width(FREE.fit(values, Window.ofSeconds(0, 300))));
    }

    @Test
    void aWindowShorterThanTwoHalfTimesIsSaid() {
        RecoveryFit fit = FREE.fit(curve(70, 20, 200, 240, 2, 0.02, 4), Window.ofSeconds(0, 240));

        assertThat(fit.verdict()).isEqualTo(Verdict.WINDOW_SHORT);
        assertThat(fit.halfTimeInterval().contains(200 * Math.log(2))).isTrue();
    }

    @Test
    void aStraightLineLeavesTheHalfTimeOpen() {
        double[] seconds = new double[60];
        double[] values = new double[60];
        Random noise = new Random(5);
        for (int i = 0; i < 60; i++) {
            seconds[i] = 5 * i;
            values[i] = 90 - 0.05 * seconds[i] + noise.nextGaussian();
        }

        RecoveryFit fit = FREE.fit(TimedValues.of("HR", Unit.BPM, seconds, values), Window.ofSeconds(0, 300));

        assertThat(fit.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(fit.halfTime().isEstimable()).isFalse();
        assertThat(fit.halfTime().reason()).contains("300 s do not bound the half-time from above, it is at least");
        assertThat(fit.completeness(70)).isEqualTo(Completeness.UNKNOWN);
    }

    @Test
    void noiseAloneIsRarelyTakenForARecovery() {
        Random noise = new Random(43);
        int taken = 0;
        for (int person = 0; person < 600; person++) {
            RecoveryFit fit = FREE.fit(curve(70, 0, 60, 300, 5, 1, noise), Window.ofSeconds(0, 300));
            taken += fit.verdict() == Verdict.NO_CHANGE ? 0 : 1;
        }

        assertThat(taken / 600.0).isLessThan(0.1);
    }

    @Test
    void tooFewValuesAreCounted() {
        RecoveryFit fit = FREE.fit(curve(70, 20, 60, 20, 5, 0, 1), Window.ofSeconds(0, 20));

        assertThat(fit.verdict()).isEqualTo(Verdict.NO_DATA);
        assertThat(fit.halfTime().reason()).isEqualTo("4 of 5 values needed");
    }

    @Test
    void recoveryIsFullPartialOrBeyondTheBaseline() {
        RecoveryFit fall = FREE.fit(curve(70, 20, 60, 300, 5, 0.2, 6), Window.ofSeconds(0, 300));
        RecoveryFit rise = FREE.fit(curve(70, -20, 60, 300, 5, 0.2, 7), Window.ofSeconds(0, 300));

        assertThat(fall.completeness(70)).isEqualTo(Completeness.FULL);
        assertThat(fall.completeness(65)).as("a fall that stops above").isEqualTo(Completeness.PARTIAL);
        assertThat(fall.completeness(75)).as("a fall that goes below").isEqualTo(Completeness.OVERSHOOT);
        assertThat(rise.completeness(75)).isEqualTo(Completeness.PARTIAL);
        assertThat(rise.completeness(65)).isEqualTo(Completeness.OVERSHOOT);
    }

    /** scipy 1.17.1, {@code curve_fit} of A + D · e^(−max(0, t − δ) ⁄ τ), tolerances 1e-14, best of 30 starts. */
    @Test
    void aRecoveryThatBeginsLateHasADelay() {
        TimedValues values = wiggling(t -> 70 + 20 * Math.exp(-Math.max(0, t - 33) / 50));
        RecoveryFit fit = FREE.withStart(Start.AFTER_A_DELAY).fit(values, Window.ofSeconds(0, 300));

        assertThat(fit.delay().orNaN()).isCloseTo(32.89911339074196, within(1e-3));
        assertThat(fit.halfTime().orNaN()).isCloseTo(Math.log(2) * 50.13270250074354, within(1e-3));
        assertThat(fit.asymptote().orNaN()).isCloseTo(69.98850642489988, within(1e-4));
        assertThat(fit.residualSd()).isCloseTo(0.21858172389382896, within(1e-6));
        assertThat(fit.delayInterval().contains(33)).isTrue();
        assertThat(FREE.fit(values, Window.ofSeconds(0, 300)).delay().isEstimable())
                .isFalse();
    }

    /** numpy 2.4.6: generalised least squares with the full covariance 0.5^(|tᵢ − tⱼ| ⁄ 5 s), minimum over τ by scipy 1.17.1. */
    @Test
    void whitenedResidualsAreThoseOfGeneralisedLeastSquares() {
        TimedValues values = wiggling(t -> 70 + 12 * Math.exp(-t / 15) + 8 * Math.exp(-t / 120));
        CurveModel model = CurveModel.of(values.toSeconds(), values.toArray(), OptionalDouble.empty())
                .withCorrelation(0.5);
        double tau = 23.33934045684109 / Math.log(2);
        double[] shape = model.shape(t -> Math.exp(-t / tau));

        assertThat(model.with(shape).residualSquares()).isCloseTo(19.034001107741776, within(1e-9));
        assertThat(model.coefficients(shape)[0]).isCloseTo(71.60699648, within(1e-7));
        assertThat(model.coefficients(shape)[1]).isCloseTo(17.33637945, within(1e-7));
    }

    /** 200 persons per cell whose residuals wander: the standard error of a coverage of 95 % is 1.5 %. */
    @ParameterizedTest(name = "correlation {0}: 95 % intervals hold the truth")
    @CsvSource({"0.3", "0.6"})
    void intervalsCoverTheTruthWhereResidualsWander(double correlation) {
        ExponentialRecovery wandering = FREE.withResiduals(Residuals.AUTOREGRESSIVE);
        Random noise = new Random(44);
        int covered = 0;
        int coveredAsIfIndependent = 0;
        for (int person = 0; person < 200; person++) {
            TimedValues exact = curve(70, 8, 60 / Math.log(2), 300, 5, 0, noise);
            double[] values = exact.toArray();
            double wander = noise.nextGaussian();
            for (int i = 0; i < values.length; i++) {
                values[i] += wander;
                wander = correlation * wander + Math.sqrt(1 - correlation * correlation) * noise.nextGaussian();
            }
            TimedValues noisy = TimedValues.of("HR", Unit.BPM, exact.toSeconds(), values);
            covered += holds(wandering.fit(noisy, Window.ofSeconds(0, 300)), 60);
            coveredAsIfIndependent += holds(FREE.fit(noisy, Window.ofSeconds(0, 300)), 60);
        }

        assertThat(covered / 200.0).isBetween(0.92, 0.985);
        assertThat(coveredAsIfIndependent / 200.0).as("too narrow").isLessThan(0.92);
    }

    @Test
    void theCorrelationOfTheResidualsIsFound() {
        Random noise = new Random(45);
        double sum = 0;
        for (int person = 0; person < 50; person++) {
            double[] seconds = new double[200];
            double[] values = new double[200];
            double wander = noise.nextGaussian();
            for (int i = 0; i < 200; i++) {
                seconds[i] = 2 * i;
                values[i] = 70 + 20 * Math.exp(-seconds[i] / 60) + wander;
                wander = 0.7 * wander + Math.sqrt(0.51) * noise.nextGaussian();
            }
            sum += FREE.withResiduals(Residuals.AUTOREGRESSIVE)
                    .fit(TimedValues.of("HR", Unit.BPM, seconds, values), Window.ofSeconds(0, 400))
                    .residualCorrelation();
        }

        assertThat(sum / 50).isCloseTo(0.7, within(0.03));
    }

    @Test
    void refusesOptionsThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FREE.withConfidence(95))
                .withMessageContaining("95");
        assertThatIllegalArgumentException().isThrownBy(() -> FREE.towards(Double.NaN));
    }

    private static TimedValues curve(
            double asymptote, double amplitude, double tau, double length, double step, double sd, long seed) {
        return curve(asymptote, amplitude, tau, length, step, sd, new Random(seed));
    }

    private static TimedValues curve(
            double asymptote, double amplitude, double tau, double length, double step, double sd, Random noise) {
        int n = (int) (length / step);
        double[] seconds = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            seconds[i] = i * step;
            values[i] = asymptote + amplitude * Math.exp(-seconds[i] / tau) + sd * noise.nextGaussian();
        }
        return TimedValues.of("HR", Unit.BPM, seconds, values);
    }

    /** A course with a disturbance that everybody can repeat: 0.3 · sin(1.7 · t) at t = 0, 5, … 295 s. */
    static TimedValues wiggling(DoubleUnaryOperator course) {
        double[] seconds = new double[60];
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) {
            seconds[i] = 5 * i;
            values[i] = course.applyAsDouble(seconds[i]) + 0.3 * Math.sin(1.7 * seconds[i]);
        }
        return TimedValues.of("HR", Unit.BPM, seconds, values);
    }

    private static int holds(RecoveryFit fit, double halfTime) {
        return fit.halfTimeInterval().contains(halfTime) ? 1 : 0;
    }

    private static double width(RecoveryFit fit) {
        return fit.halfTimeInterval().upper() - fit.halfTimeInterval().lower();
    }

    private static double standardError(Estimate value) {
        return value.standardError().orElseThrow();
    }

    private static void assertClose(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(1e-5 * Math.abs(expected)));
    }
}
