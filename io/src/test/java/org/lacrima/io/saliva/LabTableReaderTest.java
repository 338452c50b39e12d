package org.lacrima.io.saliva;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.cortisol.DuplicateAssay;
import org.lacrima.core.cortisol.LabResult;
import org.lacrima.core.cortisol.LabRules;
import org.lacrima.core.cortisol.LabSeries;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.io.Corpus;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;
import org.lacrima.io.TextMutants;
import org.lacrima.io.Workbooks;

class LabTableReaderTest {
    private static final String PLATE = """
            Plate 7, assayed 2024-05-02

            sample ID;cortisol 1 (nmol/l);cortisol 2 (nmol/l);mean;CV%
            Vp01 S0;4,0;4,4;4,2;6,7
            Vp01 S1;<0,41;<LOD;;
            Vp02 S0;insufficient volume;;;
            Vp02 S1;7,5;no sample;7,5;
            """;
    private static final String NIGHT = """
            subject,group,sample,time,cortisol (ug/dl)
            p1,crier,S1,23:50,0.2
            p1,crier,S2,0:20,0.3
            p1,crier,S3,00:50:30,0.25
            p2,noncrier,S1,14:00,0.1
            p2,noncrier,S2,14:30,0.4
            """;
    private static final LabTableReader READER =
            LabTableReader.withDefaults().withMinutes(0, 20).withDetectionLimit(0.5);

    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("plate.csv"), content);
    }

    @Test
    void keepsDuplicatesLimitsAndReasons() throws IOException {
        List<LabPerson> persons = READER.read(file(PLATE)).value();

        assertThat(persons).extracting(LabPerson::id).containsExactly("Vp01", "Vp02");
        LabSeries first = persons.get(0).series();
        assertThat(first.analyte()).isEqualTo("cortisol");
        assertThat(first.unit()).isEqualTo(Unit.NMOL_PER_L);
        assertThat(first.samples())
                .containsExactly(
                        new LabSeries.Sample("S0", 0, new DuplicateAssay(4.0, 4.4)),
                        new LabSeries.Sample("S1", 20, new LabResult.BelowDetection(0.5)));
        assertThat(persons.get(1).series().samples())
                .extracting(LabSeries.Sample::result)
                .containsExactly(new LabResult.Missing("insufficient volume"), new LabResult.Measured(7.5));
        List<SalivaSeries> series = LabRules.of(LabRules.BelowDetection.HALF_LIMIT)
                .of(persons.stream().map(LabPerson::series).toList());
        assertThat(series.get(0).samples())
                .extracting(s -> s.concentration().orElseThrow())
                .containsExactly(4.2, 0.25);
    }

    @Test
    void countsClockTimesAcrossMidnight() throws IOException {
        List<LabPerson> persons =
                LabTableReader.withDefaults().read(file(NIGHT)).value();

        assertThat(persons.get(0).group()).isEqualTo("crier");
        assertThat(persons.get(0).series().samples())
                .extracting(LabSeries.Sample::minutes)
                .containsExactly(0.0, 30.0, 60.5);
        assertThat(LabTableReader.withDefaults()
                        .withZero(LocalTime.of(0, 5))
                        .read(file(NIGHT.lines().limit(4).collect(java.util.stream.Collectors.joining("\n"))))
                        .value()
                        .get(0)
                        .series()
                        .samples())
                .extracting(LabSeries.Sample::minutes)
                .containsExactly(-15.0, 15.0, 45.5);
        assertThat(persons.get(0).series().unit()).isEqualTo(new Unit("µg/dL"));
    }

    @Test
    void separatesTheDaysOfAPersonAndReadsWorkbooks() throws IOException {
        Path file = Workbooks.write(folder.resolve("p.xlsx"), new String[][] {
            {"", "Salivary cortisol"},
            {},
            {"", "sample ID", "cortisol (nmol/l)"},
            {"", "Vp01 T1 S0", "0.1"},
            {"", "Vp01 T1 S1", "0.2"},
            {"", "Vp01 T2 S0", "/empty"},
            {"", "Vp01 T2 S1", "0.4"}
        });

        List<LabPerson> persons = READER.read(file).value();

        assertThat(persons).extracting(LabPerson::day).containsExactly("T1", "T2");
        assertThat(persons.get(1).series().samples())
                .extracting(LabSeries.Sample::result)
                .containsExactly(new LabResult.Missing("/empty"), new LabResult.Measured(0.4));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            4,0;4,4 | 4,0x;4,4 | plate.csv:4: cortisol 1 (nmol/l) "4,0x" is not a concentration
            Vp02 S1 | Vp02 S0 | plate.csv:7: sample ID "Vp02 S0" of "Vp02" is on line 6 already
            Vp02 S1 | blank   | plate.csv:7: sample ID "blank" does not name a person and a sample
            sample ID | name  | sample ID is missing
            """)
    void refusesWithTheLine(String found, String instead, String reason) throws IOException {
        assertThatThrownBy(() -> READER.read(file(PLATE.replace(found, instead))))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void asksForTheLimitThatACellDoesNotSay() {
        assertThatThrownBy(
                        () -> LabTableReader.withDefaults().withMinutes(0, 20).read(file(PLATE)))
                .hasMessageContaining("plate.csv:5: cortisol 2 (nmol/l) \"<LOD\" does not say the limit");
    }

    @Test
    void neverFailsOtherwiseThanByItsReasons() throws IOException {
        TextMutants.of(file(PLATE), 9, READER.with(Strictness.LENIENT)::read);
        TextMutants.of(file(NIGHT), 10, LabTableReader.withDefaults().with(Strictness.LENIENT)::read);
    }

    /** Expected values: openpyxl (oracles/formats/saliva.json). */
    @Test
    void readsRealWorkbooks() throws IOException {
        Path real = Corpus.folder("formats/saliva");
        JsonNode files = Corpus.oracle("formats/saliva.json").get("files");
        for (String name : List.of("cortisol_plate_samples.xlsx", "cortisol_plate_samples_empty.xlsx")) {
            List<LabPerson> persons = LabTableReader.withDefaults()
                    .withMinutes(-30, -1, 30, 40)
                    .read(real.resolve(name))
                    .value();
            int samples = 0;
            for (JsonNode tidy : files.get(name).get("tidy")) {
                LabResult result = persons.stream()
                        .filter(p -> p.id().equals(tidy.get("subject").asText()))
                        .flatMap(p -> p.series().samples().stream())
                        .filter(s -> s.name().equals(tidy.get("sample").asText()))
                        .findFirst()
                        .orElseThrow()
                        .result();
                assertThat(result)
                        .isEqualTo(
                                tidy.get("value").isNull()
                                        ? new LabResult.Missing(
                                                tidy.get("cell_text").asText())
                                        : new LabResult.Measured(
                                                tidy.get("value").asDouble()));
                samples++;
            }
            assertThat(samples).isEqualTo(12);
            assertThat(persons.get(0).series().unit()).isEqualTo(Unit.NMOL_PER_L);
        }
        List<Session> wide = SalivaTableReader.withDefaults()
                .withMinutes(-30, -1, 30, 40)
                .read(real.resolve("cortisol_wide_samples.xlsx"))
                .value();
        JsonNode value = files.get("cortisol_wide_samples.xlsx").get("value");
        double mean = wide.stream()
                .flatMap(s -> s.saliva().get(0).samples().stream())
                .mapToDouble(s -> s.concentration().orElseThrow())
                .average()
                .orElseThrow();
        assertThat(wide).hasSize(3);
        assertThat(mean).isEqualTo(value.get("mean").asDouble(), within(1e-12));
    }

    @Test
    void refusesAWorkbookThatNamesAFile() throws IOException {
        Path file = Corpus.folder("fuzz").resolve("saliva_xxe.xlsx");

        assertThatThrownBy(() -> SalivaTableReader.withDefaults().withMinutes(0).read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("saliva_xxe.xlsx: xl/worksheets/sheet1.xml");
    }
}
