package org.lacrima.core.study;

import org.lacrima.core.series.Window;

/**
 * A span of a session with a purpose.
 *
 * @param name the study's name for it, unique within a session
 * @param role what it is for
 * @param window when it was
 */
public record Phase(String name, Role role, Window window) {}
