package org.lacrima.io.acq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.lacrima.io.Marker;
import org.lacrima.io.Recording;
import org.lacrima.io.StudyReadException;

/** Recordings of bioread's test data (AcqKnowledge 3 to 5.0.1), compared with what bioread reads from them. */
class AcqCorpusTest {

    @Test
    void readsEveryRecordingOfTheCorpusAsBioreadDoes() throws IOException {
        int compared = 0;
        for (Map.Entry<String, JsonNode> entry :
                Corpus.oracle("formats/acq.json").path("files").properties()) {
            JsonNode expected = entry.getValue();
            Recording recording = AcqReader.withDefaults()
                    .read(Corpus.folder("formats/acq").resolve(entry.getKey()))
                    .value();
            assertThat(recording.channels())
                    .hasSize(expected.path("channel_count").intValue());
            for (int i = 0; i < recording.channels().size(); i++) {
                Channel channel = recording.channels().get(i);
                JsonNode e = expected.path("channels").path(i);
                String what = entry.getKey() + " " + channel.name();
                assertThat(channel.name()).isEqualTo(e.path("name").textValue());
                assertThat(channel.unit().symbol()).isEqualTo(e.path("units").textValue());
                assertThat(channel.rateHz())
                        .isEqualTo(e.path("samples_per_second").doubleValue());
                assertThat(channel.size()).isEqualTo(e.path("point_count").longValue());
                if (e.has("scaled_head")) {
                    int head = e.path("valid_head_n").intValue();
                    Figures.requireSame(what, channel.samples(0, head), e.path("scaled_head"));
                } else {
                    Figures.requireSame(what, channel, e.path("scaled"));
                }
                compared++;
            }
            requireSameMarkers(recording, expected);
            JsonNode journal = expected.path("journal");
            if (journal.isTextual() && !journal.textValue().isEmpty()) {
                assertThat(recording.journal().get(0)).isEqualTo(journal.textValue());
            } else {
                assertThat(recording.journal()).allMatch(line -> line.startsWith("first marker made at"));
            }
        }
        assertThat(compared).isGreaterThan(25);
    }

    private static void requireSameMarkers(Recording recording, JsonNode expected) {
        assertThat(recording.markers()).hasSize(expected.path("marker_count").intValue());
        for (int i = 0; i < recording.markers().size(); i++) {
            Marker marker = recording.markers().get(i);
            JsonNode e = expected.path("markers").path(i);
            // bioread takes the 32 bits as unsigned; a marker before the first sample is a negative number of 32 bits.
            double seconds = (int) e.path("sample_index").longValue()
                    / expected.path("samples_per_second").doubleValue();
            assertThat(marker.onsetSeconds()).isCloseTo(seconds, within(1e-9));
            assertThat(marker.text()).isEqualTo(e.path("text").textValue());
            assertThat(marker.kind()).isEqualTo(e.path("type_code").asText("").replace("null", ""));
        }
    }

    @Test
    void readsWindowsOfInterleavedChannelsAsTheirWhole() throws IOException {
        for (String name : new String[] {"physio-3.8.1.acq", "physio-3.9.1-c.acq", "nojournal-5.0.1.acq"}) {
            Recording recording = AcqReader.withDefaults()
                    .read(Corpus.folder("formats/acq").resolve(name))
                    .value();
            for (Channel channel : recording.channels()) {
                double[] whole = channel.samples(0, Math.toIntExact(channel.size()));
                for (int from : new int[] {0, 1, 200, 239, whole.length - 3}) {
                    assertThat(channel.samples(from, 2)).containsExactly(whole[from], whole[from + 1]);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "acq_truncated_header.acq, 'byte 100 ends the file within its headers'",
        "acq_not_acq.acq, 'byte 0 does not begin an AcqKnowledge recording'",
        "acq_corrupt_zlib.acq, 'the packed samples of EKG - ERS100C are damaged'"
    })
    void refusesWhatCannotBeReadAndSaysWhy(String name, String reason) {
        Path file = Corpus.folder("fuzz").resolve(name);

        assertThatThrownBy(() -> AcqReader.withDefaults().read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(reason);
    }
}
