package org.lacrima.io.study;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lacrima.core.simulate.SimulatedStudy;
import org.lacrima.core.study.Study;

/**
 * Writes a study as a folder that {@code StudyReader} reads back: BIDS as far as BIDS goes, {@code lacrima.json} for the
 * plan. Times and values are written in the shortest form that gives the same number again, so that the same study makes
 * the same bytes on any machine.
 *
 * <p>The folder appears whole or not at all: it is written under a temporary name beside its place and then moved.
 */
public final class StudyWriter {
    private final String readme;
    private final Map<String, ColumnText> covariates;

    private StudyWriter(String readme, Map<String, ColumnText> covariates) {
        this.readme = readme;
        this.covariates = Collections.unmodifiableMap(new LinkedHashMap<>(covariates));
    }

    /** A writer without a README; covariates are described by their names. */
    public static StudyWriter withDefaults() {
        return new StudyWriter("", Map.of());
    }

    /** The same writer with the text of the README file. */
    public StudyWriter withReadme(String text) {
        return new StudyWriter(text, covariates);
    }

    /**
     * The same writer with a description of a column of the participants table.
     *
     * @param name name of the covariate
     * @param description what it holds, in a sentence
     * @param unit unit of its values, such as {@code years}; empty for words
     */
    public StudyWriter withCovariate(String name, String description, String unit) {
        Map<String, ColumnText> added = new LinkedHashMap<>(covariates);
        added.put(name, new ColumnText(description, unit));
        return new StudyWriter(readme, added);
    }

    /**
     * Writes a study.
     *
     * @param folder where; it must not exist yet, or be empty
     * @throws FileAlreadyExistsException if there is something in the folder
     * @throws IllegalArgumentException if a word of the study holds a tab or a line break
     */
    public void write(Study study, Path folder) throws IOException {
        writeFiles(new StudyFiles(study, covariates), folder);
    }

    /**
     * Writes a simulated study with its truth beside the data, as {@code sourcedata/truth.tsv}; age and sex are
     * described.
     *
     * @param folder where; it must not exist yet, or be empty
     * @throws FileAlreadyExistsException if there is something in the folder
     */
    public void write(SimulatedStudy simulated, Path folder) throws IOException {
        Map<String, ColumnText> described = new LinkedHashMap<>(covariates);
        described.putIfAbsent("age", new ColumnText("Age at the session", "years"));
        described.putIfAbsent("sex", new ColumnText("Sex", ""));
        StudyFiles files = new StudyFiles(simulated.study(), described);
        files.addTable("sourcedata/", simulated.truthTable());
        writeFiles(files, folder);
    }

    private void writeFiles(StudyFiles files, Path folder) throws IOException {
        if (!readme.isEmpty()) {
            files.addText("README", readme);
        }
        requireEmpty(folder);
        Path target = folder.toAbsolutePath();
        Path parent = target.getParent();
        if (parent == null) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Files.createDirectories(parent);
        Path part = Files.createDirectory(
                parent.resolve("." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part"));
        try {
            for (Map.Entry<String, byte[]> file : files.content().entrySet()) {
                Path path = part.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            Files.deleteIfExists(target);
            Files.move(part, target);
        } catch (IOException | RuntimeException e) {
            delete(part);
            throw e;
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString(), null, "is a file, a study is a folder");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new FileAlreadyExistsException(folder.toString(), null, "is not empty: move it away first");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    /** What a data dictionary says of a column. */
    record ColumnText(String description, String unit) {}
}
