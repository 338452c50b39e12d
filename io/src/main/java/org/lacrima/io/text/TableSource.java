package org.lacrima.io.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.lacrima.io.ReadLog;

/** Tables wherever they stand: in text with any delimiter, or in the first sheet of a workbook that holds anything. */
public final class TableSource {
    private static final int LINES_LOOKED_AT = 100;

    private TableSource() {}

    /**
     * Reads a table.
     *
     * @param file what to read
     * @param name what messages call it
     * @param log takes what is wrong with it
     * @return the table, or empty where there is none, which is then in the log
     * @throws IOException if the file cannot be read
     */
    public static Optional<DelimitedTable> read(Path file, String name, ReadLog log) throws IOException {
        if (Spreadsheet.isArchive(file)) {
            Optional<Spreadsheet.Sheet> sheet = Spreadsheet.read(file, name, log)
                    .flatMap(s -> s.sheets().stream()
                            .filter(each -> !each.rows().isEmpty())
                            .findFirst());
            sheet.ifPresent(s -> log.note(name + ": read from sheet " + s.name()));
            if (sheet.isEmpty() && !log.hasErrors()) {
                log.error(name, 0, "", "is empty", "write a header and rows");
            }
            return sheet.flatMap(s -> DelimitedTable.ofSheet(name, s.rows(), log));
        }
        return SourceText.read(file, name, log).flatMap(t -> DelimitedTable.parse(t, delimiter(t), log));
    }

    /** The delimiter of a text, by its first line in which something is written: tab before semicolon before comma. */
    public static char delimiter(SourceText text) {
        for (int i = 0; i < text.lineCount(); i++) {
            String line = text.line(i);
            if (!line.isBlank()) {
                return line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
            }
        }
        return ',';
    }

    /** The delimiter of a text whose header stands below other lines: the most frequent of tab, semicolon and comma. */
    public static char frequentDelimiter(SourceText text) {
        int end = text.lineCount() == 0 ? 0 : text.end(Math.min(text.lineCount(), LINES_LOOKED_AT) - 1);
        String head = text.text().substring(0, end);
        char best = '\t';
        long most = 0;
        for (char candidate : new char[] {'\t', ';', ','}) {
            long count = head.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }
}
