package org.lacrima.core.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.series.Window;

/**
 * A span of a session with a purpose, and the parts that a study divides it into.
 *
 * @param name the study's name for it, unique within a session
 * @param role what it is for
 * @param window when it was
 * @param parts sub-phases inside it in order of time; they do not overlap, and their names differ
 */
public record Phase(String name, Role role, Window window, List<Phase> parts) {
    /** Sorts the parts and refuses those that leave the phase, overlap or share a name. */
    public Phase {
        parts = parts.stream()
                .sorted(Comparator.comparingDouble(p -> p.window().startSeconds()))
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            Phase part = parts.get(i);
            boolean overlaps = i > 0 && parts.get(i - 1).window().overlaps(part.window());
            if (overlaps || !window.encloses(part.window())) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "part %s %s of %s %s %s",
                        part.name(),
                        part.window(),
                        name,
                        window,
                        overlaps ? "overlaps the one before" : "leaves it"));
            }
        }
        if (parts.stream().map(Phase::name).distinct().count() < parts.size()) {
            throw new IllegalArgumentException("part names of " + name + " must differ: "
                    + parts.stream().map(Phase::name).toList());
        }
    }

    /** An undivided phase. */
    public Phase(String name, Role role, Window window) {
        this(name, role, window, List.of());
    }

    /** The same phase with parts. */
    public Phase withParts(Phase... newParts) {
        return new Phase(name, role, window, Arrays.asList(newParts));
    }

    /** The same phase in parts of a length, named {@code 1}, {@code 2} and on; what is left at the end is no part. */
    public Phase inPartsOf(Duration length) {
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException("the length of a part must be positive, got " + length);
        }
        double seconds = length.toNanos() / 1e9;
        List<Phase> equal = new ArrayList<>();
        for (int i = 0; window.startSeconds() + (i + 1) * seconds <= window.endSeconds() + 1e-9; i++) {
            double end = Math.min(window.endSeconds(), window.startSeconds() + (i + 1) * seconds);
            equal.add(new Phase(Integer.toString(i + 1), role, new Window(window.startSeconds() + i * seconds, end)));
        }
        return new Phase(name, role, window, equal);
    }

    /** The part of a name, if there is one. */
    public Optional<Phase> part(String partName) {
        return parts.stream().filter(p -> p.name().equals(partName)).findFirst();
    }
}
