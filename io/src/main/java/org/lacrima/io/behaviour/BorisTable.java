package org.lacrima.io.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;

/** The tables that BORIS exports: tabular, one row per key stroke, and aggregated, one row per bout. */
final class BorisTable {
    private static final String NOBODY = "No focal subject";
    private static final String OBSERVATION = "Observation id";

    private final CodingTable table;
    private final ReadLog log;

    BorisTable(CodingTable table, ReadLog log) {
        this.table = table;
        this.log = log;
    }

    /** The subject, or nothing for BORIS's word for nobody. */
    static String subject(String cell) {
        String subject = cell.strip();
        return subject.equalsIgnoreCase(NOBODY) ? "" : subject;
    }

    List<CodedObservation> tabular() {
        int time = table.column("time");
        int status = table.column("status", "behavior_type");
        int behaviour = table.column("behavior", "behaviour");
        int subject = table.column("subject");
        int category = table.column("behavioral_category");
        int comment = table.column("comment");
        int observation = table.column("observation_id");
        List<Integer> modifiers = table.columnsThatBegin("modifier");
        Map<String, String> preamble = preamble();
        List<Integer> known =
                new ArrayList<>(List.of(time, status, behaviour, subject, category, comment, observation));
        known.addAll(modifiers);
        CodingTable.ByObservation marks = new CodingTable.ByObservation();
        for (DelimitedTable.Row row : table.rows()) {
            Optional<Mark.What> what = what(row, status);
            double seconds = seconds(row, time);
            if (what.isEmpty() || Double.isNaN(seconds) || hasNoBehaviour(row, behaviour)) {
                continue;
            }
            Map<String, String> variables = observation < 0 ? preamble : table.variables(row, known);
            marks.add(
                    observation < 0
                            ? preamble.getOrDefault(OBSERVATION, "")
                            : CodingTable.cell(row, observation).strip(),
                    variables,
                    new Mark(
                            row.line(),
                            "",
                            seconds,
                            seconds,
                            what.get(),
                            subject(CodingTable.cell(row, subject)),
                            CodingTable.cell(row, behaviour).strip(),
                            CodingTable.cell(row, category).strip(),
                            modifier(row, modifiers),
                            CodingTable.cell(row, comment).strip()));
        }
        noteOffset(preamble);
        return marks.paired(new Pairing(table.file(), Pairing.By.BEHAVIOUR_AND_MODIFIER, log));
    }

    private void noteOffset(Map<String, String> preamble) {
        double offset = CodedTime.seconds(preamble.getOrDefault("Time offset (s)", "0"));
        if (offset != 0 && !Double.isNaN(offset)) {
            log.note(String.format(
                    Locale.ROOT, "%s: states a time offset of %s s, which is not added", table.file(), offset));
        }
    }

    private Map<String, String> preamble() {
        Map<String, String> preamble = new LinkedHashMap<>();
        for (DelimitedTable.Row row : table.above()) {
            String value = CodingTable.cell(row, 1).strip();
            if (!value.isEmpty()) {
                preamble.putIfAbsent(CodingTable.cell(row, 0).strip(), value);
            }
        }
        return preamble;
    }

    private static String modifier(DelimitedTable.Row row, List<Integer> columns) {
        String joined = columns.stream().map(c -> CodingTable.cell(row, c)).collect(Collectors.joining("|"));
        return joined.chars().allMatch(c -> c == '|') ? "" : joined;
    }

    List<CodedObservation> aggregated() {
        List<Integer> modifiers = table.columnsThatBegin("modifier");
        int[] at = {
            table.column("observation_id"),
            table.column("subject"),
            table.column("behavior", "behaviour"),
            table.column("behavioral_category"),
            table.column("start_s"),
            table.column("stop_s"),
            table.column("comment_start"),
            table.column("comment_stop")
        };
        List<Integer> known = new ArrayList<>(modifiers);
        IntStream.of(at).forEach(known::add);
        known.add(table.column("behavior_type"));
        known.add(table.column("duration_s"));
        CodingTable.ByObservation marks = new CodingTable.ByObservation();
        for (DelimitedTable.Row row : table.rows()) {
            add(marks, row, at, modifiers, table.variables(row, known));
        }
        return marks.paired(new Pairing(table.file(), Pairing.By.BEHAVIOUR_AND_MODIFIER, log));
    }

