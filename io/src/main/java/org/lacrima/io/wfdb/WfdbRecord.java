package org.lacrima.io.wfdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacrima.core.metric.Unit;
import org.lacrima.io.Channel;
import org.lacrima.io.ReadLog;
import org.lacrima.io.SampleSource;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/** The signals of a record: where each lies, across segments where there are some. */
final class WfdbRecord {
    private static final int MOST_FRAME_SAMPLES = 1 << 20;
    private static final long MOST_FRAMES = 1L << 44;

    private final Path header;
    private final ReadLog log;

    WfdbRecord(Path header, ReadLog log) {
        this.header = header;
        this.log = log;
    }

    /** A signal, ready to be read. */
    private record Located(WfdbSignal signal, long frames, SampleSource source) {
        long samples() {
            return frames * signal.perFrame();
        }
    }

    List<Channel> channels(WfdbHeader parsed) throws IOException {
        if (!parsed.segments().isEmpty()) {
            return segmented(parsed);
        }
        List<Channel> channels = new ArrayList<>();
        for (Located l : located(parsed, header)) {
            double rate = parsed.rateHz() * l.signal().perFrame();
            channels.add(Channel.of(l.signal().name(), new Unit(l.signal().unit()), rate, l.samples(), l.source()));
        }
        return channels;
    }

    private List<Located> located(WfdbHeader parsed, Path of) throws IOException {
        Map<String, List<WfdbSignal>> files = new LinkedHashMap<>();
        for (WfdbSignal signal : parsed.signals()) {
            files.computeIfAbsent(signal.file(), f -> new ArrayList<>()).add(signal);
        }
        Map<WfdbSignal, Located> found = new LinkedHashMap<>();
        for (Map.Entry<String, List<WfdbSignal>> entry : files.entrySet()) {
            if (!entry.getKey().equals(WfdbSignal.NO_FILE)) {
                for (Located l : inFile(parsed, of, entry.getKey(), entry.getValue())) {
                    found.put(l.signal(), l);
                }
            }
        }
        return parsed.signals().stream()
                .flatMap(s -> Optional.ofNullable(found.get(s)).stream())
                .toList();
    }

    private List<Located> inFile(WfdbHeader parsed, Path of, String fileName, List<WfdbSignal> signals)
            throws IOException {
        String name = of.toString();
        WfdbSignal first = signals.get(0);
        Optional<SignalFormat> format = SignalFormat.of(first.format());
        if (format.isEmpty() || signals.stream().anyMatch(s -> s.format() != first.format())) {
            log.error(
                    name,
                    first.line(),
                    "",
                    format.isEmpty()
                            ? "has format " + first.format() + ", which is not read"
                            : "has another format than a signal of the same file",
                    "convert it to format 16");
            return List.of();
        }
        int frameSamples = signals.stream().mapToInt(WfdbSignal::perFrame).sum();
        if (frameSamples > MOST_FRAME_SAMPLES || frameSamples < 0) {
            log.error(name, first.line(), "", "has more samples per frame than any recording", "correct the header");
            return List.of();
        }
        Optional<Path> file = beside(of, fileName, first.line());
        if (file.isEmpty()) {
            return List.of();
        }
        long bytes = Math.max(0, Files.size(file.get()) - first.byteOffset());
        long there = format.get().samplesIn(bytes) / frameSamples;
        long frames = parsed.frames() == 0 ? there : parsed.frames();
        if (frames > there) {
            log.error(
                    name,
                    parsed.line(),
                    "",
                    String.format(Locale.ROOT, "announces %d samples per signal, %s has %d", frames, fileName, there),
                    "copy the signal file again, or correct the header");
            frames = there;
        }
        List<Located> located = new ArrayList<>();
        int before = 0;
        for (WfdbSignal s : signals) {
            SampleSource source = new PackedSamples(
                    file.get(), s, format.get(), frameSamples, before, s.perFrame(), s.skewFrames(), there);
            located.add(new Located(s, frames, source));
            before += s.perFrame();
        }
        return located;
    }

    /** A file in or below the folder of the header; nothing else may be opened. */
    private Optional<Path> beside(Path of, String fileName, int line) {
        boolean isSafe = !fileName.contains("\\") && !fileName.contains(":");
        try {
            Path relative = Path.of(fileName);
            for (Path part : relative) {
                isSafe &= !part.toString().equals("..");
            }
            if (isSafe && !relative.isAbsolute()) {
                Path file = of.resolveSibling(relative);
                if (Files.isRegularFile(file)) {
                    return Optional.of(file);
                }
                String reason = "names " + Quote.of(fileName) + ", which is not there";
                log.error(of.toString(), line, "", reason, "copy it beside the header");
                return Optional.empty();
            }
        } catch (InvalidPathException e) {
            // Told below, as any other name that leads elsewhere.
        }
        log.error(
                of.toString(),
                line,
                "",
                "names " + Quote.of(fileName) + ", which is not a file beside the header",
                "put it there and write its bare name");
        return Optional.empty();
    }

