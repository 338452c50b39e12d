package org.lacrima.core.study;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The phases and episodes of one session, each in order of onset. Phases do not overlap; episodes may.
 *
 * @param phases phases in order
 * @param episodes episodes in order
 */
public record Timeline(List<Phase> phases, List<Episode> episodes) {

    /** A session of which nothing is marked. */
    public static final Timeline EMPTY = new Timeline(List.of(), List.of());

    /** Sorts both lists and refuses phases that overlap or share a name. */
    public Timeline {
        phases = phases.stream()
                .sorted(Comparator.comparingDouble(p -> p.window().startSeconds()))
                .toList();
        episodes = episodes.stream()
                .sorted(Comparator.comparingDouble(e -> e.window().startSeconds()))
                .toList();
        for (int i = 1; i < phases.size(); i++) {
            Phase before = phases.get(i - 1);
            Phase phase = phases.get(i);
            if (before.window().overlaps(phase.window())) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "phases overlap: %s %s and %s %s",
                        before.name(),
                        before.window(),
                        phase.name(),
                        phase.window()));
            }
        }
        long names = phases.stream().map(Phase::name).distinct().count();
        if (names < phases.size()) {
            throw new IllegalArgumentException("phase names must differ within a session: "
                    + phases.stream().map(Phase::name).toList());
        }
    }

    /** The phase of a name, if the session has it. */
    public Optional<Phase> phase(String name) {
        return phases.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The first phase of a role, if the session has one. */
    public Optional<Phase> phase(Role role) {
        return phases.stream().filter(p -> p.role() == role).findFirst();
    }

    /** The episodes of a kind, in order. */
    public List<Episode> episodes(EpisodeKind kind) {
        return episodes.stream().filter(e -> e.kind() == kind).toList();
    }
}
