package org.lacrima.io.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacrima.core.metric.Unit;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Recording;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.Quote;

/**
 * Reads the text that AcqKnowledge exports: the name of the recording, the time per sample ({@code 0.5 msec/sample}), the
 * number of channels, name and unit of each, perhaps a heading and the number of samples of each, then a row per sample,
 * with or without a column of times before. Delimited by tab, comma or semicolon; with a decimal comma where the delimiter
 * allows it. An empty cell is a missing sample. The text has no markers: export them separately, or read the {@code .acq}.
 *
 * <p>Immutable and thread-safe.
 */
public final class AcqTextReader {
    private static final Pattern STEP =
            Pattern.compile("\\s*([\\d.,eE+-]+)\\s*(usec|msec|sec|min)\\w*/sample\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile("\\s*(\\d{1,5}) channels?\\s*", Pattern.CASE_INSENSITIVE);

    private final Strictness strictness;

    private AcqTextReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** A strict reader. */
    public static AcqTextReader withDefaults() {
        return new AcqTextReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient: LENIENT takes a cell that is wrong as missing. */
    public AcqTextReader with(Strictness newStrictness) {
        return new AcqTextReader(newStrictness);
    }

    /** Whether a file that starts with these bytes is a text of AcqKnowledge. */
    public static boolean matches(byte[] head) {
        // Every second byte of UTF-16 is 0 here.
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        List<String> lines = text.lines().limit(3).toList();
        return lines.size() == 3
                && STEP.matcher(lines.get(1)).matches()
                && COUNT.matcher(lines.get(2)).matches();
    }

    /**
     * Reads a recording; its samples stay in the file until they are asked for.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<Recording> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        String name = file.toString();
        try (TextLines lines = TextLines.open(file)) {
            Header header = new Header(lines, name, log);
            Rows rows = new Rows(file, header.delimiter, header.mark, line -> line.offset() >= header.dataAt);
            int number = header.number;
            int channels = header.names.size();
            int first = 0;
            for (boolean isThere = header.isAtData; isThere; isThere = lines.next()) {
                if (rows.isRow(lines)) {
                    int cells = rows.cells(lines);
                    first = rows.size() == 0 ? Math.max(0, Math.min(1, cells - channels)) : first;
                    if (cells > channels + first) {
                        String reason =
                                String.format(Locale.ROOT, "has %d cells, %d expected", cells, channels + first);
                        log.error(name, number, "", reason, "export the recording again");
                    }
                    rows.check(lines, number, first, channels, name, log);
                    rows.add(lines);
                }
                number++;
            }
            header.checkCounts(rows.size());
            List<Channel> all = new ArrayList<>();
            for (int c = 0; c < channels; c++) {
                Unit unit = new Unit(header.units.get(c));
                all.add(Channel.of(header.names.get(c), unit, header.rateHz, rows.size(), rows.column(first + c)));
            }
            Recording recording =
                    Recording.of("AcqKnowledge text", all).withJournal(List.of("exported from " + header.title));
            return log.loaded(recording, strictness);
        }
    }

    /** The lines before the data; afterwards the first row of data is the current line. */
    private static final class Header {
        private final TextLines lines;
        private final String name;
        private final ReadLog log;
        private final String title;
        private final List<String> names = new ArrayList<>();
        private final List<String> units = new ArrayList<>();
        private final List<Double> counts = new ArrayList<>();
        private final double rateHz;
        private final char delimiter;
        private final DecimalMark mark;
        private int number;
        private boolean isAtData;
        private long dataAt;

        Header(TextLines lines, String name, ReadLog log) throws IOException {
            this.lines = lines;
            this.name = name;
            this.log = log;
            title = line("the name of the recording");
            Matcher step = STEP.matcher(line("the time per sample"));
            double seconds = step.matches() ? seconds(step) : Double.NaN;
            if (!(seconds > 0) || Double.isInfinite(1 / seconds)) {
                throw refused("is not a time per sample, such as 0.5 msec/sample");
            }
            // 0.5 ms is a rate of 2000 Hz, which 1 ⁄ 0.0005 would miss by a rounding.
            rateHz = Math.abs(Math.rint(1 / seconds) * seconds - 1) < 1e-12 ? Math.rint(1 / seconds) : 1 / seconds;
            Matcher count = COUNT.matcher(line("the number of channels"));
            if (!count.matches() || Integer.parseInt(count.group(1)) == 0) {
                throw refused("is not a number of channels, such as 4 channels");
            }
            for (int c = 0; c < Integer.parseInt(count.group(1)); c++) {
                names.add(line("the name of a channel").strip());
                units.add(line("the unit of a channel").strip());
            }
            isAtData = advance();
            String row = isAtData ? lines.text() : "";
            delimiter = row.indexOf('\t') >= 0 ? '\t' : row.indexOf(';') >= 0 ? ';' : ',';
            if (hasWords(row)) {
                isAtData = advance();
            }
            takeCounts();
            mark = delimiter != ','
                            && isAtData
                            && lines.text().indexOf(',') >= 0
                            && lines.text().indexOf('.') < 0
                    ? DecimalMark.COMMA
                    : DecimalMark.POINT;
            if (mark == DecimalMark.COMMA) {
                log.note(name + ": numbers have a decimal comma");
            }
            dataAt = isAtData ? lines.offset() : Long.MAX_VALUE;
        }

        private static double seconds(Matcher step) {
            double value = Optional.of(DecimalMark.POINT.parse(step.group(1)))
                    .filter(v -> !Double.isNaN(v))
                    .orElseGet(() -> DecimalMark.COMMA.parse(step.group(1)));
            return switch (step.group(2).toLowerCase(Locale.ROOT)) {
                case "usec" -> value / 1e6;
                case "msec" -> value / 1e3;
                case "min" -> value * 60;
                default -> value;
            };
        }

        private boolean advance() throws IOException {
            do {
                number++;
                if (!lines.next()) {
                    return false;
                }
            } while (lines.isBlank());
            return true;
        }

        private String line(String what) throws IOException {
            number++;
            if (!lines.next()) {
                log.error(
                        name, number, "", "should be " + what + ", the text ends before", "export the recording again");
                throw log.failure();
            }
            return lines.text();
        }

        private IOException refused(String reason) {
            log.error(name, number, "", Quote.of(lines.text()) + " " + reason, "export the recording as text again");
            return log.failure();
        }

        private boolean hasWords(String row) {
            return row.chars().anyMatch(c -> Character.isLetter(c) && c != 'e' && c != 'E') && !row.contains("NaN");
        }

        /** The row of counts is whole numbers, as many as channels, at least one of them not repeated by the data. */
        private void takeCounts() throws IOException {
            if (!isAtData) {
                return;
            }
            List<Double> cells = new ArrayList<>();
            for (String cell : lines.text().split(Pattern.quote(String.valueOf(delimiter)), -1)) {
                if (!cell.isBlank()) {
                    cells.add(DecimalMark.POINT.parse(cell));
                }
            }
            boolean areCounts = cells.size() == names.size()
                    && cells.stream().allMatch(v -> v >= 1 && v == Math.rint(v) && v < 1e15);
            if (areCounts) {
                counts.addAll(cells);
                isAtData = advance();
            }
        }

        void checkCounts(long rows) {
            for (int c = 0; c < counts.size(); c++) {
                if (counts.get(c) != rows) {
                    log.warning(
                            name,
                            0,
                            "",
                            String.format(
                                    Locale.ROOT,
                                    "announces %.0f samples of %s, has %d rows",
                                    counts.get(c),
                                    names.get(c),
                                    rows),
                            "cells without a sample are missing");
                }
            }
        }
    }
}
