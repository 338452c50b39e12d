package org.lacrima.io.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.simulate.StudyDesign;
import org.lacrima.core.simulate.StudySimulator;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.study.Timeline;

class StudyWriterTest {
    @TempDir
    Path temporary;

    @Test
    void beatsHaveTheTimeOfTheBeatThatEndsTheInterval() throws IOException {
        write(study(session("sub-001")));

        assertThat(lines("sub-001/beh/sub-001_task-film_beats.tsv"))
                .containsExactly("onset\trr_ms\tlabel", "1.25\t800\tnormal", "2.062\t812.5\tectopic");
    }

    @Test
    void eventsHoldPhasesAndEpisodesInOrderOfOnset() throws IOException {
        write(study(session("sub-001")));

        assertThat(lines("sub-001/beh/sub-001_task-film_events.tsv"))
                .containsExactly(
                        "onset\tduration\ttrial_type",
                        "0\t300\tphase/baseline",
                        "300\t420\tphase/induction",
                        "525\t74.6\tcrying",
                        "531.1\t0\tgulp");
    }

    @Test
    void aMissingSampleKeepsTheLaboratorysWord() throws IOException {
        write(study(session("sub-001")));

        assertThat(lines("phenotype/saliva.tsv"))
                .containsExactly(
                        "participant_id\tsample\tminutes\tcortisol",
                        "sub-001\tS1\t-5\t7.03",
                        "sub-001\tS2\t20\tinsufficient volume",
                        "sub-001\tS3\t30\tn/a");
        assertThat(json("phenotype/saliva.json").at("/cortisol/Units").asText()).isEqualTo("nmol/L");
        assertThat(json("phenotype/saliva.json").at("/minutes/Units").asText()).isEqualTo("min");
    }

    @Test
    void ratingsStandInOneColumnPerFeeling() throws IOException {
        write(study(session("sub-001")));

        assertThat(lines("phenotype/affect.tsv"))
                .containsExactly("participant_id\tseconds\tsadness", "sub-001\t290\t12", "sub-001\t715\t60");
        assertThat(json("phenotype/affect.json").at("/sadness/Units").asText()).isEqualTo("points");
    }

    @Test
    void participantsHaveTheirGroupAndCovariates() throws IOException {
        StudyWriter.withDefaults()
                .withCovariate("age", "Age at the session", "years")
                .write(study(session("sub-001")), folder());

        assertThat(lines("participants.tsv")).containsExactly("participant_id\tgroup\tage", "sub-001\tcrier\t23");
        assertThat(json("participants.json").at("/age/Units").asText()).isEqualTo("years");
        assertThat(json("participants.json").at("/group/Levels").has("noncrier"))
                .isTrue();
        assertThat(json("dataset_description.json").at("/Name").asText()).isEqualTo("A study");
    }

    @Test
    void thePlanIsWrittenWithEveryFieldAndPlainNumbers() throws IOException {
        write(study(session("sub-001")));

        JsonNode plan = json("lacrima.json");
        assertThat(plan.fieldNames())
                .toIterable()
                .containsExactly(
                        "task",
                        "phases",
                        "contrast",
                        "metrics",
                        "outcomes",
                        "minimumPhaseSeconds",
                        "minimumReactivityPercent",
                        "correction",
                        "maximumCorrectedPercent",
                        "saliva",
                        "ratings",
                        "confidence",
                        "seed",
                        "assignment",
                        "arms",
                        "covariates",
                        "families");
        assertThat(plan.at("/phases/baseline/role").asText()).isEqualTo("baseline");
        assertThat(plan.at("/contrast/focal").asText()).isEqualTo("crier");
        assertThat(plan.at("/outcomes/3").asText()).isEqualTo("residualActivation");
        assertThat(Files.readString(folder().resolve("lacrima.json")))
                .contains("\"minimumPhaseSeconds\" : 60,")
                .doesNotContain("E+")
                .doesNotContain("\r");
    }

