package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;

class CorrectorTest {
    private static final BeatSeries SEVEN = BeatSeries.ofMillis(800, 820, 500, 1100, 840, 860, 880);

    @Test
    void deletingAnEctopicBeatTakesBothItsIntervalsAndLeavesAGap() {
        Correction deleted = corrected(BeatClass.ECTOPIC, CorrectionMethod.DELETE, 2);

        assertThat(deleted.series().toMillis()).containsExactly(800, 820, 840, 860, 880);
        assertThat(deleted.series().toContiguous()).containsExactly(false, true, false, true, true);
        assertThat(deleted.series().endSecondsAt(2)).isEqualTo(SEVEN.endSecondsAt(4));
        assertThat(deleted.correctedPercent()).isCloseTo(100 * 2 / 7.0, within(1e-12));
    }

    @Test
    void interpolatesSpoiltIntervalsAlongALine() {
        Correction filled = corrected(BeatClass.ECTOPIC, CorrectionMethod.LINEAR, 2);

        double step = (840 - 820) / 3.0;
        assertThat(filled.series().millisAt(2)).isCloseTo(820 + step, within(1e-12));
        assertThat(filled.series().millisAt(3)).isCloseTo(820 + 2 * step, within(1e-12));
        assertThat(filled.series().labelAt(2)).isEqualTo(BeatLabel.CORRECTED);
        assertThat(filled.series().labelAt(4)).isEqualTo(BeatLabel.NORMAL);
    }

    /** A natural spline through points of a line is that line. */
    @Test
    void aSplineThroughALineIsTheLine() {
        double[] line = new double[30];
        for (int i = 0; i < line.length; i++) {
            line[i] = 800 + 4 * i;
        }
        double[] spoilt = line.clone();
        spoilt[10] = 300;
        spoilt[11] = 1500;

        Correction filled = Corrector.correct(
                BeatSeries.ofMillis(spoilt),
                BeatClassification.marking(30, BeatClass.OUTLIER, 10, 11),
                CorrectionMethod.CUBIC);

        for (int i = 0; i < line.length; i++) {
            assertThat(filled.series().millisAt(i)).isCloseTo(line[i], within(1e-9));
        }
    }

    @Test
    void aSplineFollowsTheBreathingThatALineCutsOff() {
        double[] wave = new double[120];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = 900 + 60 * Math.sin(2 * Math.PI * i / 9.0);
        }
        double[] spoilt = wave.clone();
        int[] hit = {20, 47, 74, 101};
        for (int i : hit) {
            spoilt[i] = 400;
        }
        BeatClassification marked = BeatClassification.marking(120, BeatClass.OUTLIER, hit);

        double line = worst(wave, Corrector.correct(BeatSeries.ofMillis(spoilt), marked, CorrectionMethod.LINEAR));
        double spline = worst(wave, Corrector.correct(BeatSeries.ofMillis(spoilt), marked, CorrectionMethod.CUBIC));

        assertThat(spline).isLessThan(line / 2);
    }

    @Test
    void theLocalMeanIsThatOfFiveGoodIntervalsOnEitherSide() {
        double[] rr = new double[21];
        Arrays.setAll(rr, i -> 800 + i);
        rr[10] = 100;
        Correction filled = Corrector.correct(
                BeatSeries.ofMillis(rr),
                BeatClassification.marking(21, BeatClass.OUTLIER, 10),
                CorrectionMethod.LOCAL_MEAN);

        assertThat(filled.series().millisAt(10)).isCloseTo(810, within(1e-9));
    }

    @Test
    void aBeatMovedAtTheEdgeOfARunIsDroppedInstead() {
        Correction repaired = corrected(BeatClass.LONG, CorrectionMethod.REPAIR, 0, 6);

        assertThat(repaired.series().toMillis()).containsExactly(820, 500, 1100, 840, 860);
        assertThat(repaired.droppedCount()).isEqualTo(2);
    }

    @Test
    void neighbouringBeatsAreMovedTogetherAndKeepTheirOrder() {
        Correction repaired = corrected(BeatClass.ECTOPIC, CorrectionMethod.REPAIR, 2, 3);

        assertThat(repaired.series().coveredSeconds()).isCloseTo(SEVEN.coveredSeconds(), within(1e-12));
        for (int i = 0; i < 7; i++) {
            assertThat(repaired.series().endSecondsAt(i) - repaired.series().startSecondsAt(i))
                    .isCloseTo(repaired.series().millisAt(i) / 1000, within(1e-9));
        }
    }

    @Test
    void anExtraBeatAtTheEndOfARunIsDroppedWithItsInterval() {
        Correction repaired = corrected(BeatClass.EXTRA, CorrectionMethod.REPAIR, 6);

        assertThat(repaired.series().toMillis()).containsExactly(800, 820, 500, 1100, 840, 860);
    }

    @Test
    void repairKeepsTheDurationOfTheRecording() {
        BeatSeries beats = MadeSeries.beats("made_artifacts");

        BeatSeries repaired = LipponenTarvainen.withDefaults().correct(beats).series();

        assertThat(repaired.coveredSeconds()).isCloseTo(beats.coveredSeconds(), within(1e-9));
        assertThat(repaired.gapCount()).isZero();
    }

    @Test
    void qualityCountsWhatHappenedInAWindow() {
        BeatSeries beats = MadeSeries.beats("made_artifacts");
        BeatSeries repaired = LipponenTarvainen.withDefaults().correct(beats).series();
        double hit = beats.endSecondsAt(120);

        BeatQuality around = BeatQuality.during(repaired, Window.ofSeconds(hit - 10, hit + 10));
        BeatQuality early = BeatQuality.during(repaired, Window.ofSeconds(0, 40));

        assertThat(around.corrected()).isEqualTo(1);
        assertThat(around.longestCorrectedRun()).isEqualTo(1);
        assertThat(around.coveredPercent()).isBetween(85.0, 100.0);
        assertThat(early.correctedPercent()).isZero();
        assertThat(early.toString()).startsWith("44 intervals, 0.0 % corrected");
    }

    private static Correction corrected(BeatClass beatClass, CorrectionMethod method, int... beats) {
        Correction correction =
                Corrector.correct(SEVEN, BeatClassification.marking(SEVEN.size(), beatClass, beats), method);
        assertThat(Correction.replay(SEVEN, correction.edits())).isEqualTo(correction.series());
        return correction;
    }

    private static double worst(double[] truth, Correction correction) {
        double worst = 0;
        for (int i = 0; i < truth.length; i++) {
            worst = Math.max(worst, Math.abs(correction.series().millisAt(i) - truth[i]));
        }
        return worst;
    }
}
