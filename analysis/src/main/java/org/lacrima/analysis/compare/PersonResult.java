package org.lacrima.analysis.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.recovery.CensoredTime;
import org.lacrima.core.study.Participant;

/**
 * Everything that was measured of one person.
 *
 * @param participant whose results these are
 * @param phases one result per phase of the plan, in its order
 * @param outcomes value, or reason, of every outcome, in the order of the comparison
 * @param timeToRecovery what is known of how long this person took to recover, or why nothing is
 * @param exclusions epochs and beats of this person that do not count as recorded
 */
public record PersonResult(
        Participant participant,
        List<PhaseResult> phases,
        Map<Outcome, MetricValue> outcomes,
        Inference<CensoredTime> timeToRecovery,
        List<Exclusion> exclusions) {
    /** Copies the collections. */
    public PersonResult {
        phases = List.copyOf(phases);
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        exclusions = List.copyOf(exclusions);
    }

    /** The value of an outcome of the comparison. */
    public MetricValue value(Outcome outcome) {
        MetricValue value = outcomes.get(outcome);
        if (value == null) {
            throw new IllegalArgumentException("no outcome " + outcome.key() + " among "
                    + outcomes.keySet().stream().map(Outcome::key).toList());
        }
        return value;
    }

    /** The result of a phase of the plan. */
    public Optional<PhaseResult> phase(String name) {
        return phases.stream().filter(p -> p.phase().equals(name)).findFirst();
    }
}
