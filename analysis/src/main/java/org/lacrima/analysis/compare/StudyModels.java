package org.lacrima.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacrima.analysis.models.LinearFit;
import org.lacrima.analysis.models.LinearModel;
import org.lacrima.analysis.models.MixedFit;
import org.lacrima.analysis.models.MixedModel;
import org.lacrima.analysis.models.ModelData;
import org.lacrima.analysis.models.ModelFormula;
import org.lacrima.analysis.models.SumsOfSquares;
import org.lacrima.analysis.stats.BrunnerMunzel;
import org.lacrima.analysis.stats.Groups;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.KruskalWallis;
import org.lacrima.analysis.stats.Multiplicity;
import org.lacrima.analysis.stats.OneWayAnova;
import org.lacrima.analysis.stats.PairwiseTests;
import org.lacrima.analysis.stats.PermutationTest;
import org.lacrima.analysis.stats.TTest;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * What a plan asks beyond the contrast of two groups, answered: robust tests beside the parametric ones, all arms together,
 * differences adjusted for covariates, phases by a mixed model, and how long recovery took.
 *
 * @param robust the contrast by procedures that assume less, one per outcome
 * @param arms all arms together, one per outcome; empty where the plan names none
 * @param adjusted the contrast adjusted for covariates, one per outcome; empty where the plan names none
 * @param phases one mixed model per measure that is taken in several phases
 * @param recovery time to recovery; empty where the plan does not ask for it
 */
