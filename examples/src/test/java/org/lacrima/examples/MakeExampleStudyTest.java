package org.lacrima.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeExampleStudyTest {
    @TempDir
    Path temporary;

    @Test
    void makesTheCommittedStudyAgainByteByByteTheSignalsUnpacked() throws IOException {
        Path committed = committedStudy();
        Path made = temporary.resolve("study");

        MakeExampleStudy.write(made);

        Map<String, byte[]> expected = files(committed);
        Map<String, byte[]> actual = files(made);
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(actual.get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void isSmallEnoughForARepository() throws IOException {
        long bytes = 0;
        try (Stream<Path> walk = Files.walk(committedStudy())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }

        assertThat(bytes).isLessThan(3_000_000);
    }

    private static Path committedStudy() {
        return List.of(
                        Path.of("study"),
                        Path.of("examples", "study"),
                        Path.of(System.getProperty("lacrima.root", ""), "examples", "study"))
                .stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            f -> folder.relativize(f).toString().replace('\\', '/'),
                            MakeExampleStudyTest::bytes,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    /** What a file holds: the bytes of a compressed one depend on the machine's version of zlib. */
    private static byte[] bytes(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
