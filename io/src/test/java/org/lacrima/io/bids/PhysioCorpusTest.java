package org.lacrima.io.bids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.io.Corpus;
import org.lacrima.io.Loaded;
import org.lacrima.io.StudyReadException;

/**
 * Recordings of published datasets (ds210, eyetracking_binocular), compared with what a parser in Python that applies the
 * inheritance principle by hand read from them; and files that were made to break a reader.
 */
class PhysioCorpusTest {

    @Test
    void readsEveryRecordingOfTheCorpusAsTheOracleDoes() throws IOException {
        Path folder = Corpus.folder("formats/bids");
        List<String> read = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry :
                Corpus.oracle("formats/bids.json").path("files").properties()) {
            JsonNode expected = entry.getValue();
            if (!expected.path("kind").textValue().equals("physio data")) {
                continue;
            }
            Path file = folder.resolve(entry.getKey());
            if (expected.path("n_rows").intValue() == 0) {
                assertThatThrownBy(() -> PhysioReader.withDefaults().read(file)).hasMessageContaining("is empty");
                continue;
            }
            Loaded<List<SampledSignal>> loaded = PhysioReader.withDefaults().read(file);
            assertThat(loaded.value())
                    .as(entry.getKey())
                    .hasSize(expected.path("n_columns").intValue());
            for (int c = 0; c < loaded.value().size(); c++) {
                requireSame(loaded.value().get(c), expected, c);
            }
            read.add(entry.getKey());
        }
        assertThat(read).hasSize(2);
    }

    private static void requireSame(SampledSignal signal, JsonNode expected, int c) {
        assertThat(signal.name()).isEqualTo(expected.path("Columns").path(c).textValue());
        assertThat(signal.rateHz()).isEqualTo(expected.path("SamplingFrequency").doubleValue());
        assertThat(signal.startSeconds()).isEqualTo(expected.path("StartTime").doubleValue());
        JsonNode figures = expected.path("data").path(c);
        assertThat(signal.size()).isEqualTo(figures.path("n").intValue());
        double sum = 0;
        for (int i = 0; i < signal.size(); i++) {
            sum += signal.valueAt(i);
        }
        assertThat(sum / signal.size()).isCloseTo(figures.path("mean").doubleValue(), within(1e-9));
        for (int i = 0; i < 5; i++) {
            assertThat(signal.valueAt(i))
                    .isEqualTo(figures.path("first5").path(i).doubleValue());
            assertThat(signal.valueAt(signal.size() - 5 + i))
                    .isEqualTo(figures.path("last5").path(i).doubleValue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bids_bomb, 'unpacks to more than a hundred times its size'",
        "bids_truncated_gz, 'truncated gzip file'",
        "bids_column_count, ':1: has 3 cells, the sidecar names 2 columns'",
        "bids_no_sidecar, 'has no sidecar'"
    })
    void refusesWhatCannotBeReadAndSaysWhy(String name, String reason) {
        Path file = Corpus.folder("fuzz").resolve(name).resolve("sub-01_task-x_physio.tsv.gz");

        assertThatThrownBy(() -> PhysioReader.withDefaults().read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void warnsOfColumnsOfOneName() throws IOException {
        Path file = Corpus.folder("fuzz").resolve("bids_duplicate_columns/sub-01_task-x_physio.tsv.gz");

        Loaded<List<SampledSignal>> loaded = PhysioReader.withDefaults().read(file);

        assertThat(loaded.value()).extracting(SampledSignal::size).containsExactly(3, 3);
        assertThat(loaded.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.column()).isEqualTo("a"));
    }
}
