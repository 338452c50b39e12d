package org.lacrima.io.wearable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/**
 * Reads a session of an Empatica E4: a folder with {@code IBI.csv}, {@code BVP.csv}, {@code EDA.csv}, {@code TEMP.csv},
 * {@code ACC.csv}, {@code HR.csv} and {@code tags.csv}, as many of them as there are, or the zip archive that they come in.
 *
 * <pre>{@code
 * E4Session session = E4Reader.withDefaults().read(Path.of("1680686620_A01.zip")).value();
 * BeatSeries beats = session.beats().orElseThrow();
 * }</pre>
 *
 * <p>An archive is read in memory: nothing is written. One with an entry that would lead out of a folder is refused.
 */
public final class E4Reader {
    private static final List<String> NAMES =
            List.of("IBI.csv", "BVP.csv", "EDA.csv", "TEMP.csv", "ACC.csv", "HR.csv", "tags.csv");
    private static final int MOST_ENTRIES = 1000;

    private final Strictness strictness;

    private E4Reader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** Strict. */
    public static E4Reader withDefaults() {
        return new E4Reader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient: then a file with an error is left out. */
    public E4Reader with(Strictness newStrictness) {
        return new E4Reader(newStrictness);
    }

    /**
     * Reads a folder or an archive.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if a file cannot be read
     */
    public Loaded<E4Session> read(Path folderOrArchive) throws IOException {
        ReadLog log = new ReadLog();
        Map<String, SourceText> texts =
                Files.isDirectory(folderOrArchive) ? inFolder(folderOrArchive, log) : inArchive(folderOrArchive, log);
        if (texts.isEmpty() && !log.hasErrors()) {
            Path name = folderOrArchive.getFileName();
            log.error(
                    String.valueOf(name == null ? folderOrArchive : name),
                    0,
                    "",
                    "holds none of " + String.join(", ", NAMES),
                    "choose the folder of one session");
        }
        Optional<E4Session> session = new E4Files(texts, log).session();
        return log.loaded(session.orElseThrow(log::failure), strictness);
    }

    private static Map<String, SourceText> inFolder(Path folder, ReadLog log) throws IOException {
        Map<String, SourceText> texts = new LinkedHashMap<>();
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                SourceText.read(file, name, log).ifPresent(t -> texts.put(name, t));
            }
        }
        return texts;
    }

    private static Map<String, SourceText> inArchive(Path archive, ReadLog log) throws IOException {
        Path last = archive.getFileName();
        String file = last == null ? archive.toString() : last.toString();
        Map<String, SourceText> texts = new LinkedHashMap<>();
        List<String> unused = new ArrayList<>();
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName().replace('\\', '/');
                if (isUnsafe(path)) {
                    log.error(
                            file,
                            0,
                            "entry " + Quote.of(path),
                            "leads out of the archive: nobody's recording does that",
                            "do not open the archive; ask where it comes from");
                    return Map.of();
                }
                if (++entries > MOST_ENTRIES) {
                    log.error(file, 0, "", "has more than " + MOST_ENTRIES + " entries", "choose one session");
                    return Map.of();
                }
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (!NAMES.contains(name)) {
                    unused.add(name);
                    continue;
                }
                if (texts.containsKey(name)) {
                    log.error(file, 0, "", "has " + name + " twice", "choose the archive of one session");
                    continue;
                }
                byte[] bytes = zip.readNBytes(SourceText.MOST_BYTES + 1);
                SourceText.of(bytes, name, log).ifPresent(t -> texts.put(name, t));
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // The last is what the library throws at names that are not text.
            log.error(file, 0, "", "is a damaged or truncated zip archive", "copy it again from its source");
        }
        unused.stream()
                .filter(n -> !n.isEmpty() && !n.equals("info.txt"))
                .limit(20)
                .forEach(n -> log.note(file + ": " + Quote.of(n) + " was not read"));
        return texts;
    }

    private static boolean isUnsafe(String path) {
        return path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/", -1)).contains("..");
    }
}
