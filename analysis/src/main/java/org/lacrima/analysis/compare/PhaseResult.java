package org.lacrima.analysis.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Role;

/**
 * What was measured of one person in one phase of the plan.
 *
 * @param phase name of the phase
 * @param role what the phase is for
 * @param window when this person had it; empty where not at all
 * @param quality how good its beats are
 * @param values value, or reason, of each metric of beats and breathing and of each rating, by name in the plan's order
 */
public record PhaseResult(
        String phase, Role role, Optional<Window> window, PhaseQuality quality, Map<String, MetricValue> values) {
    /** Copies the values. */
    public PhaseResult {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
