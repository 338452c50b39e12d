package org.lacrima.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lacrima.core.parallel.Threads;
import org.lacrima.core.rsa.HeartPanel;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;

/**
 * The comparison of a plan's two groups: beats are corrected by the plan's rule and cut into its phases, every metric,
 * rating and saliva metric becomes outcomes per person, and each outcome is tested between the groups.
 *
 * <p>A phase with fewer seconds of beats than the plan's minimum, or more corrected beats than its maximum, gives no
 * value but a reason with both numbers. A person who cannot be analysed at all costs nobody else their result.
 *
 * <p>Persons are measured by pure functions: any number of threads gives the equal result.
 *
 * <pre>{@code
 * Comparison result = StudyComparison.of(study.plan()).compare(study, Threads.all());
 * }</pre>
 */
public final class StudyComparison {

    private final AnalysisPlan plan;

    private StudyComparison(AnalysisPlan plan) {
        this.plan = plan;
    }

    /**
     * A comparison by a plan.
     *
     * @throws IllegalArgumentException if the plan names a metric that the catalogue does not have
     */
    public static StudyComparison of(AnalysisPlan plan) {
        HeartPanel.named(plan.metrics());
        return new StudyComparison(plan);
    }

    /** A comparison by the default plan. */
    public static StudyComparison withDefaults() {
        return of(AnalysisPlan.withDefaults());
    }

    /** The plan that it follows. */
    public AnalysisPlan plan() {
        return plan;
    }

    /** The comparison of a study, its persons measured one after the other. */
    public Comparison compare(Study study) {
        return compare(study, Threads.one());
    }

    /** The comparison of a study, its persons shared among threads; equal for any number of them. */
    public Comparison compare(Study study, Threads threads) {
        List<Session> sessions =
                study.sessions().stream().filter(this::takesPart).toList();
        return compare(study, threads.map(sessions, measurementOf(study)));
    }

    /** The function that measures a session of a study: pure, to be called in any order and on any thread. */
    public Function<Session, PersonResult> measurementOf(Study study) {
        return Measurement.of(plan, study.sessions())::of;
    }

    /**
     * The comparison of persons who have been measured with {@link #measurementOf}, in any order.
     *
     * @throws IllegalArgumentException naming a participant of either group who has not been measured
     */
    public Comparison compare(Study study, List<PersonResult> measured) {
        Map<String, PersonResult> byId = new LinkedHashMap<>();
        measured.forEach(person -> byId.put(person.participant().id(), person));
        List<PersonResult> persons = new ArrayList<>();
        List<Exclusion> exclusions = new ArrayList<>();
        for (Session session : study.sessions()) {
            String id = session.participant().id();
            if (!takesPart(session)) {
                exclusions.add(Exclusion.ofParticipant(
                        id, "group " + session.participant().group() + " takes no part in the comparison"));
                continue;
            }
            PersonResult person = byId.get(id);
            if (person == null) {
                throw new IllegalArgumentException("participant " + id + " has not been measured");
            }
            persons.add(person);
            exclusions.addAll(person.exclusions());
        }
        List<Outcome> outcomes = Measurement.of(plan, study.sessions()).outcomes();
        persons = ResidualisedOutcomes.in(persons, plan, outcomes);
        return new Comparison(study.name(), plan, persons, GroupTests.of(plan, outcomes, persons), exclusions);
    }

    private boolean takesPart(Session session) {
        Group group = session.participant().group();
        return group.equals(plan.contrast().focal())
                || group.equals(plan.contrast().reference())
                || plan.models().arms().contains(group);
    }
}
