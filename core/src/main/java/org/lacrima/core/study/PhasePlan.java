package org.lacrima.core.study;

import java.util.Optional;
import org.lacrima.core.series.Window;

/**
 * What the plan says of a phase.
 *
 * @param role what it is for
 * @param window when it is, where everybody has it at the same session time; empty where each session's events say
 */
public record PhasePlan(Role role, Optional<Window> window) {}
