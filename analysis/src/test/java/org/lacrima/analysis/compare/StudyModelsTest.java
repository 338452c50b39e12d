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
import org.junit.jupiter.api.Test;
import org.lacrima.analysis.models.FixedEffectTest;
import org.lacrima.analysis.models.MeanDifference;
import org.lacrima.analysis.stats.Multiplicity;
import org.lacrima.core.recovery.CensoredTime;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.CorrectionRule;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.ModelPlan;
import org.lacrima.core.study.OutcomeKind;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.PhasePlan;
import org.lacrima.core.study.RecoveryTimePlan;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.study.Timeline;
import org.lacrima.core.table.ResultTable;

/**
 * What a plan asks beyond two groups, on a made study whose truth is known: criers' hearts are faster under stress and back
 * after 60 s, the others' after 150 s; older people have slower hearts.
 */
class StudyModelsTest {

    private static final Group NEUTRAL = new Group("neutral");
    private static final double BASELINE_END = 180;
    private static final double STRESSOR_END = 300;
    private static final double END = 660;

    private static final Timeline TIMELINE = new Timeline(
            List.of(
                    new Phase("baseline", Role.BASELINE, Window.ofSeconds(0, BASELINE_END)),
                    new Phase("stressor", Role.STRESSOR, Window.ofSeconds(BASELINE_END, STRESSOR_END)),
                    new Phase("recovery", Role.RECOVERY, Window.ofSeconds(STRESSOR_END, END))),
            List.of());

    private static AnalysisPlan plan(ModelPlan models) {
        Map<String, PhasePlan> phases = new LinkedHashMap<>();
        phases.put("baseline", new PhasePlan(Role.BASELINE, Optional.empty()));
        phases.put("stressor", new PhasePlan(Role.STRESSOR, Optional.empty()));
        phases.put("recovery", new PhasePlan(Role.RECOVERY, Optional.empty()));
        return new AnalysisPlan(
                "film",
                phases,
                AnalysisPlan.withDefaults().contrast(),
                List.of("MeanHR"),
                List.of(OutcomeKind.LEVEL, OutcomeKind.REACTIVITY),
                60,
                5,
                CorrectionRule.NONE,
                20,
                SalivaPlan.CORTISOL,
                List.of(),
                0.95,
                1,
                models);
    }

