package org.lacrima.io.rr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.SourceText;

/** The numbers of a text by rows and columns, before anybody knows what they mean. */
final class RrColumns {
    private static final int MOST_HEADER_LINES = 60;
    private static final int MOST_COLUMNS = 64;
    private static final Set<String> MISSING = Set.of("nan", "na", "n/a", "inf", "-inf", "infinity", "null");
    /** Stands for a separator where there is one column. */
    private static final char NONE = 0;

    private final SourceText text;
    private final List<String> names;
    private final char separator;
    private final int[] rows;
    private final double[][] values;

    private RrColumns(SourceText text, List<String> names, char separator, int[] rows, double[][] values) {
        this.text = text;
        this.names = names;
        this.separator = separator;
        this.rows = rows;
        this.values = values;
    }

    static Optional<RrColumns> of(SourceText text, Optional<DecimalMark> chosenMark, ReadLog log) {
        int[] rows = new int[text.lineCount()];
        int count = 0;
        int headers = 0;
        String header = "";
        for (int i = 0; i < text.lineCount(); i++) {
            int start = firstInk(text, i);
            if (start == text.end(i) || isComment(text.text(), start)) {
                continue;
            }
            if (count == 0 && !beginsData(text, i, start)) {
                header = text.line(i);
                if (++headers > MOST_HEADER_LINES) {
                    break;
                }
                continue;
            }
            rows[count++] = i;
        }
        if (count == 0) {
            String reason = headers == 0 ? "is empty" : "holds no line that begins with a number";
            log.error(text.name(), 0, "", reason, "an RR file has one interval per line");
            return Optional.empty();
        }
        rows = Arrays.copyOf(rows, count);
        return Optional.of(new Sniffer(text, rows, header, chosenMark, log).columns());
    }

