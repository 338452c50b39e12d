package org.lacrima.core.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One person of a study.
 *
 * @param id as the participants table spells it, such as {@code sub-001}
 * @param group the group of the contrast
 * @param covariates further columns of the participants table, as text, in their order
 */
public record Participant(String id, Group group, Map<String, String> covariates) {
    /** Copies the covariates. */
    public Participant {
        covariates = Collections.unmodifiableMap(new LinkedHashMap<>(covariates));
    }
}
