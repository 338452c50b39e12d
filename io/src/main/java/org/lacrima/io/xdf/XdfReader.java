package org.lacrima.io.xdf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Recording;
import org.lacrima.io.Stretch;
import org.lacrima.io.Strictness;
import org.lacrima.io.binary.BinaryFile;
import org.lacrima.io.text.Quote;

/**
 * Reads recordings of the lab streaming layer, {@code .xdf}. The times of each stream are taken to the clock of the
 * recorder by the measured clock offsets (a robust line per stretch between resets of the clock), and the samples of a
 * stream with a rate are spaced evenly by a least-squares line per uninterrupted stretch. Time 0 is the earliest sample.
 *
 * <p>Streams of numbers without a rate are uneven measurements; streams of text are markers, whose channel is the name of
 * the stream. LENIENT goes on behind the next boundary where a chunk is damaged.
 *
 * <p>Specification: XDF 1.0 (sccn/xdf). The procedure and its thresholds are those of pyxdf. Immutable and thread-safe.
 */
public final class XdfReader {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[XXX][XX]");

    private final Strictness strictness;

    private XdfReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** A strict reader. */
    public static XdfReader withDefaults() {
        return new XdfReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient. */
    public XdfReader with(Strictness newStrictness) {
        return new XdfReader(newStrictness);
    }

    /** Whether a file that starts with these bytes is XDF. */
    public static boolean matches(byte[] head) {
        return head.length >= 4 && Arrays.equals(Arrays.copyOf(head, 4), XdfFile.MAGIC);
    }

    /**
     * Reads a recording; samples of streams with a rate stay in the file until they are asked for.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<Recording> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        try (BinaryFile in = BinaryFile.open(file)) {
            Contents contents = contents(in, file, log);
            return log.loaded(contents.recording(file), strictness);
        }
    }

    /**
     * Reads how well the clocks of the streams agree, one entry per stream in the order of the file.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<List<StreamClock>> readClocks(Path file) throws IOException {
        ReadLog log = new ReadLog();
        try (BinaryFile in = BinaryFile.open(file)) {
            Contents contents = contents(in, file, log);
            List<StreamClock> clocks =
                    contents.file.streams().stream().map(XdfStream::clock).toList();
            return log.loaded(clocks, strictness);
        }
    }

    private static Contents contents(BinaryFile in, Path path, ReadLog log) throws IOException {
        String name = path.toString();
        if (!in.has(0, 4) || !matches(in.bytes(0, 4))) {
            log.error(name, 0, "byte 0", "does not begin an XDF file", "unpack it first where it is compressed");
            throw log.failure();
        }
        XdfFile file = XdfFile.read(in, name, log);
        if (file.streams().isEmpty() && log.hasErrors()) {
            throw log.failure();
        }
        Contents contents = new Contents(file, name, log);
        file.walk(contents::take);
        return contents;
    }

    /** Markers and uneven values in the order of the file, in s of the recorder's clock. */
    private static final class Contents {
        private final XdfFile file;
        private final String name;
        private final ReadLog log;
        private final List<Marker> markers = new ArrayList<>();
        private final List<Uneven> uneven = new ArrayList<>();
        private double earliest = Double.POSITIVE_INFINITY;

        Contents(XdfFile file, String name, ReadLog log) {
            this.file = file;
            this.name = name;
            this.log = log;
            for (XdfStream stream : file.streams()) {
                if (!stream.isEven() && stream.encoding().isPresent()) {
                    uneven.add(new Uneven(stream));
                }
            }
        }

        void take(XdfStream stream, double time, XdfCursor cursor) throws IOException {
            if (!stream.isEven()) {
                earliest = Math.min(earliest, time);
            }
            if (stream.encoding().isEmpty()) {
                for (int c = 0; c < stream.channels(); c++) {
                    markers.add(new Marker(time, 0, label(stream, c), cursor.text(cursor.length()), stream.name()));
                }
            } else if (!stream.isEven()) {
                for (Uneven own : uneven) {
                    if (own.stream == stream) {
                        own.take(time, cursor);
                    }
                }
            }
        }

        private static String label(XdfStream stream, int channel) {
            return channel < stream.header().labels().size()
                    ? stream.header().labels().get(channel)
                    : "";
        }

        private static String name(XdfStream stream, int channel) {
            String label = label(stream, channel);
            if (label.isEmpty()) {
                return stream.channels() == 1 ? stream.name() : stream.name() + " " + (channel + 1);
            }
            return stream.name() + " " + label;
        }

        private static Unit unit(XdfStream stream, int channel) {
            return channel < stream.header().units().size()
                    ? new Unit(stream.header().units().get(channel))
                    : Unit.ONE;
        }

        Recording recording(Path path) {
            for (XdfStream stream : file.streams()) {
                for (Stretch stretch : stream.isEven() ? stream.stretches() : List.<Stretch>of()) {
                    earliest = Math.min(earliest, stretch.startSeconds());
                }
            }
            double zero = Double.isFinite(earliest) ? earliest : 0;
            List<Channel> channels = new ArrayList<>();
            List<String> journal = new ArrayList<>();
            journal.add("time 0 is " + zero + " s of the recorder's clock");
            for (XdfStream stream : file.streams()) {
                journal.add(description(stream));
                if (stream.clock().offsets() == 0 && stream.samples() > 0) {
                    log.warning(
                            name,
                            0,
                            "",
                            "has no clock offsets of " + Quote.of(stream.name()),
                            "its times are right only if it ran on the computer of the recorder");
                }
                if (stream.isEven()) {
                    addChannels(channels, stream, path, zero);
                }
            }
            List<Marker> shifted = markers.stream()
                    .map(m -> new Marker(m.onsetSeconds() - zero, 0, m.kind(), m.text(), m.channel()))
                    .toList();
            List<TimedValues> values = new ArrayList<>();
            uneven.forEach(u -> u.addTo(values, zero, name, log));
            Recording recording = Recording.of("XDF", channels)
                    .withMarkers(shifted)
                    .withUneven(values)
                    .withJournal(journal);
            LocalDateTime start = start();
            return start == null ? recording : recording.startedAt(start);
        }

        private static void addChannels(List<Channel> channels, XdfStream stream, Path path, double zero) {
            List<Stretch> stretches = stream.stretches().stream()
                    .map(s -> new Stretch(s.firstSample(), s.size(), s.startSeconds() - zero, s.rateHz()))
                    .toList();
            for (int c = 0; c < stream.channels(); c++) {
                channels.add(Channel.of(
                        name(stream, c),
                        unit(stream, c),
                        stream.rateHz(),
                        stretches,
                        new XdfSamples(path, stream, stream.encoding().orElseThrow(), c)));
            }
        }

        private static String description(XdfStream stream) {
            StreamClock clock = stream.clock();
            return String.format(
                    Locale.ROOT,
                    "stream %s (%s): %d samples, %d clock offsets, %d clock resets, known to ± %.3f ms",
                    stream.name(),
                    stream.header().text("type"),
                    stream.samples(),
                    clock.offsets(),
                    clock.resets(),
                    clock.uncertaintyMillis());
        }

        private @Nullable LocalDateTime start() {
            try {
                return file.dateTime().isEmpty()
                        ? null
                        : OffsetDateTime.parse(file.dateTime(), DATE_TIME).toLocalDateTime();
            } catch (DateTimeException e) {
                log.warning(name, 0, "datetime", Quote.of(file.dateTime()) + " is not a date and time", "");
                return null;
            }
        }
    }

    /** Values of a stream of numbers that has no rate. */
    private static final class Uneven {
        /** Smaller steps may vanish when time 0 is subtracted. */
        private static final double LEAST_STEP_SECONDS = 1e-9;

        private final XdfStream stream;
        private double[] times = new double[64];
        private double[] values;
        private int size;
        private int dropped;

        Uneven(XdfStream stream) {
            this.stream = stream;
            values = new double[0];
        }

        void take(double time, XdfCursor cursor) throws IOException {
            int channels = stream.channels();
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
            }
            if ((size + 1L) * channels > values.length) {
                values = Arrays.copyOf(values, (int)
                        Math.min(Integer.MAX_VALUE - 8, Math.max(64, (size + 1L) * channels * 2)));
            }
            boolean isFinite = true;
            for (int c = 0; c < channels; c++) {
                double value = cursor.number(stream.encoding().orElseThrow());
                values[size * channels + c] = value;
                isFinite &= Double.isFinite(value);
            }
            if (isFinite && (size == 0 || time - times[size - 1] > LEAST_STEP_SECONDS)) {
                times[size++] = time;
            } else {
                dropped++;
            }
        }

        void addTo(List<TimedValues> all, double zero, String name, ReadLog log) {
            if (dropped > 0) {
                log.warning(
                        name,
                        0,
                        "",
                        String.format(
                                Locale.ROOT,
                                "holds %d samples of %s that are no number or not later than the one before",
                                dropped,
                                Quote.of(stream.name())),
                        "they were left out");
            }
            double[] seconds = Arrays.stream(times, 0, size).map(t -> t - zero).toArray();
            for (int c = 0; c < stream.channels(); c++) {
                double[] own = new double[size];
                for (int i = 0; i < size; i++) {
                    own[i] = values[i * stream.channels() + c];
                }
                all.add(TimedValues.of(Contents.name(stream, c), Contents.unit(stream, c), seconds, own));
            }
        }
    }
}
