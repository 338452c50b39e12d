package org.lacrima.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.core.study.AnalysisPlan;

class TextSummaryTest {

    @Test
    void fitsATerminal() {
        List<String> lines =
                TextSummary.of(MadeStudy.COMPARISON).toString().lines().toList();

        assertThat(lines).hasSizeBetween(10, 40).allMatch(line -> line.length() <= 100);
    }

    @Test
    void saysWhoWasComparedAndWhatRemainsOpen() {
        String words = TextSummary.of(MadeStudy.COMPARISON).toString().replace('\n', ' ');

        assertThat(words)
                .contains("Tears & <recovery>: crier − noncrier")
                .contains("4 participants in group crier and 4 in group noncrier")
                .contains("is not shown to be absent")
                .contains("observed, not assigned")
                .contains("more, all in the report");
    }

    @Test
    void saysWhyGroupsCannotBeCompared() {
        Comparison empty = new Comparison("empty", AnalysisPlan.withDefaults(), List.of(), List.of(), List.of());

        assertThat(TextSummary.of(empty).toString().replace('\n', ' '))
                .contains("cannot be compared: group crier has 0 participants, at least 2 are needed");
    }
}
