package org.lacrima.io.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.lacrima.io.ReadLog;

/**
 * The sheets of an Excel workbook ({@code .xlsx}) as text: what stands in a cell, with numbers as they are stored, dates as
 * {@code 2019-10-22T11:06:06.820}, times of day as {@code 12:32:05}, and formulas as the value they had when saved.
 *
 * <p>Nothing is unpacked to the disk; an archive that grows beyond {@value #MOST_MEGABYTES} MB, a document type declaration
 * and addresses outside of a sheet are refused.
 *
 * @param sheets the sheets in order
 */
public record Spreadsheet(List<Sheet> sheets) {
    static final int MOST_MEGABYTES = 128;
    private static final int MOST_ENTRIES = 5000;

    /** Copies the list. */
    public Spreadsheet {
        sheets = List.copyOf(sheets);
    }

    /**
     * One sheet.
     *
     * @param name its name
     * @param rows the rows in which something is written, each with its number as line; cells that are left out are empty
     */
    public record Sheet(String name, List<DelimitedTable.Row> rows) {
        /** Copies the list. */
        public Sheet {
            rows = List.copyOf(rows);
        }
    }

    /** Whether a file begins as an archive does, which a workbook is. */
    public static boolean isArchive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    /**
     * Reads a workbook.
     *
     * @param file what to read
     * @param name what messages call it
     * @param log takes what is wrong with it
     * @return the sheets, or empty where they cannot be read, which is then in the log
     * @throws IOException if the file cannot be read
     */
    public static Optional<Spreadsheet> read(Path file, String name, ReadLog log) throws IOException {
        Map<String, SourceText> parts = new LinkedHashMap<>();
        long left = MOST_MEGABYTES * 1_000_000L;
        int entries = 0;
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName();
                if (!isNeeded(path)) {
                    continue;
                }
                byte[] bytes = zip.readNBytes((int) left + 1);
                left -= bytes.length;
                if (left < 0 || ++entries > MOST_ENTRIES) {
                    log.error(name, 0, "", "holds more than " + MOST_MEGABYTES + " MB", "save the sheet as CSV");
                    return Optional.empty();
                }
                SourceText.of(bytes, name + ": " + path, log).ifPresent(text -> parts.put(path, text));
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // The last is what the library throws at names that are not text.
            log.error(name, 0, "", "is a damaged or truncated workbook", "save it again");
            return Optional.empty();
        }
        return new SpreadsheetParts(name, parts, log).workbook();
    }

    private static boolean isNeeded(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.equals("xl/workbook.xml")
                || lower.equals("xl/_rels/workbook.xml.rels")
                || lower.equals("xl/sharedstrings.xml")
                || lower.equals("xl/styles.xml")
                || (lower.startsWith("xl/worksheets/") && lower.endsWith(".xml"));
    }
}
