package org.lacrima.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;
import org.lacrima.core.table.ResultTable;

/**
 * A study compared: what was measured of each person, how the two groups differ on each outcome, what does not count and
 * why.
 *
 * @param study name of the study
 * @param plan how it was analysed
 * @param persons one result per person of either group, in the order of the participants
 * @param outcomes one comparison per outcome
 * @param exclusions participants, epochs and beats that do not count as recorded
 */
public record Comparison(
        String study,
        AnalysisPlan plan,
        List<PersonResult> persons,
        List<OutcomeComparison> outcomes,
        List<Exclusion> exclusions) {
    /** Copies the lists. */
    public Comparison {
        persons = List.copyOf(persons);
        outcomes = List.copyOf(outcomes);
        exclusions = List.copyOf(exclusions);
    }

    /** The comparison of an outcome by its key. */
    public Optional<OutcomeComparison> outcome(String key) {
        return outcomes.stream().filter(o -> o.outcome().key().equals(key)).findFirst();
    }

    /** The persons of a group, in order. */
    public List<PersonResult> persons(Group group) {
        return persons.stream()
                .filter(p -> p.participant().group().equals(group))
                .toList();
    }

    /** What keeps the groups from being compared at all, and what would help; empty where nothing does. */
    public Optional<String> problem() {
        for (Group group : List.of(plan.contrast().focal(), plan.contrast().reference())) {
            int people = persons(group).size();
            if (people < 2) {
                return Optional.of("group " + group + " has " + people
                        + (people == 1 ? " participant" : " participants")
                        + ", at least 2 are needed for a comparison: add participants of this group, correct its name in"
                        + " the participants table, or choose other groups");
            }
        }
        return Optional.empty();
    }

    /** One row per outcome: both groups described, tests, effect size, adjusted p. */
    public ResultTable toTable() {
        return ComparisonTables.comparison(this);
    }

    /** What the plan asks beyond the contrast, answered; computed anew by each call. */
    public StudyModels models() {
        return StudyModels.of(this);
    }

    /**
     * Every table of the comparison: {@code comparison}, {@code persons}, {@code phases}, {@code exclusions},
     * {@code quality}, {@code missing}, and those of the models.
     */
    public List<ResultTable> toTables() {
        List<ResultTable> tables = new ArrayList<>(List.of(
                ComparisonTables.comparison(this),
                ComparisonTables.persons(this),
                ComparisonTables.phases(this),
                ComparisonTables.exclusions(this),
                ComparisonTables.quality(this),
                ComparisonTables.missing(this)));
        tables.addAll(ModelTables.of(this, models()));
        return List.copyOf(tables);
    }
}
