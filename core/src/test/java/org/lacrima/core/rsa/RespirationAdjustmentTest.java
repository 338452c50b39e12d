package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.RespirationAdjustment.Comparison;
import org.lacrima.core.rsa.RespirationAdjustment.Covariates;
import org.lacrima.core.rsa.RespirationAdjustment.Epoch;
import org.lacrima.core.rsa.RespirationAdjustment.Slope;
import org.lacrima.core.rsa.RespirationAdjustment.Verdict;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;

/**
 * RSA at equal breathing: figures from NumPy 2.4.6 ({@code numpy.linalg.lstsq} on deviations from the mean, of all epochs
 * or of the phase; standard errors after Welch, within phases plus {@code D @ V @ D} for slopes of covariance V and means
 * D apart) and SciPy 1.17.1 ({@code scipy.stats.t.ppf}); and persons whose vagal tone is known.
 */
class RespirationAdjustmentTest {
    private static final double[] RATE = {14, 15.5, 13, 16, 15, 14.5, 9, 10.5, 8.5, 11, 10, 9.5};
    private static final double[] DEPTH = {1, 1.1, .9, 1.2, 1.0, .95, 1.5, 1.4, 1.7, 1.3, 1.45, 1.6};
    private static final double[] RSA = {5.1, 4.8, 5.3, 4.9, 5.0, 5.2, 6.0, 5.8, 6.3, 5.6, 5.9, 6.1};

