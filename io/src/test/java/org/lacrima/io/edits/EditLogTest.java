package org.lacrima.io.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.beats.BeatClass;
import org.lacrima.core.beats.BeatClassification;
import org.lacrima.core.beats.BeatClassifier;
import org.lacrima.core.beats.Berntson1990;
import org.lacrima.core.beats.Correction;
import org.lacrima.core.beats.CorrectionMethod;
import org.lacrima.core.beats.Corrector;
import org.lacrima.core.beats.LipponenTarvainen;
import org.lacrima.core.beats.Passes;
import org.lacrima.core.beats.RelativeRule;
import org.lacrima.core.beats.ThresholdRule;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.Corpus;
import org.lacrima.io.StudyReadException;
import org.lacrima.io.rr.RrReader;

class EditLogTest {
    private static final List<BeatClassifier> RULES = List.of(
            LipponenTarvainen.withDefaults(),
            ThresholdRule.of(ThresholdRule.Level.MEDIUM),
            RelativeRule.malik(),
            RelativeRule.karlsson(),
            Berntson1990.withDefaults());

    @TempDir
    Path folder;

    @Test
    void replaysEveryCorrectionToTheBitEqualSeries() throws IOException {
        BeatSeries recording = spoiltRecording(7);
        for (BeatClassifier rule : RULES) {
            for (CorrectionMethod method : CorrectionMethod.values()) {
                assertReplays(recording, Corrector.of(rule, method).with(Passes.ITERATED), 1);
            }
        }
    }

    @Test
    void replaysTheCorrectionOfRealRecordings() throws IOException {
        Path rr = Corpus.folder("rr");
        for (String name : List.of("hrvlib_noisy_raw", "mitdb100_raw", "ltdb14157_raw_5min1")) {
            BeatSeries recording =
                    RrReader.withDefaults().read(rr.resolve(name + ".rr.txt")).value();
            assertReplays(
                    recording,
                    Corrector.of(LipponenTarvainen.withDefaults(), CorrectionMethod.REPAIR)
                            .with(Passes.ITERATED),
                    10);
        }
    }

    @Test
    void editsByHandAreKeptLikeAnyOther() throws IOException {
        BeatSeries recording = BeatSeries.ofMillis(800, 810, 400, 410, 790, 820);
        Correction byHand = Corrector.correct(
                recording, BeatClassification.marking(6, BeatClass.EXTRA, 2), CorrectionMethod.REPAIR);
        Path file = folder.resolve("byhand.jsonl");

        EditLog.of("p07", "by hand", recording, byHand).write(file);

        assertThat(EditLog.read(file).value().replay(recording)).isEqualTo(byHand.series());
        assertThat(Files.readAllLines(file).get(1))
                .isEqualTo("{\"step\":0,\"action\":\"REMOVE_BEAT\",\"class\":\"EXTRA\",\"interval\":2,\"beat_s\":2.01,"
                        + "\"new_s\":2.01,\"statistic_ms\":0.0,\"threshold_ms\":0.0,\"old_ms\":[400.0,410.0],"
                        + "\"new_ms\":[810.0]}");
    }

    @Test
    void refusesAnotherRecordingAndAChangedLog() throws IOException {
        BeatSeries recording = spoiltRecording(7);
        Correction correction = LipponenTarvainen.withDefaults().correct(recording);
        EditLog log = EditLog.of("p07", "test", recording, correction);

        assertThatThrownBy(() -> log.replay(spoiltRecording(8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("made on p07");
        EditLog shortened = new EditLog(
                log.recording(),
                log.method(),
                log.intervals(),
                log.before(),
                log.after(),
                log.edits().subList(0, 1));
        assertThatThrownBy(() -> shortened.replay(recording)).hasMessageContaining("it was changed");
    }

    @Test
    void namesEveryLineThatCannotBeUnderstood() throws IOException {
        Path file = folder.resolve("broken.jsonl");
        Files.writeString(file, """
                {"lacrima":"beat edits","version":1,"recording":"p","method":"m","intervals":3,"before":"x","after":"y"}
                {"step":0,"action":"DELETE","class":"EXTRA","interval":2,"beat_s":2,"new_s":2,"statistic_ms":0,"threshold_ms":0,"old_ms":[4],"new_ms":[]}
                not json
                {"step":0,"action":"DROP_INTERVAL","class":"LOST","interval":"two","beat_s":2,"new_s":2,"statistic_ms":0,"threshold_ms":0,"old_ms":[4],"new_ms":[]}
                {"step":0,"action":"DROP_INTERVAL","class":"LOST","interval":1,"beat_s":2,"new_s":2,"statistic_ms":0,"threshold_ms":0,"old_ms":[],"new_ms":[]}
                """);

        assertThatThrownBy(() -> EditLog.read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("broken.jsonl:2: action is not known: \"DELETE\"")
                .hasMessageContaining("broken.jsonl:3: is not JSON")
                .hasMessageContaining("broken.jsonl:4: interval should be a number")
                .hasMessageContaining("broken.jsonl:5: contradicts itself");
    }

    @Test
    void refusesAFileThatIsNoEditLog() throws IOException {
        Path file = folder.resolve("other.jsonl");
        Files.writeString(file, "{\"a\":1}\n");

        assertThatThrownBy(() -> EditLog.read(file)).hasMessageContaining("is this an edit log?");
    }

    private void assertReplays(BeatSeries recording, Corrector corrector, int atLeast) throws IOException {
        Correction correction = corrector.correct(recording);
        Path file = folder.resolve("edits.jsonl");
        EditLog.of("recording", corrector.name(), recording, correction).write(file);

        EditLog read = EditLog.read(file).value();

        assertThat(read.edits())
                .as(corrector.name())
                .hasSizeGreaterThanOrEqualTo(atLeast)
                .isEqualTo(correction.edits());
        assertThat(read.replay(recording)).isEqualTo(correction.series());
        assertThat(EditLog.fingerprint(read.replay(recording))).isEqualTo(read.after());
    }

    private static BeatSeries spoiltRecording(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rr = new double[400];
        for (int i = 0; i < rr.length; i++) {
            rr[i] = 850 + 40 * Math.sin(i / 1.7) + 30 * (random.nextDouble() - 0.5);
            if (i % 23 == 11) {
                rr[i] *= 0.4 + 1.9 * random.nextDouble();
            }
        }
        rr[200] = 9000;
        return BeatSeries.ofMillis(rr);
    }
}
