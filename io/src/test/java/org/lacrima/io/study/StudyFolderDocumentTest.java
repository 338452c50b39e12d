package org.lacrima.io.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.SourceText;

/** The page on the study folder says what the reader does. */
class StudyFolderDocumentTest {
    private static String page() throws IOException {
        Path page = Path.of(System.getProperty("lacrima.root", "..")).resolve("docs/study-folder.md");
        assumeThat(page).as("the documentation is beside the sources").exists();
        return Files.readString(page);
    }

    private static List<String> plans() throws IOException {
        return Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(page())
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void itsPlansAreReadWithoutAProblem() throws IOException {
        assertThat(plans()).hasSize(2);
        for (String plan : plans()) {
            ReadLog log = new ReadLog();
            PlanFile.parse(SourceText.of("lacrima.json", plan), log);
            assertThat(log.problems()).isEmpty();
        }
    }

    @Test
    void itNamesTheDefaults() throws IOException {
        AnalysisPlan defaults = AnalysisPlan.withDefaults();

        assertThat(page())
                .contains("| `task` | `\"" + defaults.task() + "\"` |")
                .contains("| `minimumPhaseSeconds` | " + (int) defaults.minimumPhaseSeconds() + " |")
                .contains("| `minimumReactivityPercent` | " + (int) defaults.minimumReactivityPercent() + " |")
                .contains("| `correction` | `\"" + defaults.correction().key() + "\"` |")
                .contains("| `maximumCorrectedPercent` | " + (int) defaults.maximumCorrectedPercent() + " |")
                .contains("| `metrics` | `[\"" + String.join("\", \"", defaults.metrics()) + "\"]` |")
                .contains("| `confidence` | " + defaults.confidence() + " |")
                .contains("| `seed` | " + defaults.seed() + " |");
    }
}
