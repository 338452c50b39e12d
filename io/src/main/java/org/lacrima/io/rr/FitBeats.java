package org.lacrima.io.rr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;

/**
 * Intervals of a FIT activity file: the {@code hrv} messages (number 78), each an array of intervals in ms, without times of
 * their own, in the order of the file. A stopped timer is a gap, a lap a marker. The format is public: a header, records that
 * are either the definition of a message or its data, a checksum.
 */
final class FitBeats {
    private static final int HRV = 78;
    private static final int HRV_VALUE = 371;
    private static final int RECORD = 20;
    private static final int EVENT = 21;
    private static final int LAP = 19;
    private static final int TIMESTAMP = 253;
    private static final int NO_INTERVAL = 0xFFFF;
    private static final long NO_TIME = 0xFFFFFFFFL;

    private final String file;
    private final byte[] bytes;
    private final ReadLog log;
    private final Map<Integer, Definition> definitions = new HashMap<>();
    private final Values intervals = new Values();
    private final List<Integer> gapsBefore = new ArrayList<>();
    private final List<Long> laps = new ArrayList<>();
    private long firstSecond = NO_TIME;
    private boolean hasRates;
    private boolean hasMeans;
    private int at;

    /** A field of a message: its number, how many bytes, where in the message. */
    private record Field(int number, int size, int offset) {}

    /** What a local message number stands for. */
    private record Definition(int message, boolean bigEndian, List<Field> fields, int size) {}

    /** A growing list of numbers. */
    private static final class Values {
        private double[] values = new double[256];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        double[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    private FitBeats(String file, byte[] bytes, ReadLog log) {
        this.file = file;
        this.bytes = bytes;
        this.log = log;
    }

    /** Whether a file begins as a FIT file does. */
    static boolean isFit(byte[] head) {
        return head.length >= 12 && head[8] == '.' && head[9] == 'F' && head[10] == 'I' && head[11] == 'T';
    }

    /** The beats of a file's content; empty where there are none, which is then in the log. */
    static Optional<BeatRecording> read(String file, byte[] bytes, ReadLog log) {
        return new FitBeats(file, bytes, log).recording();
    }

    private Optional<BeatRecording> recording() {
        int header = bytes[0] & 0xFF;
        long size = unsigned(4, 4, false);
        if (header < 12 || header + size > bytes.length) {
            error(
                    4,
                    String.format(
                            Locale.ROOT,
                            "states %d bytes of data, and %d follow: it is truncated",
                            size,
                            Math.max(0, bytes.length - header)));
            return Optional.empty();
        }
        int end = (int) (header + size);
        if (end + 2 <= bytes.length && checksum(end) != unsigned(end, 2, false)) {
            error(end, "does not have its checksum: it is damaged");
            return Optional.empty();
        }
        at = header;
        while (at < end) {
            if (!record(end)) {
                return Optional.empty();
            }
        }
        if (intervals.size == 0) {
            HeartData kind = hasMeans ? HeartData.MEANS : HeartData.HEART_RATE;
            log.error(
                    file,
                    0,
                    "",
                    hasRates || hasMeans ? kind.refusal() : "holds no message of intervals (hrv)",
                    "switch on the recording of HRV in the device");
            return Optional.empty();
        }
        return Optional.of(new BeatRecording(beats(), markers(), Optional.empty()));
    }

    private BeatSeries beats() {
        double[] rr = intervals.toArray();
        double[] ends = new double[rr.length];
        boolean[] contiguous = new boolean[rr.length];
        BeatLabel[] labels = new BeatLabel[rr.length];
        Arrays.fill(contiguous, true);
        Arrays.fill(labels, BeatLabel.NORMAL);
        gapsBefore.stream().filter(i -> i < rr.length).forEach(i -> contiguous[i] = false);
        double elapsed = 0;
        for (int i = 0; i < rr.length; i++) {
            elapsed += rr[i];
            ends[i] = elapsed / 1000;
        }
        log.note(file + ": hrv messages have no times: intervals follow each other from 0 s");
        return BeatSeries.of(ends, rr, contiguous, labels);
    }

    private List<Marker> markers() {
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < laps.size() && firstSecond != NO_TIME; i++) {
            markers.add(Marker.at((double) (laps.get(i) - firstSecond), "lap " + (i + 1)));
        }
        return markers;
    }

