package org.lacrima.io.rr;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SafeXml;
import org.lacrima.io.text.SourceText;

/**
 * The files that devices and programs write around intervals: finds the table in them, and refuses those that have none
 * because they hold something else.
 */
final class RrDialect {
    private static final int LINES_LOOKED_AT = 60;
    /** First line of a file of the Empatica E4: the time of its start in seconds since 1970, once per column. */
    private static final Pattern EMPATICA = Pattern.compile("1\\d{9}\\.\\d+(, *1\\d{9}\\.\\d+)*(, *IBI)?");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d\\d):(\\d\\d(?:\\.\\d+)?).*");
    private static final Pattern VNS_START = Pattern.compile(".*?(\\d\\d)\\.(\\d\\d)\\.(\\d{4}) (\\d\\d)\\.(\\d\\d).*");
    private static final String VNS_SECTION = "RR-Intervalle";
    private static final String VNS_NOTE = "Notiz:";

    private final SourceText text;
    private final ReadLog log;

    private RrDialect(SourceText text, ReadLog log) {
        this.text = text;
        this.log = log;
    }

    /** The table of a text; empty where it has none, which is then in the log. */
    static Optional<IntervalText> tableOf(SourceText text, ReadLog log) {
        return new RrDialect(text, log).table();
    }

    private Optional<IntervalText> table() {
        OptionalInt first = firstLine();
        if (first.isEmpty()) {
            return Optional.of(IntervalText.of(text));
        }
        String head = text.line(first.getAsInt()).strip();
        if (head.startsWith("<")) {
            return suunto();
        }
        if (head.equalsIgnoreCase("[Params]")) {
            return polar();
        }
        if (lineThatBegins("[CUSTOM1]") >= 0) {
            return oldSuunto(lineThatBegins("[CUSTOM1]"));
        }
        if (lineThatBegins(VNS_SECTION) >= 0 || lineThatBegins("Hauptparameter der VNS Analyse") >= 0) {
            return vnsAnalyse();
        }
        if (EMPATICA.matcher(head).matches()) {
            return empatica(first.getAsInt(), head);
        }
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("rmssd") && (lower.contains("sdnn") || lower.contains("pnn50"))) {
            return refuse(first.getAsInt(), HeartData.MEANS);
        }
        return Optional.of(IntervalText.of(text));
    }

    private Optional<IntervalText> refuse(int line, HeartData kind) {
        log.error(text.name(), line + 1, "", kind.refusal(), "export the RR intervals");
        return Optional.empty();
    }

    private OptionalInt firstLine() {
        for (int i = 0; i < text.lineCount(); i++) {
            if (!text.line(i).isBlank()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private int lineThatBegins(String words) {
        for (int i = 0; i < Math.min(text.lineCount(), LINES_LOOKED_AT); i++) {
            if (text.text().startsWith(words, text.start(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Polar's .hrm: sections in brackets; intervals only where the recording rate is 238. */
    private Optional<IntervalText> polar() {
        String section = "";
        String date = "";
        String time = "";
        int interval = -1;
        int laps = 0;
        boolean hasData = false;
        IntervalText.Lines lines = new IntervalText.Lines(text);
        for (int i = 0; i < text.lineCount(); i++) {
            String line = text.line(i).strip();
            if (line.startsWith("[")) {
                section = line.toLowerCase(Locale.ROOT);
                hasData |= section.equals("[hrdata]");
            } else if (section.equals("[params]")) {
                int equals = line.indexOf('=');
                String key = equals < 0 ? "" : line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String value = line.substring(equals + 1).strip();
                date = key.equals("date") ? value : date;
                time = key.equals("starttime") ? value : time;
                if (key.equals("interval")) {
                    interval = i;
                    if (!value.equals("238")) {
                        log.error(
                                text.name(),
                                i + 1,
                                "Interval",
                                "is " + Quote.of(value) + ", not 238: the file " + HeartData.HEART_RATE.refusal(),
                                "record RR data, or export them");
                        return Optional.empty();
                    }
                }
            } else if (section.equals("[hrdata]")) {
                lines.keep(i, line);
            } else if (section.equals("[inttimes]")) {
                Matcher lap = CLOCK.matcher(line);
                if (lap.matches()) {
                    laps++;
                    lines.mark(Marker.at(secondsOf(lap), "lap " + laps));
                }
            } else if (section.equals("[note]") && !line.isEmpty()) {
                log.note(text.name() + ": note " + Quote.of(line));
            }
        }
        if (interval < 0 || !hasData) {
            log.error(
                    text.name(),
                    1,
                    interval < 0 ? "Interval" : "[HRData]",
                    "is missing: it cannot be told whether these are intervals",
                    "copy the file again from its source");
            return Optional.empty();
        }
        return Optional.of(lines.in(RrUnit.MILLISECONDS, startOf(date, time)));
    }

    private static double secondsOf(Matcher clock) {
        return DecimalMark.POINT.parse(clock.group(1)) * 3600
                + DecimalMark.POINT.parse(clock.group(2)) * 60
                + DecimalMark.POINT.parse(clock.group(3));
    }

    private static Optional<LocalDateTime> startOf(String date, String time) {
        Matcher clock = CLOCK.matcher(time);
        if (!date.matches("\\d{8}") || !clock.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    LocalDate.of(
                            Integer.parseInt(date.substring(0, 4)),
                            Integer.parseInt(date.substring(4, 6)),
                            Integer.parseInt(date.substring(6))),
                    LocalTime.ofNanoOfDay(Math.round(secondsOf(clock) * 1e9))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Suunto's .sdf of old: a head, then the intervals in ms under [CUSTOM1]. */
    private Optional<IntervalText> oldSuunto(int section) {
        IntervalText.Lines lines = new IntervalText.Lines(text);
        for (int i = section + 1; i < text.lineCount(); i++) {
            if (text.line(i).startsWith("[")) {
                break;
            }
            lines.keep(i, text.line(i));
        }
        return Optional.of(lines.in(RrUnit.MILLISECONDS, Optional.empty()));
    }

    /** VNS Analyse: German, the series as measured and as corrected one after the other, notes behind the intervals. */
    private Optional<IntervalText> vnsAnalyse() {
        IntervalText.Lines lines = new IntervalText.Lines(text);
        List<Integer> noted = new ArrayList<>();
        List<Double> elapsed = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean raw = false;
        boolean found = false;
        double sum = 0;
        for (int i = 0; i < text.lineCount(); i++) {
            String line = text.line(i);
            if (line.startsWith(VNS_SECTION)) {
                raw = line.contains("Rohwerte") && !found;
                found |= raw;
                continue;
            }
            if (!raw || line.isBlank()) {
                continue;
            }
            int tab = line.indexOf('\t');
            String number = (tab < 0 ? line : line.substring(0, tab)).strip();
            lines.keep(i, number);
            double value = (number.indexOf(',') >= 0 ? DecimalMark.COMMA : DecimalMark.POINT).parse(number);
            sum += value > 0 ? value : 0;
            String note = tab < 0 ? "" : line.substring(tab + 1).strip();
            if (!note.isEmpty()) {
                noted.add(i);
                elapsed.add(sum);
                notes.add(
                        note.startsWith(VNS_NOTE)
                                ? note.substring(VNS_NOTE.length()).strip()
                                : note);
            }
        }
        if (!found) {
            log.error(
                    text.name(),
                    text.lineCount(),
                    "RR-Intervalle - Rohwerte",
                    "is missing: the file has no section of intervals",
                    "export it with the RR intervals");
            return Optional.empty();
        }
        for (int k = 0; k < noted.size(); k++) {
            if (Double.isFinite(elapsed.get(k))) {
                lines.mark(Marker.at(elapsed.get(k), notes.get(k)));
            }
        }
        log.note(text.name() + ": intervals taken as measured (Rohwerte), not as VNS Analyse corrected them");
        return Optional.of(lines.in(RrUnit.SECONDS, vnsStart()));
    }

    private Optional<LocalDateTime> vnsStart() {
        Matcher start = VNS_START.matcher(text.name());
        if (!start.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    Integer.parseInt(start.group(3)),
                    Integer.parseInt(start.group(2)),
                    Integer.parseInt(start.group(1)),
                    Integer.parseInt(start.group(4)),
                    Integer.parseInt(start.group(5))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Suunto's SML and the XML of the Ambit: intervals in ms between blanks, in several pieces. */
    private Optional<IntervalText> suunto() {
        IntervalText.Lines lines = new IntervalText.Lines(text);
        StringBuilder all = new StringBuilder();
        List<String> path = new ArrayList<>();
        boolean whole = SafeXml.read(text, log, at -> {
            switch (at.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> path.add(at.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> path.remove(path.size() - 1);
                default -> {
                    if (holdsIntervals(path)) {
                        take(at.getText(), at.getLocation().getLineNumber(), all);
                    }
                }
            }
        });
        if (!whole) {
            return Optional.empty();
        }
        if (all.length() == 0) {
            return log.errorsIn(text.name()) > 0 ? Optional.empty() : refuse(0, HeartData.HEART_RATE);
        }
        lines.keep(0, all.toString());
        return Optional.of(lines.in(RrUnit.MILLISECONDS, Optional.empty()));
    }

    private static boolean holdsIntervals(List<String> path) {
        int depth = path.size();
        return depth > 0
                && (path.get(depth - 1).equals("IBI")
                        || (depth > 1
                                && path.get(depth - 1).equals("Data")
                                && path.get(depth - 2).equals("R-R")));
    }

    private void take(String content, int line, StringBuilder all) {
        for (String word : BLANKS.split(content.strip(), -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (DecimalMark.POINT.parse(word) > 0) {
                all.append(word).append('\n');
            } else {
                log.error(text.name(), line, "IBI", Quote.of(word) + " is not a positive interval", "");
            }
        }
    }

    /** A file of the Empatica E4: its intervals with their times; its other files are sampled. */
    private Optional<IntervalText> empatica(int first, String head) {
        if (!head.endsWith("IBI")) {
            boolean rate = text.lineCount() > first + 1
                    && DecimalMark.POINT.parse(text.line(first + 1).strip()) == 1;
            return refuse(first, rate ? HeartData.HEART_RATE : HeartData.WAVE);
        }
        IntervalText.Lines lines = new IntervalText.Lines(text);
        lines.keep(first, "time_s,ibi_s");
        double before = Double.NEGATIVE_INFINITY;
        for (int i = first + 1; i < text.lineCount(); i++) {
            String line = text.line(i);
            int comma = line.indexOf(',');
            double seconds = comma < 0 ? Double.NaN : DecimalMark.POINT.parse(line, 0, comma);
            if (seconds <= before) {
                log.error(
                        text.name(),
                        i + 1,
                        "time",
                        Quote.of(line.substring(0, comma)) + " is not after the beat before it",
                        "delete the line");
                continue;
            }
            before = Double.isNaN(seconds) ? before : seconds;
            lines.keep(i, line);
        }
        log.note(text.name() + ": begins " + head.substring(0, head.indexOf(',')) + " s after 1970-01-01 UTC");
        return Optional.of(lines.in(RrUnit.SECONDS, Optional.empty()));
    }
}