public record StudyModels(
        List<RobustComparison> robust,
        List<ArmComparison> arms,
        List<AdjustedComparison> adjusted,
        List<PhaseModel> phases,
        Optional<RecoveryComparison> recovery) {

    private static final String FOCAL = "group";

    /** Copies the lists. */
    public StudyModels {
        robust = List.copyOf(robust);
        arms = List.copyOf(arms);
        adjusted = List.copyOf(adjusted);
        phases = List.copyOf(phases);
    }

    /** What the plan of a comparison asks beyond its contrast. */
    static StudyModels of(Comparison comparison) {
        Builder builder = new Builder(comparison);
        return new StudyModels(
                comparison.outcomes().stream().map(builder::robust).toList(),
                comparison.plan().models().arms().size() < 2
                        ? List.of()
                        : comparison.outcomes().stream().map(builder::arms).toList(),
                comparison.plan().models().covariates().isEmpty()
                        ? List.of()
                        : comparison.outcomes().stream().map(builder::adjusted).toList(),
                builder.phases(),
                comparison
                        .plan()
                        .models()
                        .timeToRecovery()
                        .map(time -> RecoveryTimes.compare(comparison, time, builder.groups())));
    }

    /** Answers one question after the other. */
    private static final class Builder {
        private final Comparison comparison;
        private final AnalysisPlan plan;
        private final Group focal;
        private final Group reference;

        Builder(Comparison comparison) {
            this.comparison = comparison;
            this.plan = comparison.plan();
            this.focal = plan.contrast().focal();
            this.reference = plan.contrast().reference();
        }

        RobustComparison robust(OutcomeComparison outcome) {
            double[] x = outcome.focal().toArray();
            double[] y = outcome.reference().toArray();
            return new RobustComparison(
                    outcome.outcome(),
                    TTest.yuen().withConfidence(plan.confidence()).test(x, y),
                    BrunnerMunzel.withDefaults()
                            .withConfidence(plan.confidence())
                            .test(x, y),
                    PermutationTest.withDefaults().withSeed(plan.seed()).test(x, y));
        }

        /** The arms, or the two of the contrast, the reference first. */
        List<Group> groups() {
            Set<Group> groups = new LinkedHashSet<>();
            groups.add(reference);
            groups.addAll(plan.models().arms());
            groups.add(focal);
            return List.copyOf(groups);
        }

        ArmComparison arms(OutcomeComparison outcome) {
            List<GroupSummary> summaries = plan.models().arms().stream()
                    .map(arm -> GroupTests.summary(comparison.persons(), outcome.outcome(), arm))
                    .toList();
            Map<String, double[]> values = new LinkedHashMap<>();
            summaries.forEach(s -> values.put(s.group().name(), s.toArray()));
            Groups groups = Groups.of(values);
            return new ArmComparison(
                    outcome.outcome(),
                    summaries,
                    OneWayAnova.welch().test(groups),
                    KruskalWallis.withDefaults().test(groups),
                    PairwiseTests.gamesHowell()
                            .withConfidence(plan.confidence())
                            .test(groups));
        }

        AdjustedComparison adjusted(OutcomeComparison outcome) {
            List<String> covariates = plan.models().covariates();
            List<PersonResult> persons = new ArrayList<>(comparison.persons(reference));
            persons.addAll(comparison.persons(focal));
            List<GroupSummary.Excluded> leftOut = new ArrayList<>();
            for (PersonResult person : persons) {
                missing(person, person.value(outcome.outcome())).ifPresent(leftOut::add);
            }
            Inference<LinearFit> fit = dataOf(persons, p -> List.of(p.value(outcome.outcome())), List.of(""))
                    .flatMap(data -> LinearModel.withDefaults()
                            .withConfidence(plan.confidence())
                            .fit(ModelFormula.parse("value ~ group" + terms()), data));
            return new AdjustedComparison(
                    outcome.outcome(),
                    covariates,
                    fit.map(f -> f.marginalMeans(FOCAL).pairs(Multiplicity.NONE).get(0)),
                    fit.map(f -> f.tests(SumsOfSquares.TYPE_III)),
                    fit.flatMap(LinearFit::slopeHomogeneity),
                    leftOut);
        }

        private Optional<GroupSummary.Excluded> missing(PersonResult person, MetricValue value) {
            String id = person.participant().id();
            if (!value.isEstimable()) {
                return Optional.of(new GroupSummary.Excluded(id, value.reason()));
            }
            return plan.models().covariates().stream()
                    .filter(c -> !person.participant().covariates().containsKey(c))
                    .findFirst()
                    .map(c -> new GroupSummary.Excluded(id, "no " + c + " in the participants table"));
        }

        private String terms() {
            return plan.models().covariates().stream()
                    .map(c -> " + `" + c + "`")
                    .collect(Collectors.joining());
        }

        List<PhaseModel> phases() {
            Map<String, Unit> measures = new LinkedHashMap<>();
            for (OutcomeComparison outcome : comparison.outcomes()) {
                if (outcome.outcome().source() != Outcome.Source.SALIVA) {
                    comparison.persons().stream()
                            .flatMap(p -> p.phases().stream())
                            .map(p -> p.values().get(outcome.outcome().measure()))
                            .filter(v -> v != null)
                            .findFirst()
                            .ifPresent(
                                    v -> measures.putIfAbsent(outcome.outcome().measure(), v.unit()));
                }
            }
            List<PhaseModel> models = new ArrayList<>();
            if (plan.wholePhases().size() > 1) {
                measures.forEach((measure, unit) -> models.add(phaseModel(measure, unit)));
            }
            return models;
        }

        private PhaseModel phaseModel(String measure, Unit unit) {
            List<PersonResult> persons = new ArrayList<>();
            groups().forEach(group -> persons.addAll(comparison.persons(group)));
            List<String> phases = plan.wholePhases();
            Inference<MixedFit> fit = dataOf(
                            persons,
                            p -> phases.stream()
                                    .map(phase -> inPhase(p, phase, measure, unit))
                                    .toList(),
                            phases)
                    .flatMap(data -> MixedModel.withDefaults()
                            .withConfidence(plan.confidence())
                            .fit(ModelFormula.parse("value ~ group * phase" + terms() + " + (1 | participant)"), data));
            return new PhaseModel(
                    measure,
                    unit,
                    fit.map(MixedFit::summary),
                    fit.map(MixedFit::tests).value().orElse(List.of()),
                    fit.map(f -> f.marginalMeansWithin("phase", FOCAL).pairs(Multiplicity.HOLM))
                            .value()
                            .orElse(List.of()),
                    fit.map(MixedFit::leftOut).value().orElse(Map.of()));
        }

        private static MetricValue inPhase(PersonResult person, String phase, String measure, Unit unit) {
            return person.phase(phase)
                    .flatMap(p -> Optional.ofNullable(p.values().get(measure)))
                    .orElseGet(() -> MetricValue.notEstimable(measure, unit, "not measured in " + phase));
        }

        private interface Values {
            List<MetricValue> of(PersonResult person);
        }

        /** One row per person and phase; a covariate that is a number for everybody stays one, else it is a category. */
        private Inference<ModelData> dataOf(List<PersonResult> persons, Values values, List<String> phases) {
            ResultTable.Builder table = ResultTable.named("data", "values of a model")
                    .columns(
                            Column.text("participant", "participant"),
                            Column.text(FOCAL, "group"),
                            Column.text("phase", "phase"),
                            Column.number("value", Unit.ONE, "value"));
            List<String> covariates = plan.models().covariates();
            List<Boolean> isNumber = new ArrayList<>();
            for (String covariate : covariates) {
                boolean number = persons.stream()
                        .flatMap(p ->
                                Optional.ofNullable(p.participant().covariates().get(covariate)).stream())
                        .allMatch(text -> number(text).isPresent());
                isNumber.add(number);
                table.columns(
                        number ? Column.number(covariate, Unit.ONE, covariate) : Column.text(covariate, covariate));
            }
            for (PersonResult person : persons) {
                List<MetricValue> own = values.of(person);
                for (int i = 0; i < phases.size(); i++) {
                    List<Cell> row = new ArrayList<>(List.of(
                            Cell.of(person.participant().id()),
                            Cell.of(person.participant().group().name()),
                            Cell.of(phases.get(i)),
                            Cell.of(own.get(i))));
                    for (int c = 0; c < covariates.size(); c++) {
                        String text = person.participant().covariates().getOrDefault(covariates.get(c), "");
                        row.add(isNumber.get(c) ? cell(text, covariates.get(c)) : Cell.of(text));
                    }
                    table.row(row);
                }
            }
            return persons.isEmpty()
                    ? Inference.notEstimable("nobody was measured")
                    : Inference.of(ModelData.of(table.build()));
        }

        private static Cell cell(String text, String covariate) {
            OptionalDouble number = number(text);
            return number.isPresent()
                    ? Cell.of(number.getAsDouble())
                    : Cell.missing("no " + covariate + " in the participants table");
        }
    }

    /** A covariate's text as a number, if it is one. */
    static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException ignored) {
            return OptionalDouble.empty();
        }
    }
}
