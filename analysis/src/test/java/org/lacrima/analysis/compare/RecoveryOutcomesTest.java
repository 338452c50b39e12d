package org.lacrima.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.RecoveryMetric;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.CorrectionRule;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.ModelPlan;
import org.lacrima.core.study.OutcomeKind;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.PhasePlan;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.study.Timeline;

/** Outcomes made of a course through the recovery, on people of whom the course is known. */
class RecoveryOutcomesTest {
    private static final double TASK = 180;
    private static final double OFFSET = 300;
    private static final double END = 900;
    private static final Timeline TIMELINE = new Timeline(
            List.of(
                    new Phase("baseline", Role.BASELINE, Window.ofSeconds(0, TASK)),
                    new Phase("stressor", Role.STRESSOR, Window.ofSeconds(TASK, OFFSET)),
                    new Phase("recovery", Role.RECOVERY, Window.ofSeconds(OFFSET, END))),
            List.of());

    /** Criers come back with a half-time of 60 s, the others of 120 s, all from 20 bpm above their rest to 2 below it. */
    private static final double CRIERS_HALF_TIME = 60;

    private static final Comparison COMPARED = compare();

    private static AnalysisPlan plan(OutcomeKind... outcomes) {
        Map<String, PhasePlan> phases = new LinkedHashMap<>();
        phases.put("baseline", new PhasePlan(Role.BASELINE, Optional.empty()));
        phases.put("stressor", new PhasePlan(Role.STRESSOR, Optional.empty()));
        phases.put("recovery", new PhasePlan(Role.RECOVERY, Optional.empty()));
        return new AnalysisPlan(
                "film",
                phases,
                Contrast.CRIERS_AGAINST_NONCRIERS,
                List.of("MeanHR"),
                List.of(outcomes),
                60,
                5,
                CorrectionRule.NONE,
                20,
                SalivaPlan.CORTISOL,
                List.of(),
                0.95,
                1,
                ModelPlan.CONTRAST_ONLY);
    }

    private static Comparison compare() {
        SplittableRandom random = new SplittableRandom(5);
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Group group = i % 2 == 0 ? Group.CRIER : Group.NONCRIER;
            double halfTime = i % 2 == 0 ? CRIERS_HALF_TIME : 2 * CRIERS_HALF_TIME;
            double[] seconds =
                    DoubleStream.iterate(5, t -> t < END, t -> t + 10).toArray();
            double[] tension =
                    Arrays.stream(seconds).map(t -> 10 + excess(t, halfTime)).toArray();
            sessions.add(new Session(
                    new Participant("sub-" + (10 + i), group, Map.of()),
                    Optional.of(beats(60 + i, halfTime, random)),
                    TIMELINE,
                    List.of(),
                    List.of(TimedValues.of("tension", new Unit("points"), seconds, tension)),
                    List.of()));
        }
        AnalysisPlan plan = plan(OutcomeKind.values());
        return StudyComparison.of(plan).compare(new Study("made", plan, sessions));
    }

    private static double excess(double t, double halfTime) {
        if (t < TASK) {
            return 0;
        }
        return t < OFFSET ? 20 : -2 + 22 * Math.pow(2, -(t - OFFSET) / halfTime);
    }

    private static BeatSeries beats(double rest, double halfTime, SplittableRandom random) {
        List<Double> millis = new ArrayList<>();
        double time = 0;
        while (time < END) {
            double rr = 60_000 / (rest + excess(time, halfTime)) + 4 * random.nextGaussian();
            millis.add(rr);
            time += rr / 1000;
        }
        return BeatSeries.ofMillis(
                millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static OutcomeComparison outcome(String key) {
        return COMPARED.outcomes().stream()
                .filter(o -> o.outcome().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static double crier(String key) {
        return COMPARED.persons().get(0).value(outcome(key).outcome()).orNaN();
    }

    @Test
    void everyRecoveryMetricIsAnOutcomeByTheSameKey() {
        assertThat(Arrays.stream(RecoveryMetric.values()).map(RecoveryMetric::key))
                .allMatch(key -> OutcomeKind.ofKey(key).isPresent());
        assertThat(Arrays.stream(OutcomeKind.values())
                        .filter(kind -> RecoveryMetric.ofKey(kind.key()).isEmpty()))
                .containsExactly(OutcomeKind.LEVEL, OutcomeKind.RESIDUALISED_CHANGE);
    }

    @Test
    void theDefaultPlanAsksForPhaseValuesOnly() {
        assertThat(AnalysisPlan.withDefaults().outcomes())
                .extracting(OutcomeKind::key)
                .containsExactly("level", "reactivity", "recovery", "residualActivation", "percentRecovery");
    }

    @Test
    void halfTimesAreThoseThatWereMade() {
        double[] criers = outcome("MeanHR.halfTime.recovery").focal().toArray();
        double[] others = outcome("MeanHR.halfTime.recovery").reference().toArray();
        assertThat(criers).hasSize(8);
        assertThat(criers)
                .contains(DoubleStream.of(criers).map(h -> CRIERS_HALF_TIME).toArray(), within(6.0));
        assertThat(others)
                .contains(DoubleStream.of(others).map(h -> 2 * CRIERS_HALF_TIME).toArray(), within(12.0));
        assertThat(outcome("MeanHR.halfTime.recovery").welch().orThrow().p()).isLessThan(1e-6);
        assertThat(outcome("tension.halfTime.recovery").outcome().unit()).isEqualTo(Unit.S);
        assertThat(crier("tension.halfTime.recovery")).isCloseTo(CRIERS_HALF_TIME, within(0.1));
    }

    @Test
    void theAreaIsThatOfTheCurveInUnitTimesMinutes() {
        double seconds = END - OFFSET;
        double decayed = CRIERS_HALF_TIME / Math.log(2) * (1 - Math.pow(2, -seconds / CRIERS_HALF_TIME));
        double area = (-2 * seconds + 22 * decayed) / 60;

        assertThat(crier("tension.recoveryArea.recovery")).isCloseTo(area, within(2.0));
        assertThat(outcome("tension.recoveryArea.recovery").outcome().unit())
                .isEqualTo(new Unit("points").timesMinutes());
    }

    @Test
    void heartRateFallsInAMinuteByHalfOfItsWay() {
        assertThat(crier("MeanHR.heartRateRecovery60.recovery")).isCloseTo(11, within(1.0));
    }

    @Test
    void whatDoesNotFitAMeasureIsNoOutcomeOfIt() {
        assertThat(COMPARED.outcomes())
                .extracting(o -> o.outcome().key())
                .doesNotContain(
                        "tension.heartRateRecovery60.recovery",
                        "MeanHR.vagalRebound.recovery",
                        "tension.percentRecovery.recovery");
    }

    @Test
    void residualsOfEverybodySumToNothing() {
        List<MetricValue> residuals = COMPARED.persons().stream()
                .map(p -> p.value(outcome("MeanHR.residualisedChange.recovery").outcome()))
                .toList();

        assertThat(residuals).allMatch(MetricValue::isEstimable);
        assertThat(residuals.stream().mapToDouble(MetricValue::orNaN).sum()).isCloseTo(0, within(1e-9));
        assertThat(outcome("MeanHR.residualisedChange.recovery")
                        .hedgesG()
                        .orThrow()
                        .estimate())
                .isLessThan(-2);
    }
}
