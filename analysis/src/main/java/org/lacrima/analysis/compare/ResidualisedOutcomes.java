package org.lacrima.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.recovery.ResidualisedChange;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.OutcomeKind;

/** Outcomes that need everybody: what is left of a recovery once the others tell what baseline and task let expect. */
final class ResidualisedOutcomes {

    private ResidualisedOutcomes() {}

    /** The same persons, each with their residuals from one regression over all of them. */
    static List<PersonResult> in(List<PersonResult> persons, AnalysisPlan plan, List<Outcome> outcomes) {
        List<PersonResult> all = persons;
        for (Outcome outcome : outcomes) {
            Optional<Responses.Span> span = outcome.kind().equals(Optional.of(OutcomeKind.RESIDUALISED_CHANGE))
                    ? PlannedOutcome.spanOf(plan, outcome.phase())
                    : Optional.empty();
            if (span.isPresent()) {
                all = with(all, outcome, span.get());
            }
        }
        return all;
    }

    private static List<PersonResult> with(List<PersonResult> persons, Outcome outcome, Responses.Span span) {
        List<List<MetricValue>> predictors = new ArrayList<>();
        span.baseline().ifPresent(baseline -> predictors.add(levels(persons, outcome, baseline)));
        predictors.add(levels(persons, outcome, span.task()));
        List<MetricValue> residuals = ResidualisedChange.of(levels(persons, outcome, span.recovery()), predictors);
        List<PersonResult> changed = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            PersonResult person = persons.get(i);
            Map<Outcome, MetricValue> values = new LinkedHashMap<>(person.outcomes());
            values.put(outcome, residuals.get(i).named(outcome.key()));
            changed.add(new PersonResult(
                    person.participant(), person.phases(), values, person.timeToRecovery(), person.exclusions()));
        }
        return changed;
    }

    /** Who could not be analysed at all has the reason for every outcome, and no phases. */
    private static List<MetricValue> levels(List<PersonResult> persons, Outcome outcome, String phase) {
        return persons.stream()
                .map(person -> person.phase(phase)
                        .flatMap(p -> Optional.ofNullable(p.values().get(outcome.measure())))
                        .orElseGet(() -> person.value(outcome)))
                .toList();
    }
}