    /** A part of a signal in a record of segments. */
    private record Part(long firstSample, long samples, SampleSource source) {}

    private List<Channel> segmented(WfdbHeader parsed) throws IOException {
        List<WfdbSignal> layout = new ArrayList<>();
        Map<Integer, List<Part>> parts = new LinkedHashMap<>();
        boolean isVariable = parsed.segments().get(0).frames() == 0;
        long frame = 0;
        for (WfdbHeader.Segment segment : parsed.segments()) {
            if (segment.isGap()) {
                frame += segment.frames();
                continue;
            }
            Optional<Path> file = beside(header, segment.record() + ".hea", segment.line());
            Optional<WfdbHeader> own = file.isEmpty() ? Optional.empty() : header(file.get());
            if (own.isPresent()) {
                if (layout.isEmpty()) {
                    layout.addAll(own.get().signals());
                }
                Path of = file.orElseThrow();
                if (own.get().rateHz() != parsed.rateHz()) {
                    log.error(of.toString(), own.get().line(), "", "has another rate than the record", "");
                } else if (segment.frames() > 0) {
                    addParts(parts, layout, isVariable, own.get(), of, segment, frame);
                }
            }
            frame += segment.frames();
        }
        if (frame > MOST_FRAMES) {
            log.error(header.toString(), parsed.line(), "", "is longer than any recording", "correct the header");
            return List.of();
        }
        if (parsed.frames() > 0 && frame != parsed.frames()) {
            String reason = String.format(
                    Locale.ROOT, "announces %d samples per signal, its segments have %d", parsed.frames(), frame);
            log.error(header.toString(), parsed.line(), "", reason, "correct the header");
        }
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < layout.size(); i++) {
            WfdbSignal s = layout.get(i);
            List<Part> own = parts.getOrDefault(i, List.of());
            channels.add(Channel.of(
                    s.name(),
                    new Unit(s.unit()),
                    parsed.rateHz() * s.perFrame(),
                    frame * s.perFrame(),
                    (from, count, sink) -> readParts(own, from, count, sink)));
        }
        return channels;
    }

    private Optional<WfdbHeader> header(Path file) throws IOException {
        Optional<WfdbHeader> own =
                SourceText.read(file, file.toString(), log).flatMap(text -> WfdbHeader.parse(text, log));
        if (own.isPresent() && !own.get().segments().isEmpty()) {
            log.error(file.toString(), own.get().line(), "", "is a segment that has segments itself", "");
            return Optional.empty();
        }
        return own;
    }

    private void addParts(
            Map<Integer, List<Part>> parts,
            List<WfdbSignal> layout,
            boolean isVariable,
            WfdbHeader own,
            Path of,
            WfdbHeader.Segment segment,
            long frame)
            throws IOException {
        List<Located> located = located(own, of);
        for (Located l : located) {
            int index = isVariable
                    ? indexOf(layout, l.signal().name())
                    : own.signals().indexOf(l.signal());
            if (index < 0 || index >= layout.size() || !isSame(layout.get(index), l.signal())) {
                String reason = "holds " + Quote.of(l.signal().name()) + ", which does not fit the record's signals";
                log.error(of.toString(), l.signal().line(), "", reason, "");
                continue;
            }
            if (l.frames() < segment.frames()) {
                String reason = String.format(
                        Locale.ROOT,
                        "announces %d samples of %s, there are %d",
                        segment.frames(),
                        segment.record(),
                        l.frames());
                log.error(header.toString(), segment.line(), "", reason, "copy the segment again");
            }
            int perFrame = l.signal().perFrame();
            long samples = Math.min(l.frames(), segment.frames()) * perFrame;
            parts.computeIfAbsent(index, i -> new ArrayList<>()).add(new Part(frame * perFrame, samples, l.source()));
        }
    }

    private static boolean isSame(WfdbSignal layout, WfdbSignal signal) {
        return layout.perFrame() == signal.perFrame() && layout.unit().equals(signal.unit());
    }

    private static int indexOf(List<WfdbSignal> layout, String name) {
        for (int i = 0; i < layout.size(); i++) {
            if (layout.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static void readParts(List<Part> parts, long from, long count, SampleSource.Sink sink) throws IOException {
        long at = from;
        long end = from + count;
        for (Part part : parts) {
            long begin = Math.max(at, part.firstSample());
            long stop = Math.min(end, part.firstSample() + part.samples());
            if (begin < stop) {
                Missing.samples(begin - at, sink);
                part.source().read(begin - part.firstSample(), stop - begin, sink);
                at = stop;
            }
        }
        Missing.samples(end - at, sink);
    }
}
