package org.lacrima.io.behaviour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Timeline;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.TableSource;

/**
 * Reads an experimenter's time log: one person per row, one phase per column with the clock time at which it began, the last
 * column the end of all ({@code subject, condition, Baseline, Stress, Recovery, End}); text or an Excel workbook. Each phase
 * lasts until the next begins. A session may pass midnight.
 */
public final class TimeLogReader {
    private static final List<String> PERSONS =
            List.of("participant_id", "participant", "subject", "subject_id", "id", "person", "vp", "code");
    private static final List<String> GROUPS = List.of("group", "condition");
    private static final double DAY = 86_400;

    private final Strictness strictness;

    private TimeLogReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** Strict. */
    public static TimeLogReader withDefaults() {
        return new TimeLogReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient: then persons with an error are left out. */
    public TimeLogReader with(Strictness newStrictness) {
        return new TimeLogReader(newStrictness);
    }

    /**
     * Reads a log: one entry per person, in order.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<List<TimeLog>> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        Path last = file.getFileName();
        DelimitedTable table = TableSource.read(file, last == null ? file.toString() : last.toString(), log)
                .orElseThrow(log::failure);
        int person = find(table, PERSONS);
        int group = find(table, GROUPS);
        List<Integer> phases = new ArrayList<>();
        for (int c = 0; c < table.header().size(); c++) {
            if (c != person && c != group) {
                phases.add(c);
            }
        }
        if (person < 0 || phases.size() < 2) {
            log.error(
                    table.file(),
                    table.headerLine(),
                    person < 0 ? "subject" : "End",
                    "is missing from the header",
                    "write a column subject, one per phase, and one for the end");
            throw log.failure();
        }
        List<TimeLog> logs = new ArrayList<>();
        for (DelimitedTable.Row row : table.rows()) {
            timeLog(table, row, phases, log)
                    .ifPresent(timeline -> logs.add(new TimeLog(
                            row.cells().get(person),
                            group < 0 ? "" : row.cells().get(group),
                            time(row.cells().get(phases.get(0))).orElse(LocalTime.MIDNIGHT),
                            timeline)));
        }
        if (logs.isEmpty() && !log.hasErrors()) {
            log.error(table.file(), table.headerLine(), "", "has no row below it", "write one row per person");
        }
        if (logs.isEmpty()) {
            throw log.failure();
        }
        return log.loaded(logs, strictness);
    }

    private static int find(DelimitedTable table, List<String> names) {
        for (String name : names) {
            for (int c = 0; c < table.header().size(); c++) {
                if (table.header().get(c).equalsIgnoreCase(name)) {
                    return c;
                }
            }
        }
        return -1;
    }

    private static Optional<Timeline> timeLog(
            DelimitedTable table, DelimitedTable.Row row, List<Integer> columns, ReadLog log) {
        List<Phase> phases = new ArrayList<>();
        Optional<LocalTime> before = Optional.empty();
        double seconds = 0;
        for (int i = 0; i < columns.size(); i++) {
            String column = table.header().get(columns.get(i));
            String cell = row.cells().get(columns.get(i));
            Optional<LocalTime> at = time(cell);
            if (at.isEmpty()) {
                log.error(
                        table.file(),
                        row.line(),
                        column,
                        Quote.of(cell) + " is not a time of day",
                        "write it as 14:05:30");
                return Optional.empty();
            }
            if (before.isPresent()) {
                double step = Duration.between(before.get(), at.get()).toNanos() / 1e9;
                double forward = step < 0 ? step + DAY : step;
                // Half a day: no phase lasts so long, so the clock went back and did not pass midnight.
                if (forward <= 0 || forward > DAY / 2) {
                    log.error(
                            table.file(),
                            row.line(),
                            column,
                            at.get() + " is not after " + before.get() + " of the phase before",
                            "correct the times");
                    return Optional.empty();
                }
                String name = table.header().get(columns.get(i - 1));
                phases.add(new Phase(name, roleOf(name), new Window(seconds, seconds + forward)));
                seconds += forward;
            }
            before = at;
        }
        return Optional.of(new Timeline(phases, List.of()));
    }

    private static Optional<LocalTime> time(String cell) {
        String text = cell.length() >= 4 && cell.charAt(1) == ':' ? "0" + cell : cell;
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Role roleOf(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "baseline", "rest" -> Role.BASELINE;
            case "induction", "film" -> Role.INDUCTION;
            case "stress", "stressor" -> Role.STRESSOR;
            case "recovery" -> Role.RECOVERY;
            default -> Role.CUSTOM;
        };
    }
}
