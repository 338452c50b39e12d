package org.lacrima.io.behaviour;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Timeline;

/**
 * What was coded of one recording, of one person or several.
 *
 * @param name name of the observation; empty where the file gives none
 * @param variables what else is said of it, such as date and independent variables, in order
 * @param events bouts and moments in order of time
 * @param unpaired starts without a stop, as moments; they are in no timeline
 */
public record CodedObservation(
        String name, Map<String, String> variables, List<CodedEvent> events, List<CodedEvent> unpaired) {
    /** Behaviours that begin so are phases of the session: {@code phase/baseline}. */
    static final String PHASE = "phase/";

    private static final Comparator<CodedEvent> BY_TIME =
            Comparator.comparingDouble(e -> e.window().startSeconds());

    /** Sorts the events and copies the rest. */
    public CodedObservation {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        events = events.stream().sorted(BY_TIME).toList();
        unpaired = List.copyOf(unpaired);
    }

    /** Those who did something, in the order in which they first did; the empty text where the coder named nobody. */
    public Set<String> subjects() {
        Set<String> subjects = new LinkedHashSet<>();
        events.forEach(e -> subjects.add(e.subject()));
        return Collections.unmodifiableSet(subjects);
    }

    /**
     * Phases and episodes of one subject. A behaviour {@code phase/NAME} is a phase, whose role is the one that has its name;
     * phases coded of nobody are everybody's. Everything else is an episode.
     *
     * @throws IllegalArgumentException if phases overlap or share a name; none that a reader returned do
     */
    public Timeline timeline(String subject) {
        return new Timeline(
                events.stream()
                        .filter(e -> isPhase(e)
                                && (e.subject().equals(subject) || e.subject().isEmpty()))
                        .map(CodedObservation::phase)
                        .toList(),
                events.stream()
                        .filter(e -> !isPhase(e) && e.subject().equals(subject))
                        .map(CodedEvent::episode)
                        .toList());
    }

    /**
     * The same observation on another clock, such as that of the heart's recording.
     *
     * @param seconds added to every time; finite
     */
    public CodedObservation shiftedBySeconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "a shift must be finite, got %s s", seconds));
        }
        return new CodedObservation(
                name,
                variables,
                events.stream().map(e -> shifted(e, seconds)).toList(),
                unpaired.stream().map(e -> shifted(e, seconds)).toList());
    }

    private static CodedEvent shifted(CodedEvent e, double seconds) {
        Window window =
                new Window(e.window().startSeconds() + seconds, e.window().endSeconds() + seconds);
        return new CodedEvent(e.subject(), e.behaviour(), e.category(), e.modifier(), e.comment(), window);
    }

    static boolean isPhase(CodedEvent event) {
        return event.behaviour().startsWith(PHASE);
    }

    private static Phase phase(CodedEvent event) {
        String name = event.behaviour().substring(PHASE.length());
        Role role = switch (name.toLowerCase(Locale.ROOT)) {
            case "baseline" -> Role.BASELINE;
            case "induction" -> Role.INDUCTION;
            case "stressor" -> Role.STRESSOR;
            case "recovery" -> Role.RECOVERY;
            default -> Role.CUSTOM;
        };
        return new Phase(name, role, event.window());
    }
}
