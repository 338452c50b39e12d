package org.lacrima.io.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.io.Loaded;
import org.lacrima.io.Strictness;
import org.lacrima.io.TextMutants;

class SurveyReaderTest {
    private static final String QUALTRICS = """
            StartDate,Status,Finished,id,sad_1
            Start Date,Response Type,Finished,"Your number?
            (on the card)","How sad, now?"
            "{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"
            2024-01-01,Survey Preview,True,999,1
            2024-01-02,IP Address,True,007,"6,5"
            2024-01-03,IP Address,False,008,
            """;

    @TempDir
    Path folder;

    private Loaded<Survey> read(String content) throws IOException {
        return SurveyReader.withDefaults().read(Files.writeString(folder.resolve("s.csv"), content));
    }

    @Test
    void readsTheThreeHeadersOfQualtricsAndLeavesOutPreviews() throws IOException {
        Loaded<Survey> loaded = read(QUALTRICS);

        assertThat(loaded.value().questions())
                .containsEntry("sad_1", "How sad, now?")
                .containsEntry("id", "Your number?\n(on the card)");
        assertThat(loaded.value().responses()).hasSize(2);
        assertThat(loaded.value().responses().get(0)).containsEntry("id", "007").containsEntry("sad_1", "6,5");
        assertThat(loaded.value().responses().get(1)).doesNotContainKey("sad_1");
        assertThat(loaded.notes())
                .containsExactly(
                        "s.csv: an export of Qualtrics; 1 previews and tests left out, 1 unfinished responses kept");
    }

    @Test
    void readsTheSameFromUtf16() throws IOException {
        Path file = Files.write(folder.resolve("u.csv"), QUALTRICS.getBytes(StandardCharsets.UTF_16));

        assertThat(SurveyReader.withDefaults().read(file).value())
                .isEqualTo(read(QUALTRICS).value());
    }

    @Test
    void readsTheRecordsAndEventsOfRedcap() throws IOException {
        Survey survey = read("""
                        record_id;redcap_event_name;panas_1
                        1;baseline_arm_1;4
                        1;film_arm_1;2
                        """).value();

        assertThat(survey.questions()).containsEntry("panas_1", "panas_1");
        assertThat(survey.responses())
                .isEqualTo(List.of(
                        Map.of("record_id", "1", "redcap_event_name", "baseline_arm_1", "panas_1", "4"),
                        Map.of("record_id", "1", "redcap_event_name", "film_arm_1", "panas_1", "2")));
    }

    @Test
    void neverFailsOtherwiseThanByItsReasons() throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), QUALTRICS);

        TextMutants.of(file, 12, SurveyReader.withDefaults().with(Strictness.LENIENT)::read);
    }
}
