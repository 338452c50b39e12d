package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.hrv.RecurrenceOptions.MainDiagonal;
import org.lacrima.core.hrv.RecurrenceOptions.Norm;
import org.lacrima.core.series.BeatSeries;

class RecurrenceTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.lacrima.core.hrv.SeededSeries#kinds")
    void linesAreThoseOfThePlot(String name, double[] x) {
        boolean[] gappy = new boolean[x.length];
        for (int i = 1; i < x.length; i++) {
            gappy[i] = i % 60 != 0;
        }
        for (Runs runs : new Runs[] {Runs.whole(x.length), Runs.of(gappy)}) {
            for (Norm norm : Norm.values()) {
                for (int m : new int[] {1, 2, 5}) {
                    assertLinesAgree(x, runs, m, norm, 41.3);
                    assertLinesAgree(x, runs, m, norm, 100);
                    assertLinesAgree(x, runs, m, norm, 150);
                }
            }
        }
    }

    private static void assertLinesAgree(double[] x, Runs runs, int m, Norm norm, double radius) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        for (Resolution resolution : new Resolution[] {Resolution.of(sorted), Resolution.NONE}) {
            assertLinesAgree(x, runs, m, norm, radius, resolution);
        }
    }

    private static void assertLinesAgree(
            double[] x, Runs runs, int m, Norm norm, double radius, Resolution resolution) {
        RecurrenceLines lines = RecurrenceLines.of(x, resolution, runs, m, radius, norm, MainDiagonal.LEFT_OUT);

        Map<Integer, Integer> plot = new TreeMap<>();
        int[] starts = runs.templateStarts(m);
        boolean euclidean = norm == Norm.EUCLIDEAN;
        NaiveNonlinear.lines(x, starts, runs.beginnings(x.length), m, radius, euclidean)
                .forEach(l -> plot.merge(l, 2, Integer::sum));
        assertThat(lines.points()).isEqualTo(starts.length);
        for (int shortest = 1; shortest <= 5; shortest++) {
            int least = shortest;
            assertThat(lines.count(shortest))
                    .isEqualTo(plot.entrySet().stream()
                            .filter(e -> e.getKey() >= least)
                            .mapToLong(Map.Entry::getValue)
                            .sum());
            assertThat(lines.pointsIn(shortest))
                    .isEqualTo(plot.entrySet().stream()
                            .filter(e -> e.getKey() >= least)
                            .mapToLong(e -> (long) e.getKey() * e.getValue())
                            .sum());
        }
        assertThat(lines.longest())
                .isEqualTo(plot.keySet().stream().mapToInt(l -> l).max().orElse(0));
    }

    @Test
    void aPeriodicSeriesRecursAtEveryPeriodInUnbrokenLines() {
        double[] x = new double[209];
        for (int i = 0; i < x.length; i++) {
            x[i] = 800 + (i % 4 == 0 ? 100 : 0) + (i % 4 == 1 ? 300 : 0);
        }
        RecurrenceOptions exact = RecurrenceOptions.withDefaults().withRadius(1e-6, RecurrenceOptions.RadiusUnit.SD);
        HrvOptions options =
                HrvOptions.withDefaults().with(NonlinearOptions.withDefaults().with(exact));
        BeatSeries beats = BeatSeries.ofMillis(x);

        // 200 points of 10 coordinates; those 4, 8, …, 196 apart are equal.
        assertThat(Recurrence.DET.with(options).of(beats).orNaN()).isEqualTo(100);
        assertThat(Recurrence.LINE_MAX.with(options).of(beats).orNaN()).isEqualTo(196);
        assertThat(Recurrence.DIVERGENCE.with(options).of(beats).orNaN()).isEqualTo(1.0 / 196);
        assertThat(Recurrence.LINE_MEAN.with(options).of(beats).orNaN()).isEqualTo(100);
        assertThat(Recurrence.REC.with(options).of(beats).orNaN())
                .isCloseTo(100.0 * 2 * 49 * 100 / (200 * 199), within(1e-10));
        assertThat(Recurrence.LINE_ENTROPY.with(options).of(beats).orNaN()).isCloseTo(Math.log(49), within(1e-12));
    }

    @Test
    void withoutRecurrencesThereIsARateOfZeroAndNoLine() {
        double[] rising = new double[40];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = 300 + i * i;
        }
        RecurrenceOptions narrow = RecurrenceOptions.withDefaults().withRadius(1e-3, RecurrenceOptions.RadiusUnit.SD);
        HrvOptions options =
                HrvOptions.withDefaults().with(NonlinearOptions.withDefaults().with(narrow));

        assertThat(Recurrence.REC.with(options).of(BeatSeries.ofMillis(rising)).orNaN())
                .isZero();
        assertThat(Recurrence.DET.with(options).of(BeatSeries.ofMillis(rising)).reason())
                .contains("no line");
    }

    @Test
    void aDayIsRefusedUnlessAskedFor() {
        double[] x = SeededSeries.normal(20_001, 850, 40, 2);

        assertThat(Recurrence.REC.of(BeatSeries.ofMillis(x)).reason()).contains("at most 20000");
    }
}
