package org.lacrima.io.text;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lacrima.io.ReadLog;

/**
 * A table of text: a header with unique names, rows with as many cells, each with its line. Cells are text and nothing
 * else; who knows what a column means turns them into numbers.
 *
 * @param file what messages call the file
 * @param header names of the columns
 * @param headerLine line of the header, counted from 1
 * @param rows rows in order
 */
public record DelimitedTable(String file, List<String> header, int headerLine, List<Row> rows) {
    /** Copies the lists. */
    public DelimitedTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param line line on which it begins, counted from 1
     * @param cells one text per column, without blanks around it
     */
    public record Row(int line, List<String> cells) {}

    /** Most cells of a sheet: a thousand persons with ten thousand answers each. */
    private static final int MOST_CELLS = 10_000_000;

    /** What BIDS writes where there is nothing. */
    public static final String MISSING = "n/a";

    /** Whether a cell says that there is nothing: {@code n/a} or empty. */
    public static boolean isMissing(String cell) {
        return cell.isEmpty() || cell.equals(MISSING);
    }

    /**
     * Cuts a text into a table; quoted cells may hold delimiters and line ends (RFC 4180).
     *
     * @return the table without the rows that do not fit, or empty where there is no header that can be used
     */
    public static Optional<DelimitedTable> parse(SourceText text, char delimiter, ReadLog log) {
        List<Row> rows = rows(text, delimiter, log).stream()
                .map(r ->
                        new Row(r.line(), r.cells().stream().map(String::strip).toList()))
                .toList();
        return rows.isEmpty() ? empty(text, log) : checked(text.name(), rows, log);
    }

    /**
     * A table of rows that are at hand, such as those of a sheet: the first is the header; shorter ones are filled up with
     * empty cells, since sheets leave out what is empty.
     *
     * @param file what messages call the file
     * @param rows at least one
     * @return the table without the rows that do not fit, or empty where there is no header that can be used
     */
    public static Optional<DelimitedTable> ofSheet(String file, List<Row> rows, ReadLog log) {
        int width = rows.get(0).cells().size();
        if ((long) width * rows.size() > MOST_CELLS) {
            log.error(file, rows.get(0).line(), "", "has too many columns for its rows", "save the table as CSV");
            return Optional.empty();
        }
        List<Row> filled = new ArrayList<>();
        for (Row row : rows) {
            List<String> cells =
                    new ArrayList<>(row.cells().stream().map(String::strip).toList());
            while (cells.size() < width) {
                cells.add("");
            }
            filled.add(new Row(row.line(), cells));
        }
        return checked(file, filled, log);
    }

    /**
     * Cuts a text into rows of any width, before anybody knows which of them is a header; quoted cells may hold delimiters
     * and line ends (RFC 4180).
     *
     * @return the rows in which something is written, with their cells as they are written
     */
    public static List<Row> rows(SourceText text, char delimiter, ReadLog log) {
        List<Row> rows = new ArrayList<>();
        int next = 1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.text())) {
            for (CsvRecord record : reader) {
                int line = (int) record.getStartingLineNumber();
                next = line + 1;
                if (record.getFields().stream().anyMatch(c -> !c.isBlank())) {
                    rows.add(new Row(line, List.copyOf(record.getFields())));
                }
            }
        } catch (CsvParseException e) {
            log.error(
                    text.name(),
                    Math.min(next, Math.max(1, text.lineCount())),
                    "",
                    "cannot be cut into cells: a quotation mark is not closed, or text follows a closed one",
                    "close the quotation mark, or double it where it belongs to the text");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("text in memory cannot fail to be read", e);
        }
        return rows;
    }

    private static Optional<DelimitedTable> empty(SourceText text, ReadLog log) {
        if (log.errorsIn(text.name()) == 0) {
            log.error(text.name(), 0, "", "is empty", "write a header and rows");
        }
        return Optional.empty();
    }

    private static Optional<DelimitedTable> checked(String file, List<Row> all, ReadLog log) {
        Row header = all.get(0);
        Set<String> seen = new HashSet<>();
        boolean unique = true;
        for (String name : header.cells()) {
            if (name.isEmpty() || !seen.add(name)) {
                String reason = name.isEmpty() ? "has a column without a name" : "has this column twice";
                log.error(file, header.line(), name, reason, "give each column a name of its own");
                unique = false;
            }
        }
        if (!unique) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (Row row : all.subList(1, all.size())) {
            if (row.cells().size() == header.cells().size()) {
                rows.add(row);
            } else {
                log.error(
                        file,
                        row.line(),
                        "",
                        String.format(
                                Locale.ROOT,
                                "has %d cells, the header has %d",
                                row.cells().size(),
                                header.cells().size()),
                        "write n/a where there is nothing");
            }
        }
        return Optional.of(new DelimitedTable(file, header.cells(), header.line(), rows));
    }

    /** Position of a column, −1 where there is none of the name. */
    public int indexOf(String column) {
        return header.indexOf(column);
    }

    /** Whether all columns are there; those that are not are errors, each with the nearest column there is. */
    public boolean requires(ReadLog log, String... columns) {
        boolean complete = true;
        for (String column : columns) {
            if (indexOf(column) < 0) {
                complete = false;
                log.error(
                        file,
                        headerLine,
                        column,
                        "is missing from the header",
                        "add the column"
                                + Nearest.to(column, header)
                                        .map(near -> ", or rename \"" + near + "\"")
                                        .orElse(""));
            }
        }
        return complete;
    }

    /** The text of a row in a column that is there. */
    public String cell(Row row, String column) {
        return row.cells().get(indexOf(column));
    }

    /**
     * The number of a row in a column that is there, with a point as decimal mark.
     *
     * @return a finite number; NaN where the cell is missing, or where it is no number, which is then in the log
     */
    public double number(Row row, String column, ReadLog log) {
        String cell = cell(row, column);
        if (isMissing(cell)) {
            return Double.NaN;
        }
        double value = DecimalMark.POINT.parse(cell);
        if (!Double.isFinite(value)) {
            log.error(
                    file,
                    row.line(),
                    column,
                    Quote.of(cell) + (Double.isNaN(value) ? " is not a number" : " is too large"),
                    "write digits with a point as decimal mark, or n/a where there is nothing");
            return Double.NaN;
        }
        return value;
    }

    /** {@link #number} where there must be one: a missing cell is an error too. */
    public double requiredNumber(Row row, String column, ReadLog log) {
        if (isMissing(cell(row, column))) {
            log.error(file, row.line(), column, "is missing", "write a number");
            return Double.NaN;
        }
        return number(row, column, log);
    }
}
