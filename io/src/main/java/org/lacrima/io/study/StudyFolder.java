package org.lacrima.io.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.SourceText;

/** The files of a study by their paths in its folder. Nothing outside the folder is ever opened, by name or by link. */
final class StudyFolder {
    private final Path root;
    private final ReadLog log;

    StudyFolder(Path folder, ReadLog log) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "there is no such study folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        this.root = folder.toRealPath();
        this.log = log;
    }

    String name() {
        Path name = root.getFileName();
        return name == null ? root.toString() : name.toString();
    }

    /** The file of a path, if it is there; a path that leads outside is an error. */
    Optional<Path> find(String relative) throws IOException {
        Path path;
        try {
            path = root.resolve(relative).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!path.startsWith(root)) {
            return outside(relative);
        }
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        return path.toRealPath().startsWith(root) ? Optional.of(path) : outside(relative);
    }

    private Optional<Path> outside(String relative) {
        log.error(relative, 0, "", "leads outside the study folder", "copy the file into the folder");
        return Optional.empty();
    }

    /** The text of a path, if there is such a file and it is text. */
    Optional<SourceText> text(String relative) throws IOException {
        Optional<Path> file = find(relative);
        return file.isEmpty() ? Optional.empty() : SourceText.read(file.get(), relative, log);
    }

    boolean has(String relative) throws IOException {
        return find(relative).isPresent();
    }

    /** Names of the entries of a folder, in order; none where there is no such folder. */
    List<String> list(String relative) throws IOException {
        Optional<Path> folder = folder(relative);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder.get())) {
            return entries.map(p -> String.valueOf(p.getFileName())).sorted().toList();
        }
    }

    boolean hasFolder(String relative) {
        return folder(relative).isPresent();
    }

    private Optional<Path> folder(String relative) {
        try {
            Path folder = root.resolve(relative).normalize();
            return folder.startsWith(root) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(folder)
                    : Optional.empty();
        } catch (InvalidPathException notAName) {
            return Optional.empty();
        }
    }
}
