package org.lacrima.io.edf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;
import org.lacrima.io.binary.BinaryFile;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.Quote;

/**
 * The annotations of EDF+: in each record, lists of an onset, perhaps a duration, and texts; the first list of a record
 * says when the record starts.
 */
final class TimeStampedLists {
    private static final byte DURATION = 0x15;
    private static final byte TEXT = 0x14;

    private final EdfHeader header;
    private final String name;
    private final ReadLog log;
    private final List<Marker> markers = new ArrayList<>();
    private final double[] starts;

    private TimeStampedLists(EdfHeader header, int records, String name, ReadLog log) {
        this.header = header;
        this.name = name;
        this.log = log;
        starts = new double[records];
        Arrays.fill(starts, Double.NaN);
    }

    static TimeStampedLists read(BinaryFile in, EdfHeader header, String name, ReadLog log) throws IOException {
        List<EdfSignal> signals =
                header.signals().stream().filter(EdfSignal::isAnnotations).toList();
        int records = signals.isEmpty() ? 0 : (int) Math.min(header.records(), Integer.MAX_VALUE - 8);
        TimeStampedLists lists = new TimeStampedLists(header, records, name, log);
        for (int r = 0; r < lists.starts.length; r++) {
            boolean isFirst = true;
            for (EdfSignal signal : signals) {
                long at = header.dataOffset() + (long) r * header.recordBytes() + signal.offsetInRecord();
                byte[] bytes = in.bytes(at, signal.samplesPerRecord() * header.sampleBytes());
                lists.take(bytes, at, r, isFirst);
                isFirst = false;
            }
        }
        return lists;
    }

    List<Marker> markers() {
        return markers;
    }

    /** When each record starts, in s; NaN where a record does not say; empty where the file has no annotations. */
    double[] starts() {
        return starts;
    }

    private void take(byte[] bytes, long at, int record, boolean keepsTime) {
        int from = 0;
        boolean isFirst = keepsTime;
        while (from < bytes.length && bytes[from] != 0) {
            int end = from;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            if (!takeList(bytes, from, end, record, isFirst)) {
                log.warning(
                        name,
                        0,
                        "byte " + (at + from),
                        "begins no annotation: " + Quote.of(text(bytes, from, end)),
                        "it was left out, with what follows in its record");
                return;
            }
            isFirst = false;
            from = end + 1;
        }
    }

    private boolean takeList(byte[] bytes, int from, int end, int record, boolean keepsTime) {
        int first = next(bytes, from, end);
        if (first == end || (bytes[from] != '+' && bytes[from] != '-')) {
            return false;
        }
        int stop = bytes[first] == TEXT ? first : next(bytes, first + 1, end);
        String time = text(bytes, from, first);
        double onset = DecimalMark.POINT.parse(time);
        double duration = first == stop ? 0 : DecimalMark.POINT.parse(text(bytes, first + 1, stop));
        if (!Double.isFinite(onset) || !(duration >= 0) || Double.isInfinite(duration) || stop == end) {
            return false;
        }
        if (keepsTime) {
            starts[record] = onset;
        }
        int begin = stop + 1;
        while (begin < end) {
            int close = next(bytes, begin, end);
            if (close > begin) {
                add(onset, duration, text(bytes, begin, close));
            }
            begin = close + 1;
        }
        return true;
    }

    private void add(double onset, double duration, String text) {
        int at = text.lastIndexOf("@@");
        String channel = at >= 0 ? text.substring(at + 2) : "";
        boolean isOfChannel = header.signals().stream().anyMatch(s -> s.label().equals(channel));
        markers.add(new Marker(
                onset, duration, "", isOfChannel ? text.substring(0, at) : text, isOfChannel ? channel : ""));
    }

    private static int next(byte[] bytes, int from, int end) {
        int i = Math.min(from, end);
        while (i < end && bytes[i] != TEXT && bytes[i] != DURATION) {
            i++;
        }
        return i;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
