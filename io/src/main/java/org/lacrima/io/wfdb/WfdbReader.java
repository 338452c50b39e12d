package org.lacrima.io.wfdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Recording;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.SourceText;

/**
 * Reads records of WFDB, the format of PhysioNet: the header {@code .hea}, its signal files (formats 8, 16, 24, 32, 61,
 * 80, 160, 212, 310, 311), records of segments of fixed and variable layout, and annotations.
 *
 * <p>Each signal comes at its own rate: one with several samples per frame is not averaged. Samples that the format marks
 * as missing are missing. LENIENT returns what is there where a signal file is absent or shorter than announced.
 *
 * <p>Specification: WFDB Applications Guide, header(5), signal(5), annot(5) (G. B. Moody, MIT). Immutable and thread-safe.
 */
public final class WfdbReader {
    private static final List<String> USUAL_ANNOTATORS =
            List.of("atr", "ari", "ecg", "qrs", "wqrs", "sqrs", "gqrs", "ann", "apn", "st");
    private static final int MOST_ANNOTATION_BYTES = 1 << 28;

    private final Strictness strictness;
    private final List<String> annotators;

    private WfdbReader(Strictness strictness, List<String> annotators) {
        this.strictness = strictness;
        this.annotators = annotators;
    }

    /** A strict reader that takes the annotations of the usual names with the record. */
    public static WfdbReader withDefaults() {
        return new WfdbReader(Strictness.STRICT, USUAL_ANNOTATORS);
    }

    /** This reader, stricter or more lenient. */
    public WfdbReader with(Strictness newStrictness) {
        return new WfdbReader(newStrictness, annotators);
    }

    /** This reader taking annotations of these annotators: extensions of files beside the header. */
    public WfdbReader withAnnotators(String... extensions) {
        return new WfdbReader(strictness, List.of(extensions));
    }

    /** Whether a file that starts with these bytes can be a header. */
    public static boolean matches(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
        }
        return WfdbHeader.matches(new String(head, StandardCharsets.ISO_8859_1));
    }

    /**
     * Reads a record; its signals stay in their files until they are asked for.
     *
     * @param header its header, {@code .hea}
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if a file cannot be read
     */
    public Loaded<Recording> read(Path header) throws IOException {
        ReadLog log = new ReadLog();
        WfdbHeader parsed = SourceText.read(header, header.toString(), log)
                .flatMap(text -> WfdbHeader.parse(text, log))
                .orElseThrow(log::failure);
        WfdbRecord record = new WfdbRecord(header, log);
        List<Channel> channels = record.channels(parsed);
        if (channels.isEmpty() && log.hasErrors()) {
            throw log.failure();
        }
        String format = parsed.segments().isEmpty() ? "WFDB" : "WFDB segments";
        Recording recording = Recording.of(format, channels)
                .withMarkers(markers(header, parsed, channels, log))
                .withJournal(parsed.comments());
        return log.loaded(parsed.start() == null ? recording : recording.startedAt(parsed.start()), strictness);
    }

    /**
     * Reads an annotation file.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<List<WfdbAnnotation>> readAnnotations(Path file) throws IOException {
        ReadLog log = new ReadLog();
        AnnotationFile annotations = annotations(file, log).orElseThrow(log::failure);
        return log.loaded(annotations.annotations(), strictness);
    }

    private static Optional<AnnotationFile> annotations(Path file, ReadLog log) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_ANNOTATION_BYTES + 1);
        }
        if (bytes.length > MOST_ANNOTATION_BYTES) {
            log.error(file.toString(), 0, "", "is larger than any file of annotations", "give the annotator's name");
            return Optional.empty();
        }
        return AnnotationFile.parse(bytes, file.toString(), log);
    }

    private List<Marker> markers(Path header, WfdbHeader parsed, List<Channel> channels, ReadLog log)
            throws IOException {
        List<Marker> markers = new ArrayList<>();
        String name = String.valueOf(header.getFileName());
        String stem = name.toLowerCase(Locale.ROOT).endsWith(".hea") ? name.substring(0, name.length() - 4) : name;
        for (String annotator : annotators) {
            Path file = header.resolveSibling(stem + "." + annotator);
            if (!Files.isRegularFile(file)) {
                continue;
            }
            Optional<AnnotationFile> annotations = annotations(file, log);
            if (annotations.isEmpty()) {
                continue;
            }
            double ticks = annotations.get().ticksHz().orElse(parsed.rateHz());
            for (WfdbAnnotation a : annotations.get().annotations()) {
                String channel = a.channel() > 0 && a.channel() < channels.size()
                        ? channels.get(a.channel()).name()
                        : "";
                markers.add(new Marker(a.sample() / ticks, 0, a.symbol(), a.text(), channel));
            }
            log.note(String.format(
                    Locale.ROOT,
                    "%s: %d annotations",
                    file,
                    annotations.get().annotations().size()));
        }
        return markers;
    }
}
