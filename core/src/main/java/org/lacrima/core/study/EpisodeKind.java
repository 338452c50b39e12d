package org.lacrima.core.study;

import java.util.Locale;
import java.util.Optional;

/** What a person did during an episode. */
public enum EpisodeKind {
    /** A bout of crying from onset to offset. */
    CRYING,
    /** Visible tears. */
    TEARS,
    /** A sob. */
    SOB,
    /** Laughter. */
    LAUGH,
    /** A sigh. */
    SIGH,
    /** A yawn. */
    YAWN,
    /** Trembling. */
    TREMBLE,
    /** Anything else a coder marked. */
    CUSTOM;

    /** The kind that a coder's word names, ignoring case; empty where it is none of these. */
    public static Optional<EpisodeKind> parse(String word) {
        String wanted = word.strip().toUpperCase(Locale.ROOT);
        for (EpisodeKind kind : values()) {
            if (kind.name().equals(wanted)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
