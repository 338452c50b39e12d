package org.lacrima.io.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;

/**
 * The tab-delimited text that ELAN exports: one row per annotation, of which the user chose the columns and times. Without a
 * header the columns are told by what is in them.
 */
final class ElanTable {
    private static final int ROWS_LOOKED_AT = 200;
    private static final int MOST_COLUMNS = 64;

    private final CodingTable table;
    private final ReadLog log;

    /** How times are written. */
    private enum Clock {
        HOURS,
        SECONDS,
        MILLISECONDS
    }

    /** Where what is; −1 where there is no such column. */
    private record Columns(int tier, int participant, int begin, int end, Clock clock, int annotation) {}

    ElanTable(CodingTable table, ReadLog log) {
        this.table = table;
        this.log = log;
    }

    static boolean isHeader(DelimitedTable.Row row) {
        List<String> names = row.cells().stream().map(CodingTable::plain).toList();
        return names.stream().anyMatch(n -> n.startsWith("begin_time"))
                && names.stream().anyMatch(n -> n.startsWith("end_time"));
    }

    /** The columns of a table without a header, if it can be one of these. */
    static boolean isBare(CodingTable table) {
        return bare(table).isPresent();
    }

    List<CodedObservation> observations() {
        Optional<Columns> columns = table.header().cells().isEmpty() ? bare(table) : named();
        if (columns.isEmpty()) {
            return List.of();
        }
        Columns at = columns.get();
        if (table.header().cells().isEmpty()) {
            log.note(String.format(
                    Locale.ROOT,
                    "%s: has no header; columns %d and %d are taken as begin and end, the last as annotation",
                    table.file(),
                    at.begin() + 1,
                    at.end() + 1));
        }
        List<Mark> marks = new ArrayList<>();
        for (DelimitedTable.Row row : table.rows()) {
            double begin = seconds(row, at.begin(), at.clock());
            double end = seconds(row, at.end(), at.clock());
            if (Double.isNaN(begin) || Double.isNaN(end)) {
                log.error(
                        table.file(),
                        row.line(),
                        "",
                        Quote.of(CodingTable.cell(row, at.begin())) + " and "
                                + Quote.of(CodingTable.cell(row, at.end())) + " are not times",
                        "export the annotations again");
                continue;
            }
            marks.add(ElanDocument.mark(
                    row.line(),
                    begin,
                    end,
                    CodingTable.cell(row, at.participant()).strip(),
                    CodingTable.cell(row, at.tier()).strip(),
                    CodingTable.cell(row, at.annotation()).strip()));
        }
        return List.of(
                new Pairing(table.file(), Pairing.By.BEHAVIOUR_AND_MODIFIER, log).observation("", Map.of(), marks));
    }

    private Optional<Columns> named() {
        Map<Clock, int[]> times = new LinkedHashMap<>();
        int width = table.header().cells().size();
        int annotation = table.column("annotation", "value");
        for (int c = 0; c < width; c++) {
            String name = CodingTable.plain(table.nameOf(c));
            boolean begin = name.startsWith("begin_time");
            if (begin || name.startsWith("end_time")) {
                Clock clock = name.endsWith("_msec") && !name.endsWith("ss_msec")
                        ? Clock.MILLISECONDS
                        : name.endsWith("hh_mm_ss_ms") ? Clock.HOURS : Clock.SECONDS;
                times.computeIfAbsent(clock, k -> new int[] {-1, -1})[begin ? 0 : 1] = c;
            } else if (c == width - 1 && annotation < 0) {
                annotation = c;
            }
        }
        int text = annotation;
        return times.entrySet().stream()
                .filter(e -> e.getValue()[0] >= 0 && e.getValue()[1] >= 0)
                .map(e -> new Columns(
                        table.column("tier"),
                        table.column("participant"),
                        e.getValue()[0],
                        e.getValue()[1],
                        e.getKey(),
                        text))
                .findFirst()
                .or(() -> {
                    log.error(
                            table.file(),
                            table.header().line(),
                            "",
                            "has no begin and end time of one format",
                            "export both as hh:mm:ss.ms");
                    return Optional.empty();
                });
    }

    private static Optional<Columns> bare(CodingTable table) {
        List<DelimitedTable.Row> rows =
                table.rows().subList(0, Math.min(ROWS_LOOKED_AT, table.rows().size()));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int width = Math.min(MOST_COLUMNS, rows.get(0).cells().size());
        for (Clock clock : Clock.values()) {
            int[] times = IntStream.range(0, width)
                    .filter(c -> rows.stream().allMatch(r -> isWritten(CodingTable.cell(r, c), clock)))
                    .toArray();
            if (times.length < 2 || times[1] > times[0] + 3) {
                continue;
            }
            boolean inOrder = rows.stream().allMatch(r -> seconds(r, times[0], clock) <= seconds(r, times[1], clock));
            int[] words = IntStream.range(0, width)
                    .filter(c -> rows.stream().anyMatch(r -> isWord(CodingTable.cell(r, c))))
                    .toArray();
            if (inOrder && words.length > 0) {
                boolean tierFirst = words.length > 1 && words[0] < times[0];
                boolean participant = words.length > 2 && words[1] < times[0];
                return Optional.of(new Columns(
                        tierFirst ? words[0] : -1,
                        participant ? words[1] : -1,
                        times[0],
                        times[1],
                        clock,
                        words[words.length - 1]));
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(String cell) {
        return !cell.isBlank() && Double.isNaN(CodedTime.seconds(cell));
    }

    private static boolean isWritten(String cell, Clock clock) {
        boolean whole = cell.strip().chars().allMatch(Character::isDigit);
        return switch (clock) {
            case HOURS -> cell.indexOf(':') > 0 && !Double.isNaN(CodedTime.seconds(cell));
            case SECONDS -> cell.indexOf(':') < 0 && !whole && !Double.isNaN(CodedTime.seconds(cell));
            case MILLISECONDS -> whole && !Double.isNaN(DecimalMark.POINT.parse(cell));
        };
    }

    private static double seconds(DelimitedTable.Row row, int column, Clock clock) {
        double value = CodedTime.seconds(CodingTable.cell(row, column));
        return clock == Clock.MILLISECONDS ? value / 1000 : value;
    }
}
