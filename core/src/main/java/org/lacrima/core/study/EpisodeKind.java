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

    /** The kind that a coder's word names, such as {@code laugh} or {@code laughter}, ignoring case; empty where none. */
    public static Optional<EpisodeKind> parse(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "crying", "cry", "weeping" -> Optional.of(CRYING);
            case "tears", "tear" -> Optional.of(TEARS);
            case "sob", "sobs", "sobbing" -> Optional.of(SOB);
            case "laugh", "laughs", "laughing", "laughter" -> Optional.of(LAUGH);
            case "sigh", "sighs", "sighing" -> Optional.of(SIGH);
            case "yawn", "yawns", "yawning" -> Optional.of(YAWN);
            case "tremble", "trembles", "trembling" -> Optional.of(TREMBLE);
            case "custom" -> Optional.of(CUSTOM);
            default -> Optional.empty();
        };
    }
}
