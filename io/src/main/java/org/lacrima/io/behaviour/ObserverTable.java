package org.lacrima.io.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;

/**
 * The event log that The Observer XT exports as text: one row per key stroke, with whichever of its time columns somebody
 * chose. Words between the parts of a column's name differ by version: {@code Time_Relative_sf}, {@code Relative.Time.sf}.
 */
final class ObserverTable {
    private final CodingTable table;
    private final ReadLog log;

    ObserverTable(CodingTable table, ReadLog log) {
        this.table = table;
        this.log = log;
    }

    List<CodedObservation> observations() {
        int time = table.column("time_relative_sf", "relative_time_sf", "time_relative_hmsf", "relative_time_hmsf");
        int whole = time >= 0 ? -1 : table.column("time_relative_hms", "relative_time_hms", "time_relative_s");
        int fraction = time >= 0 ? -1 : table.column("time_relative_f", "relative_time_f");
        if (time < 0 && whole < 0) {
            log.error(
                    table.file(),
                    table.header().line(),
                    "Time_Relative_sf",
                    "is missing from the header",
                    "export the relative time in seconds");
            return List.of();
        }
        int behaviour = table.column("behavior", "behaviour");
        int type = table.column("event_type");
        int subject = table.column("subject");
        int observation = table.column("observation");
        int comment = table.column("comment");
        List<Integer> modifiers = table.columnsThatBegin("modifier");
        List<Integer> known = new ArrayList<>(modifiers);
        known.addAll(List.of(behaviour, type, subject, observation, comment));
        for (String word : List.of("time_", "relative_time", "date_", "duration", "event_log")) {
            known.addAll(table.columnsThatBegin(word));
        }
        CodingTable.ByObservation marks = new CodingTable.ByObservation();
        for (DelimitedTable.Row row : table.rows()) {
            Optional<Mark.What> what = what(row, type);
            double seconds = time >= 0 ? seconds(row, time) : seconds(row, whole) + fraction(row, fraction);
            if (what.isEmpty() || Double.isNaN(seconds)) {
                continue;
            }
            marks.add(
                    CodingTable.cell(row, observation).strip(),
                    table.variables(row, known),
                    new Mark(
                            row.line(),
                            "",
                            seconds,
                            seconds,
                            what.get(),
                            CodingTable.cell(row, subject).strip(),
                            CodingTable.cell(row, behaviour).strip(),
                            "",
                            modifiers.stream()
                                    .map(c -> CodingTable.cell(row, c).strip())
                                    .filter(m -> !m.isEmpty())
                                    .collect(Collectors.joining("|")),
                            CodingTable.cell(row, comment).strip()));
        }
        return marks.paired(new Pairing(table.file(), Pairing.By.BEHAVIOUR, log));
    }

    private Optional<Mark.What> what(DelimitedTable.Row row, int column) {
        String type = CodingTable.cell(row, column).strip();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "state start" -> Optional.of(Mark.What.START);
            case "state stop" -> Optional.of(Mark.What.STOP);
            case "point", "point event", "state point" -> Optional.of(Mark.What.INSTANT);
            default -> {
                log.warning(
                        table.file(),
                        row.line(),
                        table.nameOf(column),
                        Quote.of(type) + " is none of State start, State stop and Point: the row is left out",
                        "");
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
                    "export the relative time in seconds");
        }
        return seconds;
    }

    /** The fraction of a second that a column of its own holds: {@code 0.25}, {@code .25}; without a point thousandths. */
    private static double fraction(DelimitedTable.Row row, int column) {
        double value = CodedTime.seconds(CodingTable.cell(row, column));
        return Double.isNaN(value) ? 0 : value >= 1 ? value / 1000 : value;
    }
}
