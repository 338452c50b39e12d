package org.lacrima.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.simulate.StudyDesign;
import org.lacrima.core.simulate.StudyDesign.BeltDesign;
import org.lacrima.core.simulate.StudySimulator;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.OutcomeKind;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;

/** A plan that names metrics of breathing, and of heart and breath together. */
class RespirationOutcomesTest {
    private static final Study STUDY = StudySimulator.of(
                    StudyDesign.withDefaults().withPlan(plan()).withBelt(BeltDesign.withDefaults()))
            .simulate()
            .study();

    private static final Session WITH_BELT = STUDY.sessions().get(0);

    @Test
    void breathingAndRsaAreOutcomesOfEveryPhase() {
        PersonResult person = measured(WITH_BELT);

        assertThat(value(person, "RespirationRate.level.baseline").orNaN())
                .as("the design breathes 12 to 19 times per min")
                .isBetween(11.5, 19.5);
        assertThat(value(person, "RespirationDepth.level.baseline"))
                .satisfies(v -> assertThat(v.unit()).isEqualTo(new Unit("V")))
                .satisfies(v -> assertThat(v.orNaN()).isBetween(0.8, 1.2));
        assertThat(value(person, "RSApeakToTrough.reactivity.stressor").isEstimable())
                .isTrue();
        assertThat(value(person, "RSAporgesBohrer.level.recovery").isEstimable())
                .isTrue();
        assertThat(sources(person))
                .containsEntry("RespirationRate", Outcome.Source.RESPIRATION)
                .containsEntry("RSApeakToTrough", Outcome.Source.BEATS);
    }

    @Test
    void whoWoreNoBeltHasAReasonWhereOneIsNeededAndRsaOfBeatsAllTheSame() {
        PersonResult person = measured(with(WITH_BELT, List.of()));

        assertThat(value(person, "RSApeakToTrough.level.baseline").reason()).isEqualTo("no respiration was recorded");
        assertThat(value(person, "RespirationRate.level.baseline").reason()).isEqualTo("no respiration was recorded");
        assertThat(value(person, "RSAporgesBohrer.level.baseline").isEstimable())
                .isTrue();
    }

    @Test
    void whoseBeatsAreLostHasBreathingAllTheSame() {
        PersonResult person = measured(new Session(
                WITH_BELT.participant(),
                Optional.empty(),
                WITH_BELT.timeline(),
                WITH_BELT.saliva(),
                WITH_BELT.ratings(),
                WITH_BELT.signals()));

        assertThat(value(person, "RespirationRate.level.baseline").isEstimable())
                .isTrue();
        assertThat(value(person, "RSApeakToTrough.level.baseline").reason()).isEqualTo("no beats were recorded");
    }

    @Test
    void aBeltInAnotherUnitIsNotComparedInDepth() {
        SampledSignal volts = WITH_BELT.signals().get(0);
        SampledSignal other =
                SampledSignal.of("RESP", new Unit("mV"), volts.rateHz(), volts.startSeconds(), volts.toArray());

        PersonResult person = measured(with(WITH_BELT, List.of(other)));

        assertThat(value(person, "RespirationDepth.level.baseline").reason()).isEqualTo("in mV, the study's are in V");
        assertThat(value(person, "RespirationRate.level.baseline").isEstimable())
                .isTrue();
    }

    @Test
    void twoBeltsAtATimeAreNotTakenForOne() {
        SampledSignal belt = WITH_BELT.signals().get(0);

        assertThat(value(measured(with(WITH_BELT, List.of(belt, belt))), "RespirationRate.level.baseline")
                        .reason())
                .startsWith("several signals of breathing");
    }

    @Test
    void aSlowlySampledBeltIsToldWithTheRateItNeeds() {
        SampledSignal slow = SampledSignal.of("respiration", Unit.ONE, 1, 0, new double[1200]);

        assertThat(value(measured(with(WITH_BELT, List.of(slow))), "RespirationRate.level.baseline")
                        .reason())
                .isEqualTo("respiration is sampled at 1.0 Hz, breaths need 4.0 Hz");
    }

    private static PersonResult measured(Session session) {
        return StudyComparison.of(STUDY.plan()).measurementOf(STUDY).apply(session);
    }

    private static Session with(Session session, List<SampledSignal> signals) {
        return new Session(
                session.participant(),
                session.beats(),
                session.timeline(),
                session.saliva(),
                session.ratings(),
                signals);
    }

    private static MetricValue value(PersonResult person, String outcome) {
        return person.outcomes().entrySet().stream()
                .filter(e -> e.getKey().key().equals(outcome))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Outcome.Source> sources(PersonResult person) {
        return person.outcomes().keySet().stream()
                .collect(Collectors.toMap(Outcome::measure, Outcome::source, (a, b) -> a));
    }

    private static AnalysisPlan plan() {
        AnalysisPlan plan = AnalysisPlan.withDefaults();
        return new AnalysisPlan(
                plan.task(),
                plan.phases(),
                plan.contrast(),
                List.of("RSAporgesBohrer", "RSApeakToTrough", "RespirationRate", "RespirationDepth"),
                List.of(OutcomeKind.LEVEL, OutcomeKind.REACTIVITY),
                plan.minimumPhaseSeconds(),
                plan.minimumReactivityPercent(),
                plan.correction(),
                plan.maximumCorrectedPercent(),
                plan.saliva(),
                plan.ratings(),
                plan.confidence(),
                plan.seed(),
                plan.models());
    }
}