    @Test
    void signalsAreCompressedWithTheirRateBeside() throws IOException {
        Session plain = session("sub-001");
        SampledSignal breath = SampledSignal.of("respiration", new Unit("V"), 25, 0.5, 1, 2.5, -1);
        Session session = new Session(
                plain.participant(), plain.beats(), plain.timeline(), plain.saliva(), plain.ratings(), List.of(breath));

        write(study(session));

        Path file = folder().resolve("sub-001/beh/sub-001_task-film_recording-respiration_physio.tsv.gz");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("1\n2.5\n-1\n");
        }
        JsonNode sidecar = json("sub-001/beh/sub-001_task-film_recording-respiration_physio.json");
        assertThat(sidecar.at("/SamplingFrequency").asDouble()).isEqualTo(25);
        assertThat(sidecar.at("/StartTime").asDouble()).isEqualTo(0.5);
        assertThat(sidecar.at("/Columns/0").asText()).isEqualTo("respiration");
    }

    @Test
    void aSimulatedStudyHasItsTruthBeside() throws IOException {
        StudyWriter.withDefaults()
                .withReadme("Simulated.\n")
                .write(StudySimulator.of(StudyDesign.withDefaults()).simulate(), folder());

        assertThat(lines("sourcedata/truth.tsv")).hasSize(25);
        assertThat(json("sourcedata/truth.json").at("/recovery_half_time/Units").asText())
                .isEqualTo("s");
        assertThat(Files.readString(folder().resolve("README"))).isEqualTo("Simulated.\n");
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("mine.txt"), "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> write(study(session("sub-001"))))
                .withMessageContaining("not empty");
        assertThat(Files.readString(folder().resolve("mine.txt"))).isEqualTo("mine");
    }

    @Test
    void nothingIsLeftWhereWritingFails() throws IOException {
        Session session = session("sub-001");
        Session broken = new Session(
                new Participant("sub-001", Group.CRIER, Map.of("age", "2\t3")),
                session.beats(),
                session.timeline(),
                session.saliva(),
                session.ratings(),
                List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(study(broken)))
                .withMessageContaining("column age cannot hold a tab");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    private void write(Study study) throws IOException {
        StudyWriter.withDefaults().write(study, folder());
    }

    private Path folder() {
        return temporary.resolve("study");
    }

    private List<String> lines(String path) throws IOException {
        return Files.readAllLines(folder().resolve(path));
    }

    private JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(folder().resolve(path).toFile());
    }

    private static Study study(Session session) {
        return new Study("A study", AnalysisPlan.withDefaults(), List.of(session));
    }

    private static Session session(String id) {
        BeatSeries beats = BeatSeries.of(
                new double[] {1.25, 2.062}, new double[] {800, 812.5}, new boolean[] {false, true}, new BeatLabel[] {
                    BeatLabel.NORMAL, BeatLabel.ECTOPIC
                });
        Timeline timeline = new Timeline(
                List.of(
                        new Phase("baseline", Role.BASELINE, Window.ofSeconds(0, 300)),
                        new Phase("induction", Role.INDUCTION, Window.ofSeconds(300, 720))),
                List.of(
                        new Episode(EpisodeKind.CRYING, "weeps", Window.ofSeconds(525, 599.6)),
                        new Episode(EpisodeKind.CUSTOM, "gulp", Window.ofSeconds(531.1, 531.1))));
        SalivaSeries saliva = new SalivaSeries(
                "cortisol",
                Unit.NMOL_PER_L,
                List.of(
                        SalivaSample.of("S1", -5, 7.03),
                        SalivaSample.missing("S2", 20, "insufficient volume"),
                        SalivaSample.missing("S3", 30, "")));
        TimedValues sadness =
                TimedValues.of("sadness", new Unit("points"), new double[] {290, 715}, new double[] {12, 60});
        return new Session(
                new Participant(id, Group.CRIER, Map.of("age", "23")),
                Optional.of(beats),
                timeline,
                List.of(saliva),
                List.of(sadness),
                List.of());
    }
}
