package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.simulate.StudyDesign;
import org.lacrima.core.simulate.StudySimulator;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Timeline;
import org.lacrima.core.table.ResultTable;

/** The code on the page of recovery is the code of this test. */
class RecoveryPageTest {
    private static final Path ROOT = Path.of(System.getProperty("lacrima.root", ".."));

    @Test
    void theExampleOfThePageAnswersForEverySimulatedPerson() {
        for (Session session : sessions()) {
            BeatSeries beats = session.beats().orElseThrow();
            Timeline timeline = session.timeline();

            // begin of the example
            Course heart = Course.of(beats, TimeDomain.MEAN_HR, Duration.ofSeconds(10));
            RecoveryAnalysis recovery = RecoveryAnalysis.afterPhase(Role.STRESSOR, Role.RECOVERY)
                    .withBaseline(Baseline.lastOf(Role.BASELINE, Duration.ofMinutes(2)))
                    .withCompeting(EpisodeKind.CRYING);
            Response response = recovery.of(heart, timeline);

            MetricValue left = RecoveryMetric.RESIDUAL_ACTIVATION.of(response);
            CensoredTime back = response.timeToRecovery();
            RecoveryFit curve = response.curve();
            ResultTable everything = response.toTable();

            ResultTable sensitivity = recovery.sensitivity(
                    heart, timeline, Baseline.ofEveryKind(Duration.ofMinutes(1), EpisodeKind.CRYING));
            // end of the example

            assertThat(left.isEstimable()).isTrue();
            assertThat(back.note()).doesNotContain("no band");
            assertThat(curve.residualSd()).isPositive();
            assertThat(everything.rows()).hasSize(RecoveryMetric.values().length);
            assertThat(sensitivity.rows()).hasSize(5);
        }
    }

    @Test
    void theCodeOnThePageIsThatOfTheTest() throws IOException {
        String page = Files.readString(ROOT.resolve("docs").resolve("recovery.md"));
        String source =
                Files.readString(ROOT.resolve("core/src/test/java/org/lacrima/core/recovery/RecoveryPageTest.java"));

        assertThat(code(page, "```java", "```"))
                .isEqualTo(code(source, "// begin of " + "the example", "// end of " + "the example"));
    }

    private static List<String> code(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<Session> sessions() {
        return StudySimulator.of(StudyDesign.withDefaults()).withSeed(1).simulate().study().sessions().stream()
                .limit(4)
                .toList();
    }
}
