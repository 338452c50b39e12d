package org.lacrima.io.edf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.Unit;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Recording;
import org.lacrima.io.SampleSource;
import org.lacrima.io.Stretch;
import org.lacrima.io.Strictness;
import org.lacrima.io.binary.BinaryFile;
import org.lacrima.io.binary.Encoding;
import org.lacrima.io.binary.InterleavedSamples;

/**
 * Reads EDF and BDF, plain and plus: signals of any rates in records, annotations, recordings that were interrupted
 * ({@code EDF+D}). Time 0 is the start that the header states; the first record may begin a fraction of a second later.
 *
 * <p>Specification: Kemp et al. 1992, doi:10.1016/0013-4694(92)90009-7; Kemp and Olivan 2003,
 * doi:10.1016/S1388-2457(03)00123-8. Immutable and thread-safe.
 */
public final class EdfReader {
    /** Records that follow within this share of their length follow at once: onsets are written with few digits. */
    private static final double CONTIGUOUS = 1e-4;

    private final Strictness strictness;

    private EdfReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** A strict reader. */
    public static EdfReader withDefaults() {
        return new EdfReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient. */
    public EdfReader with(Strictness newStrictness) {
        return new EdfReader(newStrictness);
    }

    /** Whether a file that starts with these bytes is EDF or BDF. */
    public static boolean matches(byte[] head) {
        String edf = "0       ";
        String bdf = "\u00ffBIOSEMI";
        if (head.length < EdfHeader.FIXED_BYTES) {
            return false;
        }
        boolean isEdf = true;
        boolean isBdf = true;
        for (int i = 0; i < edf.length(); i++) {
            isEdf &= (head[i] & 0xFF) == edf.charAt(i);
            isBdf &= (head[i] & 0xFF) == bdf.charAt(i);
        }
        return isEdf || isBdf;
    }

    /**
     * Reads a recording; its samples stay in the file until they are asked for.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<Recording> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        String name = file.toString();
        try (BinaryFile in = BinaryFile.open(file)) {
            EdfHeader header = EdfHeader.read(in, name, log).orElseThrow(log::failure);
            TimeStampedLists lists = TimeStampedLists.read(in, header, name, log);
            List<Channel> channels = new ArrayList<>();
            for (EdfSignal signal : header.signals()) {
                if (!signal.isAnnotations() && signal.samplesPerRecord() > 0) {
                    channels.add(channel(file, header, signal, stretches(header, signal, lists, name, log)));
                }
            }
            Recording recording = Recording.of(format(header), channels)
                    .withMarkers(lists.markers())
                    .withJournal(journal(header));
            return log.loaded(header.start() == null ? recording : recording.startedAt(header.start()), strictness);
        }
    }

    private static String format(EdfHeader header) {
        String family = header.isBdf() ? "BDF" : "EDF";
        return header.variant().startsWith(family + "+") ? header.variant() : family;
    }

    private static Channel channel(Path file, EdfHeader header, EdfSignal signal, List<Stretch> stretches) {
        int bytes = header.sampleBytes();
        SampleSource source = new InterleavedSamples(
                file,
                header.dataOffset(),
                header.recordBytes(),
                InterleavedSamples.Places.consecutive(signal.offsetInRecord(), signal.samplesPerRecord(), bytes),
                header.isBdf() ? Encoding.INT24_LITTLE : Encoding.INT16_LITTLE,
                signal::physical);
        double rate = signal.samplesPerRecord() / header.recordSeconds();
        Unit unit = signal.isCalibrated() ? new Unit(signal.unit()) : Unit.ONE;
        return Channel.of(signal.label(), unit, rate, stretches, source);
    }

    private static List<Stretch> stretches(
            EdfHeader header, EdfSignal signal, TimeStampedLists lists, String name, ReadLog log) {
        double[] starts = lists.starts();
        double seconds = header.recordSeconds();
        int perRecord = signal.samplesPerRecord();
        double rate = perRecord / seconds;
        if (starts.length == 0) {
            return List.of(new Stretch(0, header.records() * perRecord, 0, rate));
        }
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        double begin = Double.isNaN(starts[0]) ? 0 : starts[0];
        boolean isInterrupted = header.variant().endsWith("+D");
        for (int r = 1; r < starts.length && isInterrupted; r++) {
            double expected = begin + (r - from) * seconds;
            if (Double.isNaN(starts[r]) || Math.abs(starts[r] - expected) <= CONTIGUOUS * seconds) {
                continue;
            }
            if (starts[r] < expected) {
                log.warning(
                        name,
                        0,
                        "record " + r,
                        String.format(Locale.ROOT, "starts at %s s, before the one before ends", starts[r]),
                        "");
            }
            stretches.add(new Stretch((long) from * perRecord, (long) (r - from) * perRecord, begin, rate));
            from = r;
            begin = starts[r];
        }
        stretches.add(new Stretch((long) from * perRecord, (header.records() - from) * perRecord, begin, rate));
        return stretches;
    }

    private static List<String> journal(EdfHeader header) {
        List<String> journal = new ArrayList<>();
        journal.add("patient: " + header.patient());
        journal.add("recording: " + header.recording());
        for (EdfSignal signal : header.signals()) {
            if (!signal.transducer().isEmpty()) {
                journal.add(signal.label() + ": transducer " + signal.transducer());
            }
            if (!signal.prefilter().isEmpty()) {
                journal.add(signal.label() + ": prefilter " + signal.prefilter());
            }
        }
        return journal;
    }
}
