package org.lacrima.io.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.SourceText;
import org.lacrima.io.text.TableSource;

/**
 * A table of coded behaviour whose header may stand below other lines.
 *
 * @param file what messages call the file
 * @param above the rows above the header
 * @param header the header, empty where there is none
 * @param rows the rows below it
 */
record CodingTable(
        String file, List<DelimitedTable.Row> above, DelimitedTable.Row header, List<DelimitedTable.Row> rows) {
    private static final int LINES_LOOKED_AT = 100;
    private static final int MOST_MODIFIERS = 64;

    /** What distinguishes the kinds of table. */
    enum Kind {
        /** One row per key stroke, of BORIS. */
        BORIS_TABULAR,
        /** One row per bout, of BORIS. */
        BORIS_AGGREGATED,
        /** One row per bout, of BORIS, without a header. */
        BORIS_AGGREGATED_BARE,
        /** One row per key stroke, of The Observer. */
        OBSERVER,
        /** One row per annotation, of ELAN. */
        ELAN
    }

    static CodingTable of(SourceText text, ReadLog log) {
        List<DelimitedTable.Row> rows = DelimitedTable.rows(text, TableSource.frequentDelimiter(text), log);
        for (int i = 0; i < Math.min(rows.size(), LINES_LOOKED_AT); i++) {
            CodingTable table =
                    new CodingTable(text.name(), rows.subList(0, i), rows.get(i), rows.subList(i + 1, rows.size()));
            if (table.headerKind().isPresent()) {
                return table;
            }
        }
        return new CodingTable(text.name(), List.of(), new DelimitedTable.Row(0, List.of()), rows);
    }

    /** The kind that the header gives away; empty where it is no header. */
    Optional<Kind> headerKind() {
        if (column("behavior", "behaviour") >= 0) {
            if (column("event_type") >= 0) {
                return Optional.of(Kind.OBSERVER);
            }
            if (column("start_s") >= 0 && column("stop_s") >= 0) {
                return Optional.of(Kind.BORIS_AGGREGATED);
            }
            if (column("time") >= 0 && column("status", "behavior_type") >= 0) {
                return Optional.of(Kind.BORIS_TABULAR);
            }
        }
        return ElanTable.isHeader(header) ? Optional.of(Kind.ELAN) : Optional.empty();
    }

    /** The position of the first of these columns that is there, −1 where none is; see {@link #plain}. */
    int column(String... names) {
        for (String name : names) {
            for (int c = 0; c < header.cells().size(); c++) {
                if (plain(header.cells().get(c)).equals(name)) {
                    return c;
                }
            }
        }
        return -1;
    }

    /** A column's name in small letters, with one underscore for everything that is no letter or digit. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        String lower = name.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != '_') {
                plain.append('_');
            }
        }
        int end = plain.length();
        return end > 0 && plain.charAt(end - 1) == '_' ? plain.substring(0, end - 1) : plain.toString();
    }

    /** The cell of a row as it is written; nothing where the row is shorter or the position is −1. */
    static String cell(DelimitedTable.Row row, int column) {
        return column >= 0 && column < row.cells().size() ? row.cells().get(column) : "";
    }

    /** The name of a column as it is written; nothing where there is none. */
    String nameOf(int column) {
        return cell(header, column).strip();
    }

    /** The cells of columns that are not these, by column, where something is written. */
    Map<String, String> variables(DelimitedTable.Row row, List<Integer> known) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int c = 0; c < Math.min(header.cells().size(), row.cells().size()); c++) {
            if (!known.contains(c) && !cell(row, c).isBlank()) {
                variables.putIfAbsent(nameOf(c), cell(row, c).strip());
            }
        }
        return variables;
    }

    /** The columns whose names begin with a word, as far as any scheme has so many. */
    List<Integer> columnsThatBegin(String word) {
        return IntStream.range(0, header.cells().size())
                .filter(c -> plain(header.cells().get(c)).startsWith(word))
                .limit(MOST_MODIFIERS)
                .boxed()
                .toList();
    }

    /** Marks by observation, in the order in which observations first appear. */
    static final class ByObservation {
        private final Map<String, List<Mark>> marks = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> variables = new HashMap<>();

        void add(String observation, Map<String, String> ofRow, Mark mark) {
            marks.computeIfAbsent(observation, o -> new ArrayList<>()).add(mark);
            variables.putIfAbsent(observation, ofRow);
        }

        List<CodedObservation> paired(Pairing pairing) {
            List<CodedObservation> observations = new ArrayList<>();
            marks.forEach((name, of) ->
                    observations.add(pairing.observation(name, variables.getOrDefault(name, Map.of()), of)));
            return observations;
        }
    }
}
