package org.lacrima.io.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/**
 * Events as the study folder has them: {@code onset} and {@code duration} in s, {@code trial_type} either
 * {@code phase/NAME}, {@code phase/NAME/PART} or what the participant did.
 *
 * @param phases marked phases and parts; they have names of their own and overlap only where one is a part of the other,
 *     which then encloses it
 * @param episodes what the participant did, in the order of the file
 */
record EventsFile(List<MarkedPhase> phases, List<Episode> episodes) {
    private static final String ONSET = "onset";
    private static final String DURATION = "duration";
    private static final String TYPE = "trial_type";
    private static final String PHASE = "phase/";

    /** A session in which nothing is marked. */
    static final EventsFile EMPTY = new EventsFile(List.of(), List.of());

    /**
     * A phase as the events mark it; its role is the plan's matter.
     *
     * @param name name after {@code phase/}, with that of the part where it is one
     * @param window when it was
     * @param line line of the file
     */
    record MarkedPhase(String name, Window window, int line) {}

    /** The events of a text; what is wrong is in the log and left out. */
    static EventsFile parse(SourceText text, ReadLog log) {
        Optional<DelimitedTable> parsed = DelimitedTable.parse(text, '\t', log);
        if (parsed.isEmpty() || !parsed.get().requires(log, ONSET, DURATION, TYPE)) {
            return EMPTY;
        }
        DelimitedTable table = parsed.get();
        List<MarkedPhase> phases = new ArrayList<>();
        List<Episode> episodes = new ArrayList<>();
        for (DelimitedTable.Row row : table.rows()) {
            String type = table.cell(row, TYPE);
            boolean isPhase = type.startsWith(PHASE);
            double onset = table.requiredNumber(row, ONSET, log);
            double duration = isPhase ? table.requiredNumber(row, DURATION, log) : durationOf(table, row, log);
            if (duration < 0) {
                log.error(table.file(), row.line(), DURATION, "must not be negative, got " + duration + " s", "");
            }
            double end = onset + duration;
            if (!Double.isFinite(end) || !(duration >= 0)) {
                continue;
            }
            if (duration > 0) {
                end = decimalSum(table.cell(row, ONSET), table.cell(row, DURATION), end);
            }
            Window window = Window.ofSeconds(onset, Math.max(onset, end));
            if (isPhase) {
                addPhase(phases, new MarkedPhase(type.substring(PHASE.length()), window, row.line()), table, log);
            } else if (DelimitedTable.isMissing(type)) {
                log.error(table.file(), row.line(), TYPE, "is missing", "write phase/NAME or what happened");
            } else {
                episodes.add(new Episode(EpisodeKind.parse(type).orElse(EpisodeKind.CUSTOM), type, window));
            }
        }
        return new EventsFile(phases, episodes);
    }

    /** The sum as written: 0.1 s and 0.2 s end at 0.3 s, so that phases which touch in the file do not overlap here. */
    private static double decimalSum(String onset, String duration, double approximately) {
        boolean plain = (onset + duration).length() < 60
                && (onset + duration).chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+');
        return plain ? new BigDecimal(onset).add(new BigDecimal(duration)).doubleValue() : approximately;
    }

    /** An event without a duration is an instant, as BIDS has it. */
    private static double durationOf(DelimitedTable table, DelimitedTable.Row row, ReadLog log) {
        return DelimitedTable.isMissing(table.cell(row, DURATION)) ? 0 : table.number(row, DURATION, log);
    }

    private static void addPhase(List<MarkedPhase> phases, MarkedPhase phase, DelimitedTable table, ReadLog log) {
        if (!PhaseParts.isName(phase.name())) {
            log.error(
                    table.file(),
                    phase.line(),
                    TYPE,
                    Quote.of(PHASE + phase.name()) + " has no name",
                    "write phase/baseline, or phase/recovery/late for a part of it");
            return;
        }
        if (phase.window().lengthSeconds() == 0) {
            log.error(table.file(), phase.line(), DURATION, "is 0 s: a phase lasts", "write its length in seconds");
            return;
        }
        for (MarkedPhase other : phases) {
            if (other.name().equals(phase.name())) {
                log.error(
                        table.file(),
                        phase.line(),
                        TYPE,
                        PHASE + phase.name() + " is on line " + other.line() + " already",
                        "give each phase a name of its own, such as " + phase.name() + "2");
                return;
            }
            if (leaves(phase, other) || leaves(other, phase)) {
                MarkedPhase part = leaves(phase, other) ? phase : other;
                MarkedPhase whole = leaves(phase, other) ? other : phase;
                log.error(
                        table.file(),
                        part.line(),
                        ONSET,
                        "part " + part.name() + " " + part.window() + " leaves " + whole.name() + " " + whole.window()
                                + " of line " + whole.line(),
                        "let a part begin and end within its phase");
                return;
            }
            boolean isNested =
                    PhaseParts.isPartOf(phase.name(), other.name()) || PhaseParts.isPartOf(other.name(), phase.name());
            if (!isNested && other.window().overlaps(phase.window())) {
                log.error(
                        table.file(),
                        phase.line(),
                        ONSET,
                        "phase " + phase.name() + " " + phase.window() + " overlaps " + other.name() + " "
                                + other.window() + " of line " + other.line(),
                        "let one phase end before the next begins");
                return;
            }
        }
        phases.add(phase);
    }

    private static boolean leaves(MarkedPhase part, MarkedPhase whole) {
        return PhaseParts.isPartOf(part.name(), whole.name()) && !whole.window().encloses(part.window());
    }
}
