package org.lacrima.io.wearable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;
import org.lacrima.io.rr.RrReader;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/** The files of one session: each begins with the second since 1970 at which it starts, most go on with their rate. */
final class E4Files {
    private static final Map<String, Unit> UNITS = units();

    private final Map<String, SourceText> texts;
    private final ReadLog log;

    E4Files(Map<String, SourceText> texts, ReadLog log) {
        this.texts = texts;
        this.log = log;
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new LinkedHashMap<>();
        units.put("BVP", Unit.ONE);
        units.put("EDA", new Unit("µS"));
        units.put("TEMP", new Unit("°C"));
        units.put("ACC", new Unit("1/64 g"));
        units.put("HR", Unit.BPM);
        return units;
    }

    Optional<E4Session> session() {
        Map<String, Double> starts = new LinkedHashMap<>();
        for (Map.Entry<String, SourceText> entry : texts.entrySet()) {
            boolean tags = entry.getKey().equals("tags.csv");
            start(entry.getValue(), tags).ifPresent(s -> starts.put(entry.getKey(), s));
        }
        OptionalDouble first = starts.entrySet().stream()
                .filter(e -> !e.getKey().equals("tags.csv"))
                .mapToDouble(Map.Entry::getValue)
                .min();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        double zero = first.getAsDouble();
        List<SampledSignal> signals = new ArrayList<>();
        UNITS.forEach((name, unit) -> {
            SourceText text = texts.get(name + ".csv");
            Double start = starts.get(name + ".csv");
            if (text != null && start != null) {
                signals.addAll(signals(name, unit, text, start - zero));
            }
        });
        SourceText intervals = texts.get("IBI.csv");
        Double intervalsStart = starts.get("IBI.csv");
        Optional<BeatSeries> beats = intervals == null || intervalsStart == null || intervals.lineCount() < 2
                ? Optional.empty()
                : RrReader.withDefaults().read(intervals, log).map(b -> shifted(b, intervalsStart - zero));
        SourceText tags = texts.get("tags.csv");
        Instant start = Instant.ofEpochSecond((long) Math.floor(zero), Math.round((zero - Math.floor(zero)) * 1e9));
        return Optional.of(new E4Session(start, beats, signals, tags == null ? List.of() : tags(tags, zero)));
    }

    private static BeatSeries shifted(BeatSeries beats, double seconds) {
        if (seconds == 0) {
            return beats;
        }
        double[] ends = beats.toEndSeconds();
        for (int i = 0; i < ends.length; i++) {
            ends[i] += seconds;
        }
        return BeatSeries.of(ends, beats.toMillis(), beats.toContiguous(), beats.toLabels());
    }

    /** The start in the first cell, in s since 1970; a file of tags may be empty. */
    private OptionalDouble start(SourceText text, boolean mayBeEmpty) {
        if (text.lineCount() == 0) {
            if (!mayBeEmpty) {
                log.error(text.name(), 0, "", "is empty", "copy it again from its source");
            }
            return OptionalDouble.empty();
        }
        String cell = text.line(0).split(",", -1)[0].strip();
        double start = DecimalMark.POINT.parse(cell);
        // From 2001 to 2286: ten digits.
        if (!(start >= 1e9) || start >= 1e10) {
            log.error(
                    text.name(),
                    1,
                    "",
                    Quote.of(cell) + " is not the time at which the recording starts, in s since 1970",
                    "copy it again from its source");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(start);
    }

    private List<Marker> tags(SourceText text, double zero) {
        List<Marker> tags = new ArrayList<>();
        for (int i = 0; i < text.lineCount(); i++) {
            String line = text.line(i).strip();
            double at = DecimalMark.POINT.parse(line);
            if (at >= 1e9 && at < 1e10) {
                tags.add(Marker.at(at - zero, "tag"));
            } else if (!line.isEmpty()) {
                log.error(text.name(), i + 1, "", Quote.of(line) + " is not a time in s since 1970", "delete the line");
            }
        }
        return tags;
    }

    /** The columns of a sampled file; none where something is wrong in it, which is then in the log. */
    private List<SampledSignal> signals(String name, Unit unit, SourceText text, double startSeconds) {
        int errors = log.errorsIn(text.name());
        int width = name.equals("ACC") ? 3 : 1;
        double[] rates = new double[width];
        int rows = text.lineCount();
        while (rows > 2 && text.line(rows - 1).isBlank()) {
            rows--;
        }
        if (rows < 2 || !row(text, 1, rates) || !isRate(rates)) {
            if (log.errorsIn(text.name()) == errors) {
                String found = rows < 2 ? "" : text.line(1);
                log.error(
                        text.name(),
                        2,
                        "",
                        Quote.of(found) + " is not a sampling rate in Hz",
                        "copy the file again from its source");
            }
            return List.of();
        }
        double[][] values = new double[width][rows - 2];
        double[] row = new double[width];
        boolean whole = true;
        for (int i = 2; i < rows; i++) {
            whole &= row(text, i, row);
            for (int c = 0; c < width; c++) {
                values[c][i - 2] = row[c];
            }
        }
        List<SampledSignal> signals = new ArrayList<>();
        for (int c = 0; whole && c < width; c++) {
            String channel = width == 1 ? name : name + "_" + "XYZ".charAt(c);
            signals.add(SampledSignal.of(channel, unit, rates[0], startSeconds, values[c]));
        }
        return signals;
    }

    private static boolean isRate(double[] rates) {
        for (double rate : rates) {
            if (!(rate > 0) || rate > 1e6 || rate != rates[0]) {
                return false;
            }
        }
        return true;
    }

    /** Cuts a line into as many numbers as asked; what is wrong with it is in the log. */
    private boolean row(SourceText text, int line, double[] into) {
        int from = text.start(line);
        int cells = 0;
        while (from <= text.end(line)) {
            int to = from;
            while (to < text.end(line) && text.text().charAt(to) != ',') {
                to++;
            }
            if (cells < into.length) {
                into[cells] = DecimalMark.POINT.parse(text.text(), from, to);
                if (!Double.isFinite(into[cells])) {
                    log.error(
                            text.name(),
                            line + 1,
                            "",
                            Quote.of(text.text().substring(from, to)) + " is not a number",
                            "copy the file again from its source");
                    return false;
                }
            }
            cells++;
            from = to + 1;
        }
        if (cells != into.length) {
            log.error(
                    text.name(),
                    line + 1,
                    "",
                    String.format(Locale.ROOT, "has %d cells, not %d", cells, into.length),
                    "copy the file again from its source");
        }
        return cells == into.length;
    }
}
