package org.lacrima.core.study;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.series.WindowSet;

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

    /** The phase of a name, or the part of a phase as {@code recovery/late}, if the session has it. */
    public Optional<Phase> phase(String name) {
        return named(phases, name);
    }

    private static Optional<Phase> named(List<Phase> phases, String name) {
        return phases.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .or(() -> phases.stream()
                        .filter(p -> name.startsWith(p.name() + "/"))
                        .flatMap(p -> named(p.parts(), name.substring(p.name().length() + 1)).stream())
                        .findFirst());
    }

    /** The first phase of a role, if the session has one. */
    public Optional<Phase> phase(Role role) {
        return phases.stream().filter(p -> p.role() == role).findFirst();
    }

    /** The episodes of a kind, in order. */
    public List<Episode> episodes(EpisodeKind kind) {
        return episodes.stream().filter(e -> e.kind() == kind).toList();
    }

    /**
     * The bouts of a kind: episodes that overlap, touch or follow each other within a gap count as one.
     *
     * @param longestGap longest pause inside one bout, such as a breath; not negative
     */
    public WindowSet bouts(EpisodeKind kind, Duration longestGap) {
        return WindowSet.of(episodes(kind).stream().map(Episode::window).toList())
                .mergingGapsUpTo(longestGap);
    }

    /** The time at risk of a first episode of a kind: what is observed before any has begun. */
    public WindowSet atRiskOfFirst(EpisodeKind kind, WindowSet observed) {
        return episodes(kind).stream()
                .findFirst()
                .map(first -> observed.before(first.window().startSeconds()))
                .orElse(observed);
    }

    /** The time at risk of another episode of a kind: what is observed outside of any. */
    public WindowSet atRiskOfAny(EpisodeKind kind, WindowSet observed) {
        return observed.minus(bouts(kind, Duration.ZERO));
    }
}
