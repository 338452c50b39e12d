package org.lacrima.io.saliva;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.io.Corpus;
import org.lacrima.io.Loaded;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;
import org.lacrima.io.text.DecimalMark;

class SalivaTableReaderTest {
    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("saliva.csv"), content);
    }

    private static final SalivaTableReader TWO =
            SalivaTableReader.withDefaults().withMinutes(-1, 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject,condition,S0,S1\n001,CFT,4.25,1.3\n002,Control,0.3,n/a\n",
                "ID;Group;S0;S1\n001;CFT;4,25;1,3\n002;Control;0,3;\n",
                "participant_id\tgroup\t0\t1\n001\tCFT\t4.25\t1.3\n002\tControl\t0.3\tn/a\n",
                "condition,subject,sample,cortisol\nCFT,001,S0,4.25\nCFT,001,S1,1.3\nControl,002,S0,0.3\nControl,002,S1,\n",
                "\"subject\",\"condition\",\"S0\",\"S1\"\n\"001\",\"CFT\",\"4,25\",\"1,3\"\n\"002\",\"Control\",\"0,3\",\"\"\n",
            })
    void readsWideAndLongTablesOfAnyDelimiter(String content) throws IOException {
        Loaded<List<Session>> loaded = TWO.read(file(content));

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value()).extracting(s -> s.participant().id()).containsExactly("001", "002");
        assertThat(loaded.value())
                .extracting(s -> s.participant().group().name())
                .containsExactly("CFT", "Control");
        assertThat(loaded.value().get(0).saliva().get(0).samples())
                .extracting(s -> s.concentration().orElseThrow())
                .containsExactly(4.25, 1.3);
        assertThat(loaded.value().get(1).saliva().get(0).samples().get(1).missingReason())
                .isEqualTo("n/a");
        assertThat(loaded.notes()).contains("saliva.csv: states no unit of cortisol");
    }

    @Test
    void takesNameUnitAndTimeFromALongTable() throws IOException {
        SalivaSeries series = SalivaTableReader.withDefaults()
                .read(file("subject,time,cortisol (nmol/l),amylase [U/ml],age\n"
                        + "a,-1,5,100,23\na,20,7,120,23\nb,-2,5,90,31\nb,19,no sample,80,31\n"))
                .value()
                .get(1)
                .saliva("cortisol")
                .orElseThrow();

        assertThat(series)
                .isEqualTo(new SalivaSeries(
                        "cortisol",
                        Unit.NMOL_PER_L,
                        List.of(SalivaSample.of("-2", -2, 5), SalivaSample.missing("19", 19, "no sample"))));
    }

    @Test
    void keepsWhatDoesNotVaryWithinAPersonAsCovariate() throws IOException {
        Session person = TWO.read(file("subject,sample,age,cortisol\na,S0,23,5\na,S1,23,6\n"))
                .value()
                .get(0);

        assertThat(person.saliva()).extracting(SalivaSeries::analyte).containsExactly("cortisol");
        assertThat(person.participant().covariates()).containsEntry("age", "23");
        assertThat(person.participant().group()).isEqualTo(new Group(""));
    }

    @Test
    void namesTheSampleThatAPersonHasNoRowOf() throws IOException {
        assertThat(TWO.read(file("subject,sample,cortisol\na,S0,5\na,S1,6\nb,S1,7\n"))
                        .value()
                        .get(1)
                        .saliva()
                        .get(0)
                        .samples())
                .containsExactly(SalivaSample.missing("S0", -1, "no row in the table"), SalivaSample.of("S1", 20, 7));
    }

    @Test
    void asksForTimes() {
        assertThatThrownBy(() -> SalivaTableReader.withDefaults().read(file("subject,S0,S1\na,1,2\n")))
                .hasMessageContaining("has no times for its 2 samples (S0, S1)");
        assertThatThrownBy(() -> TWO.withMinutes(1, 2, 3).read(file("subject,S0,S1\na,1,2\n")))
                .hasMessageContaining("and 3 times were given");
    }

    @Test
    void refusesATableWithoutRows() {
        assertThatThrownBy(() -> TWO.read(file("subject,S0,S1\n"))).hasMessageContaining("holds no row");
    }

    @Test
    void refusesAColumnThatIsNotThere() {
        assertThatThrownBy(() -> TWO.withGroupColumn("conditon").read(file("subject,condition,S0,S1\na,x,1,2\n")))
                .hasMessage("saliva.csv:1: conditon is missing from the header; did you mean \"condition\"?");
        assertThatThrownBy(() -> TWO.read(file("S0,S1\n1,2\n"))).hasMessageContaining("no column names the person");
    }

    @Test
    void refusesAThousandsMarkRatherThanGuess() {
        assertThatThrownBy(() -> TWO.read(file("subject;S0;S1\na;1,234;2,345\n")))
                .hasMessageContaining("\"1,234\" is not a concentration");
    }

    @Test
    void takesAChosenDecimalMark() throws IOException {
        assertThat(TWO.with(DecimalMark.COMMA)
                        .read(file("subject;S0;S1\na;1,234;2,345\n"))
                        .value()
                        .get(0)
                        .saliva()
                        .get(0)
                        .samples()
                        .get(0))
                .isEqualTo(SalivaSample.of("S0", -1, 1.234));
    }

    @Test
    void takesLimitsOfDetectionAsMissingOnlyWhenTold() throws IOException {
        String content = "subject,S0,S1\na,1,<LOD\nb,1,2\n";

        assertThatThrownBy(() -> TWO.read(file(content))).hasMessageStartingWith("saliva.csv:2: S1 \"<LOD\"");
        assertThat(TWO.with(BelowDetection.MISSING)
                        .read(file(content))
                        .value()
                        .get(0)
                        .saliva()
                        .get(0)
                        .samples()
                        .get(1))
                .isEqualTo(SalivaSample.missing("S1", 20, "below detection: <LOD"));
    }

    @Test
    void refusesAPersonInTwoGroupsAndASampleTwice() {
        assertThatThrownBy(() -> TWO.read(file("subject,group,sample,c\na,x,S0,1\na,y,S1,2\na,y,S1,3\n")))
                .hasMessageContaining("saliva.csv:3: group \"y\" of a is \"x\" on line 2")
                .hasMessageContaining("saliva.csv:4: sample \"S1\" of a is on line 3 already");
    }

    @Test
    void readsAPublishedStudy() throws IOException {
        // Richer et al. 2022, doi:10.1038/s41598-022-23222-9: 28 people with 7 samples each.
        Path file = Corpus.folder("richer2022").resolve("cortisol_samples.csv");

        Loaded<List<Session>> loaded = SalivaTableReader.withDefaults()
                .withMinutes(-30, -1, 30, 40, 50, 60, 70)
                .withGroupColumn("condition")
                .read(file);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value()).hasSize(28);
        assertThat(loaded.value())
                .allSatisfy(s -> assertThat(s.saliva().get(0).samples())
                        .hasSize(7)
                        .allMatch(sample -> sample.concentration().isPresent()));
        assertThat(loaded.value().get(0).saliva().get(0).samples().get(6))
                .isEqualTo(SalivaSample.of("S6", 70, 4.06615));
    }

    @Test
    void readsTheTablesOfALaboratoryAsPandasDoes() throws IOException {
        JsonNode files = Corpus.oracle("formats/saliva.json").get("files");
        for (String name : List.of("cortisol_sample.csv", "cortisol_wide_samples_condition.csv")) {
            JsonNode tidy = files.get(name).get("tidy");
            int samples = files.get(name).get("sample_columns").size();
            double[] minutes = IntStream.range(0, samples).asDoubleStream().toArray();

            List<Session> sessions = SalivaTableReader.withDefaults()
                    .withMinutes(minutes)
                    .read(Corpus.folder("formats/saliva").resolve(name))
                    .value();

            assertThat(sessions.size() * samples).isEqualTo(tidy.size());
            for (int i = 0; i < tidy.size(); i++) {
                Session session = sessions.get(i / samples);
                assertThat(session.participant().id())
                        .isEqualTo(tidy.get(i).get("subject").asText());
                assertThat(session.participant().group().name())
                        .isEqualTo(tidy.get(i).get("condition").asText());
                SalivaSample sample = session.saliva().get(0).samples().get(i % samples);
                assertThat(sample.sample()).isEqualTo(tidy.get(i).get("sample").asText());
                assertThat(sample.minutes()).isEqualTo(i % samples);
                // pandas' own parser of decimals is off by a last digit now and then.
                assertThat(sample.concentration().orElseThrow())
                        .isEqualTo(tidy.get(i).get("value").asDouble(), within(1e-14));
            }
        }
    }

    @Test
    void meetsBadFilesAsExpected() throws IOException {
        Path bad = Corpus.folder("fuzz");
        JsonNode files = new ObjectMapper()
                .readTree(bad.resolve("expected.json").toFile())
                .get("files");
        for (JsonNode file : files) {
            if (!file.get("format").asText().equals("saliva")) {
                continue;
            }
            Path path = bad.resolve(file.get("file").asText());
            if (file.get("outcome").asText().equals("accept")) {
                assertThat(TWO.read(path).value().stream()
                                .flatMap(s -> s.saliva().get(0).samples().stream())
                                .map(s -> s.concentration().orElseThrow()))
                        .containsExactly(0.1, 0.2, 0.3, 0.4);
                continue;
            }
            SalivaTableReader reader = path.toString().contains("text_value") ? TWO.withMinutes(1, 2, 3) : TWO;
            assertThatThrownBy(() -> reader.read(path))
                    .as(path.toString())
                    .isInstanceOfSatisfying(StudyReadException.class, e -> {
                        if (file.get("where").has("line")) {
                            assertThat(e.problems())
                                    .extracting("line")
                                    .contains(file.get("where").get("line").asInt());
                        }
                    });
        }
    }

    @Test
    void leavesOutABadCellWhenLenient() throws IOException {
        Loaded<List<Session>> loaded = TWO.with(Strictness.LENIENT).read(file("subject,S0,S1\na,1,7l2\nb,1,2\n"));

        assertThat(loaded.hasErrors()).isTrue();
        assertThat(loaded.value().get(0).saliva().get(0).samples()).containsExactly(SalivaSample.of("S0", -1, 1));
    }
}
