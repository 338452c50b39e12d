package org.lacrima.io.wfdb;

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
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/**
 * A header file. Facts: header(5), WFDB Applications Guide (G. B. Moody, MIT).
 *
 * @param rateHz frames per second
 * @param frames samples per signal and frame; 0 where the header does not say
 * @param line line of the record line, counted from 1
 * @param start start of the recording; null where the header gives no date
 * @param signals signal lines; empty in a record of segments
 * @param segments segment lines; empty in a record of signals
 * @param comments remarks without their mark
 */
record WfdbHeader(
        String record,
        double rateHz,
        long frames,
        int line,
        @Nullable LocalDateTime start,
        List<WfdbSignal> signals,
        List<Segment> segments,
        List<String> comments) {
    private static final double DEFAULT_RATE_HZ = 250;
    private static final double DEFAULT_GAIN = 200;
    private static final int MOST_PER_FRAME = 1 << 16;
    /** A year of 1000 Hz; so bounded, the sum over all lines of a header cannot overflow. */
    private static final long MOST_SEGMENT_FRAMES = 1L << 35;

    private static final String NUMBER = "[-+]?\\d*\\.?\\d+(?:[eE][-+]?\\d+)?";
    private static final Pattern RECORD = Pattern.compile(
            "([\\w-]+)(?:/(\\d+))?[ \\t]+(\\d+)(?:[ \\t]+(\\d*\\.?\\d+)\\S*(?:[ \\t]+(\\d+)(?:[ \\t]+(\\S+)"
                    + "(?:[ \\t]+(\\S+))?)?)?)?[ \\t]*");
    private static final Pattern SIGNAL =
            Pattern.compile("(\\S+)[ \\t]+(\\d+)(?:x(\\d+))?(?::(\\d+))?(?:\\+(\\d+))?(?:[ \\t]+("
                    + NUMBER
                    + ")(?:\\(([-+]?\\d+)\\))?(?:/(\\S+))?(?:[ \\t]+(\\d+)(?:[ \\t]+([-+]?\\d+)(?:[ \\t]+([-+]?\\d+)"
                    + "(?:[ \\t]+([-+]?\\d+)(?:[ \\t]+(\\d+)(?:[ \\t]+(.*))?)?)?)?)?)?)?[ \\t]*");
    private static final Pattern SEGMENT = Pattern.compile("(\\S+)[ \\t]+(\\d+)[ \\t]*");
    private static final Pattern CLOCK = Pattern.compile("(?:(?:(\\d+):)?(\\d+):)?(\\d+(?:\\.\\d+)?)");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    /** A line of a record of segments. */
    record Segment(int line, String record, long frames) {
        boolean isGap() {
            return record.equals(WfdbSignal.NO_FILE);
        }
    }

    /** Whether a text can be a header: its first two lines that are no remarks. */
    static boolean matches(String head) {
        List<String> lines = head.lines()
                .filter(l -> !l.startsWith("#") && !l.isBlank())
                .limit(2)
                .toList();
        if (lines.isEmpty()) {
            return false;
        }
        Matcher record = RECORD.matcher(lines.get(0));
        if (!record.matches()) {
            return false;
        }
        boolean hasSegments = record.group(2) != null;
        if (lines.size() == 1) {
            return number(record.group(3), -1) == 0;
        }
        if (hasSegments) {
            return SEGMENT.matcher(lines.get(1)).lookingAt();
        }
        Matcher signal = SIGNAL.matcher(lines.get(1));
        long format = signal.lookingAt() ? number(signal.group(2), -1) : -1;
        return format == 0 || (format < 1000 && SignalFormat.of((int) format).isPresent());
    }

    /** The header, or empty where it cannot be used; the log says why. */
    static Optional<WfdbHeader> parse(SourceText text, ReadLog log) {
        List<Integer> lines = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (int i = 0; i < text.lineCount(); i++) {
            String line = text.line(i);
            if (line.startsWith("#")) {
                comments.add(line.substring(1).strip());
            } else if (!line.isBlank()) {
                lines.add(i);
            }
        }
        String name = text.name();
        if (lines.isEmpty()) {
            log.error(name, 0, "", "has no record line", "a header starts with name, number of signals, rate");
            return Optional.empty();
        }
        String first = text.line(lines.get(0)).strip();
        int at = lines.get(0) + 1;
        Matcher record = RECORD.matcher(first);
        if (!record.matches()) {
            log.error(name, at, "", Quote.of(first) + " is not a record line", "write name, number of signals, rate");
            return Optional.empty();
        }
        boolean hasSegments = record.group(2) != null;
        long expected = number(hasSegments ? record.group(2) : record.group(3), Long.MAX_VALUE);
        if (expected != lines.size() - 1) {
            log.error(
                    name,
                    at,
                    "",
                    String.format(Locale.ROOT, "announces %d lines, %d follow", expected, lines.size() - 1),
                    "let the record line and the lines below agree");
            return Optional.empty();
        }
        double rate = record.group(4) == null ? DEFAULT_RATE_HZ : Double.parseDouble(record.group(4));
        long frames = number(record.group(5), 0);
        if (!(rate > 0) || Double.isInfinite(rate) || frames < 0) {
            log.error(name, at, "", "has a rate of 0 or a length that is too large", "correct the record line");
            return Optional.empty();
        }
        List<WfdbSignal> signals = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        for (int i : lines.subList(1, lines.size())) {
            String line = text.line(i).strip();
            if (hasSegments) {
                segment(name, i + 1, line, log).ifPresent(segments::add);
            } else {
                signal(name, record.group(1), signals.size(), i + 1, line, log).ifPresent(signals::add);
            }
        }
        if (log.errorsIn(name) > 0) {
            return Optional.empty();
        }
        LocalDateTime start = start(name, at, record.group(6), record.group(7), log);
        if (start == null && record.group(6) != null) {
            comments.add("starts at " + record.group(6));
        }
        return Optional.of(new WfdbHeader(record.group(1), rate, frames, at, start, signals, segments, comments));
    }

    private static Optional<Segment> segment(String name, int at, String line, ReadLog log) {
        Matcher m = SEGMENT.matcher(line);
        long frames = m.matches() ? number(m.group(2), -1) : -1;
        if (frames < 0 || frames > MOST_SEGMENT_FRAMES) {
            log.error(name, at, "", Quote.of(line) + " is not a segment", "write the name of a record and its length");
            return Optional.empty();
        }
        return Optional.of(new Segment(at, m.group(1), frames));
    }

    private static Optional<WfdbSignal> signal(
            String name, String record, int index, int at, String line, ReadLog log) {
        Matcher m = SIGNAL.matcher(line);
        if (!m.matches()) {
            log.error(name, at, "", Quote.of(line) + " is not a signal line", "see header(5) of WFDB");
            return Optional.empty();
        }
        long perFrame = number(m.group(3), 1);
        long skew = number(m.group(4), 0);
        long offset = number(m.group(5), 0);
        long format = number(m.group(2), -1);
        long baseline = number(m.group(7), number(m.group(10), 0));
        long initial = number(m.group(11), number(m.group(10), 0));
        boolean fits = perFrame >= 1
                && perFrame <= MOST_PER_FRAME
                && skew >= 0
                && skew <= MOST_PER_FRAME
                && offset >= 0
                && Math.abs((double) baseline) <= Integer.MAX_VALUE
                && Math.abs((double) initial) <= Integer.MAX_VALUE;
        double gain = m.group(6) == null ? DEFAULT_GAIN : Double.parseDouble(m.group(6));
        if (!fits || !Double.isFinite(gain)) {
            log.error(name, at, "", "holds a number outside what a signal can have", "correct the line");
            return Optional.empty();
        }
        if (gain == 0) {
            gain = DEFAULT_GAIN;
            log.warning(
                    name,
                    at,
                    "",
                    "has gain 0, which means uncalibrated; 200 steps per unit were taken, the default of WFDB",
                    "write the gain if it is known");
        }
        String text = m.group(14) == null ? "" : m.group(14).strip();
        return Optional.of(new WfdbSignal(
                at,
                m.group(1),
                format > Integer.MAX_VALUE ? -1 : (int) format,
                (int) perFrame,
                (int) skew,
                offset,
                gain,
                (int) baseline,
                m.group(8) == null ? "mV" : m.group(8),
                (int) initial,
                (int) number(m.group(12), 0),
                text.isEmpty() ? String.format(Locale.ROOT, "record %s, signal %d", record, index) : text));
    }

    /** A whole number; {@code absent} where there is none, −1 where it is too large. */
    private static long number(@Nullable String digits, long absent) {
        if (digits == null) {
            return absent;
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static @Nullable LocalDateTime start(
            String name, int at, @Nullable String clock, @Nullable String day, ReadLog log) {
        if (clock == null || day == null) {
            return null;
        }
        Matcher time = CLOCK.matcher(clock);
        Matcher date = DATE.matcher(day);
        try {
            if (time.matches() && date.matches()) {
                double seconds = Double.parseDouble(time.group(3));
                long nanos =
                        Math.round((number(time.group(1), 0) * 3600 + number(time.group(2), 0) * 60 + seconds) * 1e9);
                LocalDate midnight = LocalDate.of(
                        (int) number(date.group(3), 0), (int) number(date.group(2), 0), (int) number(date.group(1), 0));
                return LocalDateTime.of(midnight, LocalTime.ofNanoOfDay(nanos));
            }
        } catch (DateTimeException e) {
            // Told below, as any other text that is no time.
        }
        log.warning(name, at, "", Quote.of(clock + " " + day) + " is not a time and date", "write h:mm:ss dd/mm/yyyy");
        return null;
    }
}
