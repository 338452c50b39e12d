package org.lacrima.core.rsa;

import java.util.List;
import java.util.Locale;
import org.lacrima.core.series.Window;

/** What holds of the breaths of any respiration. */
final class BreathList {
    private BreathList() {}

    /** Onsets written with fewer digits than they were computed may overlap by a rounding; more is a mistake. */
    private static final double ROUNDING_SECONDS = 1e-6;

    static List<Breath> inOrder(List<Breath> breaths) {
        List<Breath> copy = List.copyOf(breaths);
        for (int i = 1; i < copy.size(); i++) {
            double before = copy.get(i - 1).endSeconds();
            if (copy.get(i).inhaleSeconds() < before - ROUNDING_SECONDS) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "breath %d begins at %s s, before breath %d ends at %s s",
                        i,
                        copy.get(i).inhaleSeconds(),
                        i - 1,
                        before));
            }
        }
        return copy;
    }

    static List<Breath> during(List<Breath> breaths, Window window) {
        return breaths.stream()
                .filter(b -> b.inhaleSeconds() >= window.startSeconds() && b.endSeconds() <= window.endSeconds())
                .toList();
    }

    static String words(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must be said in words, got an empty text");
        }
        return text.strip();
    }
}
