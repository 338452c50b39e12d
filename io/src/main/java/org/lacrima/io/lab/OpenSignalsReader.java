package org.lacrima.io.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.metric.Unit;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Recording;
import org.lacrima.io.Stretch;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.Quote;

/**
 * Reads the text of OpenSignals (biosignalsplux, BITalino): three lines of header, the second in JSON, then a row per
 * sample. Samples are the steps of the device's converter, as the file has them: what they mean depends on the sensor,
 * whose name is in the journal. Where the running number of the packets jumps, packets were lost and the channels are
 * interrupted for at least as long.
 *
 * <p>Immutable and thread-safe.
 */
public final class OpenSignalsReader {
    private static final String MAGIC = "# OpenSignals";
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("y-M-d H:m:s");

    private final Strictness strictness;

    private OpenSignalsReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** A strict reader. */
    public static OpenSignalsReader withDefaults() {
        return new OpenSignalsReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient: LENIENT takes a cell that is wrong as missing. */
    public OpenSignalsReader with(Strictness newStrictness) {
        return new OpenSignalsReader(newStrictness);
    }

    /** Whether a file that starts with these bytes is a text of OpenSignals. */
    public static boolean matches(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
        return text.startsWith(MAGIC) || text.startsWith("\u00ef\u00bb\u00bf" + MAGIC);
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
            JsonNode devices = header(lines, name, log);
            Layout layout = layout(devices, name, log);
            Rows rows = new Rows(file, '\t', DecimalMark.POINT, line -> line.charAt(0) != '#');
            List<Stretch> stretches = stretches(lines, rows, layout, name, log);
            List<Channel> channels = new ArrayList<>();
            for (int c = 0; c < layout.columns.size(); c++) {
                channels.add(Channel.of(layout.columns.get(c), Unit.ONE, layout.rateHz, stretches, rows.column(c)));
            }
            Recording recording = Recording.of("OpenSignals", channels).withJournal(journal(devices));
            LocalDateTime start = start(devices, name, log);
            return log.loaded(start == null ? recording : recording.startedAt(start), strictness);
        }
    }

    private static JsonNode header(TextLines lines, String name, ReadLog log) throws IOException {
        List<String> header = new ArrayList<>();
        while (header.size() < 3 && lines.next()) {
            header.add(lines.text());
        }
        boolean isHeader = header.size() == 3 && header.get(0).startsWith(MAGIC);
        if (!isHeader || !header.get(2).startsWith("# EndOfHeader")) {
            log.error(name, isHeader ? 3 : 1, "", "is not the header of OpenSignals", "export the recording again");
            throw log.failure();
        }
        try {
            JsonNode devices = new ObjectMapper().readTree(header.get(1).substring(1));
            if (devices.isObject() && !devices.isEmpty()) {
                return devices;
            }
        } catch (JsonProcessingException e) {
            // Told below: what Jackson says would quote the whole line.
        }
        log.error(name, 2, "", "does not describe a device in JSON", "export the recording again");
        throw log.failure();
    }

    /** What the columns are, over all devices. */
    private static final class Layout {
        private final List<String> columns = new ArrayList<>();
        private double rateHz;
        private int packetNumbers;
    }

    private static Layout layout(JsonNode devices, String name, ReadLog log) throws IOException {
        Layout layout = new Layout();
        for (Map.Entry<String, JsonNode> entry : devices.properties()) {
            JsonNode device = entry.getValue();
            double rate = device.path("sampling rate").asDouble(0);
            for (JsonNode column : device.path("column")) {
                layout.columns.add(devices.size() == 1 ? column.asText() : entry.getKey() + " " + column.asText());
            }
            boolean isFirst = layout.rateHz == 0;
            if (!(rate > 0) || Double.isInfinite(rate) || (!isFirst && rate != layout.rateHz)) {
                log.error(
                        name, 2, "sampling rate", "of device " + Quote.of(entry.getKey()) + " is " + rate + " Hz", "");
                throw log.failure();
            }
            layout.rateHz = rate;
            int bits = device.path("resolution").path(0).asInt(0);
            if (isFirst
                    && bits >= 1
                    && bits <= 30
                    && device.path("column").path(0).asText().equals("nSeq")) {
                layout.packetNumbers = 1 << bits;
            }
        }
        if (layout.columns.isEmpty()) {
            log.error(name, 2, "column", "names no columns", "export the recording again");
            throw log.failure();
        }
        return layout;
    }

    private static List<Stretch> stretches(TextLines lines, Rows rows, Layout layout, String name, ReadLog log)
            throws IOException {
        List<Stretch> stretches = new ArrayList<>();
        long first = 0;
        long lost = 0;
        double before = Double.NaN;
        int number = 3;
        while (lines.next()) {
            number++;
            if (!rows.isRow(lines)) {
                continue;
            }
            int cells = rows.cells(lines);
            if (cells != layout.columns.size()) {
                String reason = String.format(Locale.ROOT, "has %d cells, %d expected", cells, layout.columns.size());
                log.error(name, number, "", reason, "export the recording again");
            }
            rows.check(lines, number, 0, layout.columns.size(), name, log);
            double packet = layout.packetNumbers == 0 ? Double.NaN : rows.number(lines, 0);
            double gap = packet - before - 1;
            if (!Double.isNaN(gap) && gap != 0 && gap != -layout.packetNumbers) {
                long missing = Math.floorMod((long) gap, (long) layout.packetNumbers);
                log.warning(
                        name,
                        number,
                        "",
                        String.format(Locale.ROOT, "goes on after %d or more lost packets", missing),
                        "times from there on may be too early by whole rounds of the packet number");
                double start = (first + lost) / layout.rateHz;
                stretches.add(new Stretch(first, rows.size() - first, start, layout.rateHz));
                first = rows.size();
                lost += missing;
            }
            before = packet;
            rows.add(lines);
        }
        stretches.add(new Stretch(first, rows.size() - first, (first + lost) / layout.rateHz, layout.rateHz));
        return stretches;
    }

    private static List<String> journal(JsonNode devices) {
        List<String> journal = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : devices.properties()) {
            journal.add("device " + entry.getKey() + ": " + entry.getValue());
        }
        return journal;
    }

    private static @Nullable LocalDateTime start(JsonNode devices, String name, ReadLog log) {
        JsonNode device = devices.elements().next();
        String time = device.path("time").asText("");
        String date = device.path("date").asText("");
        if (time.isEmpty() || date.isEmpty()) {
            return null;
        }
        try {
            int point = time.indexOf('.');
            String seconds = point < 0 ? time : time.substring(0, point);
            double fraction = point < 0 ? 0 : DecimalMark.POINT.parse(time.substring(point));
            return LocalDateTime.parse(date + " " + seconds, START).plusNanos(Math.round(fraction * 1e9));
        } catch (DateTimeException e) {
            log.warning(name, 2, "", Quote.of(date + " " + time) + " is not a date and time", "");
            return null;
        }
    }
}
