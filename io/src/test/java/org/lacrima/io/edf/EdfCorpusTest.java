package org.lacrima.io.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.io.Channel;
import org.lacrima.io.Corpus;
import org.lacrima.io.Figures;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.Recording;
import org.lacrima.io.StudyReadException;

/**
 * Public recordings, compared with what a numpy reader of the specification, checked against mne 1.3.0, reads from them;
 * and files made to break a reader.
 */
class EdfCorpusTest {

    @Test
    void readsEveryFileOfTheCorpusAsTheOracleDoes() throws IOException {
        int compared = 0;
        for (Map.Entry<String, JsonNode> entry :
                Corpus.oracle("formats/edf.json").path("files").properties()) {
            JsonNode expected = entry.getValue();
            Loaded<Recording> loaded =
                    EdfReader.withDefaults().read(Corpus.folder("formats/edf").resolve(entry.getKey()));
            Recording recording = loaded.value();
            assertThat(loaded.problems()).as(entry.getKey()).isEmpty();
            assertThat(recording.journal())
                    .contains("patient: " + expected.path("patient").textValue());
            assertThat(recording.channels()).hasSize(expected.path("channels").size());
            for (int i = 0; i < recording.channels().size(); i++) {
                Channel channel = recording.channels().get(i);
                JsonNode e = expected.path("channels").path(i);
                assertThat(channel.name()).isEqualTo(e.path("label").textValue());
                assertThat(channel.unit().symbol()).isEqualTo(e.path("unit").textValue());
                assertThat(channel.rateHz()).isEqualTo(e.path("rate_hz").doubleValue());
                assertThat(channel.stretches().get(0).startSeconds())
                        .isEqualTo(expected.path("start_subsecond").doubleValue());
                Figures.requireSame(entry.getKey() + " " + channel.name(), channel, e.path("physical"));
                compared++;
            }
            assertThat(recording.markers())
                    .hasSize(expected.path("n_annotations").intValue());
            int last = expected.path("last10_annotations").size();
            for (int i = 0; i < last; i++) {
                requireSame(
                        recording.markers().get(i),
                        expected.path("first10_annotations").path(i));
                int at = recording.markers().size() - last + i;
                requireSame(
                        recording.markers().get(at),
                        expected.path("last10_annotations").path(i));
            }
        }
        assertThat(compared).isEqualTo(8);
    }

    private static void requireSame(Marker marker, JsonNode expected) {
        assertThat(marker)
                .isEqualTo(new Marker(
                        expected.path("onset_s").doubleValue(),
                        expected.path("duration_s").doubleValue(),
                        "",
                        expected.path("text").textValue(),
                        ""));
    }

    @Test
    void readsTheStart() throws IOException {
        Path file = Corpus.folder("formats/edf").resolve("ekg.bdf");

        assertThat(EdfReader.withDefaults().read(file).value().start()).hasToString("Optional[2017-05-08T18:02:49]");
    }

    @ParameterizedTest
    @CsvSource({
        "edf_truncated_header.edf, 'byte 300 ends the file within the header'",
        "edf_negative_signals.edf, 'byte 252 says -1.0 signals'",
        "edf_zero_duration.edf, 'byte 244 says that a record lasts 0.0 s'"
    })
    void refusesWhatCannotBeReadAndSaysWhy(String name, String reason) {
        Path file = Corpus.folder("fuzz").resolve(name);

        assertThatThrownBy(() -> EdfReader.withDefaults().read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void warnsOfMoreRecordsThanTheFileHolds() throws IOException {
        Loaded<Recording> loaded =
                EdfReader.withDefaults().read(Corpus.folder("fuzz").resolve("edf_huge_records.edf"));

        assertThat(loaded.value().channels().get(0).size()).isEqualTo(3 * 128);
        assertThat(loaded.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains("byte 236 announces 99999999 records"));
    }
}
