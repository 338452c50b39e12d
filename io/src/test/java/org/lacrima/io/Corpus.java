package org.lacrima.io;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real recordings beside the repository; tests that need them are skipped where they are absent. */
public final class Corpus {
    private Corpus() {}

    public static Path folder(String name) {
        String root = System.getProperty("lacrima.corpus", "");
        assumeThat(root)
                .as("real recordings: build with -Dlacrima.corpus=FOLDER to run this test")
                .isNotEmpty();
        Path folder = Path.of(root).resolve(name);
        assumeThat(Files.isDirectory(folder))
                .as("real recordings: %s is not there", folder)
                .isTrue();
        return folder;
    }

    /** Expected values made by readers that we did not write. */
    public static JsonNode oracle(String name) throws IOException {
        Path file = folder(".").resolve("../oracles").resolve(name).normalize();
        assumeThat(Files.isRegularFile(file))
                .as("expected values: %s is not there", file)
                .isTrue();
        return new ObjectMapper().readTree(file.toFile());
    }
}
