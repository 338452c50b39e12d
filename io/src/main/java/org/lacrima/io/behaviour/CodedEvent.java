package org.lacrima.io.behaviour;

import org.lacrima.core.series.Window;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;

/**
 * One bout or moment of behaviour, as a coder marked it.
 *
 * @param subject who did it; empty where the coder named nobody
 * @param behaviour what was done, in the coder's word
 * @param category what the coding scheme groups it under, such as a category of BORIS or a tier of ELAN; empty where it has none
 * @param modifier further words of the scheme; empty where there are none
 * @param comment what the coder remarked; empty where nothing
 * @param window when, in s of the observation; without length for a moment
 */
public record CodedEvent(
        String subject, String behaviour, String category, String modifier, String comment, Window window) {

    /** Whether it is a moment, not a bout. */
    public boolean isInstant() {
        return window.lengthSeconds() == 0;
    }

    /** The episode, of the kind that the behaviour names, or else its category; {@link EpisodeKind#CUSTOM} where neither. */
    public Episode episode() {
        EpisodeKind kind = EpisodeKind.parse(behaviour)
                .or(() -> EpisodeKind.parse(category))
                .orElse(EpisodeKind.CUSTOM);
        return new Episode(kind, behaviour.isBlank() ? category : behaviour, window);
    }
}
