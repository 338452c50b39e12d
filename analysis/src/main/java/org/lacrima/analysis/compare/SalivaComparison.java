package org.lacrima.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.CorrectionRule;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.ModelPlan;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.study.Timeline;

/** The comparison of two groups on saliva samples alone, from a table of samples without a study around it. */
public final class SalivaComparison {

    private final Contrast contrast;
    private final SalivaPlan saliva;
    private final double confidence;
    private final Set<String> excluded;

    private SalivaComparison(Contrast contrast, SalivaPlan saliva, double confidence, Set<String> excluded) {
        this.contrast = contrast;
        this.saliva = saliva;
        this.confidence = confidence;
        this.excluded = excluded;
    }

    /**
     * One person of a table of samples.
     *
     * @param id as the table spells it
     * @param group the person's group
     * @param series the samples
     */
    public record Person(String id, Group group, SalivaSeries series) {}

    /** Compares two groups on the metrics of a saliva plan; intervals of 95 %, nobody excluded. */
    public static SalivaComparison of(Contrast contrast, SalivaPlan saliva) {
        return new SalivaComparison(contrast, saliva, 0.95, Set.of());
    }

    /** With intervals of another confidence, between 0 and 1. */
    public SalivaComparison withConfidence(double newConfidence) {
        return new SalivaComparison(contrast, saliva, newConfidence, excluded);
    }

    /** Without these participants, whom the result lists as excluded by the analyst. */
    public SalivaComparison withExcluded(List<String> participants) {
        return new SalivaComparison(contrast, saliva, confidence, new LinkedHashSet<>(participants));
    }

    /**
     * The comparison of persons.
     *
     * @param name name of the study or the table
     * @throws IllegalArgumentException if a participant to exclude is not among the persons
     */
    public Comparison compare(String name, List<Person> persons) {
        Set<String> known = persons.stream().map(Person::id).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> unknown =
                excluded.stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("cannot exclude " + unknown + ": the participants are " + known);
        }
        List<Session> sessions = persons.stream()
                .filter(p -> !excluded.contains(p.id()))
                .map(SalivaComparison::session)
                .toList();
        Comparison compared = StudyComparison.of(plan()).compare(new Study(name, plan(), sessions));
        List<Exclusion> exclusions = new ArrayList<>();
        excluded.forEach(id -> exclusions.add(Exclusion.ofParticipant(id, "excluded by the analyst")));
        exclusions.addAll(compared.exclusions());
        return new Comparison(name, compared.plan(), compared.persons(), compared.outcomes(), exclusions);
    }

    private static Session session(Person person) {
        return new Session(
                new Participant(person.id(), person.group(), Map.of()),
                Optional.empty(),
                Timeline.EMPTY,
                List.of(person.series()),
                List.of(),
                List.of());
    }

    private AnalysisPlan plan() {
        return new AnalysisPlan(
                "saliva",
                Map.of(),
                contrast,
                List.of(),
                List.of(),
                0,
                0,
                CorrectionRule.NONE,
                100,
                saliva,
                List.of(),
                confidence,
                1,
                ModelPlan.CONTRAST_ONLY);
    }
}
