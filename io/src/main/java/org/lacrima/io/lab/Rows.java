package org.lacrima.io.lab;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.lacrima.io.ReadLog;
import org.lacrima.io.SampleSource;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.Quote;

/**
 * The rows of numbers of a text. They are checked once and stay in the file; of every so many rows the place is kept, so
 * that any can be read again without reading all before.
 */
final class Rows {
    /** Begins a comment. */
    static final char COMMENT = '#';

    private static final int STEP = 1 << 12;

    private final Path file;
    private final char delimiter;
    private final DecimalMark mark;
    private final Predicate<TextLines> isRow;
    private long[] offsets = new long[16];
    private long size;

    /**
     * Rows that are still to be found.
     *
     * @param isRow whether a line that is not blank is a row of numbers
     */
    Rows(Path file, char delimiter, DecimalMark mark, Predicate<TextLines> isRow) {
        this.file = file;
        this.delimiter = delimiter;
        this.mark = mark;
        this.isRow = isRow;
    }

    boolean isRow(TextLines line) {
        return !line.isBlank() && isRow.test(line);
    }

    long size() {
        return size;
    }

    /** Keeps a row. */
    void add(TextLines line) {
        if (size % STEP == 0) {
            int i = (int) (size / STEP);
            offsets = i == offsets.length ? Arrays.copyOf(offsets, 2 * i) : offsets;
            offsets[i] = line.offset();
        }
        size++;
    }

    /** Reports the cells of a row that are neither a number nor missing. */
    void check(TextLines line, int number, int first, int columns, String name, ReadLog log) {
        int from = start(line, first);
        for (int c = 0; c < columns && from >= 0; c++) {
            int to = end(line, from);
            if (Double.isNaN(mark.parse(line.view(), from, to)) && !isMissing(line, from, to)) {
                log.error(
                        name,
                        number,
                        "",
                        String.format(
                                Locale.ROOT,
                                "has %s in column %d, which is not a number",
                                Quote.of(line.text(from, to)),
                                first + c + 1),
                        "write digits, or nothing where there is no sample");
            }
            from = to < line.length() ? to + 1 : -1;
        }
    }

    private static boolean isMissing(TextLines line, int from, int to) {
        String cell = line.text(from, to).strip();
        return cell.isEmpty() || cell.equalsIgnoreCase("nan") || cell.equals("-") || cell.equals("*");
    }

    /** Number of cells, an empty one after the last delimiter not counted. */
    int cells(TextLines line) {
        int cells = 0;
        int from = 0;
        while (from < line.length()) {
            cells++;
            from = end(line, from) + 1;
        }
        return cells;
    }

    /** Where a cell begins; −1 where the line has fewer. */
    int start(TextLines line, int column) {
        int from = 0;
        for (int c = 0; c < column; c++) {
            int to = end(line, from);
            if (to == line.length()) {
                return -1;
            }
            from = to + 1;
        }
        return from;
    }

    /** Where a cell ends: at a delimiter, the end of the line, or a comment, which may be glued to a number. */
    int end(TextLines line, int from) {
        int to = from;
        while (to < line.length() && line.charAt(to) != delimiter && line.charAt(to) != COMMENT) {
            to++;
        }
        return to;
    }

    /** The number in a cell; NaN where there is none. */
    double number(TextLines line, int column) {
        int from = start(line, column);
        double value = from < 0 ? Double.NaN : mark.parse(line.view(), from, end(line, from));
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** The samples of a column. */
    SampleSource column(int column) {
        return (from, count, sink) -> read(column, from, count, sink);
    }

    private void read(int column, long from, long count, SampleSource.Sink sink) throws IOException {
        if (count == 0) {
            return;
        }
        double[] samples = new double[(int) Math.min(count, STEP)];
        int filled = 0;
        long row = from / STEP * STEP;
        try (TextLines lines = TextLines.open(file, offsets[(int) (from / STEP)])) {
            while (row < from + count) {
                if (!lines.next()) {
                    throw new EOFException(file + ": ends before row " + (from + count));
                }
                if (!isRow(lines)) {
                    continue;
                }
                if (row++ >= from) {
                    samples[filled++] = number(lines, column);
                    if (filled == samples.length) {
                        sink.accept(samples, filled);
                        filled = 0;
                    }
                }
            }
        }
        if (filled > 0) {
            sink.accept(samples, filled);
        }
    }
}
