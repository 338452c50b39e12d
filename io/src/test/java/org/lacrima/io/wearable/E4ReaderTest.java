package org.lacrima.io.wearable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.io.Corpus;
import org.lacrima.io.Marker;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;
import org.lacrima.io.TextMutants;
import org.lacrima.io.rr.RrReader;

class E4ReaderTest {
    @TempDir
    Path folder;

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "IBI.csv", "1680686620.000000, IBI\n10.5,0.625\n11.125,0.625\n20.5,0.5\n21.0,0.5\n",
            "BVP.csv", "1680686620.00\n64.000000\n-0.00\n1.25\n",
            "ACC.csv", "1680686620.0, 1680686620.0, 1680686620.0\n32.0, 32.0, 32.0\n-34,-23,45\n-38,-21,47\n",
            "HR.csv", "1680686630.000000\n1.000000\n90.00\n75.50\n",
            "tags.csv", "1680686700.25\n1680686750.5\n"));

    private Path session(Map<String, String> files) throws IOException {
        Path session = Files.createTempDirectory(folder, "session");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(session.resolve(file.getKey()), file.getValue());
        }
        return session;
    }

    private Path archive(Map<String, String> files) throws IOException {
        Path archive = folder.resolve("session.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return archive;
    }

    @Test
    void readsBeatsWithTheirGapsSignalsAndTagsOnOneClock() throws IOException {
        for (Path source : List.of(session(FILES), archive(FILES))) {
            E4Session session = E4Reader.withDefaults().read(source).value();
            BeatSeries beats = session.beats().orElseThrow();

            assertThat(session.start()).isEqualTo(Instant.parse("2023-04-05T09:23:40Z"));
            assertThat(beats.toMillis()).containsExactly(625, 625, 500, 500);
            assertThat(beats.toEndSeconds()).containsExactly(10.5, 11.125, 20.5, 21);
            assertThat(beats.gapCount()).isEqualTo(1);
            assertThat(session.signals())
                    .extracting(SampledSignal::name)
                    .containsExactly("BVP", "ACC_X", "ACC_Y", "ACC_Z", "HR");
            SampledSignal rate = session.signal("HR").orElseThrow();
            assertThat(rate.startSeconds()).isEqualTo(10);
            assertThat(rate.unit()).isEqualTo(Unit.BPM);
            assertThat(session.tags()).containsExactly(Marker.at(80.25, "tag"), Marker.at(130.5, "tag"));
        }
    }

    @Test
    void refusesArchivesThatLeadOutAndWritesNothing() throws IOException {
        Path archive = archive(Map.of("../evil.csv", "1", "EDA.csv", "1680686620.0\n4\n1\n"));

        assertThatThrownBy(() -> E4Reader.withDefaults().read(archive))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("session.zip: entry \"../evil.csv\" leads out of the archive");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(archive);
        }
    }

    @Test
    void refusesWaveAndHeartRateAsBeats() throws IOException {
        Path session = session(FILES);

        assertThatThrownBy(() -> RrReader.withDefaults().read(session.resolve("HR.csv")))
                .hasMessageContaining("HR.csv:1: holds a heart rate: variability needs the beats");
        assertThatThrownBy(() -> RrReader.withDefaults().read(session.resolve("BVP.csv")))
                .hasMessageContaining("BVP.csv:1: holds a sampled wave: variability needs the beats");
        assertThat(RrReader.withDefaults()
                        .read(session.resolve("IBI.csv"))
                        .value()
                        .gapCount())
                .isEqualTo(1);
    }

    @Test
    void neverFailsOtherwiseThanByItsReasons() throws IOException {
        E4Reader reader = E4Reader.withDefaults().with(Strictness.LENIENT);
        Path session = session(FILES);
        for (String name : List.of("IBI.csv", "ACC.csv", "tags.csv")) {
            TextMutants.of(session.resolve(name), 5, f -> reader.read(session));
        }
        TextMutants.of(archive(FILES), 6, reader::read);
    }

    /** Expected values: parsers in Python that we did not write (oracles/formats/e4.json). */
    @Test
    void readsARealSession() throws IOException {
        E4Session session = E4Reader.withDefaults()
                .read(Corpus.folder("formats/e4/session1"))
                .value();
        JsonNode expected = Corpus.oracle("formats/e4.json").get("sessions").get("session1");
        BeatSeries beats = session.beats().orElseThrow();
        JsonNode intervals = expected.get("IBI.csv");

        assertThat(beats.size()).isEqualTo(intervals.get("n").asInt());
        assertThat(beats.gapCount()).isEqualTo(intervals.get("n_gaps").asInt());
        assertThat(beats.coveredSeconds() * 1000)
                .isEqualTo(intervals.get("sum_ms").asDouble(), within(1e-6));
        for (int i = 0; i < 5; i++) {
            assertThat(beats.millisAt(i))
                    .isEqualTo(intervals.get("ibi_ms").get("first5").get(i).asDouble());
            assertThat(beats.endSecondsAt(i))
                    .isEqualTo(intervals.get("time_s").get("first5").get(i).asDouble());
        }
        int channels = 0;
        for (String file : List.of("ACC", "BVP", "EDA", "HR", "TEMP")) {
            JsonNode signal = expected.get(file + ".csv");
            for (int c = 0; c < signal.get("channels").size(); c++) {
                String name = file.equals("ACC") ? "ACC_" + "XYZ".charAt(c) : file;
                SampledSignal read = session.signal(name).orElseThrow();
                JsonNode channel = signal.get("channels").get(c);
                assertThat(read.size()).as(name).isEqualTo(channel.get("n").asInt());
                assertThat(read.rateHz()).isEqualTo(signal.get("rate_hz").asDouble());
                assertThat(session.start().getEpochSecond() + read.startSeconds())
                        .isEqualTo(signal.get("start_unix").asDouble());
                double sum = 0;
                for (double value : read.toArray()) {
                    sum += value;
                }
                assertThat(sum / read.size()).isEqualTo(channel.get("mean").asDouble(), within(1e-9));
                for (int i = 0; i < 5; i++) {
                    assertThat(read.valueAt(i))
                            .isEqualTo(channel.get("first5").get(i).asDouble());
                    assertThat(read.valueAt(read.size() - 5 + i))
                            .isEqualTo(channel.get("last5").get(i).asDouble());
                }
                channels++;
            }
        }
        assertThat(channels).isEqualTo(7);
    }

    @Test
    void meetsBadFilesAsExpected() throws IOException {
        Path fuzz = Corpus.folder("fuzz");
        int met = 0;
        for (JsonNode file : Corpus.oracle("../corpus/fuzz/expected.json").get("files")) {
            if (!file.get("format").asText().equals("e4")) {
                continue;
            }
            Path path = fuzz.resolve(file.get("file").asText());
            Path source = path.toString().endsWith(".zip") ? path : path.getParent();
            assertThatThrownBy(() -> E4Reader.withDefaults().read(source))
                    .as(path.toString())
                    .isInstanceOfSatisfying(StudyReadException.class, e -> {
                        assertThat(e.getMessage()).contains(path.getFileName().toString());
                        JsonNode where = file.get("where");
                        if (where.has("line")) {
                            assertThat(e.problems())
                                    .extracting("line")
                                    .contains(where.get("line").asInt());
                        } else {
                            assertThat(e.getMessage())
                                    .contains(where.get("entry").asText());
                        }
                    });
            met++;
        }
        assertThat(met).isEqualTo(4);
    }
}