    private static BeatSeries beats(double restBpm, double riseBpm, double backSeconds, SplittableRandom random) {
        List<Double> ends = new ArrayList<>();
        List<Double> intervals = new ArrayList<>();
        double time = 0;
        while (true) {
            double rise = time < BASELINE_END || time >= STRESSOR_END + backSeconds ? 0 : riseBpm;
            double millis = 60_000 / (restBpm + rise) + 8 * random.nextGaussian();
            time += millis / 1000;
            if (time > END) {
                break;
            }
            ends.add(time);
            intervals.add(millis);
        }
        return BeatSeries.ofIntervalsAt(
                ends.stream().mapToDouble(Double::doubleValue).toArray(),
                intervals.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Twelve persons a group; every fourth of the others does not come back before the end. */
    private static Study study(ModelPlan models) {
        SplittableRandom random = new SplittableRandom(12);
        List<Session> sessions = new ArrayList<>();
        for (Group group : List.of(Group.CRIER, Group.NONCRIER, NEUTRAL)) {
            for (int i = 0; i < 12; i++) {
                boolean isCrier = group.equals(Group.CRIER);
                double age = 20 + 2 * i + (isCrier ? 10 : 0);
                double rise = isCrier ? 14 : group.equals(NEUTRAL) ? 8 : 10;
                double back = isCrier ? 40 + 4 * i : i % 4 == 3 ? 400 : 110 + 8 * i;
                String id = String.format("%s-%02d", group.name(), i);
                sessions.add(new Session(
                        new Participant(id, group, Map.of("age", Double.toString(age), "sex", i % 2 == 0 ? "f" : "m")),
                        Optional.of(beats(90 - 0.5 * age + random.nextGaussian(), rise, back, random)),
                        TIMELINE,
                        List.of(),
                        List.of(),
                        List.of()));
            }
        }
        return new Study("made", plan(models), sessions);
    }

    private static final ModelPlan EVERYTHING = ModelPlan.CONTRAST_ONLY
            .withArms(NEUTRAL, Group.CRIER, Group.NONCRIER)
            .withCovariates("age", "sex")
            .withTimeToRecovery(new RecoveryTimePlan("MeanHR", Role.STRESSOR, 10, 3, 20));

    private static final Comparison COMPARED = compare(EVERYTHING);
    private static final StudyModels MODELS = COMPARED.models();

    @Test
    void partsOfPhasesAreOutcomesButNoPhasesOfAModelTwice() {
        Study whole = study(EVERYTHING);
        AnalysisPlan plan = whole.plan();
        Map<String, PhasePlan> phases = new LinkedHashMap<>(plan.phases());
        phases.put("recovery/late", new PhasePlan(Role.RECOVERY, Optional.of(Window.ofSeconds(END - 120, END))));
        AnalysisPlan divided = new AnalysisPlan(
                plan.task(),
                phases,
                plan.contrast(),
                plan.metrics(),
                List.of(OutcomeKind.LEVEL, OutcomeKind.RECOVERY),
                plan.minimumPhaseSeconds(),
                plan.minimumReactivityPercent(),
                plan.correction(),
                plan.maximumCorrectedPercent(),
                plan.saliva(),
                plan.ratings(),
                plan.confidence(),
                plan.seed(),
                plan.models());

        Comparison compared = StudyComparison.of(divided).compare(new Study("made", divided, whole.sessions()));

        assertThat(compared.outcomes())
                .extracting(o -> o.outcome().key())
                .contains("MeanHR.level.recovery/late", "MeanHR.recovery.recovery/late");
        assertThat(compared.models().phases()).isEqualTo(MODELS.phases());
        assertThat(compared.persons())
                .extracting(PersonResult::timeToRecovery)
                .isEqualTo(COMPARED.persons().stream()
                        .map(PersonResult::timeToRecovery)
                        .toList());
    }

    private static Comparison compare(ModelPlan models) {
        Study study = study(models);
        return StudyComparison.of(study.plan()).compare(study);
    }

    private static int indexOf(String key) {
        List<String> keys =
                COMPARED.outcomes().stream().map(o -> o.outcome().key()).toList();
        return keys.indexOf(key);
    }

    @Test
    void robustTestsSeeTheLargeDifferenceToo() {
        RobustComparison reactivity = MODELS.robust().get(indexOf("MeanHR.reactivity.stressor"));

        assertThat(reactivity.yuen().orThrow().difference()).isCloseTo(4, within(1.0));
        assertThat(reactivity.yuen().orThrow().p()).isLessThan(0.001);
        assertThat(reactivity.brunnerMunzel().reason()).contains("do not overlap");
        assertThat(reactivity.permutation().orThrow().p()).isLessThan(0.001);
    }

    @Test
    void allArmsAreComparedTogether() {
        ArmComparison reactivity = MODELS.arms().get(indexOf("MeanHR.reactivity.stressor"));

        assertThat(reactivity.arms()).extracting(GroupSummary::n).containsExactly(12, 12, 12);
        assertThat(reactivity.welch().orThrow().p()).isLessThan(1e-6);
        assertThat(reactivity.kruskalWallis().orThrow().df()).isEqualTo(2);
        assertThat(reactivity.pairs().orThrow()).hasSize(3);
    }

    @Test
    void adjustmentForAgeTakesAwayWhatAgeExplains() {
        OutcomeComparison plain = COMPARED.outcome("MeanHR.level.baseline").orElseThrow();
        AdjustedComparison adjusted = MODELS.adjusted().get(indexOf("MeanHR.level.baseline"));

        assertThat(plain.welch().orThrow().difference()).isCloseTo(-5, within(1.5));
        MeanDifference difference = adjusted.difference().orThrow();
        assertThat(difference.second()).isEqualTo("crier");
        assertThat(difference.interval().contains(0)).isTrue();
        assertThat(plain.welch().orThrow().interval().contains(0)).isFalse();
        assertThat(adjusted.tests().orThrow()).hasSize(3);
        assertThat(adjusted.leftOut()).isEmpty();
    }

    @Test
    void phasesAreOneMixedModel() {
        PhaseModel model = MODELS.phases().get(0);

        assertThat(model.measure()).isEqualTo("MeanHR");
        assertThat(model.fit().orThrow().n()).isEqualTo(36 * 3);
        FixedEffectTest interaction = model.tests().stream()
                .filter(t -> t.term().equals("group:phase"))
                .findFirst()
                .orElseThrow();
        assertThat(interaction.p().orThrow()).isLessThan(1e-6);
        MeanDifference stress = model.contrasts().stream()
                .filter(d -> d.within().equals("stressor")
                        && d.first().equals("noncrier")
                        && d.second().equals("crier"))
                .findFirst()
                .orElseThrow();
        assertThat(stress.difference()).isCloseTo(4, within(1.2));
    }

    @Test
    void timeToRecoveryIsComparedAsCensored() {
        RecoveryComparison recovery = MODELS.recovery().orElseThrow();

        assertThat(recovery.persons()).hasSize(36);
        CensoredTime crier = recovery.persons().get("crier-00");
        assertThat(crier.lowerSeconds()).isBetween(25.0, 45.0);
        assertThat(crier.upperSeconds()).isBetween(35.0, 55.0);
        assertThat(recovery.persons().get("noncrier-03").status()).isEqualTo(CensoredTime.Status.RIGHT_CENSORED);
        assertThat(recovery.curves()
                        .get("crier")
                        .orThrow()
                        .quantile(0.5)
                        .orThrow()
                        .seconds())
                .isLessThan(recovery.curves()
                        .get("noncrier")
                        .orThrow()
                        .quantile(0.5)
                        .orThrow()
                        .seconds());
        assertThat(recovery.logRank().orThrow().test().p()).isLessThan(0.001);
        assertThat(recovery.difference().orThrow().seconds()).isLessThan(-60);
        assertThat(recovery.cox().isEstimable() || recovery.cox().reason().contains("no maximum"))
                .isTrue();
    }

    @Test
    void multiplicityIsKeptWithinDeclaredFamilies() {
        Map<String, List<String>> families = new LinkedHashMap<>();
        families.put("levels", List.of("*.level.*"));
        Comparison compared = compare(ModelPlan.CONTRAST_ONLY.withFamilies(families));

        List<OutcomeComparison> levels = compared.outcomes().stream()
                .filter(o -> o.outcome().key().contains(".level."))
                .toList();
        double[] p = levels.stream().mapToDouble(o -> o.welch().orThrow().p()).toArray();
        double[] holm =
                levels.stream().mapToDouble(o -> o.holmWelchP().orThrow()).toArray();
        assertThat(holm).containsExactly(Multiplicity.HOLM.adjust(p));
        OutcomeComparison alone = compared.outcome("MeanHR.reactivity.stressor").orElseThrow();
        assertThat(alone.holmWelchP().orThrow())
                .isEqualTo(alone.welch().orThrow().p());
        ResultTable table = compared.toTable();
        assertThat(table.cell(0, "family").toString()).contains("levels");
    }

    @Test
    void whatCannotBeAnsweredSaysWhyInEveryTable() {
        Study study = study(EVERYTHING);
        Session broken = study.sessions().get(0);
        List<Session> few = Arrays.asList(
                new Session(broken.participant(), Optional.empty(), Timeline.EMPTY, List.of(), List.of(), List.of()),
                study.sessions().get(12));
        Comparison compared = StudyComparison.of(study.plan()).compare(new Study("few", study.plan(), few));

        assertThat(compared.toTables()).isNotEmpty();
        StudyModels models = compared.models();
        assertThat(models.adjusted().get(0).difference().isEstimable()).isFalse();
        assertThat(models.adjusted().get(0).leftOut())
                .anySatisfy(e -> assertThat(e.reason()).contains("no phase"));
        assertThat(models.recovery().orElseThrow().leftOut())
                .anySatisfy(e -> assertThat(e.reason()).contains("no beats"));
        assertThat(models.recovery().orElseThrow().difference().isEstimable()).isFalse();
    }
}
