package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

class LipponenTarvainenTest {
    private static final LipponenTarvainen RULE = LipponenTarvainen.withDefaults();

    @Test
    void leavesCleanBeatsAlone() {
        BeatSeries clean = BeatSeries.ofMillis(MadeSeries.millis("made_rest"));

        Correction correction = RULE.correct(clean);

        assertThat(correction.series()).isEqualTo(clean);
        assertThat(correction.edits()).isEmpty();
        assertThat(correction.correctedPercent()).isZero();
    }

    @Test
    void insertsAMissedBeatMidway() {
        double[] rr = Tachograms.resting(360, 3);
        double[] injected = Tachograms.withMissedBeat(rr, 120);

        Correction correction = RULE.correct(BeatSeries.ofMillis(injected));

        assertThat(RULE.classify(BeatSeries.ofMillis(injected)).indicesOf(BeatClass.MISSED))
                .containsExactly(120);
        assertThat(correction.series().size()).isEqualTo(360);
        assertThat(correction.series().millisAt(120)).isEqualTo((rr[120] + rr[121]) / 2);
        assertThat(correction.series().millisAt(121)).isEqualTo((rr[120] + rr[121]) / 2);
        assertThat(correction.series().labelAt(120)).isEqualTo(BeatLabel.CORRECTED);
        assertThat(correction.correctedCount()).isEqualTo(1);
    }

    @Test
    void removesAnExtraBeatWhereverItFallsInTheInterval() {
        double[] rr = Tachograms.resting(360, 3);
        for (double share : new double[] {0.2, 0.4, 0.5, 0.6, 0.8}) {
            double[] injected = Tachograms.withExtraBeat(rr, 200, share);

            Correction correction = RULE.correct(BeatSeries.ofMillis(injected));

            assertThat(RULE.classify(BeatSeries.ofMillis(injected)).indicesOf(BeatClass.EXTRA))
                    .as("extra beat at %s of the interval", share)
                    .containsExactly(200);
            assertThat(correction.series().toMillis()).isEqualTo(rr);
        }
    }

    @Test
    void putsAnEctopicBeatMidwayBetweenItsNeighbours() {
        double[] rr = Tachograms.resting(360, 3);
        for (double shift : new double[] {-0.4, -0.3, 0.3}) {
            double[] injected = Tachograms.withShiftedBeat(rr, 50, shift);

            Correction correction = RULE.correct(BeatSeries.ofMillis(injected));

            assertThat(RULE.classify(BeatSeries.ofMillis(injected)).indicesOf(BeatClass.ECTOPIC))
                    .as("beat shifted by %s of an interval", shift)
                    .containsExactly(50);
            double midway = (rr[50] + rr[51]) / 2;
            assertThat(correction.series().millisAt(50)).isCloseTo(midway, within(1e-9));
            assertThat(correction.series().millisAt(51)).isCloseTo(midway, within(1e-9));
            assertThat(correction.edits()).hasSize(1);
        }
    }

    @Test
    void turnsLostSignalIntoAGap() {
        double[] rr = Tachograms.resting(360, 3);
        rr[100] = 7000;

        BeatSeries corrected = RULE.correct(BeatSeries.ofMillis(rr)).series();

        assertThat(corrected.size()).isEqualTo(359);
        assertThat(corrected.gapCount()).isEqualTo(1);
        assertThat(corrected.isContiguousAt(100)).isFalse();
        assertThat(corrected.endSecondsAt(100))
                .isEqualTo(BeatSeries.ofMillis(rr).endSecondsAt(101));
    }

    @Test
    void formsNoDifferenceAcrossAGap() {
        double[] calm = Arrays.copyOf(MadeSeries.millis("made_rest"), 100);
        double[] fast = Arrays.copyOf(MadeSeries.millis("made_stress"), 100);
        BeatSeries withGap = Tachograms.joinedByGap(calm, fast, 60);

        assertThat(RULE.classify(withGap).artifactCount()).isZero();
    }

