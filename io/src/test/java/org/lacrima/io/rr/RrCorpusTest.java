package org.lacrima.io.rr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.Corpus;
import org.lacrima.io.Loaded;
import org.lacrima.io.StudyReadException;

/** Real files. Expected values: parsers in Python that we did not write (oracles/formats/rr.json). */
class RrCorpusTest {

    @Test
    void readsEveryRecordingExactlyAsItIsWritten() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Corpus.folder("rr"))) {
            files = all.filter(f -> f.toString().endsWith(".rr.txt")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(100);
        for (Path file : files) {
            double[] written = Files.readAllLines(file).stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();

            assertThat(Arrays.equals(RrReader.withDefaults().read(file).value().toMillis(), written))
                    .as("%s is read as it is written", file.getFileName())
                    .isTrue();
        }
    }

    @Test
    void readsBeatTimesOfRecordings() throws IOException {
        Path folder = Corpus.folder("rr");

        BeatSeries beats = RrReader.withDefaults()
                .read(folder.resolve("mitdb100_raw.beats.txt"))
                .value();
        BeatSeries intervals = RrReader.withDefaults()
                .read(folder.resolve("mitdb100_raw.rr.txt"))
                .value();

        assertThat(beats.size()).isEqualTo(intervals.size());
        for (int i = 0; i < beats.size(); i++) {
            assertThat(beats.millisAt(i)).isEqualTo(intervals.millisAt(i), within(1e-6));
        }
    }

    @Test
    void readsTheDialectsOfLaboratories() throws IOException {
        Path folder = Corpus.folder("formats");
        Map<String, JsonNode> expected = new TreeMap<>();
        Corpus.oracle("formats/rr.json")
                .get("files")
                .fields()
                .forEachRemaining(e -> expected.put(e.getKey(), e.getValue()));
        int checked = 0;
        for (Map.Entry<String, JsonNode> entry : expected.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            JsonNode values = entry.getValue().has("rr") ? entry.getValue().get("rr") : entry.getValue();
            if (!Files.exists(file) || !values.path("unit_detected").isTextual()) {
                continue;
            }
            BeatSeries beats = RrReader.withDefaults().read(file).value();
            double sum = 0;
            for (double rr : beats.toMillis()) {
                sum += rr;
            }

            assertThat(beats.size())
                    .as(entry.getKey())
                    .isEqualTo(values.get("n").asInt());
            assertThat(sum).as(entry.getKey()).isEqualTo(values.get("sum_ms").asDouble(), within(1e-4));
            for (int i = 0; i < 5; i++) {
                assertThat(beats.millisAt(i))
                        .as("%s, interval %d", entry.getKey(), i)
                        .isEqualTo(values.get("first5_ms").get(i).asDouble(), within(1e-9));
            }
            checked++;
        }
        assertThat(checked).isGreaterThan(20);
    }

    @Test
    void asksForTheRateOfSampleNumbers() throws IOException {
        Path file = Corpus.folder("formats/rr_text").resolve("annotation.csv");

        assertThatThrownBy(() -> RrReader.withDefaults().read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("--unit");
    }

    @Test
    void meetsBadFilesAsExpected() throws IOException {
        Path folder = Corpus.folder("fuzz");
        JsonNode files = new ObjectMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .get("files");
        for (JsonNode file : files) {
            if (!Set.of("rr", "hrv_logger").contains(file.get("format").asText())
                    || file.get("file").asText().contains("Events")) {
                continue;
            }
            Path path = folder.resolve(file.get("file").asText());
            String outcome = file.get("outcome").asText();
            if (outcome.equals("reject") && !file.get("file").asText().contains("utf16")) {
                assertThatThrownBy(() -> RrReader.withDefaults().read(path))
                        .as(path.toString())
                        .isInstanceOfSatisfying(StudyReadException.class, e -> {
                            if (file.get("where").has("line")) {
                                assertThat(e.problems())
                                        .extracting("line")
                                        .contains(file.get("where").get("line").asInt());
                            }
                        });
                continue;
            }
            Loaded<BeatSeries> loaded = RrReader.withDefaults().read(path);
            if (outcome.equals("accept_with_warning")) {
                assertThat(loaded.problems())
                        .as(path.toString())
                        .extracting("line")
                        .contains(file.get("where").get("line").asInt());
            }
            if (file.has("expect")) {
                assertThat(loaded.value().size())
                        .isEqualTo(file.get("expect").get("n").asInt());
            }
        }
    }
}
