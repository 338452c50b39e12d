package org.lacrima.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryGridTest {
    @TempDir
    private Path folder;

    @Test
    void writesItsTablesBetweenTheMarksAndTheSameEachTime() throws IOException {
        Path page = folder.resolve("recovery.md");
        Files.writeString(page, """
                before
                <!-- made by org.lacrima.examples.RecoveryGrid -->
                yesterday
                <!-- end -->
                after
                """);

        RecoveryGrid.main(new String[] {page.toString(), "5"});
        String once = Files.readString(page);
        RecoveryGrid.main(new String[] {page.toString(), "5"});

        assertThat(once)
                .startsWith("before\n")
                .endsWith("<!-- end -->\nafter\n")
                .contains("| 60 s | 10 SD | 0.3 |", "| 20 s |", "| 300–600 s | 0 s | 100.0 % |")
                .doesNotContain("yesterday");
        assertThat(page).hasContent(once);
    }

    @Test
    void thePageOfRecoveryHoldsItsTables() throws IOException {
        String page = Files.readString(
                Path.of(System.getProperty("lacrima.root", "..")).resolve("docs/recovery.md"));

        assertThat(page).contains("1000 persons a line").contains("| 60 s | 10 SD | 0.3 |");
    }
}