    private static List<Epoch> twelve() {
        List<Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < RSA.length; i++) {
            epochs.add(new Epoch(i < 6 ? "baseline" : "recovery", RSA[i], RATE[i], OptionalDouble.of(DEPTH[i])));
        }
        return epochs;
    }

    @ParameterizedTest
    @CsvSource({
        "RATE, ALL_EPOCHS, 5.430269453538151, 5.485091916393855, -0.00632082598841599, 0.05439039250921139",
        "RATE_AND_DEPTH, ALL_EPOCHS, 5.458683510712124, 5.4856950528250135, -0.020184077917128285, 0.04890897343671671",
        "RATE, WITHIN_PHASES, 5.446632653061224, 5.469489795918367, -0.05122448979591887, 0.16142220241178568",
        "RATE_AND_DEPTH, WITHIN_PHASES, 5.549952193266686, 5.4154761019452025, -0.231742608547842, 0.1664666721833488"
    })
    void agreesWithLeastSquaresInNumpy(
            Covariates covariates, Slope slope, double first, double eighth, double difference, double error) {
        RespirationAdjustment adjustment =
                RespirationAdjustment.withDefaults().with(covariates).with(slope);

        List<MetricValue> adjusted = adjustment.adjusted(twelve());
        Comparison comparison = adjustment.compare(twelve(), "baseline", "recovery");

        assertThat(adjusted.get(0).orNaN()).isCloseTo(first, within(1e-9));
        assertThat(adjusted.get(7).orNaN()).isCloseTo(eighth, within(1e-9));
        assertThat(comparison.raw().orNaN()).isCloseTo(0.9, within(1e-12));
        assertThat(comparison.adjusted().orNaN()).isCloseTo(difference, within(1e-9));
        assertThat(((MetricValue.Estimate) comparison.adjusted())
                        .standardError()
                        .orElseThrow())
                .isCloseTo(error, within(1e-9));
    }

    @Test
    void theSentenceSaysWhetherTheConclusionChanges() {
        Comparison comparison = RespirationAdjustment.withDefaults().compare(twelve(), "baseline", "recovery");

        assertThat(comparison.verdict()).isEqualTo(Verdict.CHANGES);
        assertThat(comparison.sentence())
                .isEqualTo(
                        "RSA from baseline to recovery: +0.90 ln ms² [+0.62, +1.18]; at equal respiration rate: "
                                + "-0.01 ln ms² [-0.13, +0.12]; the conclusion changes: breathing accounts for the difference.");
    }

    @Test
    void theMeanOfAPersonIsKept() {
        double mean = RespirationAdjustment.withDefaults().adjusted(twelve()).stream()
                .mapToDouble(MetricValue::orNaN)
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(5.5, within(1e-12));
    }

    /**
     * Phases of ten minutes; breathing of a given mean rate that wanders; RSA that falls as rate rises and varies from breath to breath by
     * 20 %, around a known vagal tone.
     */
    private static HeartAndBreath person(double toneBaseline, double toneRecovery, double slow, long seed) {
        Random random = new Random(seed);
        List<Breath> breaths = new ArrayList<>();
        List<Double> luck = new ArrayList<>();
        double at = 0;
        double wander = 0;
        while (at < 1200) {
            wander = 0.95 * wander + 0.6 * random.nextGaussian();
            double perMinute = Math.max(7.5, (at < 600 ? 15 : slow) + wander);
            double length = 60 / perMinute;
            breaths.add(Breath.ofSeconds(at, at + length / 2, at + length));
            luck.add(Math.exp(0.2 * random.nextGaussian()));
            at += length;
        }
        BeatSeries beats = Breathing.heart(1200, t -> {
            int index = indexAt(breaths, t);
            Breath b = breaths.get(index);
            double tone = (t < 600 ? toneBaseline : toneRecovery) * luck.get(index);
            double amplitude = tone * Math.exp(-0.1 * (60 / b.durationSeconds() - 15));
            return 750 + amplitude * Math.cos(2 * Math.PI * (t - b.inhaleSeconds()) / b.durationSeconds());
        });
        return HeartAndBreath.of(beats, new MeasuredRespiration(breaths, Unit.ONE, "belt"));
    }

    private static int indexAt(List<Breath> breaths, double t) {
        int i = Math.min(breaths.size() - 1, (int) (t / 12));
        while (i + 1 < breaths.size() && breaths.get(i + 1).inhaleSeconds() <= t) {
            i++;
        }
        while (i > 0 && breaths.get(i).inhaleSeconds() > t) {
            i--;
        }
        return i;
    }

    private static Comparison compared(HeartAndBreath person, Slope slope) {
        List<Phase> phases = List.of(
                new Phase("baseline", Role.BASELINE, new Window(0, 600)),
                new Phase("recovery", Role.RECOVERY, new Window(600, 1200)));
        List<Epoch> epochs =
                RespirationAdjustment.epochs(person, PeakToTrough.withDefaults().ln(), phases, Duration.ofSeconds(30));
        return RespirationAdjustment.withDefaults()
                .with(Unit.LN_MS)
                .with(slope)
                .compare(epochs, "baseline", "recovery");
    }

    @ParameterizedTest
    @CsvSource({
        "1, ALL_EPOCHS, 0.08",
        "2, ALL_EPOCHS, 0.08",
        "3, ALL_EPOCHS, 0.08",
        "1, WITHIN_PHASES, 0.2",
        "2, WITHIN_PHASES, 0.2"
    })
    void slowedBreathingWithConstantVagalToneIsARecoveryInRawRsaOnly(long seed, Slope slope, double tolerance) {
        Comparison comparison = compared(person(40, 40, 10.5, seed), slope);

        assertThat(comparison.raw().orNaN()).isGreaterThan(0.3);
        assertThat(comparison.adjusted().orNaN()).isCloseTo(0, within(tolerance));
        assertThat(comparison.verdict()).as(comparison.sentence()).isEqualTo(Verdict.CHANGES);
    }

    @ParameterizedTest
    @CsvSource({"1, ALL_EPOCHS", "2, ALL_EPOCHS", "1, WITHIN_PHASES", "2, WITHIN_PHASES"})
    void aRiseOfVagalToneAtEqualBreathingStands(long seed, Slope slope) {
        Comparison comparison = compared(person(30, 50, 15, seed), slope);

        assertThat(comparison.adjusted().orNaN()).isCloseTo(Math.log(50.0 / 30), within(0.1));
        assertThat(comparison.verdict()).as(comparison.sentence()).isEqualTo(Verdict.HOLDS);
        assertThat(comparison.sentence()).endsWith("the conclusion does not change.");
    }

    @Test
    void withoutVariationOfBreathingNothingCanBeTold() {
        List<Epoch> still = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            still.add(new Epoch(i < 4 ? "a" : "b", 5 + 0.1 * i, 12, OptionalDouble.empty()));
        }
        RespirationAdjustment adjustment = RespirationAdjustment.withDefaults();

        Comparison comparison = adjustment.compare(still, "a", "b");

        assertThat(comparison.raw().isEstimable()).isTrue();
        assertThat(comparison.adjusted().reason())
                .isEqualTo("breathing does not vary enough to learn what RSA owes to it");
        assertThat(comparison.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(adjustment.adjusted(still.subList(0, 2)).get(0).reason())
                .isEqualTo("2 epochs, 3 needed for the slope");
        assertThat(adjustment
                        .with(Covariates.RATE_AND_DEPTH)
                        .compare(still, "a", "b")
                        .adjusted()
                        .reason())
                .isEqualTo("respiration depth was not measured in every epoch");
        assertThat(adjustment.compare(still, "a", "c").raw().reason())
                .isEqualTo("4 epochs of a and 0 of c, 2 of each needed");
    }

    @Test
    void anEpochWithoutARateIsRefused() {
        assertThatThrownBy(() -> new Epoch("a", 5, 0, OptionalDouble.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0 breaths/min");
    }
}
