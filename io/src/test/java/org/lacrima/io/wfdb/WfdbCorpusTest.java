package org.lacrima.io.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.io.Channel;
import org.lacrima.io.Corpus;
import org.lacrima.io.Figures;
import org.lacrima.io.Loaded;
import org.lacrima.io.Recording;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;

/** Records of wfdb-python's sample data, compared with what wfdb-python reads from them; and files made to break a reader. */
class WfdbCorpusTest {

    @Test
    void readsEveryRecordOfTheCorpusAsWfdbPythonDoes() throws IOException {
        Path folder = Corpus.folder("formats/wfdb");
        int compared = 0;
        for (Map.Entry<String, JsonNode> entry :
                Corpus.oracle("formats/wfdb.json").path("records").properties()) {
            JsonNode expected = entry.getValue();
            if (!expected.has("physical") || expected.path("read_args").has("sampto")) {
                continue;
            }
            JsonNode header = expected.path("header");
            Recording recording = WfdbReader.withDefaults()
                    .read(folder.resolve(entry.getKey() + ".hea"))
                    .value();
            assertThat(recording.journal())
                    .filteredOn(c -> !c.startsWith("starts at"))
                    .hasSize(header.path("comments").size());
            JsonNode names = expected.path("sig_name");
            assertThat(recording.channels()).hasSize(names.size());
            for (int i = 0; i < names.size(); i++) {
                Channel channel = recording.channels().get(i);
                String what = entry.getKey() + " " + channel.name();
                assertThat(channel.name()).isEqualTo(names.path(i).textValue());
                assertThat(channel.unit().symbol())
                        .isEqualTo(expected.path("units").path(i).textValue());
                int perFrame =
                        (int) Math.round(channel.rateHz() / header.path("fs").doubleValue());
                JsonNode figures = expected.path("physical_unsmoothed");
                if (perFrame > 1 && figures.isMissingNode()) {
                    assertThat(channel.size())
                            .isEqualTo(perFrame * expected.path("read_sig_len").longValue());
                    continue;
                }
                Figures.requireSame(
                        what, channel, (figures.isMissingNode() ? expected.path("physical") : figures).path(i));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    @Test
    void readsTheBeginningOfARecordOfVariableLayoutWhoseLaterSegmentsAreAbsent() throws IOException {
        JsonNode expected = Corpus.oracle("formats/wfdb.json")
                .path("records")
                .path("multi-segment/p000878/p000878-2137-10-26-16-57");
        Path file = Corpus.folder("formats/wfdb/multi-segment/p000878").resolve("p000878-2137-10-26-16-57.hea");

        Loaded<Recording> loaded =
                WfdbReader.withDefaults().with(Strictness.LENIENT).read(file);

        assertThat(loaded.hasErrors()).isTrue();
        assertThat(loaded.value().start()).hasToString("Optional[2137-10-26T16:57:09]");
        for (int i = 0; i < 4; i++) {
            Channel channel = loaded.value().channels().get(i);
            assertThat(channel.size()).isEqualTo(52_725_000);
            Figures.requireSame(
                    channel.name(),
                    channel.samples(0, 7500),
                    expected.path("physical").path(i));
        }
    }

    @Test
    void readsEveryAnnotationFileOfTheCorpusAsWfdbPythonDoes() throws IOException {
        for (Map.Entry<String, JsonNode> entry :
                Corpus.oracle("formats/wfdb.json").path("annotations").properties()) {
            JsonNode expected = entry.getValue();
            List<WfdbAnnotation> all = WfdbReader.withDefaults()
                    .readAnnotations(Corpus.folder("formats/wfdb").resolve(entry.getKey()))
                    .value();
            assertThat(all).as(entry.getKey()).hasSize(expected.path("n").intValue());
            assertThat(all.stream().mapToLong(WfdbAnnotation::sample).sum())
                    .isEqualTo(expected.path("sample_sum").longValue());
            expected.path("counts_per_symbol")
                    .properties()
                    .forEach(count -> assertThat(all)
                            .filteredOn(a -> a.symbol().equals(count.getKey()))
                            .hasSize(count.getValue().intValue()));
            int last = expected.path("last10").size();
            for (int i = 0; i < last; i++) {
                requireSame(all.get(i), expected.path("first10").path(i));
                requireSame(
                        all.get(all.size() - last + i), expected.path("last10").path(i));
            }
        }
    }

    private static void requireSame(WfdbAnnotation actual, JsonNode e) {
        assertThat(actual)
                .isEqualTo(new WfdbAnnotation(
                        e.path("sample").longValue(),
                        e.path("code").intValue(),
                        e.path("symbol").textValue(),
                        e.path("subtype").intValue(),
                        e.path("chan").intValue(),
                        e.path("num").intValue(),
                        e.path("aux").textValue().replace("\u0000", "")));
    }

    @Test
    void warnsOfAGainThatMeansUncalibrated() throws IOException {
        Loaded<Recording> loaded =
                WfdbReader.withDefaults().read(Corpus.folder("fuzz").resolve("wfdb_zero_gain.hea"));

        assertThat(loaded.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains(":2: warning: has gain 0"));
    }

    @ParameterizedTest
    @CsvSource({
        "wfdb_absolute_path.hea, ':2: names \"/etc/passwd\", which is not a file beside the header'",
        "wfdb_huge_length.hea, ':1: announces 999999999999 samples per signal, wfdb_huge_length.dat has 10'",
        "wfdb_unknown_format.hea, ':2: has format 999'"
    })
    void refusesWhatCannotBeReadAndSaysWhy(String name, String reason) {
        Path file = Corpus.folder("fuzz").resolve(name);

        assertThatThrownBy(() -> WfdbReader.withDefaults().read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnAnnotationThatTheFileDoesNotFinishAndWarnsOfOneThatGoesBack() throws IOException {
        Path fuzz = Corpus.folder("fuzz");

        assertThatThrownBy(() -> WfdbReader.withDefaults().readAnnotations(fuzz.resolve("wfdb_truncated_aux.atr")))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("byte 2 begins something");
        assertThat(WfdbReader.withDefaults()
                        .readAnnotations(fuzz.resolve("wfdb_skip_backwards.atr"))
                        .problems())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains("byte 2 goes back in time by"));
    }
}
