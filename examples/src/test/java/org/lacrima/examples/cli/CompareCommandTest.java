package org.lacrima.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void theExampleStudyGivesASummaryAndAReport() throws IOException {
        Path out = folder.resolve("report");

        Shell shell = Shell.run("compare", example().toString(), "--charts", "--out", out.toString());

        assertThat(shell.status()).as(shell.err()).isZero();
        try (Stream<Path> charts = Files.list(out.resolve("charts"))) {
            List<String> names = charts.map(c -> c.getFileName().toString()).toList();
            assertThat(names).anyMatch(n -> n.endsWith(".svg")).anyMatch(n -> n.endsWith(".png"));
        }
        assertThat(shell.out())
                .contains("12 participants in group crier and 12 in group noncrier")
                .contains("Report: " + out.resolve("report.html").toAbsolutePath());
        String report = Files.readString(out.resolve("report.html"));
        assertThat(report).startsWith("<!DOCTYPE html>").contains("lacrima compare");
        assertThat(out.resolve("tables").resolve("comparison.tsv")).isNotEmptyFile();
        assertThat(out.resolve("tables").resolve("comparison.json")).isNotEmptyFile();
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.map(Path::toString)).noneMatch(f -> f.endsWith(".part"));
        }
    }

    @Test
    void theSameStudyGivesTheSameNumbersAgain() throws IOException {
        Shell once = Shell.run(
                "compare",
                example().toString(),
                "--json",
                "--out",
                folder.resolve("a").toString());
        Shell again = Shell.run(
                "compare",
                example().toString(),
                "--json",
                "--out",
                folder.resolve("b").toString());

        assertThat(again.out()).isEqualTo(once.out());
        JsonNode tables = JSON.readTree(once.out()).path("tables");
        assertThat(tables.path("comparison").path("rows").size()).isGreaterThan(20);
        assertThat(tables.path("persons").path("rows").size()).isGreaterThan(500);
    }

    @Test
    void whatIsWrongWithAFolderIsToldAllAtOnceAndNothingIsWritten() throws IOException {
        Path study = copyOf(example(), folder.resolve("study"));
        edit(study.resolve("lacrima.json"), "\"contrast\"", "\"contrats\"");
        Path out = folder.resolve("report");

        Shell shell = Shell.run("compare", study.toString(), "--out", out.toString());

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err())
                .contains("lacrima.json:", "contrats", "contrast")
                .doesNotContain("\tat ");
        assertThat(shell.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void aGroupOfOneCannotBeCompared() throws IOException {
        Path study = copyOf(example(), folder.resolve("study"));
        List<String> lines = Files.readAllLines(study.resolve("participants.tsv"));
        boolean first = true;
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.contains("\tcrier")) {
                text.append(first ? line : line.replace("\tcrier", "\tother")).append('\n');
                first = false;
            } else {
                text.append(line).append('\n');
            }
        }
        Files.writeString(study.resolve("participants.tsv"), text);

        Shell shell = Shell.run(
                "compare",
                study.toString(),
                "--lenient",
                "--out",
                folder.resolve("r").toString());

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err()).contains("group crier has 1 participant, at least 2 are needed");
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @Test
    void anEmptyFolderAndNoFolderAreTold() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Shell ofEmpty = Shell.run("compare", empty.toString());
        Shell ofNone = Shell.run("compare", folder.resolve("none").toString());

        assertThat(ofEmpty.status()).isEqualTo(1);
        assertThat(ofEmpty.err()).contains("participants.tsv").doesNotContain("\tat ");
        assertThat(ofNone.status()).isEqualTo(1);
        assertThat(ofNone.err()).isNotBlank().doesNotContain("\tat ");
    }

    private static Path example() {
        return Path.of(System.getProperty("lacrima.root", ".."))
                .resolve("examples")
                .resolve("study");
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static Path copyOf(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return target;
    }
}
