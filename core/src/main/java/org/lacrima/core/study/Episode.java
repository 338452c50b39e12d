package org.lacrima.core.study;

import org.lacrima.core.series.Window;

/**
 * Something a person did for a while, as a coder marked it. An instant has a window of no length.
 *
 * @param kind what it was
 * @param label the coder's word, such as {@code crying}
 * @param window from onset to offset
 */
public record Episode(EpisodeKind kind, String label, Window window) {}
