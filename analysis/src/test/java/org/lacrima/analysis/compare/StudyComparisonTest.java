package org.lacrima.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.parallel.Threads;
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
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.study.Timeline;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.ResultTable;

class StudyComparisonTest {

    private static final Window BASELINE = Window.ofSeconds(0, 120);
    private static final Window FILM = Window.ofSeconds(120, 240);
    private static final Window STRESSOR = Window.ofSeconds(240, 360);
    private static final Window RECOVERY = Window.ofSeconds(360, 480);

    /** Four phases of two minutes, mean interval and a rating, cortisol; beats as recorded. */
    private static AnalysisPlan plan() {
        Map<String, PhasePlan> phases = new LinkedHashMap<>();
        phases.put("rest", new PhasePlan(Role.BASELINE, Optional.empty()));
        phases.put("film", new PhasePlan(Role.INDUCTION, Optional.empty()));
        phases.put("stress", new PhasePlan(Role.STRESSOR, Optional.empty()));
        phases.put("after", new PhasePlan(Role.RECOVERY, Optional.empty()));
        return new AnalysisPlan(
                "film",
                phases,
                Contrast.CRIERS_AGAINST_NONCRIERS,
                List.of("MeanNN"),
                OutcomeKind.DEFAULTS,
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

    private static final Timeline WHOLE = new Timeline(
            List.of(
                    new Phase("rest", Role.BASELINE, BASELINE),
                    new Phase("film", Role.INDUCTION, FILM),
                    new Phase("stress", Role.STRESSOR, STRESSOR),
                    new Phase("after", Role.RECOVERY, RECOVERY)),
            List.of());

    private static final Timeline WITHOUT_RECOVERY = new Timeline(WHOLE.phases().subList(0, 3), List.of());

    /** Beats that keep one interval per phase, so that the mean interval of a phase is that interval. */
    private static BeatSeries beats(double... millisPerPhase) {
        List<Double> ends = new ArrayList<>();
        List<Double> intervals = new ArrayList<>();
        for (int phase = 0; phase < millisPerPhase.length; phase++) {
            double step = millisPerPhase[phase] / 1000;
            double end = phase * 120.0;
            while (end + step <= (phase + 1) * 120.0 + 1e-9) {
                end += step;
                ends.add(end);
                intervals.add(millisPerPhase[phase]);
            }
        }
        return BeatSeries.ofIntervalsAt(
                ends.stream().mapToDouble(Double::doubleValue).toArray(),
                intervals.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Session session(String id, Group group, Timeline timeline, BeatSeries beats, double cortisol) {
        return new Session(
                new Participant(id, group, Map.of()),
                Optional.of(beats),
                timeline,
                List.of(new SalivaSeries(
                        "cortisol",
                        Unit.NMOL_PER_L,
                        List.of(SalivaSample.of("S1", 0, cortisol), SalivaSample.of("S2", 30, cortisol + 2)))),
                List.of(TimedValues.of(
                        "sadness", Unit.ONE, new double[] {60, 180, 200, 300, 420}, new double[] {1, 6, 8, 5, 2})),
                List.of());
    }

    private static Session crier(String id, double stressMillis) {
        return session(id, Group.CRIER, WHOLE, beats(800, 720, stressMillis, 760), 5);
    }

    private static Session noncrier(String id, double stressMillis) {
        return session(id, Group.NONCRIER, WHOLE, beats(800, 760, stressMillis, 790), 4);
    }

    private static Study study(Session... sessions) {
        return new Study("tears", plan(), Arrays.asList(sessions));
    }

    private static final Study SIX = study(
            crier("sub-01", 700),
            noncrier("sub-02", 750),
            crier("sub-03", 690),
            noncrier("sub-04", 760),
            crier("sub-05", 680),
            noncrier("sub-06", 740));

    private static Comparison compare(Study study) {
        return StudyComparison.of(study.plan()).compare(study);
    }

    private static double value(Comparison comparison, int person, String outcome) {
        PersonResult result = comparison.persons().get(person);
        Outcome wanted = comparison.outcome(outcome).orElseThrow().outcome();
        return result.value(wanted).orNaN();
    }

    @Test
    void makesLevelReactivityRecoveryAndWhatIsLeftOfEachPerson() {
        Comparison compared = compare(SIX);

        assertThat(value(compared, 0, "MeanNN.level.rest")).isCloseTo(800, within(1e-9));
        assertThat(value(compared, 0, "MeanNN.reactivity.film")).isCloseTo(-80, within(1e-9));
        assertThat(value(compared, 0, "MeanNN.reactivity.stress")).isCloseTo(-100, within(1e-9));
        assertThat(value(compared, 0, "MeanNN.recovery.after")).isCloseTo(60, within(1e-9));
        assertThat(value(compared, 0, "MeanNN.residualActivation.after")).isCloseTo(-40, within(1e-9));
        assertThat(value(compared, 0, "MeanNN.percentRecovery.after")).isCloseTo(60, within(1e-9));
        assertThat(value(compared, 0, "sadness.level.film")).isEqualTo(7);
        assertThat(value(compared, 0, "sadness.reactivity.film")).isEqualTo(6);
        assertThat(value(compared, 0, "cortisol.MaxIncrease")).isEqualTo(2);
        assertThat(value(compared, 0, "cortisol.AUCg")).isEqualTo(180);
        assertThat(compared.outcome("sadness.percentRecovery.after")).isEmpty();
    }

    @Test
    void saysInWordsWhatAnOutcomeIs() {
        Outcome outcome =
                compare(SIX).outcome("MeanNN.reactivity.stress").orElseThrow().outcome();

        assertThat(outcome.label()).isEqualTo("MeanNN reactivity (stress − rest)");
        assertThat(outcome.unit()).isEqualTo(Unit.MS);
    }

    @Test
    void testsCriersAgainstNoncriers() {
        OutcomeComparison stress =
                compare(SIX).outcome("MeanNN.reactivity.stress").orElseThrow();

        assertThat(stress.focal().n()).isEqualTo(3);
        assertThat(stress.focal().mean().orNaN()).isCloseTo(-110, within(1e-9));
        assertThat(stress.reference().mean().orNaN()).isCloseTo(-50, within(1e-9));
        assertThat(stress.focal().sd().orNaN()).isCloseTo(10, within(1e-9));
        // Both variances are 100: t = −60 ⁄ √(200⁄3), df = 4; no crier above any non-crier: U = 0, exact p = 2 ⁄ C(6,
        // 3).
        assertThat(stress.welch().orThrow().statistic()).isCloseTo(-60 / Math.sqrt(200.0 / 3), within(1e-9));
        assertThat(stress.welch().orThrow().df()).isCloseTo(4, within(1e-9));
        assertThat(stress.mannWhitney().orThrow().u()).isZero();
        assertThat(stress.mannWhitney().orThrow().exactP().orThrow()).isCloseTo(0.1, within(1e-12));
        // d = −6, J = 1 − 3 ⁄ 15.
        assertThat(stress.hedgesG().orThrow().estimate()).isCloseTo(-4.8, within(1e-9));
        assertThat(stress.holmWelchP().orThrow())
                .isGreaterThan(stress.welch().orThrow().p());
    }

    @Test
    void personsMeasuredInAnyOrderGiveTheEqualComparison() {
        StudyComparison comparison = StudyComparison.of(plan());
        List<PersonResult> persons = new ArrayList<>(SIX.sessions().parallelStream()
                .map(comparison.measurementOf(SIX))
                .toList());
        Collections.reverse(persons);

        assertThat(comparison.compare(SIX, persons).toTables())
                .isEqualTo(comparison.compare(SIX).toTables());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void anyNumberOfThreadsGivesTheEqualComparison(int threads) {
        StudyComparison comparison = StudyComparison.of(plan());

        assertThat(comparison.compare(SIX, Threads.of(threads)).toTables())
                .isEqualTo(comparison.compare(SIX).toTables());
    }

    @Test
    void missingRecoveryPhaseIsAReasonNotAZero() {
        Comparison compared = compare(study(
                crier("sub-01", 700),
                session("sub-02", Group.CRIER, WITHOUT_RECOVERY, beats(800, 720, 690), 5),
                crier("sub-03", 690),
                noncrier("sub-04", 750),
                noncrier("sub-05", 740)));
        OutcomeComparison recovery = compared.outcome("MeanNN.recovery.after").orElseThrow();

        assertThat(recovery.focal().n()).isEqualTo(2);
        assertThat(recovery.focal().excluded()).hasSize(1).first().satisfies(e -> {
            assertThat(e.participant()).isEqualTo("sub-02");
            assertThat(e.reason()).contains("no phase after");
        });
        assertThat(compared.exclusions())
                .anyMatch(e -> e.kind() == Exclusion.Kind.EPOCH
                        && e.participant().equals("sub-02")
                        && e.where().equals("after"));
    }

    @Test
    void phaseWithTooFewSecondsOfBeatsGivesNoValueButBothNumbers() {
        Timeline hurried = new Timeline(
                List.of(
                        new Phase("rest", Role.BASELINE, BASELINE),
                        new Phase("stress", Role.STRESSOR, Window.ofSeconds(240, 282))),
                List.of());
        Comparison compared = compare(
                study(session("sub-01", Group.CRIER, hurried, beats(800, 700, 700, 700), 5), noncrier("sub-02", 750)));

        MetricValue level =
                compared.persons().get(0).phase("stress").orElseThrow().values().get("MeanNN");
        assertThat(level.isEstimable()).isFalse();
        assertThat(level.reason()).isEqualTo("42.0 s of beats in stress, 60 s needed");
    }

    @Test
    void phaseOfExactlyTheMinimumCounts() {
        Timeline minute =
                new Timeline(List.of(new Phase("rest", Role.BASELINE, Window.ofSeconds(10.3, 70.3))), List.of());
        Comparison compared =
                compare(study(session("sub-01", Group.CRIER, minute, beats(800), 5), noncrier("sub-02", 750)));

        assertThat(value(compared, 0, "MeanNN.level.rest")).isCloseTo(800, within(1e-9));
    }

    @Test
    void groupOfOneIsNotTestableAndSaysWhatWouldHelp() {
        Comparison compared = compare(study(crier("sub-01", 700), noncrier("sub-02", 750), noncrier("sub-03", 740)));
        OutcomeComparison stress = compared.outcome("MeanNN.reactivity.stress").orElseThrow();

        assertThat(stress.isTestable()).isFalse();
        assertThat(stress.reason()).isEqualTo("groups of 1 and 2, at least 2 values each needed");
        assertThat(stress.focal().sd().reason()).isEqualTo("1 values in group crier, 2 needed");
        assertThat(stress.hedgesG().isEstimable()).isFalse();
        assertThat(compared.problem())
                .hasValueSatisfying(p -> assertThat(p).startsWith("group crier has 1 participant,"));
        assertNothingIsNaN(compared);
    }

    @Test
    void emptyGroupAndEmptyStudyAreReported() {
        Comparison one = compare(study(noncrier("sub-02", 750), noncrier("sub-03", 740)));
        Comparison none = compare(study());

        assertThat(one.problem()).hasValueSatisfying(p -> assertThat(p).startsWith("group crier has 0 participants,"));
        assertThat(one.outcome("MeanNN.level.rest").orElseThrow().focal().mean().reason())
                .isEqualTo("0 values in group crier, 1 needed");
        assertNothingIsNaN(one);
        assertNothingIsNaN(none);
    }

    @Test
    void constantValuesAreNotTestable() {
        OutcomeComparison rest = compare(SIX).outcome("MeanNN.level.rest").orElseThrow();

        assertThat(rest.reason()).isEqualTo("both groups are constant, a test of means needs spread");
        assertThat(rest.mannWhitney().reason()).isEqualTo("all values are equal, ranks need differences");
        assertThat(rest.holmWelchP().reason()).isEqualTo(rest.reason());
    }

    @Test
    void samplesInAnotherUnitAndMissingRatingsCostNobodyElseTheirResult() {
        Session broken = session("sub-99", Group.CRIER, WHOLE, beats(800, 720, 700, 760), 5);
        Session unreadable = new Session(
                broken.participant(),
                broken.beats(),
                broken.timeline(),
                List.of(new SalivaSeries(
                        "cortisol",
                        new Unit("µg/dL"),
                        List.of(SalivaSample.of("S1", 0, 0.2), SalivaSample.of("S2", 30, 0.3)))),
                List.of(),
                List.of());
        List<Session> sessions = new ArrayList<>(SIX.sessions());
        sessions.add(unreadable);
        Comparison compared = compare(new Study("tears", plan(), sessions));

        assertThat(compared.outcome("cortisol.AUCg").orElseThrow().focal().excluded())
                .extracting(GroupSummary.Excluded::reason)
                .containsExactly("in µg/dL·min, the study's are in nmol/L·min");
        assertThat(compared.outcome("sadness.level.film").orElseThrow().focal().excluded())
                .extracting(GroupSummary.Excluded::toString)
                .containsExactly("sub-99: no ratings of sadness");
        assertThat(compared.outcome("MeanNN.reactivity.stress")
                        .orElseThrow()
                        .focal()
                        .n())
                .isEqualTo(4);
    }

    @Test
    void thirdGroupTakesNoPart() {
        List<Session> sessions = new ArrayList<>(SIX.sessions());
        sessions.add(session("sub-07", new Group("neutral"), WHOLE, beats(800, 800, 800, 800), 4));
        Comparison compared = compare(new Study("tears", plan(), sessions));

        assertThat(compared.persons()).hasSize(6);
        assertThat(compared.exclusions())
                .containsExactly(Exclusion.ofParticipant("sub-07", "group neutral takes no part in the comparison"));
    }

    @Test
    void correctedBeatsAreListedWithTheirReason() {
        AnalysisPlan correcting = new AnalysisPlan(
                "film",
                plan().phases(),
                plan().contrast(),
                List.of("RMSSD"),
                List.of(OutcomeKind.LEVEL),
                60,
                5,
                CorrectionRule.LIPPONEN_TARVAINEN,
                20,
                SalivaPlan.CORTISOL,
                List.of(),
                0.95,
                1,
                ModelPlan.CONTRAST_ONLY);
        double[] millis = new double[600];
        Arrays.setAll(millis, i -> 800 + 20 * Math.sin(i / 3.0) + 5 * Math.sin(i * 1.7));
        millis[100] -= 300;
        millis[101] += 300;
        Session one = session("sub-01", Group.CRIER, WHOLE, BeatSeries.ofMillis(millis), 5);
        Comparison compared = StudyComparison.of(correcting).compare(new Study("tears", correcting, List.of(one)));

        assertThat(compared.exclusions())
                .filteredOn(e -> e.kind() == Exclusion.Kind.BEAT)
                .isNotEmpty()
                .allSatisfy(e -> {
                    assertThat(e.participant()).isEqualTo("sub-01");
                    assertThat(e.atSeconds()).isPresent();
                    assertThat(e.reason()).contains("threshold");
                });
        assertThat(compared.persons()
                        .get(0)
                        .phase("rest")
                        .orElseThrow()
                        .quality()
                        .corrected())
                .isPositive();
    }

    @Test
    void planWithAnUnknownMetricIsRefusedAtOnce() {
        AnalysisPlan defaults = plan();
        AnalysisPlan misspelt = new AnalysisPlan(
                defaults.task(),
                defaults.phases(),
                defaults.contrast(),
                List.of("RMSDD"),
                defaults.outcomes(),
                60,
                5,
                CorrectionRule.NONE,
                20,
                SalivaPlan.CORTISOL,
                List.of(),
                0.95,
                1,
                ModelPlan.CONTRAST_ONLY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyComparison.of(misspelt))
                .withMessageStartingWith("no metric \"RMSDD\", known are");
    }

    @Test
    void everyTableHasItsRows() {
        List<ResultTable> tables = compare(SIX).toTables();

        assertThat(tables)
                .extracting(ResultTable::name)
                .containsExactly(
                        "comparison",
                        "persons",
                        "phases",
                        "exclusions",
                        "quality",
                        "missing",
                        "robust",
                        "phase-models",
                        "phase-tests",
                        "phase-contrasts");
        ResultTable comparison = tables.get(0);
        int outcomes = comparison.rows().size();
        assertThat(tables.get(1).rows()).hasSize(6 * outcomes);
        assertThat(tables.get(4).rows()).hasSize(6 * 4);
        assertThat(comparison.cell(0, "welch_p"))
                .isEqualTo(Cell.missing("both groups are constant, a test of means needs spread"));
    }

    /** The tables' cells refuse NaN, so making them is the proof. */
    private static void assertNothingIsNaN(Comparison comparison) {
        assertThat(comparison.toTables()).hasSizeGreaterThanOrEqualTo(7);
    }
}
