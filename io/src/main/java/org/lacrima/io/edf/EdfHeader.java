package org.lacrima.io.edf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lacrima.io.ReadLog;
import org.lacrima.io.binary.BinaryFile;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.Quote;

/**
 * The header: fixed fields of ASCII. Facts: Kemp et al. 1992, doi:10.1016/0013-4694(92)90009-7; EDF+: Kemp and Olivan
 * 2003, doi:10.1016/S1388-2457(03)00123-8; BDF: BioSemi.
 *
 * @param isBdf whether samples have 24 bit, not 16
 * @param variant what the reserved field says, such as {@code EDF+C}; empty for plain files
 * @param start when the recording starts; null where the fields are no date and time
 * @param records whole records in the file, at most as many as announced
 * @param recordSeconds length of a record in s; 0 where there are only annotations
 */
record EdfHeader(
        boolean isBdf,
        String variant,
        String patient,
        String recording,
        @Nullable LocalDateTime start,
        long records,
        double recordSeconds,
        int recordBytes,
        List<EdfSignal> signals) {
    static final int FIXED_BYTES = 256;
    private static final int SIGNAL_BYTES = 256;
    private static final int RECORDS_AT = 236;
    private static final int DURATION_AT = 244;
    private static final int SIGNALS_AT = 252;
    private static final Pattern DATE = Pattern.compile("(\\d\\d)[.:/-](\\d\\d)[.:/-](\\d\\d)");
    private static final Pattern LONG_DATE = Pattern.compile("Startdate \\d{1,2}-[A-Za-z]{3}-(\\d{4})(?: .*)?");

    /** Bytes before the first record. */
    long dataOffset() {
        return FIXED_BYTES + (long) SIGNAL_BYTES * signals.size();
    }

    int sampleBytes() {
        return isBdf ? 3 : 2;
    }

    /** The header, or empty where it cannot be used; the log says why. */
    static Optional<EdfHeader> read(BinaryFile in, String name, ReadLog log) throws IOException {
        if (in.size() < FIXED_BYTES) {
            truncated(in, name, log);
            return Optional.empty();
        }
        byte[] fixed = in.bytes(0, FIXED_BYTES);
        if (!EdfReader.matches(fixed)) {
            log.error(name, 0, "byte 0", "does not begin an EDF or BDF file", "");
            return Optional.empty();
        }
        Fields fields = new Fields(fixed, 0, name, log);
        double count = fields.number(SIGNALS_AT, 4, "number of signals");
        double seconds = fields.number(DURATION_AT, 8, "duration of a record");
        double announced = fields.number(RECORDS_AT, 8, "number of records");
        if (log.hasErrors()) {
            return Optional.empty();
        }
        if (!(count >= 1) || count != Math.rint(count)) {
            log.error(name, 0, "byte " + SIGNALS_AT, "says " + count + " signals", "there must be at least one");
            return Optional.empty();
        }
        if (in.size() < FIXED_BYTES + (long) SIGNAL_BYTES * (long) count) {
            truncated(in, name, log);
            return Optional.empty();
        }
        boolean isBdf = fixed[0] == (byte) 0xFF;
        List<EdfSignal> signals = signals(in, (int) count, isBdf, name, log);
        long recordBytes = signals.stream().mapToLong(s -> s.samplesPerRecord()).sum() * (isBdf ? 3 : 2);
        if (log.hasErrors()) {
            return Optional.empty();
        }
        if (recordBytes > Integer.MAX_VALUE || recordBytes == 0) {
            log.error(name, 0, "", "has records of " + recordBytes + " bytes", "correct the samples per record");
            return Optional.empty();
        }
        boolean hasSamples = signals.stream().anyMatch(s -> !s.isAnnotations());
        if (!(seconds >= 0) || (seconds == 0 && hasSamples)) {
            log.error(
                    name,
                    0,
                    "byte " + DURATION_AT,
                    "says that a record lasts " + seconds + " s",
                    "records of samples must last longer than 0 s");
            return Optional.empty();
        }
        long records =
                records(in, announced, FIXED_BYTES + SIGNAL_BYTES * (long) signals.size(), recordBytes, name, log);
        return Optional.of(new EdfHeader(
                isBdf,
                fields.text(192, 5),
                fields.text(8, 80),
                fields.text(88, 80),
                start(fields, name, log),
                records,
                seconds,
                (int) recordBytes,
                signals));
    }

    private static void truncated(BinaryFile in, String name, ReadLog log) {
        log.error(name, 0, "byte " + in.size(), "ends the file within the header", "copy it again from its source");
    }

    private static List<EdfSignal> signals(BinaryFile in, int count, boolean isBdf, String name, ReadLog log)
            throws IOException {
        Fields fields = new Fields(in.bytes(FIXED_BYTES, SIGNAL_BYTES * count), FIXED_BYTES, name, log);
        List<EdfSignal> signals = new ArrayList<>();
        int offset = 0;
        for (int i = 0; i < count; i++) {
            String label = fields.text(16 * i, 16);
            boolean isAnnotations = label.equals((isBdf ? "BDF" : "EDF") + " Annotations");
            int samplesAt = 216 * count + 8 * i;
            double samples = fields.number(samplesAt, 8, "samples per record");
            if (!(samples >= 0) || samples != Math.rint(samples) || samples > Integer.MAX_VALUE / 4.0 / count) {
                log.error(
                        name,
                        0,
                        "byte " + (FIXED_BYTES + samplesAt),
                        "says that a record has " + samples + " samples of " + Quote.of(label),
                        "");
                return signals;
            }
            double[] range = new double[4];
            for (int k = 0; k < 4 && !isAnnotations; k++) {
                range[k] = fields.number((104 + 8 * k) * count + 8 * i, 8, k < 2 ? "physical range" : "digital range");
            }
            boolean isCalibrated = range[0] != range[1] && range[2] != range[3];
            if (!isCalibrated && !isAnnotations) {
                log.warning(
                        name,
                        0,
                        "byte " + (FIXED_BYTES + 104 * count + 8 * i),
                        "begins an empty range of " + Quote.of(label) + "; its samples are steps of the converter",
                        "");
            }
            signals.add(new EdfSignal(
                    label,
                    fields.text(16 * count + 80 * i, 80),
                    fields.text(96 * count + 8 * i, 8),
                    fields.text(136 * count + 80 * i, 80),
                    range[0],
                    range[1],
                    range[2],
                    range[3],
                    (int) samples,
                    offset,
                    isAnnotations,
                    isCalibrated));
            offset += ((int) samples) * (isBdf ? 3 : 2);
        }
        return signals;
    }

    private static long records(
            BinaryFile in, double announced, long dataOffset, long recordBytes, String name, ReadLog log) {
        long there = (in.size() - dataOffset) / recordBytes;
        if (announced == -1) {
            log.note(String.format(
                    Locale.ROOT, "%s: the number of records is not stated; the file holds %d", name, there));
            return there;
        }
        boolean isWhole = announced == there && (in.size() - dataOffset) % recordBytes == 0;
        if (!isWhole) {
            log.warning(
                    name,
                    0,
                    "byte " + RECORDS_AT,
                    String.format(
                            Locale.ROOT,
                            "announces %.0f records, the file holds %.2f; %d are read",
                            announced,
                            (in.size() - dataOffset) / (double) recordBytes,
                            (long) Math.max(0, Math.min((double) there, announced))),
                    "copy it again, or correct the header");
        }
        return (long) Math.max(0, Math.min((double) there, announced));
    }

    private static @Nullable LocalDateTime start(Fields fields, String name, ReadLog log) {
        Matcher day = DATE.matcher(fields.text(168, 8));
        Matcher time = DATE.matcher(fields.text(176, 8));
        Matcher longDate = LONG_DATE.matcher(fields.text(88, 80));
        try {
            if (day.matches() && time.matches()) {
                int year = Integer.parseInt(day.group(3));
                // Clipping date of the specification: 85 to 99 are of the twentieth century.
                year += longDate.matches() ? Integer.parseInt(longDate.group(1)) - year : year >= 85 ? 1900 : 2000;
                return LocalDateTime.of(
                        LocalDate.of(year, Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1))),
                        LocalTime.of(
                                Integer.parseInt(time.group(1)),
                                Integer.parseInt(time.group(2)),
                                Integer.parseInt(time.group(3))));
            }
        } catch (DateTimeException e) {
            // Told below, as any other text that is no date.
        }
        log.warning(name, 0, "byte 168", "begins no date and time", "write dd.mm.yy and hh.mm.ss");
        return null;
    }

    /** Fields of a part of the header. */
    private static final class Fields {
        private final byte[] bytes;
        private final int offset;
        private final String name;
        private final ReadLog log;

        Fields(byte[] bytes, int offset, String name, ReadLog log) {
            this.bytes = bytes;
            this.offset = offset;
            this.name = name;
            this.log = log;
        }

        String text(int at, int length) {
            return new String(bytes, at, length, StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ')
                    .strip();
        }

        double number(int at, int length, String what) {
            String text = text(at, length);
            double value = DecimalMark.POINT.parse(text);
            if (Double.isNaN(value) && text.indexOf(',') >= 0) {
                value = DecimalMark.COMMA.parse(text);
                log.note(name + ": " + what + " has a decimal comma: " + Quote.of(text));
            }
            if (!Double.isFinite(value)) {
                log.error(name, 0, "byte " + (offset + at), Quote.of(text) + " is no " + what, "write a number");
            }
            return value;
        }
    }
}
