package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

class SlidingMetricTest {

    @ParameterizedTest
    @ValueSource(strings = {"RMSSD", "SDNN", "lnHF", "HF_Lomb", "HF_AR", "MeanHR", "SD1"})
    void everyPointIsTheMetricOfItsWindow(String name) {
        BeatSeries beats = MadeSeries.beats("made_rest");
        HrvMetric metric = HrvMetrics.named(name).orElseThrow();

        MetricTrace trace =
                SlidingMetric.of(metric).withStep(Duration.ofSeconds(13)).of(beats);

        assertThat(trace.points()).hasSize(21);
        for (MetricTrace.Point point : trace.points()) {
            assertThat(point.value().orNaN())
                    .isCloseTo(metric.of(beats.during(point.window())).orNaN(), withPercentage(1e-10));
            assertThat(point.coverage()).isBetween(0.95, 1.0);
        }
    }

    @Test
    void stepInVagalToneIsSeenWithinOneWindow() {
        Random random = new Random(5);
        double[] rr = new double[1200];
        for (int i = 0; i < rr.length; i++) {
            // successive differences have a standard deviation of √2·σ
            rr[i] = 800 + (i < 600 ? 14 : 42) / Math.sqrt(2) * random.nextGaussian();
        }
        BeatSeries beats = BeatSeries.ofMillis(rr);
        double change = beats.endSecondsAt(599);

        TimedValues rmssd =
                SlidingMetric.of(TimeDomain.RMSSD).aroundEveryBeat().of(beats).toTimedValues();

        for (int i = 0; i < rmssd.size(); i++) {
            double after = rmssd.secondsAt(i) - change;
            if (after < -30) {
                assertThat(rmssd.valueAt(i)).isBetween(10.0, 19.0);
            } else if (after > 30) {
                assertThat(rmssd.valueAt(i)).isBetween(29.0, 58.0);
            }
        }
        assertThat(rmssd.size()).isGreaterThan(1100);
    }

    @Test
    void windowThatBeatsBarelyCoverIsAReasonAndKeepsItsPlace() {
        BeatSeries whole = MadeSeries.beats("made_rest");
        BeatSeries gappy = joined(whole.during(Window.ofSeconds(0, 100)), whole.during(Window.ofSeconds(160, 320)));

        MetricTrace trace = SlidingMetric.of(TimeDomain.RMSSD)
                .withStep(Duration.ofSeconds(20))
                .of(gappy);

        MetricTrace.Point inGap = trace.points().get(5);
        assertThat(inGap.window()).isEqualTo(Window.ofSeconds(100, 160));
        assertThat(inGap.value().reason()).isEqualTo("beats cover 0 % of the window, 80 % needed");
        assertThat(inGap.coverage()).isZero();
        assertThat(trace.points()).hasSize(13);
        assertThat(trace.toTimedValues().size()).isLessThan(13);
    }

    @Test
    void tableHasARowPerWindowWithItsQualityAndKeepsTheReason() {
        double[] millis = new double[120];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = i % 2 == 0 ? 990 : 1010;
        }
        BeatSeries whole = BeatSeries.ofMillis(millis);
        BeatSeries gappy = joined(whole.during(Window.ofSeconds(0, 60)), whole.during(Window.ofSeconds(110, 120)));
        BeatLabel[] labels = gappy.toLabels();
        Arrays.fill(labels, 0, 15, BeatLabel.CORRECTED);
        BeatSeries labelled = BeatSeries.of(gappy.toEndSeconds(), gappy.toMillis(), gappy.toContiguous(), labels);

        ResultTable table = SlidingMetric.of(TimeDomain.RMSSD)
                .withStep(Duration.ofSeconds(60))
                .of(labelled)
                .toTable();

        assertThat(table.columns().stream().map(Column::name))
                .containsExactly("start", "end", "RMSSD", "n", "intervals", "coverage", "questionedShare");
        assertThat(table.columns().get(2).unit()).isEqualTo(Unit.MS);
        assertThat(table.rows()).hasSize(2);
        assertThat(number(table, 0, "start")).isEqualTo(0);
        assertThat(number(table, 0, "end")).isEqualTo(60);
        assertThat(number(table, 0, "RMSSD")).isEqualTo(20);
        assertThat(number(table, 0, "n")).isEqualTo(59);
        assertThat(number(table, 0, "intervals")).isEqualTo(60);
        assertThat(number(table, 0, "coverage")).isEqualTo(1, within(1e-12));
        assertThat(number(table, 0, "questionedShare")).isEqualTo(0.25);
        Cell reason = Cell.missing("beats cover 17 % of the window, 80 % needed");
        assertThat(table.cell(1, "RMSSD")).isEqualTo(reason);
        assertThat(table.cell(1, "n")).isEqualTo(reason);
        assertThat(number(table, 1, "intervals")).isEqualTo(10);
        assertThat(number(table, 1, "coverage")).isEqualTo(1.0 / 6, within(1e-12));
        assertThat(number(table, 1, "questionedShare")).isZero();
    }

    private static double number(ResultTable table, int row, String column) {
        return ((Cell.Value) table.cell(row, column)).value();
    }

    @Test
    void correctedBeatsShowInTheQualityOfAPoint() {
        BeatSeries beats = MadeSeries.beats("made_rest");
        BeatLabel[] labels = beats.toLabels();
        Arrays.fill(labels, 0, 10, BeatLabel.CORRECTED);
        BeatSeries labelled = BeatSeries.of(beats.toEndSeconds(), beats.toMillis(), beats.toContiguous(), labels);

        MetricTrace trace = SlidingMetric.of(TimeDomain.SDNN).of(labelled);

        MetricTrace.Point first = trace.points().get(0);
        assertThat(first.questionedShare()).isCloseTo(10.0 / first.intervals(), within(1e-12));
        assertThat(trace.points().get(20).questionedShare()).isZero();
    }

    @Test
    void recordingShorterThanTheWindowHasNoPoint() {
        assertThat(SlidingMetric.of(TimeDomain.SDNN)
                        .of(MadeSeries.beats("made_short"))
                        .points())
                .isEmpty();
        assertThat(SlidingMetric.of(TimeDomain.SDNN).of(BeatSeries.ofMillis()).points())
                .isEmpty();
    }

    @Test
    void refusesAWindowOfNothing() {
        assertThatThrownBy(() -> SlidingMetric.of(TimeDomain.SDNN).withWindow(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("window must be positive");
        assertThatThrownBy(() -> SlidingMetric.of(TimeDomain.SDNN).withMinimumCoverage(1.2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BeatSeries joined(BeatSeries a, BeatSeries b) {
        double[] seconds = Arrays.copyOf(a.toEndSeconds(), a.size() + b.size());
        double[] rr = Arrays.copyOf(a.toMillis(), a.size() + b.size());
        System.arraycopy(b.toEndSeconds(), 0, seconds, a.size(), b.size());
        System.arraycopy(b.toMillis(), 0, rr, a.size(), b.size());
        return BeatSeries.ofIntervalsAt(seconds, rr);
    }
}
