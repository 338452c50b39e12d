package org.lacrima.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("out/report.html");

        AtomicFile.writeText(file, "first");
        AtomicFile.writeText(file, "zweite Fassung, ä");

        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("zweite Fassung, ä");
        assertThat(folder.resolve("out")).isDirectoryContaining(f -> f.equals(file));
        assertThat(folder.resolve("out").toFile().list()).containsExactly("report.html");
    }

    @Test
    void leavesNoPartBehindWhenItFails() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();

        assertThatThrownBy(() -> AtomicFile.writeText(taken, "x")).isInstanceOf(IOException.class);

        assertThat(folder.toFile().list()).containsExactly("taken");
    }
}
