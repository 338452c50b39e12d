package org.lacrima.io.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lacrima.core.study.Phase;

/** Parts of phases as files name them: {@code recovery/late} is the part {@code late} of {@code recovery}. */
final class PhaseParts {
    private static final String SEPARATOR = "/";

    private PhaseParts() {}

    /** Whether a name is that of a part of another, or of a part of its part. */
    static boolean isPartOf(String name, String whole) {
        return name.startsWith(whole + SEPARATOR);
    }

    /** Whether every step of a name has letters. */
    static boolean isName(String name) {
        return !(SEPARATOR + name + SEPARATOR).contains(SEPARATOR + SEPARATOR);
    }

    /** The closest whole that a name is a part of, among names that there are. */
    static Optional<String> wholeOf(String name, Collection<String> names) {
        return names.stream().filter(other -> isPartOf(name, other)).max(Comparator.comparingInt(String::length));
    }

    /** Phases by full name as a tree; what has no whole among them is a phase of its own. */
    static List<Phase> nested(List<Phase> flat) {
        List<String> names = flat.stream().map(Phase::name).toList();
        return flat.stream()
                .filter(phase -> wholeOf(phase.name(), names).isEmpty())
                .map(phase -> withParts(phase, phase.name(), flat, name -> wholeOf(name, names)))
                .toList();
    }

    private static Phase withParts(
            Phase phase, String name, List<Phase> flat, Function<String, Optional<String>> wholeOf) {
        List<Phase> parts = new ArrayList<>();
        for (Phase part : flat) {
            Optional<String> whole = wholeOf.apply(part.name());
            if (whole.isPresent() && whole.get().equals(phase.name())) {
                parts.add(withParts(part, part.name().substring(phase.name().length() + 1), flat, wholeOf));
            }
        }
        return new Phase(name, phase.role(), phase.window(), parts);
    }
}
