package org.lacrima.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The example of docs/statistics.md says what it should. */
class DoesCryingHelpTest {

    @Test
    void answersInSentencesAndSaysWhereThereIsNoAnswer() {
        StringWriter said = new StringWriter();

        DoesCryingHelp.print(new PrintWriter(said, true));

        assertThat(said.toString())
                .contains("Welch t: t(")
                .contains("Mann–Whitney U = ")
                .contains("TOST within [−0.50, 0.50]: ")
                .contains("not estimable: ")
                .contains("5 of 6 had the event, median ")
                .contains("log-rank test")
                .contains("3 studies, mean effect = ")
                .contains("logrank: 1 rows of 4 columns")
                .contains("logrank_groups: 2 rows of 5 columns")
                .doesNotContain("NaN");
    }
}
