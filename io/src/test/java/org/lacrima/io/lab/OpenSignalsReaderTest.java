package org.lacrima.io.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.io.Channel;
import org.lacrima.io.Corpus;
import org.lacrima.io.Figures;
import org.lacrima.io.Loaded;
import org.lacrima.io.Mutants;
import org.lacrima.io.Recording;
import org.lacrima.io.Stretch;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;

/** Recordings of BITalino, compared with what a parser in Python read from them; and small files made by hand. */
class OpenSignalsReaderTest {
    private static final String TEXT = """
        # OpenSignals Text File Format
        # {"x": {"column": ["nSeq", "A1"], "sampling rate": 100, "resolution": [4, 10], "date": "2018-5-28", \
        "time": "7:3:47.25"}}
        # EndOfHeader
        14\t1\t
        15\t2\t
        3\t9\t
        4\t9\t
        """;

    @TempDir
    Path folder;

    @Test
    void readsEveryFileOfTheCorpusAsTheOracleDoes() throws IOException {
        for (Map.Entry<String, JsonNode> entry :
                Corpus.oracle("formats/opensignals.json").path("files").properties()) {
            JsonNode expected = entry.getValue();
            Loaded<Recording> loaded = OpenSignalsReader.withDefaults()
                    .read(Corpus.folder("formats/opensignals").resolve(entry.getKey()));
            assertThat(loaded.problems()).isEmpty();
            assertThat(loaded.value().channels())
                    .hasSize(expected.path("n_columns").intValue());
            for (int c = 0; c < loaded.value().channels().size(); c++) {
                Channel channel = loaded.value().channels().get(c);
                assertThat(channel.name())
                        .isEqualTo(expected.path("columns").path(c).textValue());
                assertThat(channel.rateHz())
                        .isEqualTo(expected.path("sampling_rate_hz").doubleValue());
                Figures.requireSame(
                        entry.getKey() + " " + channel.name(),
                        channel,
                        expected.path("data").path(c));
            }
        }
    }

    @Test
    void interruptsTheChannelsWherePacketsWereLost() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), TEXT);

        Loaded<Recording> loaded = OpenSignalsReader.withDefaults().read(file);

        assertThat(loaded.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains(":6: warning: goes on after 3 or more lost packets"));
        assertThat(loaded.value().start()).hasToString("Optional[2018-05-28T07:03:47.250]");
        assertThat(loaded.value().channel("A1").stretches())
                .containsExactly(new Stretch(0, 2, 0, 100), new Stretch(2, 2, 0.05, 100));
        assertThat(loaded.value().channel("A1").samples(1, 2)).containsExactly(2, 9);
    }

    @Test
    void warnsOfTheGapAndRefusesTheHeaderWithoutEnd() {
        Path fuzz = Corpus.folder("fuzz");

        assertThatThrownBy(
                        () -> OpenSignalsReader.withDefaults().read(fuzz.resolve("opensignals_no_end_of_header.txt")))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(":3: is not the header");
        assertThat(OpenSignalsReader.matches(TEXT.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void changedFilesAreReadOrRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), TEXT);
        OpenSignalsReader reader = OpenSignalsReader.withDefaults().with(Strictness.LENIENT);

        Mutants.areReadOrRefused(file, reader::read, 6);
    }
}
