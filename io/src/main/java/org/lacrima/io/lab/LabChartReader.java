package org.lacrima.io.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacrima.core.metric.Unit;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Recording;
import org.lacrima.io.Stretch;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.Quote;

/**
 * Reads the text that LabChart exports: a header of {@code Key=} lines, delimited by tabs, then a row per sample that
 * begins with its time; comments stand at the end of a row as {@code #1 text}. A new header begins each block, which is a
 * stretch of the channels; its place in time is that of {@code ExcelDateTime}, or of the times of its rows. With a decimal
 * comma where there is no decimal point.
 *
 * <p>Immutable and thread-safe.
 */
public final class LabChartReader {
    private static final Pattern INTERVAL = Pattern.compile("([\\d.,eE+-]+)\\s*(us|µs|ms|s|min)?");
    private static final Pattern RANGE = Pattern.compile("[\\d.,eE+-]+\\s*(.*)");
    private static final Pattern COMMENT = Pattern.compile("#(\\*|\\d+)\\s?(.*)");
    private static final double SECONDS_PER_DAY = 86_400;

    private final Strictness strictness;

    private LabChartReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** A strict reader. */
    public static LabChartReader withDefaults() {
        return new LabChartReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient: LENIENT takes a cell that is wrong as missing. */
    public LabChartReader with(Strictness newStrictness) {
        return new LabChartReader(newStrictness);
    }

    /** Whether a file that starts with these bytes is a text of LabChart. */
    public static boolean matches(byte[] head) {
        // Every second byte of UTF-16 is 0 here, and a byte order mark may come first.
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        int at = text.indexOf("Interval=");
        return at >= 0 && at <= 3;
    }

    /**
     * Reads a recording; its samples stay in the file until they are asked for.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<Recording> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        try (TextLines lines = TextLines.open(file)) {
            Blocks blocks = new Blocks(file, log);
            while (lines.next()) {
                blocks.take(lines);
            }
            return log.loaded(blocks.recording(), strictness);
        }
    }

    /** Blocks as they come. */
    private static final class Blocks {
        private final Path file;
        private final String name;
        private final ReadLog log;
        private final Map<String, List<String>> header = new HashMap<>();
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<Marker> markers = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private final List<String> units = new ArrayList<>();
        private final List<String> journal = new ArrayList<>();
        private Rows rows;
        private boolean inHeader;
        private int number;
        private double firstDay = Double.NaN;
        private double rateHz = Double.NaN;
        private double firstRateHz = Double.NaN;
        private long firstRow;
        private double start;

        Blocks(Path file, ReadLog log) {
            this.file = file;
            this.log = log;
            name = file.toString();
            rows = new Rows(file, '\t', DecimalMark.POINT, Blocks::isData);
        }

        private static boolean isData(TextLines line) {
            char c = line.charAt(0);
            return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == ' ';
        }

        void take(TextLines line) throws IOException {
            number++;
            if (line.isBlank()) {
                return;
            }
            if (!rows.isRow(line)) {
                if (!inHeader) {
                    closeBlock();
                    header.clear();
                    inHeader = true;
                }
                String[] cells = line.text().split("\t", -1);
                if (cells[0].endsWith("=")) {
                    header.put(cells[0].strip(), List.of(cells).subList(1, cells.length));
                } else {
                    log.warning(name, number, "", Quote.of(line.text()) + " is neither a header nor a row", "");
                }
                return;
            }
            if (inHeader || rows.size() == 0) {
                inHeader = false;
                openBlock(line);
            }
            row(line);
        }

        private List<String> cells(String key) {
            return header.getOrDefault(key, List.of());
        }

        private void openBlock(TextLines line) throws IOException {
            boolean isFirst = rows.size() == 0;
            if (isFirst) {
                String text = line.text();
                int comment = text.indexOf('#');
                String numbers = comment < 0 ? text : text.substring(0, comment);
                if (numbers.indexOf(',') >= 0 && numbers.indexOf('.') < 0) {
                    rows = new Rows(file, '\t', DecimalMark.COMMA, Blocks::isData);
                    log.note(name + ": numbers have a decimal comma");
                }
                titles.addAll(titlesOfHeader());
                for (int c = 0; c < titles.size(); c++) {
                    units.add(unit(c));
                }
                header.forEach((key, cells) -> journal.add(key + " " + String.join("\t", cells)));
            } else if (!titlesOfHeader().isEmpty() && !titlesOfHeader().equals(titles)) {
                log.error(name, number, "", "begins a block of other channels", "export its channels on their own");
            }
            String interval = cells("Interval=").isEmpty()
                    ? ""
                    : cells("Interval=").get(0).strip();
            Matcher step = INTERVAL.matcher(interval);
            double seconds = step.matches() ? seconds(number(step.group(1)), step.group(2)) : Double.NaN;
            if (!(seconds > 0) || Double.isInfinite(1 / seconds) || titles.isEmpty()) {
                log.error(
                        name,
                        number,
                        "",
                        "has no header before it that gives Interval= and ChannelTitle=",
                        "export the header with the data");
                throw log.failure();
            }
            rateHz = Math.abs(Math.rint(1 / seconds) * seconds - 1) < 1e-12 ? Math.rint(1 / seconds) : 1 / seconds;
            firstRateHz = isFirst ? rateHz : firstRateHz;
            double time = time(line.text(0, rows.end(line, 0)));
            double day = cells("ExcelDateTime=").isEmpty()
                    ? Double.NaN
                    : number(cells("ExcelDateTime=").get(0));
            firstDay = isFirst ? day : firstDay;
            boolean isOfBlock = !cells("TimeFormat=").isEmpty()
                    && cells("TimeFormat=").get(0).contains("StartOfBlock");
            boolean isPlaced = isOfBlock && Double.isFinite(day - firstDay);
            double offset = isPlaced ? Math.rint((day - firstDay) * SECONDS_PER_DAY * 1000) / 1000 : 0;
            start = Double.isFinite(time) ? offset + time : offset;
            firstRow = rows.size();
        }

        private List<String> titlesOfHeader() {
            List<String> all =
                    cells("ChannelTitle=").stream().map(String::strip).toList();
            int size = all.size();
            while (size > 0 && all.get(size - 1).isEmpty()) {
                size--;
            }
            return all.subList(0, size);
        }

        private static double seconds(double value, String unit) {
            return switch (unit == null ? "s" : unit) {
                case "us", "µs" -> value / 1e6;
                case "ms" -> value / 1e3;
                case "min" -> value * 60;
                default -> value;
            };
        }

        private static double number(String text) {
            double value = DecimalMark.POINT.parse(text);
            return Double.isNaN(value) ? DecimalMark.COMMA.parse(text) : value;
        }

        /** A time in s, or as {@code h:mm:ss.sss}. */
        private static double time(String text) {
            double seconds = 0;
            for (String part : text.strip().split(":", -1)) {
                seconds = 60 * seconds + number(part);
            }
            return seconds;
        }

        private String unit(int channel) {
            List<String> own = cells("UnitName=");
            if (channel < own.size() && !own.get(channel).isBlank()) {
                return own.get(channel).strip();
            }
            List<String> ranges = cells("Range=");
            Matcher range =
                    RANGE.matcher(channel < ranges.size() ? ranges.get(channel).strip() : "");
            return range.matches() ? range.group(1).strip() : "";
        }

        private void row(TextLines line) {
            int comment = 0;
            while (comment < line.length() && line.charAt(comment) != Rows.COMMENT) {
                comment++;
            }
            if (comment < line.length()) {
                comments(line.text(comment, line.length()));
            }
            rows.check(line, number, 1, titles.size(), name, log);
            rows.add(line);
        }

        /** Takes the comments of the next row; several stand one after the other, delimited by tabs. */
        private void comments(String text) {
            double seconds = start + (rows.size() - firstRow) / rateHz;
            for (String part : text.split("\t", -1)) {
                Matcher comment = COMMENT.matcher(part.strip());
                if (comment.matches()) {
                    String channel = channel(comment.group(1));
                    markers.add(new Marker(
                            seconds, 0, "#" + comment.group(1), comment.group(2).strip(), channel));
                } else if (!part.isBlank()) {
                    markers.add(new Marker(seconds, 0, "#", part.strip(), ""));
                }
            }
        }

        /** The channel that a comment's number means; empty for {@code *}, all channels. */
        private String channel(String mark) {
            int channel = mark.equals("*") || mark.length() > 6 ? 0 : Integer.parseInt(mark);
            return channel >= 1 && channel <= titles.size() ? titles.get(channel - 1) : "";
        }

        private void closeBlock() {
            if (rows.size() > firstRow) {
                stretches.add(new Stretch(firstRow, rows.size() - firstRow, start, rateHz));
            }
            firstRow = rows.size();
        }

        Recording recording() throws IOException {
            closeBlock();
            if (stretches.isEmpty()) {
                log.error(name, 0, "", "has no rows of samples", "export the data with the header");
                throw log.failure();
            }
            List<Channel> channels = new ArrayList<>();
            for (int c = 0; c < titles.size(); c++) {
                channels.add(
                        Channel.of(titles.get(c), new Unit(units.get(c)), firstRateHz, stretches, rows.column(1 + c)));
            }
            Recording recording =
                    Recording.of("LabChart text", channels).withMarkers(markers).withJournal(journal);
            if (!Double.isFinite(firstDay) || Math.abs(firstDay) > 100_000) {
                return recording;
            }
            LocalDateTime epoch = LocalDateTime.of(1899, 12, 30, 0, 0);
            return recording.startedAt(epoch.plusNanos(Math.round(firstDay * SECONDS_PER_DAY * 1e3) * 1_000_000));
        }
    }
}
