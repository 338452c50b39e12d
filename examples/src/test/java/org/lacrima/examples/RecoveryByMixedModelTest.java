package org.lacrima.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacrima.io.study.StudyReader;

/** The example of docs/models.md, run on the committed study. */
class RecoveryByMixedModelTest {

    @Test
    void answersInSentences() throws IOException {
        Path study = Stream.of(
                        Path.of("study"),
                        Path.of("examples", "study"),
                        Path.of(System.getProperty("lacrima.root", ""), "examples", "study"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        StringWriter said = new StringWriter();

        RecoveryByMixedModel.print(StudyReader.withDefaults().read(study).value(), new PrintWriter(said, true));

        assertThat(said.toString())
                .contains("lnRMSSD ~ group + phase + group:phase + (1 | participant) (REML)")
                .contains("group:phase: F(3, ")
                .contains("(Satterthwaite)")
                .contains("baseline, crier − noncrier: difference = ")
                .doesNotContain("NaN", "did not converge");
    }
}
