package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Timeline;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.ResultTable;

class BaselineTest {
    private static final Metric<BeatSeries> MEAN_NN = HrvMetrics.named("MeanNN").orElseThrow();

    /** 100 s at 800 ms, 100 s at 1000 ms, 100 s at 500 ms, 100 s at 800 ms. */
    private static final BeatSeries BEATS = beats(800, 125, 1000, 100, 500, 200, 800, 125);

    private static final Timeline TIMELINE = new Timeline(
            List.of(
                    phase("rest", Role.BASELINE, 0, 200),
                    phase("film", Role.INDUCTION, 200, 300),
                    phase("after", Role.RECOVERY, 300, 400)),
            List.of(new Episode(EpisodeKind.CRYING, "crying", Window.ofSeconds(250, 270))));

    @Test
    void aPhaseAndItsLastMinuteDiffer() {
        assertThat(level(Baseline.phase(Role.BASELINE))).isCloseTo(200_000.0 / 225, within(1e-9));
        assertThat(level(Baseline.lastOf(Role.BASELINE, Duration.ofSeconds(60))))
                .isCloseTo(1000, within(1e-9));
    }

    @Test
    void theLowestWindowOfAPhaseIsItsMinimum() {
        assertThat(level(Baseline.lowestOf(Role.BASELINE, Duration.ofSeconds(50), Duration.ofSeconds(10))))
                .isCloseTo(800, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.lowestOf(Role.BASELINE, Duration.ofSeconds(50), Duration.ZERO));
    }

    @Test
    void theTimeBeforeAnEpisodeEndsAtItsOnset() {
        assertThat(level(Baseline.before(EpisodeKind.CRYING, Duration.ofSeconds(40))))
                .isCloseTo(500, within(1e-9));
    }

    @Test
    void aFixedWindowIsTheSameForEverybody() {
        assertThat(level(Baseline.during(Window.ofSeconds(110, 190)))).isCloseTo(1000, within(1e-9));
    }

    @Test
    void thePersonsMeanCountsEachPhaseOnce() {
        assertThat(level(Baseline.personMean())).isCloseTo((200_000.0 / 225 + 500 + 800) / 3, within(1e-9));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(Baseline.phase(Role.STRESSOR).of(MEAN_NN, BEATS, TIMELINE).reason())
                .isEqualTo("the session has no stressor phase");
        assertThat(Baseline.before(EpisodeKind.SOB, Duration.ofSeconds(30))
                        .of(MEAN_NN, BEATS, TIMELINE)
                        .reason())
                .isEqualTo("the session has no episode of sob");
        assertThat(Baseline.personMean().of(MEAN_NN, BEATS, Timeline.EMPTY).reason())
                .isEqualTo("the session has no phase");
        assertThat(Baseline.lowestOf(Role.RECOVERY, Duration.ofSeconds(120), Duration.ofSeconds(10))
                        .of(MEAN_NN, BEATS, TIMELINE)
                        .reason())
                .isEqualTo("the phase is shorter than 120 s");
    }

    @Test
    void theChoiceOfBaselineIsShownByItsConsequences() {
        ResultTable table = RecoveryAnalysis.afterPhase(Role.INDUCTION, Role.RECOVERY)
                .sensitivity(
                        Course.of(BEATS, MEAN_NN),
                        TIMELINE,
                        List.of(
                                Baseline.phase(Role.BASELINE),
                                Baseline.lastOf(Role.BASELINE, Duration.ofSeconds(60)),
                                Baseline.phase(Role.STRESSOR)));

        assertThat(table.cell(1, "baseline")).isEqualTo(Cell.of("last 60 s of baseline"));
        assertThat(number(table, 1, "reactivity")).isCloseTo(-500, within(1e-9));
        assertThat(number(table, 1, "residualActivation")).isCloseTo(-200, within(1e-9));
        assertThat(number(table, 1, "percentRecovery")).isCloseTo(60, within(1e-9));
        assertThat(table.cell(2, "reactivity")).isEqualTo(Cell.missing("baseline: the session has no stressor phase"));
    }

    private static double level(Baseline baseline) {
        return baseline.of(MEAN_NN, BEATS, TIMELINE).orNaN();
    }

    private static double number(ResultTable table, int row, String column) {
        return ((Cell.Value) table.cell(row, column)).value();
    }

    private static Phase phase(String name, Role role, double start, double end) {
        return new Phase(name, role, Window.ofSeconds(start, end));
    }

    private static BeatSeries beats(int... millisAndCounts) {
        double[] rr = new double[0];
        for (int i = 0; i < millisAndCounts.length; i += 2) {
            int from = rr.length;
            rr = Arrays.copyOf(rr, from + millisAndCounts[i + 1]);
            Arrays.fill(rr, from, rr.length, millisAndCounts[i]);
        }
        return BeatSeries.ofMillis(rr);
    }
}
