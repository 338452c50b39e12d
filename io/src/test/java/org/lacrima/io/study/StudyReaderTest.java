package org.lacrima.io.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.CorrectionRule;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.OutcomeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadProblem;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;

class StudyReaderTest {
    @TempDir
    Path temporary;

    private StudyOnDisk disk;

    @BeforeEach
    void writeAStudy() throws IOException {
        disk = StudyOnDisk.at(temporary.resolve("my-study"));
    }

    private Study read() throws IOException {
        return StudyReader.withDefaults().read(disk.folder()).value();
    }

    private List<String> problems() throws IOException {
        return StudyReader.withDefaults().with(Strictness.LENIENT).read(disk.folder()).problems().stream()
                .map(ReadProblem::toString)
                .toList();
    }

    @Test
    void readsAWholeStudyWithoutAnyProblem() throws IOException {
        Loaded<Study> loaded = StudyReader.withDefaults().read(disk.folder());

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().name()).isEqualTo("Sad film");
        assertThat(loaded.value().sessions())
                .extracting(s -> s.participant().id())
                .containsExactly("sub-01", "sub-02");
        assertThat(loaded.value().of(Group.CRIER))
                .singleElement()
                .satisfies(s -> assertThat(s.participant().covariates()).containsEntry("age", "23"));
        assertThat(loaded.value().of(Group.NONCRIER))
                .singleElement()
                .satisfies(s -> assertThat(s.participant().covariates()).isEmpty());
    }

    @Test
    void keepsTimesGapsAndLabelsOfTheBeats() throws IOException {
        BeatSeries beats = read().sessions().get(0).beats().orElseThrow();

        assertThat(beats.toMillis()).containsExactly(800, 820, 430, 810, 790);
        assertThat(beats.toEndSeconds()).containsExactly(0.8, 1.62, 2.05, 9.81, 10.6);
        assertThat(beats.toContiguous()).containsExactly(false, true, true, false, true);
        assertThat(beats.toLabels())
                .containsExactly(
                        BeatLabel.NORMAL, BeatLabel.NORMAL, BeatLabel.ECTOPIC, BeatLabel.NORMAL, BeatLabel.CORRECTED);
    }

    @Test
    void takesAGapRowAsAGapHoweverTheTimesFit() throws IOException {
        disk.replace(StudyOnDisk.beats("sub-01"), "1.62\t820\tnormal\n", "1.62\t820\tnormal\n1.7\tn/a\tgap\n");

        assertThat(read().sessions().get(0).beats().orElseThrow().toContiguous())
                .containsExactly(false, true, false, false, true);
    }

    @Test
    void readsCompressedBeats() throws IOException {
        Path plain = disk.folder().resolve(StudyOnDisk.beats("sub-01"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Files.readAllBytes(plain));
        }
        Files.write(plain.resolveSibling(plain.getFileName() + ".gz"), bytes.toByteArray());
        Files.delete(plain);

        assertThat(read().sessions().get(0).beats().orElseThrow().size()).isEqualTo(5);
    }

    @Test
    void readsPhasesWithTheRolesOfThePlanAndEpisodes() throws IOException {
        Session session = read().sessions().get(0);

        assertThat(session.timeline().phases())
                .extracting("name", "role", "window")
                .containsExactly(
                        tuple("baseline", Role.BASELINE, new Window(0, 0.1)),
                        tuple("sadfilm", Role.INDUCTION, new Window(0.1, 0.3)),
                        tuple("recovery", Role.RECOVERY, new Window(0.3, 60.3)));
        assertThat(session.timeline().episodes())
                .extracting("kind", "label")
                .containsExactly(
                        tuple(EpisodeKind.CRYING, "crying"),
                        tuple(EpisodeKind.SOB, "sob"),
                        tuple(EpisodeKind.CUSTOM, "hides face"));
    }

    @Test
    void readsPartsOfPhasesWhicheverLineComesFirst() throws IOException {
        disk.replace(
                StudyOnDisk.events("sub-01"),
                "0.3\t60\tphase/recovery\n",
                "0.3\t20\tphase/recovery/early\n0.3\t60\tphase/recovery\n40\t20.3\tphase/recovery/late\n");

        assertThat(problems()).isEmpty();
        Session session = read().sessions().get(0);
        Phase recovery = session.timeline().phase("recovery").orElseThrow();
        assertThat(recovery.window()).isEqualTo(new Window(0.3, 60.3));
        assertThat(recovery.parts())
                .extracting("name", "role", "window")
                .containsExactly(
                        tuple("early", Role.RECOVERY, new Window(0.3, 20.3)),
                        tuple("late", Role.RECOVERY, new Window(40, 60.3)));
        assertThat(session.timeline().phase("recovery/late"))
                .contains(recovery.parts().get(1));
    }

    @Test
    void aPlanMayFixAPartInsideItsPhase() throws IOException {
        disk.replace(
                "lacrima.json",
                "\"recovery\": {}",
                "\"recovery\": {}, \"recovery/late\": {\"startSeconds\": 40, \"endSeconds\": 60}");

        assertThat(problems()).isEmpty();
        Study study = read();
        assertThat(study.plan().phases().get("recovery/late").role()).isEqualTo(Role.RECOVERY);
        assertThat(study.sessions().get(1).timeline().phases()).hasSize(3);
        assertThat(study.sessions().get(1).timeline().phase("recovery/late"))
                .map(Phase::window)
                .contains(new Window(40, 60));
    }

    @Test
    void aPartThatLeavesItsPhaseIsAProblem() throws IOException {
        disk.replace(
                StudyOnDisk.events("sub-01"),
                "0.3\t60\tphase/recovery\n",
                "0.3\t60\tphase/recovery\n50\t20\tphase/recovery/late\n5\t2\tphase/recovery/\n");

        assertThat(problems())
                .containsExactly(
                        "sub-01/beh/sub-01_task-film_events.tsv:5: onset part recovery/late [50.0 s, 70.0 s) leaves"
                                + " recovery [0.3 s, 60.3 s) of line 4; let a part begin and end within its phase",
                        "sub-01/beh/sub-01_task-film_events.tsv:6: trial_type \"phase/recovery/\" has no name;"
                                + " write phase/baseline, or phase/recovery/late for a part of it");
    }

    @Test
    void readsSalivaWithTheReasonsOfMissingSamples() throws IOException {
        SalivaSeries cortisol = read().sessions().get(0).saliva("cortisol").orElseThrow();

        assertThat(cortisol.unit()).isEqualTo(Unit.NMOL_PER_L);
        assertThat(cortisol.samples())
                .containsExactly(
                        SalivaSample.of("S0", -20, 5.25),
                        SalivaSample.missing("S1", -1, "insufficient volume"),
                        SalivaSample.of("S2", 20, 7.5));
    }

    @Test
    void readsRatingsInSessionSeconds() throws IOException {
        Study study = read();
        TimedValues sadness = study.sessions().get(0).ratings("sadness").orElseThrow();

        assertThat(sadness.toSeconds()).containsExactly(0, 300);
        assertThat(sadness.toArray()).containsExactly(1, 8);
        assertThat(sadness.unit()).isEqualTo(new Unit("points"));
        assertThat(study.sessions().get(1).ratings("sadness").orElseThrow().size())
                .isEqualTo(1);
    }

    @Test
    void fillsThePlanWithDefaults() throws IOException {
        AnalysisPlan plan = read().plan();
        AnalysisPlan defaults = AnalysisPlan.withDefaults();

        assertThat(plan.phases().keySet()).containsExactly("baseline", "sadfilm", "recovery");
        assertThat(plan.metrics()).containsExactly("RMSSD", "lnHF");
        assertThat(plan.saliva())
                .isEqualTo(new SalivaPlan(
                        "cortisol", List.of("S0"), Optional.empty(), List.of(new SalivaPlan.SlopePair("S1", "S2"))));
        assertThat(plan.seed()).isEqualTo(20240229);
        assertThat(plan.correction()).isEqualTo(defaults.correction());
        assertThat(plan.minimumPhaseSeconds()).isEqualTo(defaults.minimumPhaseSeconds());
        disk.delete("lacrima.json");
        assertThat(StudyReader.withDefaults().read(disk.folder()).value().plan())
                .isEqualTo(defaults);
    }

    @Test
    void readsEveryFieldOfThePlan() throws IOException {
        disk.write("lacrima.json", """
                {
                  "task": "film",
                  "phases": {"baseline": {"role": "baseline", "startSeconds": 0, "endSeconds": 300}},
                  "contrast": {"focal": "noncrier", "reference": "crier"},
                  "metrics": ["RMSSD"],
                  "outcomes": ["level", "percentRecovery"],
                  "minimumPhaseSeconds": 30,
                  "minimumReactivityPercent": 10,
                  "correction": "none",
                  "maximumCorrectedPercent": 5,
                  "saliva": {"analyte": "cortisol", "excludedSamples": [], "baselineSample": "S1", "slopes": []},
                  "ratings": ["sadness"],
                  "confidence": 0.9,
                  "seed": -7
                }
                """);
        disk.replace(StudyOnDisk.events("sub-01"), "0\t0.1\tphase/baseline\n", "");
        disk.replace(StudyOnDisk.events("sub-01"), "0.1\t0.2\tphase/sadfilm\n", "");
        disk.replace(StudyOnDisk.events("sub-01"), "0.3\t60\tphase/recovery\n", "");

        Study study = read();

        AnalysisPlan plan = study.plan();
        assertThat(plan.contrast().focal()).isEqualTo(Group.NONCRIER);
        assertThat(plan.outcomes()).containsExactly(OutcomeKind.LEVEL, OutcomeKind.PERCENT_RECOVERY);
        assertThat(plan.minimumPhaseSeconds()).isEqualTo(30);
        assertThat(plan.minimumReactivityPercent()).isEqualTo(10);
        assertThat(plan.correction()).isEqualTo(CorrectionRule.NONE);
        assertThat(plan.maximumCorrectedPercent()).isEqualTo(5);
        assertThat(plan.saliva().baselineSample()).contains("S1");
        assertThat(plan.ratings()).containsExactly("sadness");
        assertThat(plan.confidence()).isEqualTo(0.9);
        assertThat(plan.seed()).isEqualTo(-7);
        // Where the events mark the phase they win; elsewhere the plan's window stands.
        assertThat(study.sessions()
                        .get(0)
                        .timeline()
                        .phase("baseline")
                        .orElseThrow()
                        .window())
                .isEqualTo(new Window(0, 300));
        assertThat(study.sessions()
                        .get(1)
                        .timeline()
                        .phase("baseline")
                        .orElseThrow()
                        .window())
                .isEqualTo(new Window(0, 0.1));
    }

    @Test
    void takesATableOfRrFilesAndFiveLinesOfPlan() throws IOException {
        Path folder = temporary.resolve("five-lines");
        StudyOnDisk plain = StudyOnDisk.emptyAt(folder);
        plain.write("participants.tsv", "participant_id\tgroup\nVp01\tcrier\nVp02\tnoncrier\n");
        plain.write("lacrima.json", """
                {
                  "recordings": "rr/{participant_id}.txt",
                  "phases": {"baseline": {"startSeconds": 0, "endSeconds": 2},
                             "recovery": {"startSeconds": 2, "endSeconds": 4}}
                }
                """);
        plain.write("rr/Vp01.txt", "812\n830\n815\n800\n");
        plain.write("rr/Vp02.txt", "0.812\n0.830\n0.815\n0.800\n");

        Loaded<Study> loaded = StudyReader.withDefaults().read(folder);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().name()).isEqualTo("five-lines");
        assertThat(loaded.value().sessions().get(1).beats().orElseThrow().toMillis())
                .containsExactly(new double[] {812, 830, 815, 800}, within(1e-9));
        assertThat(loaded.value()
                        .sessions()
                        .get(1)
                        .timeline()
                        .phase(Role.RECOVERY)
                        .orElseThrow()
                        .window())
                .isEqualTo(new Window(2, 4));
        assertThat(loaded.notes()).anyMatch(n -> n.contains("rr/Vp02.txt: unit taken as s"));
    }

    @Test
    void tellsAnEmptyFolderFromAMissingOne() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));

        assertThatThrownBy(() -> StudyReader.withDefaults().read(empty))
                .isInstanceOf(StudyReadException.class)
                .hasMessageStartingWith("participants.tsv: is missing: empty is no study folder without it; write");
        assertThatThrownBy(() -> StudyReader.withDefaults().read(empty.resolve("nowhere")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void tellsAllProblemsOfAFolderInOneGo() throws IOException {
        disk.replace("participants.tsv", "sub-02\tnoncrier\tn/a\n", "sub-02\tnoncrier\tn/a\nsub-03\tcrier\t30\n");
        disk.replace("lacrima.json", "\"metrics\"", "\"metric\"");
        disk.replace(StudyOnDisk.beats("sub-01"), "820", "8l2");
        disk.replace(StudyOnDisk.beats("sub-02"), "rr_ms", "RR");
        disk.replace(StudyOnDisk.events("sub-02"), "0.1\t0.2\tphase", "0.05\t0.2\tphase");
        disk.replace("phenotype/saliva.tsv", "sub-02\tS0", "sub-20\tS0");
        disk.write("phenotype/saliva.json", "{}");

        assertThatThrownBy(this::read).isInstanceOfSatisfying(StudyReadException.class, e -> {
            assertThat(e.getMessage().lines())
                    .containsExactlyInAnyOrder(
                            "lacrima.json:7: metric is not a known field; did you mean \"metrics\"?",
                            "phenotype/saliva.tsv:1: cortisol has no unit;"
                                    + " write \"cortisol\": {\"Units\": \"nmol/L\"} into phenotype/saliva.json",
                            "phenotype/saliva.tsv:5: participant_id \"sub-20\" is not in participants.tsv;"
                                    + " add the participant there, or delete the row",
                            "sub-01/beh/sub-01_task-film_beats.tsv:3: rr_ms \"8l2\" is not a number;"
                                    + " write digits with a point as decimal mark, or n/a where there is nothing",
                            "sub-02/beh/sub-02_task-film_beats.tsv:1: rr_ms is missing from the header;"
                                    + " add the column, or rename \"RR\"",
                            "sub-02/beh/sub-02_task-film_events.tsv:3: onset phase sadfilm [0.05 s, 0.25 s) overlaps"
                                    + " baseline [0.0 s, 0.1 s) of line 2; let one phase end before the next begins",
                            "participants.tsv:4: participant_id \"sub-03\" has no row in phenotype/saliva.tsv;"
                                    + " add rows there, with n/a where nothing was measured, or delete the participant",
                            "participants.tsv:4: participant_id \"sub-03\" has no row in phenotype/affect.tsv;"
                                    + " add rows there, with n/a where nothing was measured, or delete the participant",
                            "participants.tsv:4: participant_id sub-03: has no folder sub-03; add the recordings, or"
                                    + " delete the participant; who has no recording but belongs to the study gets an"
                                    + " empty folder sub-03/beh");
        });
    }

    @Test
    void readsWhatIsRightWhenLenient() throws IOException {
        disk.replace(StudyOnDisk.beats("sub-01"), "820", "8l2");
        disk.replace("lacrima.json", "\"metrics\"", "\"metric\"");

        Loaded<Study> loaded =
                StudyReader.withDefaults().with(Strictness.LENIENT).read(disk.folder());

        assertThat(loaded.hasErrors()).isTrue();
        assertThat(loaded.value().sessions().get(0).beats().orElseThrow().toContiguous())
                .containsExactly(false, false, false, true);
        assertThat(loaded.value().plan().metrics())
                .isEqualTo(AnalysisPlan.withDefaults().metrics());
    }

    @Test
    void refusesSecondsInAColumnOfMilliseconds() throws IOException {
        disk.write(StudyOnDisk.beats("sub-01"), "onset\trr_ms\n0.8\t0.8\n1.62\t0.82\n2.45\t0.83\n");
        disk.write(StudyOnDisk.beats("sub-02"), "onset\trr_ms\n800\t800\n1620\t820\n2450\t830\n");

        assertThat(problems())
                .anyMatch(p -> p.startsWith("sub-01/beh/sub-01_task-film_beats.tsv:2: rr_ms has the median 0.82")
                        && p.contains("these are seconds"))
                .anyMatch(p -> p.startsWith("sub-02/beh/sub-02_task-film_beats.tsv:2: onset grows by 830"));
    }

    @Test
    void pointsOutWhoIsInOneFileAndNotInTheOther() throws IOException {
        disk.replace("participants.tsv", "sub-02\tnoncrier\tn/a\n", "");

        assertThat(problems())
                .contains("sub-02: is a folder of nobody in participants.tsv;"
                        + " add the participant to participants.tsv, or move the recording away")
                .anyMatch(p -> p.startsWith("phenotype/saliva.tsv:5: participant_id \"sub-02\" is not in"))
                .anyMatch(p -> p.startsWith("phenotype/affect.tsv:4: participant_id \"sub-02\" is not in"))
                .anyMatch(p -> p.startsWith("participants.tsv: warning: group has nobody in \"noncrier\""));
    }

    @Test
    void refusesAParticipantWithoutSamplesOrRatings() throws IOException {
        disk.replace("phenotype/saliva.tsv", "sub-02\tS0\t-20\t4\nsub-02\tS1\t-1\tn/a\nsub-02\tS2\t20\t4.5\n", "");
        disk.replace("phenotype/affect.tsv", "sub-02\t0\t2\nsub-02\t5\tn/a\n", "");

        assertThat(problems())
                .containsExactly(
                        "participants.tsv:3: participant_id \"sub-02\" has no row in phenotype/saliva.tsv;"
                                + " add rows there, with n/a where nothing was measured, or delete the participant",
                        "participants.tsv:3: participant_id \"sub-02\" has no row in phenotype/affect.tsv;"
                                + " add rows there, with n/a where nothing was measured, or delete the participant");
    }

    @Test
    void aMissingUnitIsToldOnceAndNotAsMissingRows() throws IOException {
        disk.write("phenotype/saliva.json", "{}");

        assertThat(problems())
                .containsExactly("phenotype/saliva.tsv:1: cortisol has no unit;"
                        + " write \"cortisol\": {\"Units\": \"nmol/L\"} into phenotype/saliva.json");
    }

    @Test
    void recordingsOutsideTheFolderAreToldOnceAtTheFieldThatNamesThem() throws IOException {
        disk.replace("lacrima.json", "\"seed\"", "\"recordings\": \"../rr/{participant_id}.txt\",\n  \"seed\"");

        assertThat(problems())
                .containsExactly(
                        "lacrima.json:12: recordings \"../rr/{participant_id}.txt\" leads outside the study folder;"
                                + " copy the recordings into the folder, such as rr/{participant_id}.txt");
    }

    @Test
    void anUnknownMetricIsToldWithItsLineAndTheNearestOne() throws IOException {
        disk.replace("lacrima.json", "\"lnHF\"", "\"lnHf\"");

        assertThat(problems()).containsExactly("lacrima.json:7: metrics \"lnHf\" is not known; did you mean \"lnHF\"?");
    }

    @Test
    void textInAConcentrationIsNoReasonForItsAbsence() throws IOException {
        disk.replace("phenotype/saliva.tsv", "7.5", "l7.5");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("phenotype/saliva.tsv:4: cortisol \"l7.5\" is not");
    }

    @Test
    void warnsOfAParticipantWithoutBeats() throws IOException {
        disk.delete(StudyOnDisk.beats("sub-02"));

        assertThat(StudyReader.withDefaults().read(disk.folder()).problems())
                .extracting(ReadProblem::toString)
                .containsExactlyInAnyOrder("sub-02: warning: has no beats of the task film;"
                        + " outcomes of the heart are missing for this participant");
    }

    @Test
    void aTaskOfWhichNobodyHasBeatsIsAnErrorThatNamesThoseThereAre() throws IOException {
        disk.replace("lacrima.json", "\"seed\"", "\"task\": \"fiml\", \"seed\"");

        assertThat(problems())
                .contains("lacrima.json: task nobody has beats of the task \"fiml\";"
                        + " write one of those that are there: film");
    }

    @Test
    void warnsOfIntervalsThatNoHeartHas() throws IOException {
        disk.replace(StudyOnDisk.beats("sub-01"), "10.6\t790", "9.812\t2");
        disk.replace(StudyOnDisk.beats("sub-02"), "10.6\t790", "609.81\t600000");

        assertThat(StudyReader.withDefaults().read(disk.folder()).problems())
                .extracting(ReadProblem::toString)
                .containsExactly(
                        "sub-01/beh/sub-01_task-film_beats.tsv:7: warning: rr_ms 2 ms is no interval of a heart;"
                                + " mend the number, or write n/a where the signal was lost",
                        "sub-02/beh/sub-02_task-film_beats.tsv:7: warning: rr_ms 600000 ms is no interval of a heart;"
                                + " mend the number, or write n/a where the signal was lost");
    }

    @Test
    void refusesToLeaveTheFolder() throws IOException {
        Files.writeString(temporary.resolve("sub-01.txt"), "812\n830\n");
        disk.replace("lacrima.json", "\"seed\"", "\"recordings\": \"../{participant_id}.txt\", \"seed\"");
        assertThat(problems())
                .anyMatch(p -> p.contains("recordings \"../{participant_id}.txt\" leads outside the study folder"));

        Files.createSymbolicLink(disk.folder().resolve("sub-01.txt"), temporary.resolve("sub-01.txt"));
        disk.replace("lacrima.json", "../{participant_id}.txt", "{participant_id}.txt");
        assertThat(problems()).anyMatch(p -> p.startsWith("sub-01.txt: leads outside the study folder"));

        disk.replace("participants.tsv", "sub-02", "../sub-01");
        assertThat(problems()).anyMatch(p -> p.contains("cannot be part of a file name"));
    }

    @Test
    void pointsAtWhatIsWrongInThePlan() throws IOException {
        disk.write("lacrima.json", """
                {
                  "phasess": {},
                  "phases": {
                    "baseline": {"role": "base", "startSeconds": 0, "endSeconds": 300},
                    "film": {"startSeconds": 200, "endSeconds": 400},
                    "recovery": {"startSeconds": 400}
                  },
                  "contrast": {"focal": "crier", "reference": "crier"},
                  "outcomes": ["levels"],
                  "correction": "kubios",
                  "confidence": 95,
                  "maximumCorrectedPercent": "many",
                  "seed": 1.5,
                  "task": "sad film",
                  "recordings": "rr.txt"
                }
                """);

        assertThat(problems())
                .contains(
                        "lacrima.json:2: phasess is not a known field; did you mean \"phases\"?",
                        "lacrima.json:4: phases.baseline.role \"base\" is not known; did you mean \"baseline\"?",
                        "lacrima.json:5: phases.film [200.0 s, 400.0 s) overlaps baseline [0.0 s, 300.0 s);"
                                + " let one phase end before the next begins",
                        "lacrima.json:6: phases.recovery.startSeconds stands alone;"
                                + " give both startSeconds and endSeconds, or neither where the events say",
                        "lacrima.json:8: contrast.reference is the focal group too; name two groups of participants.tsv",
                        "lacrima.json:9: outcomes \"levels\" is not known; did you mean \"level\"?",
                        "lacrima.json:11: confidence must lie between 0 and 1, got 95.0; write 0.95 for 95 %",
                        "lacrima.json:12: maximumCorrectedPercent must be a number, found a text",
                        "lacrima.json:13: seed must be a whole number",
                        "lacrima.json:14: task \"sad film\" is not a label of BIDS; use letters and digits only")
                .anyMatch(p -> p.startsWith("lacrima.json:10: correction \"kubios\" is not known; known are none"))
                .anyMatch(p -> p.startsWith("lacrima.json:15: recordings \"rr.txt\" is the same file for everybody"));
    }

    @Test
    void pointsAtBrokenJson() throws IOException {
        disk.replace("lacrima.json", "\"metrics\": [", "\"metrics\" [");

        assertThat(problems()).anyMatch(p -> p.startsWith("lacrima.json:7: is not JSON at character "));
    }

    @Test
    void tellsPhasesThatThePlanDoesNotKnow() throws IOException {
        disk.replace(StudyOnDisk.events("sub-01"), "phase/sadfilm", "phase/sad_film");

        assertThat(problems())
                .containsExactly("lacrima.json: warning: phases does not name \"sad_film\", which events mark:"
                        + " it is no part of the comparison; did you mean \"sadfilm\"?");
    }

    @Test
    void readsLatin1WithAWarning() throws IOException {
        Files.write(
                disk.folder().resolve("participants.tsv"),
                "participant_id\tgroup\tort\nsub-01\tcrier\tKöln\nsub-02\tnoncrier\tUlm\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        Loaded<Study> loaded = StudyReader.withDefaults().read(disk.folder());

        assertThat(loaded.value().sessions().get(0).participant().covariates()).containsEntry("ort", "Köln");
        assertThat(loaded.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.line()).isEqualTo(2));
    }

    @Test
    void refusesTextInAConcentrationAndALimitOfDetection() throws IOException {
        disk.replace("phenotype/saliva.tsv", "\t7.5", "\t7,5");
        disk.replace("phenotype/saliva.tsv", "\t4.5", "\t<0.5");
        disk.replace("phenotype/saliva.tsv", "-20\t4\n", "-20\t-4\n");

        assertThat(problems())
                .anyMatch(p -> p.startsWith("phenotype/saliva.tsv:4: cortisol \"7,5\" is not a concentration"))
                .anyMatch(p -> p.startsWith("phenotype/saliva.tsv:7: cortisol \"<0.5\" is not a concentration"))
                .anyMatch(p -> p.startsWith("phenotype/saliva.tsv:5: cortisol \"-4\" is not a concentration"));
    }
}
