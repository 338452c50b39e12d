package org.lacrima.io.rr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.SourceText;

/**
 * Reads RR intervals from plain text: one interval per line, or one beat time per line, or a table with times and
 * intervals; in milliseconds, seconds or samples; with or without a header, comments ({@code #}, {@code %}, {@code //})
 * and labels. So write Kubios, Elite HRV, Polar Sensor Logger, HRV Logger, FatMaxxer, HRVAS ({@code .ibi}) and PhysioNet.
 * The files that Polar ({@code .hrm}), Suunto (SML, {@code .sdf}), VNS Analyse, the Empatica E4 ({@code IBI.csv}) and FIT
 * devices write around their intervals are known by their content. A file that holds a heart rate, results over windows
 * or a sampled wave ({@link HeartData}) is refused with the reason.
 *
 * <pre>{@code
 * BeatSeries beats = RrReader.withDefaults().read(Path.of("p07_rr.csv")).value();
 * }</pre>
 *
 * <p>What the file does not say is decided by its numbers, and each decision is a note of the result:
 *
 * <ul>
 *   <li><b>Unit.</b> Unless given or named in the header ({@code rr_ms}, {@code ibi (s)}): seconds where the median lies in
 *       0.1–3, milliseconds where it lies in 300–3000. Anything else (heart rates, samples) is an error that asks for
 *       the unit, and so is a file of which a part is in another unit than the rest.
 *   <li><b>Intervals or times.</b> Numbers that only grow, by steps as long as heart periods, are times of beats. Whole
 *       numbers that grow may count samples: they are refused unless the unit is given.
 *   <li><b>Times.</b> A time column gives each interval its place: it is the time of the beat that ends the interval, or,
 *       where that fits the numbers better, of the one that begins it. Intervals that do not follow each other in time
 *       are not contiguous. Without times the intervals follow each other from 0 s.
 *   <li><b>Decimal comma.</b> Taken where no other reading of the file makes sense, with a warning.
 * </ul>
 *
 * <p>Intervals are taken as they are written, however long: plausibility is for artifact correction to judge. Intervals
 * above 5 s are pointed out by a warning, since some archives write lost signal and the offset of the first beat as
 * intervals; {@link #withGapsAbove} reads those as gaps. An interval that is no positive number is an error;
 * {@link Strictness#LENIENT} leaves it out, and the next interval then follows a gap.
 */
public final class RrReader {
    /** A FIT file of a day holds a few MB. */
    private static final int MOST_FIT_BYTES = 256 * 1024 * 1024;

    private final Strictness strictness;
    private final Optional<RrUnit> unit;
    private final RrContent content;
    private final Optional<DecimalMark> decimalMark;
    private final double gapsAboveMillis;

    private RrReader(
            Strictness strictness,
            Optional<RrUnit> unit,
            RrContent content,
            Optional<DecimalMark> decimalMark,
            double gapsAboveMillis) {
        this.strictness = strictness;
        this.unit = unit;
        this.content = content;
        this.decimalMark = decimalMark;
        this.gapsAboveMillis = gapsAboveMillis;
    }

    /** Strict; unit, content and decimal mark decided by the file; long intervals kept. */
    public static RrReader withDefaults() {
        return new RrReader(
                Strictness.STRICT, Optional.empty(), RrContent.DETECTED, Optional.empty(), Double.POSITIVE_INFINITY);
    }

    /** This reader, stricter or more lenient. */
    public RrReader with(Strictness newStrictness) {
        return new RrReader(newStrictness, unit, content, decimalMark, gapsAboveMillis);
    }

    /** This reader, told what the numbers count. */
    public RrReader with(RrUnit newUnit) {
        return new RrReader(strictness, Optional.of(newUnit), content, decimalMark, gapsAboveMillis);
    }

    /** This reader, told what a single column holds. */
    public RrReader with(RrContent newContent) {
        return new RrReader(strictness, unit, newContent, decimalMark, gapsAboveMillis);
    }

    /** This reader, told the decimal mark. */
    public RrReader with(DecimalMark newDecimalMark) {
        return new RrReader(strictness, unit, content, Optional.of(newDecimalMark), gapsAboveMillis);
    }

    /** This reader, taking intervals longer than given as lost signal: time passes, and the next interval follows a gap. */
    public RrReader withGapsAbove(Duration longest) {
        return new RrReader(strictness, unit, content, decimalMark, longest.toNanos() / 1e6);
    }

    /**
     * Reads a file; a name that ends in {@code .gz} is decompressed.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<BeatSeries> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        Optional<BeatSeries> beats = read(file, nameOf(file), log);
        return log.loaded(beats.orElseThrow(log::failure), strictness);
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /**
     * Reads a file with what was marked in it. HRV Logger keeps its markers in a second file, {@code …_Events_…} beside
     * {@code …_RR_…}, which is read too.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if a file cannot be read
     */
    public Loaded<BeatRecording> readRecording(Path file) throws IOException {
        ReadLog log = new ReadLog();
        BeatRecording recording = recording(file, nameOf(file), log).orElseThrow(log::failure);
        Path events = file.resolveSibling(nameOf(file).replace("_RR_", "_Events_"));
        if (nameOf(file).contains("_RR_") && Files.isRegularFile(events)) {
            List<Marker> markers = new ArrayList<>(recording.markers());
            markers.addAll(HrvLoggerEvents.read(events, nameOf(events), log));
            recording = new BeatRecording(recording.beats(), markers, recording.start());
        }
        return log.loaded(recording, strictness);
    }

    /**
     * Reads the markers that HRV Logger keeps in a file {@code …_Events_….csv}, in order of time.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<List<Marker>> readMarkers(Path file) throws IOException {
        ReadLog log = new ReadLog();
        List<Marker> markers = HrvLoggerEvents.read(file, nameOf(file), log);
        return log.loaded(markers, strictness);
    }

    /**
     * Reads a file as part of a larger reading.
     *
     * @param file what to read
     * @param name what messages call it
     * @param log takes problems and notes
     * @return the beats that could be read, or empty where there is none; the log then says why
     */
    public Optional<BeatSeries> read(Path file, String name, ReadLog log) throws IOException {
        return recording(file, name, log).map(BeatRecording::beats);
    }

    /** Reads text that is at hand; see {@link #read(Path, String, ReadLog)}. */
    public Optional<BeatSeries> read(SourceText text, ReadLog log) {
        return recording(text, log).map(BeatRecording::beats);
    }

    private Optional<BeatRecording> recording(Path file, String name, ReadLog log) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(14);
            if (FitBeats.isFit(head)) {
                return FitBeats.read(name, concatenated(head, in.readNBytes(MOST_FIT_BYTES)), log);
            }
        }
        Optional<SourceText> text = SourceText.read(file, name, log);
        return text.isEmpty() ? Optional.empty() : recording(text.get(), log);
    }

    private static byte[] concatenated(byte[] head, byte[] rest) {
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    private Optional<BeatRecording> recording(SourceText text, ReadLog log) {
        Optional<IntervalText> table = RrDialect.tableOf(text, log);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Optional<RrUnit> known = unit.or(() -> table.get().unit());
        return RrColumns.of(table.get().table(), decimalMark, log)
                .flatMap(columns -> new RrInterpretation(columns, known, content, gapsAboveMillis, log).beats())
                .map(beats -> new BeatRecording(
                        beats, table.get().markers(), table.get().start()));
    }
}
