package org.lacrima.io.bids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.io.Loaded;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;

class PhysioReaderTest {
    private static final String SIDECAR = """
        {"SamplingFrequency": 25, "StartTime": -0.4, "Columns": ["cardiac", "respiratory"],
         "respiratory": {"Units": "V"}}
        """;

    @TempDir
    Path folder;

    @Test
    void aColumnIsASignalWithTheRateStartAndUnitOfItsSidecar() throws IOException {
        Path file = recording("sub-01_task-film_physio.tsv.gz", "1\t-2.5\n3\t4e-1\r\n5\t0.25");
        sidecar("sub-01_task-film_physio.json", SIDECAR);

        Loaded<List<SampledSignal>> loaded = PhysioReader.withDefaults().read(file);

        assertThat(loaded.value())
                .containsExactly(
                        SampledSignal.of("cardiac", Unit.ONE, 25, -0.4, 1, 3, 5),
                        SampledSignal.of("respiratory", new Unit("V"), 25, -0.4, -2.5, 0.4, 0.25));
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void onlyWantedColumnsAreKeptAndChecked() throws IOException {
        Path file = recording("x_physio.tsv", "?\t1\n?\t2\n");
        sidecar("x_physio.json", SIDECAR);

        assertThat(PhysioReader.withDefaults()
                        .withColumns("respiratory"::equals)
                        .read(file)
                        .value())
                .extracting(SampledSignal::name, SampledSignal::size)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("respiratory", 2));
    }

    @Test
    void aSignalIsCutWhereSamplesAreMissing() throws IOException {
        Path file = recording("x_physio.tsv.gz", "0\tn/a\n0\t1\n0\t2\n0\tNaN\n0\t\n0\t3\n");
        sidecar("x_physio.json", SIDECAR);

        Loaded<List<SampledSignal>> loaded =
                PhysioReader.withDefaults().withColumns("respiratory"::equals).read(file);

        assertThat(loaded.value())
                .containsExactly(
                        SampledSignal.of("respiratory", new Unit("V"), 25, -0.4 + 1 / 25.0, 1, 2),
                        SampledSignal.of("respiratory", new Unit("V"), 25, -0.4 + 5 / 25.0, 3));
        assertThat(loaded.notes()).singleElement().asString().contains("3 of 6 samples of respiratory are missing");
    }

    @Test
    void theNearestSidecarOfTheDatasetOverridesThoseAbove() throws IOException {
        Path dataset = Files.createDirectory(folder.resolve("dataset"));
        Path beh = Files.createDirectories(dataset.resolve("sub-01/beh"));
        Path file = recording("dataset/sub-01/beh/sub-01_task-film_physio.tsv.gz", "1\n");
        sidecar("physio.json", "{\"SamplingFrequency\": 1}");
        sidecar("dataset/physio.json", "{\"SamplingFrequency\": 10, \"StartTime\": 0, \"Columns\": [\"a\"]}");
        sidecar("dataset/task-film_physio.json", "{\"StartTime\": 3}");
        sidecar("dataset/task-rest_physio.json", "{\"StartTime\": 5}");
        sidecar("dataset/sub-01/sub-01_physio.json", "{\"Columns\": [\"b\"]}");

        assertThat(PhysioReader.withDefaults().read(file).value())
                .as("what lies above the dataset, and what is of another task, has no say")
                .containsExactly(SampledSignal.of("b", Unit.ONE, 10, 3, 1));
        assertThat(beh).isDirectory();
    }

    @Test
    void aTextOfNumbersIsASignalWhereTheRateIsGiven() throws IOException {
        Path file = recording("belt.txt", "1\n2\n3\n");

        assertThat(PhysioReader.withDefaults()
                        .readColumn(file, "respiration", 10)
                        .value())
                .containsExactly(SampledSignal.of("respiration", Unit.ONE, 10, 0, 1, 2, 3));
    }

    @Test
    void aCellThatIsNoNumberIsToldWithItsPlaceAndLeftOutByTheLenient() throws IOException {
        Path file = recording("x_physio.tsv.gz", "0\t1\n0\t1O\n0\t3\n");
        sidecar("x_physio.json", SIDECAR);
        PhysioReader reader = PhysioReader.withDefaults().withColumns("respiratory"::equals);

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("x_physio.tsv.gz:2: respiratory \"1O\" is not a number");
        assertThat(reader.with(Strictness.LENIENT).read(file).value()).hasSize(2);
    }

    @Test
    void aHeaderIsTakenForWhatItIs() throws IOException {
        Path file = recording("x_physio.tsv.gz", "cardiac\trespiratory\n1\t2\n");
        sidecar("x_physio.json", SIDECAR);

        Loaded<List<SampledSignal>> loaded = PhysioReader.withDefaults().read(file);

        assertThat(loaded.value()).extracting(SampledSignal::size).containsExactly(1, 1);
        assertThat(loaded.problems()).singleElement().asString().contains("x_physio.tsv.gz:1", "is a header");
    }

    @Test
    void whatTheSidecarDoesNotSayIsAnErrorOfTheSidecar() throws IOException {
        Path file = recording("x_physio.tsv.gz", "1\n");
        sidecar("x_physio.json", "{\n\"SamplingFrequency\": 0,\n\"StartTime\": \"0\"}");

        assertThatThrownBy(() -> PhysioReader.withDefaults().read(file))
                .hasMessageContaining("x_physio.json:2: SamplingFrequency must be positive, got 0.0")
                .hasMessageContaining("x_physio.json:3: StartTime must be a number, found a text")
                .hasMessageContaining("Columns is missing");
    }

    @Test
    void aNameThatPromisesGzipMustHoldIt() throws IOException {
        Path file = folder.resolve("x_physio.tsv.gz");
        Files.writeString(file, "1\t2\n");
        sidecar("x_physio.json", SIDECAR);

        assertThatThrownBy(() -> PhysioReader.withDefaults().read(file)).hasMessageContaining("is not a gzip file");
    }

    @Test
    void whatUnpacksToOutOfProportionIsRefused() throws IOException {
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < zeros.length; i += 2) {
            zeros[i] = '0';
            zeros[i + 1] = '\n';
        }
        Path file = folder.resolve("x_physio.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 20; i++) {
                out.write(zeros);
            }
        }
        sidecar("x_physio.json", "{\"SamplingFrequency\": 25, \"StartTime\": 0, \"Columns\": [\"respiratory\"]}");

        assertThatThrownBy(() -> PhysioReader.withDefaults().read(file))
                .hasMessageContaining("unpacks to more than a hundred times its size");
    }

    @Test
    void aFileOfRubbishIsGivenUpAfterAHundredErrors() throws IOException {
        byte[] rubbish = new byte[2 << 20];
        Arrays.fill(rubbish, (byte) '\n');
        for (int i = 0; i < rubbish.length; i += 2) {
            rubbish[i] = 'x';
        }
        Path file = recording("x_physio.tsv", new String(rubbish, StandardCharsets.US_ASCII));
        sidecar("x_physio.json", "{\"SamplingFrequency\": 25, \"StartTime\": 0, \"Columns\": [\"respiratory\"]}");

        assertThatThrownBy(() ->
                        PhysioReader.withDefaults().with(Strictness.LENIENT).read(file))
                .isInstanceOfSatisfying(
                        StudyReadException.class, e -> assertThat(e.problems()).hasSize(100));
    }

    private Path recording(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private void sidecar(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }
}
