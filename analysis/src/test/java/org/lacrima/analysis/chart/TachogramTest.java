package org.lacrima.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Timeline;

@EnabledIf(value = "org.lacrima.analysis.chart.Fonts#areThere", disabledReason = Fonts.NONE)
class TachogramTest {

    private static final Timeline TIMELINE = new Timeline(
            List.of(
                    new Phase("baseline", Role.BASELINE, new Window(0, 60)),
                    new Phase("film", Role.INDUCTION, new Window(60, 200))),
            List.of(new Episode(EpisodeKind.CRYING, "crying", new Window(100, 120))));

    @Test
    void namesPhasesUnitsAndCounts() {
        BeatSeries beats = BeatSeries.of(
                new double[] {0.8, 1.7, 2.5, 9.9},
                new double[] {800, 900, 800, 850},
                new boolean[] {false, true, true, false},
                new BeatLabel[] {BeatLabel.NORMAL, BeatLabel.CORRECTED, BeatLabel.NORMAL, BeatLabel.NORMAL});

        Chart chart = Tachogram.of("sub-001", beats, TIMELINE);

        assertThat(Svg.texts(chart)).contains("RR interval (ms)", "Time (min)", "baseline");
        assertThat(chart.caption())
                .contains("n = 4 intervals, 1 corrected, 1 gaps")
                .contains("blue: crying");
    }

    @Test
    void drawsAnHourWithoutDrawingEveryBeat() {
        BeatSeries hour = series(6000);

        assertThat(Tachogram.of("sub-001", hour, TIMELINE).toSvg().length()).isLessThan(200_000);
    }

    @Test
    void drawsAPersonWithoutBeats() {
        assertThat(Svg.texts(Tachogram.of("sub-001", BeatSeries.ofMillis(), Timeline.EMPTY)))
                .contains("RR interval (ms)");
    }

    @Test
    void decimationKeepsFirstLastLeastAndGreatest() {
        BeatSeries beats = series(50_000);

        int[] kept = Decimation.keep(beats, 100);

        double[] all = beats.toMillis();
        double[] drawn = Arrays.stream(kept).mapToDouble(beats::millisAt).toArray();
        assertThat(kept.length).isLessThanOrEqualTo(400);
        assertThat(kept).isSorted().startsWith(0).endsWith(beats.size() - 1);
        assertThat(Arrays.stream(drawn).max()).isEqualTo(Arrays.stream(all).max());
        assertThat(Arrays.stream(drawn).min()).isEqualTo(Arrays.stream(all).min());
    }

    @Test
    void decimationKeepsAllOfAShortSeries() {
        assertThat(Decimation.keep(series(12), 100)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(Decimation.keep(BeatSeries.ofMillis(), 100)).isEmpty();
    }

    private static BeatSeries series(int beats) {
        Random random = new Random(7);
        return BeatSeries.ofMillis(random.doubles(beats, 600, 1000).toArray());
    }
}