    /** Whether a row without a header is one of these: it says STATE or POINT, with two times after it. */
    static boolean isBareRow(DelimitedTable.Row row) {
        int type = typeCell(row);
        return type >= 4 && !Double.isNaN(CodedTime.seconds(CodingTable.cell(row, type + 1)));
    }

    private static int typeCell(DelimitedTable.Row row) {
        for (int c = row.cells().size() - 1; c >= 0; c--) {
            String cell = row.cells().get(c).strip();
            if (cell.equals("STATE") || cell.equals("POINT")) {
                return c;
            }
        }
        return -1;
    }

    List<CodedObservation> aggregatedWithoutHeader() {
        CodingTable.ByObservation marks = new CodingTable.ByObservation();
        for (DelimitedTable.Row row : table.rows()) {
            int type = typeCell(row);
            if (type < 4) {
                log.error(table.file(), row.line(), "", "says neither STATE nor POINT", "export the table again");
                continue;
            }
            int[] at = {0, type - 4, type - 3, type - 2, type + 1, type + 2, type + 4, type + 5};
            add(marks, row, at, List.of(type - 1), Map.of());
        }
        log.note(table.file() + ": has no header; read as aggregated events of BORIS");
        return marks.paired(new Pairing(table.file(), Pairing.By.BEHAVIOUR_AND_MODIFIER, log));
    }

    private void add(
            CodingTable.ByObservation marks,
            DelimitedTable.Row row,
            int[] at,
            List<Integer> modifiers,
            Map<String, String> variables) {
        double start = seconds(row, at[4]);
        double stop = seconds(row, at[5]);
        if (Double.isNaN(start) || Double.isNaN(stop) || hasNoBehaviour(row, at[2])) {
            return;
        }
        String startComment = CodingTable.cell(row, at[6]).strip();
        String stopComment = CodingTable.cell(row, at[7]).strip();
        String comment = startComment.isEmpty() || stopComment.isEmpty() || startComment.equals(stopComment)
                ? startComment.isEmpty() ? stopComment : startComment
                : startComment + " / " + stopComment;
        marks.add(
                CodingTable.cell(row, at[0]).strip(),
                variables,
                new Mark(
                        row.line(),
                        "",
                        start,
                        stop,
                        Mark.What.BOUT,
                        subject(CodingTable.cell(row, at[1])),
                        CodingTable.cell(row, at[2]).strip(),
                        CodingTable.cell(row, at[3]).strip(),
                        modifier(row, modifiers),
                        comment));
    }

    private boolean hasNoBehaviour(DelimitedTable.Row row, int column) {
        boolean none = CodingTable.cell(row, column).isBlank();
        if (none) {
            log.error(table.file(), row.line(), table.nameOf(column), "names no behaviour", "code what was done");
        }
        return none;
    }

    private Optional<Mark.What> what(DelimitedTable.Row row, int column) {
        String status = CodingTable.cell(row, column).strip();
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "START" -> Optional.of(Mark.What.START);
            case "STOP" -> Optional.of(Mark.What.STOP);
            case "POINT" -> Optional.of(Mark.What.INSTANT);
            default -> {
                log.error(
                        table.file(),
                        row.line(),
                        table.nameOf(column),
                        Quote.of(status) + " is none of START, STOP and POINT",
                        "export the events again");
                yield Optional.empty();
            }
        };
    }

    private double seconds(DelimitedTable.Row row, int column) {
        String cell = CodingTable.cell(row, column);
        double seconds = CodedTime.seconds(cell);
        if (Double.isNaN(seconds)) {
            log.error(
                    table.file(),
                    row.line(),
                    table.nameOf(column),
                    Quote.of(cell) + " is not a time",
                    "export times in seconds or as hh:mm:ss.ms");
        }
        return seconds;
    }
}