    /** Reads one record; false where the file ends within it or does not say what it is. */
    private boolean record(int end) {
        int start = at;
        int head = bytes[at++] & 0xFF;
        boolean compressed = (head & 0x80) != 0;
        if (!compressed && (head & 0x40) != 0) {
            return definition(head & 0x0F, (head & 0x20) != 0, end) || truncated(start);
        }
        Definition definition = definitions.get(compressed ? (head >> 5) & 0x03 : head & 0x0F);
        if (definition == null) {
            error(start, "has data of a message that is not defined: it is damaged");
            return false;
        }
        if (at + definition.size() > end) {
            return truncated(start);
        }
        data(definition);
        at += definition.size();
        return true;
    }

    private boolean truncated(int start) {
        error(start, "ends within a record: it is truncated");
        return false;
    }

    private boolean definition(int local, boolean developer, int end) {
        if (at + 5 > end) {
            return false;
        }
        boolean bigEndian = bytes[at + 1] == 1;
        int message = (int) unsigned(at + 2, 2, bigEndian);
        int count = bytes[at + 4] & 0xFF;
        at += 5;
        if (at + 3 * count > end) {
            return false;
        }
        List<Field> fields = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < count; i++, at += 3) {
            int length = bytes[at + 1] & 0xFF;
            fields.add(new Field(bytes[at] & 0xFF, length, size));
            size += length;
        }
        if (developer) {
            if (at >= end) {
                return false;
            }
            int more = bytes[at++] & 0xFF;
            if (at + 3 * more > end) {
                return false;
            }
            for (int i = 0; i < more; i++, at += 3) {
                size += bytes[at + 1] & 0xFF;
            }
        }
        definitions.put(local, new Definition(message, bigEndian, fields, size));
        return true;
    }

    private void data(Definition definition) {
        switch (definition.message()) {
            case HRV -> hrv(definition);
            case HRV_VALUE -> hasMeans = true;
            case RECORD -> {
                hasRates |= number(definition, 3, 0xFF) != 0xFF;
                long second = number(definition, TIMESTAMP, NO_TIME);
                firstSecond = firstSecond == NO_TIME ? second : firstSecond;
            }
            case LAP -> {
                long second = number(definition, TIMESTAMP, NO_TIME);
                if (second != NO_TIME) {
                    laps.add(second);
                }
            }
            case EVENT -> {
                long type = number(definition, 1, -1);
                if (number(definition, 0, -1) == 0 && (type == 1 || type == 4)) {
                    gapsBefore.add(intervals.size);
                }
            }
            default -> {
                // Other messages say nothing of the heart.
            }
        }
    }

    private void hrv(Definition definition) {
        for (Field field : definition.fields()) {
            for (int i = 0; field.number() == 0 && i + 2 <= field.size(); i += 2) {
                int offset = at + field.offset() + i;
                long millis = unsigned(offset, 2, definition.bigEndian());
                if (millis == 0) {
                    error(offset, "has an interval of 0 ms");
                } else if (millis != NO_INTERVAL) {
                    intervals.add((double) millis);
                }
            }
        }
    }

    private long number(Definition definition, int number, long otherwise) {
        for (Field field : definition.fields()) {
            if (field.number() == number && field.size() <= 4 && field.size() > 0) {
                return unsigned(at + field.offset(), field.size(), definition.bigEndian());
            }
        }
        return otherwise;
    }

    private long unsigned(int offset, int size, boolean bigEndian) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            long each = bytes[offset + (bigEndian ? i : size - 1 - i)] & 0xFF;
            value = value << 8 | each;
        }
        return value;
    }

    /** The cyclic redundancy check CRC-16/ARC of the bytes before an offset. */
    private long checksum(int end) {
        int crc = 0;
        for (int i = 0; i < end; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xA001 : crc >>> 1;
            }
        }
        return crc;
    }

    private void error(int offset, String reason) {
        log.error(file, 0, "byte " + offset, reason, "copy the file again from the device");
    }
}
