package org.lacrima.io.bids;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.SourceText;

/**
 * Reads continuous recordings of BIDS: {@code *_physio.tsv.gz} (or {@code .tsv}), a column per signal and no header, and
 * the JSON beside it or further up that says {@code SamplingFrequency} in Hz, {@code StartTime} in s, {@code Columns}, and
 * per column {@code Units}; a column without {@code Units} is in arbitrary units.
 *
 * <p>Where a sample is missing ({@code n/a}) a signal is cut: what is returned is one signal per uninterrupted piece. A
 * file is read as it is unpacked; one that unpacks to more than a hundred times its size is refused.
 *
 * <p>Specification: BIDS 1.10, physiological recordings and the inheritance principle. Immutable and thread-safe.
 */
public final class PhysioReader {
    /** Below this no file is suspicious: constants pack well. */
    private static final long HARMLESS_BYTES = 8L << 20;

    private static final long MOST_EXPANSION = 100;

    private final Strictness strictness;
    private final Predicate<String> wanted;

    private PhysioReader(Strictness strictness, Predicate<String> wanted) {
        this.strictness = strictness;
        this.wanted = wanted;
    }

    /** A strict reader of all columns. */
    public static PhysioReader withDefaults() {
        return new PhysioReader(Strictness.STRICT, column -> true);
    }

    /** This reader, stricter or more lenient: LENIENT takes a cell that is wrong as missing. */
    public PhysioReader with(Strictness newStrictness) {
        return new PhysioReader(newStrictness, wanted);
    }

    /** This reader for the columns whose name passes; the others are neither kept nor checked. */
    public PhysioReader withColumns(Predicate<String> names) {
        return new PhysioReader(strictness, names);
    }

    /**
     * Reads a recording and its sidecars, those of the folders above up to the root of its dataset included.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if a file cannot be read
     */
    public Loaded<List<SampledSignal>> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        List<SourceText> sidecars = new ArrayList<>();
        for (Path sidecar : sidecarsOf(file)) {
            SourceText.read(sidecar, sidecar.toString(), log).ifPresent(sidecars::add);
        }
        return log.loaded(read(file, file.toString(), sidecars, log).orElseThrow(log::failure), strictness);
    }

    /**
     * Reads the one signal of a text that has a number per line and no sidecar.
     *
     * @param signal what is measured
     * @param rateHz samples per second, positive
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<List<SampledSignal>> readColumn(Path file, String signal, double rateHz) throws IOException {
        ReadLog log = new ReadLog();
        PhysioSidecar sidecar = PhysioSidecar.ofOneColumn(signal, rateHz);
        return log.loaded(signals(file, file.toString(), sidecar, log).orElseThrow(log::failure), strictness);
    }

    /**
     * Reads a recording whose sidecars are at hand.
     *
     * @param name what messages call the file
     * @param sidecars its sidecars, the strongest last
     * @param log takes what is wrong
     * @return one signal per uninterrupted piece, or empty where the recording cannot be used
     * @throws IOException if the file cannot be read
     */
    public Optional<List<SampledSignal>> read(Path file, String name, List<SourceText> sidecars, ReadLog log)
            throws IOException {
        Optional<PhysioSidecar> sidecar = PhysioSidecar.of(name, sidecars, log);
        return sidecar.isEmpty() ? Optional.empty() : signals(file, name, sidecar.get(), log);
    }

    private Optional<List<SampledSignal>> signals(Path file, String name, PhysioSidecar sidecar, ReadLog log)
            throws IOException {
        List<String> columns = sidecar.columns();
        boolean[] isWanted = new boolean[columns.size()];
        for (int c = 0; c < isWanted.length; c++) {
            isWanted[c] = wanted.test(columns.get(c));
        }
        PhysioTable table = new PhysioTable(name, sidecar, isWanted, log);
        long packed = Files.size(file);
        boolean isPacked = name.toLowerCase(Locale.ROOT).endsWith(".gz");
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream text = isPacked && packed > 0 ? new GZIPInputStream(raw, 1 << 14) : raw) {
            if (!table.read(text, isPacked ? Math.max(HARMLESS_BYTES, MOST_EXPANSION * packed) : Long.MAX_VALUE)) {
                return Optional.empty();
            }
        } catch (ZipException | EOFException e) {
            log.error(name, 0, "", "is not a gzip file, or damaged", "pack it again, or copy it from its source");
            return Optional.empty();
        }
        List<SampledSignal> signals = new ArrayList<>();
        for (int c = 0; c < isWanted.length; c++) {
            if (isWanted[c]) {
                addPieces(signals, sidecar, c, table.column(c), name, log);
            }
        }
        return Optional.of(signals);
    }

    private static void addPieces(
            List<SampledSignal> signals, PhysioSidecar sidecar, int c, double[] samples, String name, ReadLog log) {
        int missing = 0;
        int from = 0;
        for (int i = 0; i <= samples.length; i++) {
            if (i < samples.length && !Double.isNaN(samples[i])) {
                continue;
            }
            missing += i < samples.length ? 1 : 0;
            if (i > from) {
                signals.add(SampledSignal.of(
                        sidecar.columns().get(c),
                        sidecar.units().get(c),
                        sidecar.rateHz(),
                        sidecar.startSeconds() + from / sidecar.rateHz(),
                        Arrays.copyOfRange(samples, from, i)));
            }
            from = i + 1;
        }
        if (missing > 0) {
            log.note(String.format(
                    Locale.ROOT,
                    "%s: %d of %d samples of %s are missing; the signal is cut there",
                    name,
                    missing,
                    samples.length,
                    sidecar.columns().get(c)));
        }
    }

    /** The sidecars of a file in its folder and those above, as far as its dataset reaches; the strongest last. */
    private static List<Path> sidecarsOf(Path file) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        BidsName name = BidsName.parse(String.valueOf(whole.getFileName()));
        List<Path> sidecars = new ArrayList<>();
        for (Path folder : levels(whole, name)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.filter(p -> nameOf(p).describes(name))
                        .sorted(Comparator.comparingInt(
                                p -> nameOf(p).entities().size()))
                        .forEach(sidecars::add);
            }
        }
        return sidecars;
    }

    private static BidsName nameOf(Path path) {
        return BidsName.parse(String.valueOf(path.getFileName()));
    }

    /** The folders from the root of the dataset down to that of the file; only that one where there is no dataset. */
    private static List<Path> levels(Path file, BidsName name) {
        List<Path> levels = new ArrayList<>();
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            levels.add(0, folder);
            Path parent = folder.getParent();
            boolean isPerson = name.entities().contains(String.valueOf(folder.getFileName()))
                    && String.valueOf(folder.getFileName()).startsWith("sub-");
            if (isPerson && parent != null) {
                levels.add(0, parent);
                return levels;
            }
        }
        Path own = file.getParent();
        return own == null ? List.of() : List.of(own);
    }
}
