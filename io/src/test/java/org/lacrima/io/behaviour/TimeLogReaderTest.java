package org.lacrima.io.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.io.Corpus;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;
import org.lacrima.io.TextMutants;

class TimeLogReaderTest {
    private static final String LOG =
            "\uFEFFsubject;condition;Baseline;Stress;Recovery;End\r\nVp01;crier;23:50:00;23:55:30;0:05;00:20:00\r\n";

    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), content);
    }

    @Test
    void makesPhasesOfClockTimesAcrossMidnight() throws IOException {
        TimeLog log = TimeLogReader.withDefaults().read(file(LOG)).value().get(0);

        assertThat(log.participant()).isEqualTo("Vp01");
        assertThat(log.group()).isEqualTo("crier");
        assertThat(log.start()).isEqualTo(LocalTime.of(23, 50));
        assertThat(log.timeline().phases())
                .containsExactly(
                        new Phase("Baseline", Role.BASELINE, new Window(0, 330)),
                        new Phase("Stress", Role.STRESSOR, new Window(330, 900)),
                        new Phase("Recovery", Role.RECOVERY, new Window(900, 1800)));
    }

    @Test
    void neverFailsOtherwiseThanByItsReasons() throws IOException {
        TextMutants.of(file(LOG), 11, TimeLogReader.withDefaults().with(Strictness.LENIENT)::read);
    }

    /** Expected values: pandas and openpyxl (oracles/formats/timelog_hr.json). */
    @Test
    void readsRealLogsAndRefusesDurations() throws IOException {
        Path real = Corpus.folder("formats/timelog");
        JsonNode files = Corpus.oracle("formats/timelog_hr.json").get("files");
        List<TimeLog> csv =
                TimeLogReader.withDefaults().read(real.resolve("time_log.csv")).value();
        JsonNode rows = files.get("time_log.csv").get("rows");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(csv.get(i).start())
                    .isEqualTo(LocalTime.parse(rows.get(i).get("Baseline").asText()));
            for (Phase phase : csv.get(i).timeline().phases()) {
                assertThat(csv.get(i).start().plusSeconds((long) phase.window().startSeconds()))
                        .isEqualTo(LocalTime.parse(rows.get(i).get(phase.name()).asText()));
            }
        }
        List<TimeLog> workbook = TimeLogReader.withDefaults()
                .read(real.resolve("ecg_time_log.xlsx"))
                .value();
        assertThat(workbook)
                .extracting(TimeLog::start)
                .containsExactly(LocalTime.of(12, 32, 5), LocalTime.of(12, 54, 50));
        assertThat(workbook.get(1).timeline().phase("Recovery").orElseThrow().window())
                .isEqualTo(new Window(310, 440));
        assertThatThrownBy(() -> TimeLogReader.withDefaults().read(real.resolve("time_log_wrong_time.csv")))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("is not a time of day");
        Path bad = Corpus.folder("fuzz").resolve("timelog_end_before_start.csv");
        assertThatThrownBy(() -> TimeLogReader.withDefaults().read(bad))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("timelog_end_before_start.csv:2: Stress 12:30 is not after");
    }
}
