package org.lacrima.io.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lacrima.io.Corpus;
import org.lacrima.io.Loaded;
import org.lacrima.io.StudyReadException;

/**
 * Real files of BORIS and ELAN. Expected values: readers in Python that we did not write (oracles/formats/boris.json, its
 * project equal to its own aggregated export; oracles/formats/elan.json, counts equal to pympi's).
 */
class BehaviourCorpusTest {

    private static Loaded<List<CodedObservation>> read(Path file) throws IOException {
        return BehaviourReader.withDefaults().read(file);
    }

    private static String subjectIn(JsonNode expected) {
        String subject = expected.get("subject").asText();
        return subject.equals("No focal subject") ? "" : subject;
    }

    private static void equals(CodedObservation observation, JsonNode expected, String what) {
        List<CodedEvent> bouts =
                observation.events().stream().filter(e -> !e.isInstant()).toList();
        List<CodedEvent> moments =
                observation.events().stream().filter(CodedEvent::isInstant).toList();
        List<JsonNode> intervals = new ArrayList<>();
        expected.get("intervals").forEach(intervals::add);
        intervals.sort((a, b) ->
                Double.compare(a.get("onset_s").asDouble(), b.get("onset_s").asDouble()));
        assertThat(bouts).as(what).hasSameSizeAs(intervals);
        for (int i = 0; i < bouts.size(); i++) {
            JsonNode interval = intervals.get(i);
            assertThat(bouts.get(i).subject()).as(what).isEqualTo(subjectIn(interval));
            assertThat(bouts.get(i).behaviour())
                    .isEqualTo(interval.get("behaviour").asText());
            assertThat(bouts.get(i).modifier())
                    .isEqualTo(interval.get("modifier").asText());
            assertThat(bouts.get(i).window().startSeconds())
                    .isEqualTo(interval.get("onset_s").asDouble());
            assertThat(bouts.get(i).window().endSeconds())
                    .isEqualTo(interval.get("offset_s").asDouble());
        }
        assertThat(moments).as(what).hasSize(expected.get("points").size());
        for (int i = 0; i < moments.size(); i++) {
            JsonNode point = expected.get("points").get(i);
            assertThat(moments.get(i).subject()).isEqualTo(subjectIn(point));
            assertThat(moments.get(i).behaviour())
                    .isEqualTo(point.get("behaviour").asText());
            assertThat(moments.get(i).modifier())
                    .isEqualTo(point.get("modifier").asText());
            assertThat(moments.get(i).window().startSeconds())
                    .isEqualTo(point.get("time_s").asDouble());
        }
        double total =
                bouts.stream().mapToDouble(b -> b.window().lengthSeconds()).sum();
        assertThat(total).as(what).isEqualTo(expected.get("total_duration_s").asDouble(), within(1e-9));
        if (expected.has("unpaired")) {
            assertThat(observation.unpaired()).hasSize(expected.get("unpaired").size());
            for (int i = 0; i < observation.unpaired().size(); i++) {
                assertThat(observation.unpaired().get(i).window().startSeconds())
                        .isEqualTo(
                                expected.get("unpaired").get(i).get("onset_s").asDouble());
            }
        }
    }

    @Test
    void readsProjectsOfBoris() throws IOException {
        JsonNode files = Corpus.oracle("formats/boris.json").get("files");
        for (String name : List.of("test.boris", "test_with_leading_trailing_spaces_in_modifiers.boris")) {
            JsonNode expected = files.get(name).get("observations");
            List<CodedObservation> read =
                    read(Corpus.folder("formats/boris").resolve(name)).value();

            assertThat(read).extracting(CodedObservation::name).containsExactlyElementsOf(expected::fieldNames);
            for (CodedObservation observation : read) {
                equals(observation, expected.get(observation.name()), name + ": " + observation.name());
                assertThat(observation.variables())
                        .containsEntry(
                                "Observation date",
                                expected.get(observation.name()).get("date").asText());
            }
        }
    }

    @Test
    void readsTablesOfBoris() throws IOException {
        JsonNode files = Corpus.oracle("formats/boris.json").get("files");
        Path folder = Corpus.folder("formats/boris");
        for (String name : List.of(
                "test_export_events_tabular.tsv",
                "test_export_aggregated_events_test_full_1.tsv",
                "test_export_aggregated_events_test_full_3.tsv")) {
            List<CodedObservation> read = read(folder.resolve(name)).value();

            assertThat(read).as(name).hasSize(1);
            equals(read.get(0), files.get(name), name);
        }
        assertThat(read(folder.resolve("test_export_events_tabular.tsv"))
                        .value()
                        .get(0)
                        .variables())
                .containsEntry("a", "12")
                .containsEntry("Observation date", "2016-11-27 01:57:26");
        assertThat(read(folder.resolve("test_export_aggregated_events_test_full_1.tsv"))
                        .value()
                        .get(0)
                        .variables())
                .containsEntry("b", "some text");
    }

    @Test
    void readsDocumentsOfElan() throws IOException {
        JsonNode files = Corpus.oracle("formats/elan.json").get("files");
        for (String name : List.of("sample_2.7_window.eaf", "sample_2.8_window.eaf")) {
            CodedObservation read =
                    read(Corpus.folder("formats/elan").resolve(name)).value().get(0);

            for (JsonNode tier : files.get(name).get("tiers")) {
                List<CodedEvent> events = read.events().stream()
                        .filter(e -> e.category().equals(tier.get("tier").asText()))
                        .toList();
                assertThat(events).hasSize(tier.get("n").asInt());
                JsonNode annotations = tier.get("annotations");
                for (int i = 0; i < annotations.size(); i++) {
                    JsonNode annotation = annotations.get(i);
                    CodedEvent event = events.get(i);
                    assertThat(event.window().startSeconds() * 1000)
                            .isEqualTo(annotation.get("onset_ms").asDouble(), within(1e-9));
                    assertThat(event.window().endSeconds() * 1000)
                            .isEqualTo(annotation.get("offset_ms").asDouble(), within(1e-9));
                    String value = annotation.get("value").asText();
                    assertThat(event.behaviour()).isEqualTo(value.isBlank() ? event.category() : value);
                }
            }
            assertThat(read.variables())
                    .containsEntry("date", files.get(name).get("date").asText());
        }
    }

    @Test
    void meetsBadFilesAsExpected() throws IOException {
        Path folder = Corpus.folder("fuzz");
        JsonNode files = Corpus.oracle("../corpus/fuzz/expected.json").get("files");
        int met = 0;
        for (JsonNode file : files) {
            if (!Set.of("boris", "elan").contains(file.get("format").asText())) {
                continue;
            }
            met++;
            Path path = folder.resolve(file.get("file").asText());
            JsonNode line = file.get("where").path("line");
            if (file.get("outcome").asText().equals("reject")) {
                assertThatThrownBy(() ->
                                org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> read(path)))
                        .as(path.toString())
                        .isInstanceOfSatisfying(StudyReadException.class, e -> {
                            assertThat(e.getMessage())
                                    .contains(path.getFileName().toString());
                            if (line.isInt()) {
                                assertThat(e.problems()).extracting("line").contains(line.asInt());
                            }
                        });
                continue;
            }
            Loaded<List<CodedObservation>> loaded = read(path);
            if (file.get("outcome").asText().equals("accept")) {
                assertThat(loaded.problems()).isEmpty();
            } else {
                assertThat(loaded.problems()).as(path.toString()).isNotEmpty();
                if (line.isInt()) {
                    assertThat(loaded.problems()).extracting("line").contains(line.asInt());
                }
            }
        }
        assertThat(met).isEqualTo(10);
    }
}