    @Test
    void findsTheSameArtifactsInAGivenNumberOfPasses() {
        double[] injected = Tachograms.withExtraBeat(
                Tachograms.withMissedBeat(Tachograms.withShiftedBeat(Tachograms.resting(360, 3), 50, -0.3), 120),
                200,
                0.4);
        BeatSeries beats = BeatSeries.ofMillis(injected);

        BeatClassification found = RULE.classify(beats);

        assertThat(found.indicesOf(BeatClass.ECTOPIC)).containsExactly(50);
        assertThat(found.indicesOf(BeatClass.MISSED)).containsExactly(120);
        assertThat(found.indicesOf(BeatClass.EXTRA)).containsExactly(200);
        assertThat(found.artifactCount()).isEqualTo(3);
        assertThat(RULE.correct(beats).passes()).isEqualTo(1);
    }

    @Test
    void replaysItsEditsToTheBitEqualSeries() {
        double[] rr = Tachograms.resting(400, 5);
        List<Integer> hit = new ArrayList<>();
        for (int i = 20; i < 380; i += 9) {
            rr[i] *= i % 2 == 0 ? 0.6 : 1.5;
            hit.add(i);
        }
        BeatSeries beats = BeatSeries.ofMillis(rr);

        Correction correction = RULE.correct(beats);

        assertThat(correction.edits()).hasSizeGreaterThan(hit.size() / 2);
        assertThat(Correction.replay(beats, correction.edits())).isEqualTo(correction.series());
    }

    @Test
    void refusesToReplayOnAnotherRecording() {
        double[] rr = Tachograms.withMissedBeat(Tachograms.resting(360, 3), 120);
        List<BeatEdit> edits = RULE.correct(BeatSeries.ofMillis(rr)).edits();

        assertThatThrownBy(() -> Correction.replay(BeatSeries.ofMillis(Tachograms.resting(360, 4)), edits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interval 120")
                .hasMessageContaining("another recording");
    }

    /** MIT-BIH Arrhythmia Database, record 100: 33 atrial and one ventricular premature beat, annotated by cardiologists. */
    @Test
    void marksEveryPrematureBeatThatCardiologistsAnnotated() throws IOException {
        BeatSeries beats = BeatSeries.ofMillis(Corpus.rrMillis("mitdb100_raw"));
        List<String> annotations =
                Files.readAllLines(Corpus.folder().resolve("rr").resolve("mitdb100_raw.ann.txt"));

        BeatClassification found = RULE.classify(beats);

        int premature = 0;
        int falseAlarms = 0;
        for (int i = 0; i < beats.size(); i++) {
            if (!annotations.get(i + 1).equals("N")) {
                premature++;
                assertThat(found.classAt(i))
                        .as("beat at %s s", beats.endSecondsAt(i))
                        .isEqualTo(BeatClass.ECTOPIC);
            } else if (annotations.subList(Math.max(0, i - 1), Math.min(annotations.size(), i + 4)).stream()
                            .allMatch("N"::equals)
                    && found.classAt(i).isArtifact()) {
                falseAlarms++;
            }
        }
        assertThat(premature).isEqualTo(34);
        assertThat(falseAlarms).isLessThanOrEqualTo(5);
    }

    @Test
    void staysWithinBoundsOnShortConstantAndAbsurdSeries() {
        assertThat(RULE.correct(BeatSeries.ofMillis()).series().isEmpty()).isTrue();
        assertThat(RULE.correct(BeatSeries.ofMillis(800)).series().size()).isEqualTo(1);
        assertThat(RULE.correct(BeatSeries.ofMillis(800, 810)).edits()).isEmpty();
        double[] constant = new double[50];
        Arrays.fill(constant, 800);
        assertThat(RULE.correct(BeatSeries.ofMillis(constant)).edits()).isEmpty();
        constant[20] = 2;
        constant[21] = 2;
        constant[30] = 10_000;
        BeatSeries corrected = RULE.correct(BeatSeries.ofMillis(constant)).series();
        assertThat(corrected.size()).isBetween(46, 50);
    }
}