    private static int firstInk(SourceText text, int line) {
        int i = text.start(line);
        while (i < text.end(line) && text.text().charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static boolean isComment(String all, int start) {
        char c = all.charAt(start);
        return c == '#' || c == '%' || all.startsWith("//", start);
    }

    private static boolean beginsData(SourceText text, int line, int start) {
        int i = text.text().charAt(start) == '"' && start + 1 < text.end(line) ? start + 1 : start;
        char c = text.text().charAt(i);
        boolean digit = c >= '0' && c <= '9';
        boolean sign = (c == '-' || c == '+' || c == '.') && i + 1 < text.end(line);
        return digit || sign || MISSING.contains(text.line(line).strip().toLowerCase(Locale.ROOT));
    }

    /** Chooses separator and decimal mark, then cuts. */
    private static final class Sniffer {
        private final SourceText text;
        private final int[] rows;
        private final String header;
        private final Optional<DecimalMark> chosenMark;
        private final ReadLog log;

        Sniffer(SourceText text, int[] rows, String header, Optional<DecimalMark> chosenMark, ReadLog log) {
            this.text = text;
            this.rows = rows;
            this.header = header;
            this.chosenMark = chosenMark;
            this.log = log;
        }

        RrColumns columns() {
            char separator = separator();
            if (separator == ',') {
                return commas();
            }
            DecimalMark mark =
                    chosenMark.orElse(rowsContain(',') && !rowsContain('.') ? DecimalMark.COMMA : DecimalMark.POINT);
            if (mark == DecimalMark.COMMA && chosenMark.isEmpty()) {
                reportComma();
            }
            return cut(separator, mark);
        }

        private void reportComma() {
            log.warning(
                    text.name(),
                    rows[0] + 1,
                    "",
                    "has commas where no column ends: read as decimal commas",
                    "choose the decimal mark to be sure");
        }

        private char separator() {
            String first = trimmed(text.line(rows[0]));
            for (char candidate : new char[] {'\t', ';', ','}) {
                if (first.indexOf(candidate) >= 0) {
                    return candidate == ',' && chosenMark.equals(Optional.of(DecimalMark.COMMA))
                            ? blankOrNone(first)
                            : candidate;
                }
            }
            return blankOrNone(first);
        }

        private static char blankOrNone(String line) {
            return line.indexOf(' ') >= 0 ? ' ' : NONE;
        }

        /** Commas between digits are columns, or decimal marks: whichever gives intervals. */
        private RrColumns commas() {
            RrColumns asColumns = cut(',', DecimalMark.POINT);
            boolean undecided = chosenMark.isEmpty()
                    && header.indexOf(',') < 0
                    && asColumns.columnCount() == 2
                    && !rowsContain('.')
                    && !rowsContain(' ');
            if (!undecided
                    || TimeAgreement.best(asColumns.column(0), asColumns.column(1))
                            .isPresent()) {
                return asColumns;
            }
            RrColumns asDecimals = cut(NONE, DecimalMark.COMMA);
            double[] numbers = asDecimals.column(0);
            if (Arrays.stream(numbers).anyMatch(Double::isNaN)
                    || UnitRule.byMagnitude(UnitRule.median(numbers)).isEmpty()) {
                return asColumns;
            }
            reportComma();
            return asDecimals;
        }

        private boolean rowsContain(char c) {
            int at = -1;
            for (int row : rows) {
                if (at < text.start(row)) {
                    at = text.text().indexOf(c, text.start(row));
                }
                if (at < 0) {
                    return false;
                }
                if (at < text.end(row)) {
                    return true;
                }
            }
            return false;
        }

        private RrColumns cut(char separator, DecimalMark mark) {
            List<String> names = header.isEmpty() ? List.of() : split(header, separator);
            if (separator == NONE) {
                double[] numbers = new double[rows.length];
                for (int r = 0; r < rows.length; r++) {
                    int end = text.end(rows[r]);
                    while (end > text.start(rows[r]) && isTrailing(text.text().charAt(end - 1), mark)) {
                        end--;
                    }
                    numbers[r] = mark.parse(text.text(), text.start(rows[r]), end);
                }
                return new RrColumns(text, names, separator, rows, new double[][] {numbers});
            }
            int width = Math.min(
                    MOST_COLUMNS, split(trimmed(text.line(rows[0])), separator).size());
            double[][] values = new double[width][rows.length];
            for (int r = 0; r < rows.length; r++) {
                List<String> fields = split(trimmed(text.line(rows[r])), separator);
                for (int c = 0; c < width; c++) {
                    values[c][r] = c < fields.size() ? mark.parse(fields.get(c)) : Double.NaN;
                }
            }
            return new RrColumns(text, names, separator, rows, values);
        }

        private static boolean isTrailing(char c, DecimalMark mark) {
            return c == ';' || (c == ',' && mark == DecimalMark.POINT);
        }
    }

    /** The line without blanks around it and without separators at its end. */
    private static String trimmed(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) <= ' ' || line.charAt(end - 1) == ';' || line.charAt(end - 1) == ',')) {
            end--;
        }
        return line.substring(0, end).strip();
    }

    private static List<String> split(String line, char separator) {
        List<String> fields = new ArrayList<>();
        if (separator == NONE) {
            fields.add(unquoted(line));
            return fields;
        }
        int start = 0;
        while (start <= line.length()) {
            int end = line.indexOf(separator, start);
            if (end < 0) {
                end = line.length();
            }
            if (separator != ' ' || end > start) {
                fields.add(unquoted(line.substring(start, end)));
            }
            start = end + 1;
        }
        return fields;
    }

    private static String unquoted(String field) {
        String stripped = field.strip();
        boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    String fileName() {
        return text.name();
    }

    /** Names of the columns; empty where there is no header. */
    List<String> names() {
        return names;
    }

    int rowCount() {
        return rows.length;
    }

    int columnCount() {
        return values.length;
    }

    /** Numbers of a column, NaN where there is none; not to be changed. */
    double[] column(int c) {
        return values[c];
    }

    /** Line of a row, counted from 1. */
    int lineOf(int row) {
        return rows[row] + 1;
    }

    /** What is written in a cell. */
    String cell(int row, int c) {
        List<String> fields = split(trimmed(text.line(rows[row])), separator);
        return c < fields.size() ? fields.get(c) : "";
    }
}
