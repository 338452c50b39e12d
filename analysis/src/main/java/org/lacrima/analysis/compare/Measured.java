package org.lacrima.analysis.compare;

import java.util.Map;
import org.lacrima.core.metric.MetricValue;

/**
 * One person's values before they become outcomes.
 *
 * @param phases results by name of phase
 * @param saliva saliva metrics by name
 * @param responses what was followed through the recovery
 */
record Measured(Map<String, PhaseResult> phases, Map<String, MetricValue> saliva, Responses responses) {

    /** The value of a metric of beats or breathing or of a rating in a phase. */
    MetricValue inPhase(String phase, String measure) {
        return inPhase(phases, phase, measure);
    }

    static MetricValue inPhase(Map<String, PhaseResult> phases, String phase, String measure) {
        return known(known(phases, phase).values(), measure);
    }

    MetricValue ofSaliva(String metric) {
        return known(saliva, metric);
    }

    private static <T> T known(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("no " + key + " among " + map.keySet());
        }
        return value;
    }
}
