package org.lacrima.core.event;

import java.util.List;
import java.util.Locale;

/**
 * One film time at which criers and controls are compared: the same scene for everybody in it.
 *
 * @param filmSeconds the film time, in s
 * @param criers who cried there, or cry at all for a scene onset
 * @param controls whom they are compared with at that film time
 */
public record MatchedOnset(double filmSeconds, List<Viewer> criers, List<Viewer> controls) {
    /** Copies the lists and refuses people who no longer watched. */
    public MatchedOnset {
        criers = List.copyOf(criers);
        controls = List.copyOf(controls);
        requireWatching(criers, filmSeconds);
        requireWatching(controls, filmSeconds);
    }

    private static void requireWatching(List<Viewer> viewers, double filmSeconds) {
        for (Viewer viewer : viewers) {
            if (!viewer.watchesAt(filmSeconds)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s watched %s s of the film and cannot be compared at %s s",
                        viewer.id(),
                        viewer.film().lengthSeconds(),
                        filmSeconds));
            }
        }
    }
}
