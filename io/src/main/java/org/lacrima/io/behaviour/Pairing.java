package org.lacrima.io.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lacrima.core.series.Window;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.Quote;

/** Makes bouts of starts and stops, and checks bouts that were written whole. */
final class Pairing {
    /** More phases than any session has; each is compared with all others. */
    private static final int MOST_PHASES = 200;

    /** What tells states of one subject apart that may be on at the same time. */
    enum By {
        /** The behaviour: a new modifier does not make a second state of it. */
        BEHAVIOUR,
        /** Behaviour and modifier, as BORIS has it. */
        BEHAVIOUR_AND_MODIFIER
    }

    private record State(String subject, String behaviour, String modifier) {}

    private final String file;
    private final ReadLog log;
    private final By by;

    Pairing(String file, By by, ReadLog log) {
        this.file = file;
        this.by = by;
        this.log = log;
    }

    /** The observation that marks make, in whatever order they come. */
    CodedObservation observation(String name, Map<String, String> variables, List<Mark> marks) {
        List<Mark> inTime = new ArrayList<>(marks);
        inTime.sort(Comparator.comparingDouble(Mark::seconds));
        Map<State, Mark> open = new LinkedHashMap<>();
        Map<State, Mark> lastBout = new HashMap<>();
        List<CodedEvent> events = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (Mark mark : inTime) {
            State state = stateOf(mark);
            Mark since = open.get(state);
            if (mark.what() == Mark.What.INSTANT || (mark.what() == Mark.What.BOUT && isBout(mark, state, lastBout))) {
                events.add(event(mark, mark));
                lines.add(mark.line());
            } else if (mark.what() == Mark.What.START && since != null) {
                error(mark, "starts while it is on since line " + since.line(), "code its stop before it starts again");
            } else if (mark.what() == Mark.What.STOP && since == null) {
                warning(mark, "stops, and nothing started it: left out", "code its start");
            } else if (mark.what() == Mark.What.START || (mark.what() == Mark.What.TOGGLE && since == null)) {
                open.put(state, mark);
            } else if (mark.what() != Mark.What.BOUT && since != null) {
                open.remove(state);
                events.add(event(since, mark));
                lines.add(since.line());
            }
        }
        List<CodedEvent> unpaired = new ArrayList<>();
        for (Mark mark : open.values()) {
            warning(mark, "starts and never stops: left out", "code its stop");
            unpaired.add(event(mark, mark));
        }
        return new CodedObservation(name, variables, withoutBadPhases(events, lines), unpaired);
    }

    /** Whether a bout ends after it begins; one that overlaps the bout before it is kept and pointed out. */
    private boolean isBout(Mark bout, State state, Map<State, Mark> lastBout) {
        if (bout.untilSeconds() < bout.seconds()) {
            String reason = String.format(
                    Locale.ROOT, "ends at %s s, before it begins at %s s", bout.untilSeconds(), bout.seconds());
            error(bout, reason, "exchange start and stop");
            return false;
        }
        Mark before = lastBout.get(state);
        if (before != null && bout.seconds() < before.untilSeconds()) {
            warning(bout, "begins before the bout of line " + before.line() + " ends", "");
        }
        if (before == null || bout.untilSeconds() > before.untilSeconds()) {
            lastBout.put(state, bout);
        }
        return true;
    }

    private State stateOf(Mark mark) {
        return new State(mark.subject(), mark.behaviour(), by == By.BEHAVIOUR ? "" : mark.modifier());
    }

    private static CodedEvent event(Mark start, Mark stop) {
        String comment =
                start.comment().equals(stop.comment()) || stop.comment().isBlank()
                        ? start.comment()
                        : start.comment().isBlank() ? stop.comment() : start.comment() + " / " + stop.comment();
        return new CodedEvent(
                start.subject(),
                start.behaviour(),
                start.category(),
                start.modifier(),
                comment,
                new Window(start.seconds(), stop.untilSeconds()));
    }

    /** Leaves out phases that overlap another of the same subject or of everybody, or share its name. */
    private List<CodedEvent> withoutBadPhases(List<CodedEvent> events, List<Integer> lines) {
        List<CodedEvent> kept = new ArrayList<>();
        Map<String, List<CodedEvent>> phases = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            CodedEvent event = events.get(i);
            if (CodedObservation.isPhase(event) && !isGoodPhase(event, lines.get(i), phases)) {
                continue;
            }
            kept.add(event);
        }
        return kept;
    }

    private boolean isGoodPhase(CodedEvent phase, int line, Map<String, List<CodedEvent>> accepted) {
        if (phase.isInstant()) {
            log.error(
                    file,
                    line,
                    "",
                    Quote.of(phase.behaviour()) + " has no length: a phase lasts",
                    "code it as a state");
            return false;
        }
        List<CodedEvent> others = new ArrayList<>();
        if (phase.subject().isEmpty()) {
            accepted.values().forEach(others::addAll);
        } else {
            others.addAll(accepted.getOrDefault("", List.of()));
            others.addAll(accepted.getOrDefault(phase.subject(), List.of()));
        }
        if (others.size() > MOST_PHASES) {
            log.error(file, line, "", "is one phase more than " + MOST_PHASES, "code behaviour, not phases");
            return false;
        }
        for (CodedEvent other : others) {
            if (other.behaviour().equals(phase.behaviour()) || other.window().overlaps(phase.window())) {
                log.error(
                        file,
                        line,
                        "",
                        Quote.of(phase.behaviour()) + " " + phase.window() + " overlaps or repeats "
                                + Quote.of(other.behaviour()) + " " + other.window(),
                        "let one phase end before the next begins, and give each a name of its own");
                return false;
            }
        }
        accepted.computeIfAbsent(phase.subject(), s -> new ArrayList<>()).add(phase);
        return true;
    }

    private void error(Mark mark, String reason, String remedy) {
        log.error(file, mark.line(), mark.place(), shown(mark) + " " + reason, remedy);
    }

    private void warning(Mark mark, String reason, String remedy) {
        log.warning(file, mark.line(), mark.place(), shown(mark) + " " + reason, remedy);
    }

    private static String shown(Mark mark) {
        return Quote.of(mark.behaviour())
                + (mark.subject().isEmpty() ? "" : " of " + Quote.of(mark.subject()))
                + (mark.modifier().isBlank() ? "" : " (" + Quote.of(mark.modifier()) + ")");
    }
}
