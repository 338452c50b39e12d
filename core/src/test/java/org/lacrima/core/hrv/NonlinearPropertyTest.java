package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/** What a change of the series that has a name does to each nonlinear metric. */
class NonlinearPropertyTest {
    /** Made of whole milliseconds, so that adding 64 ms and doubling are exact. */
    private static final double[] X = MadeSeries.millis("made_rest");

    private static final Set<String> SHIFT_CHANGES = Set.of("SI", "AI", "DC", "AC", "ShannonEn");
    private static final Map<String, Integer> DEGREE = Map.ofEntries(
            Map.entry("SD1", 1),
            Map.entry("SD2", 1),
            Map.entry("EllipseArea", 2),
            Map.entry("CSIm", 1),
            Map.entry("SD1d", 1),
            Map.entry("SD1a", 1),
            Map.entry("SD2d", 1),
            Map.entry("SD2a", 1),
            Map.entry("SDNNd", 1),
            Map.entry("SDNNa", 1),
            Map.entry("DC", 1),
            Map.entry("AC", 1));
    private static final Set<String> NO_DEGREE = Set.of("CVI", "ShannonEn");
    private static final Set<String> REVERSIBLE = Set.of(
            "SD1",
            "SD2",
            "SD1/SD2",
            "EllipseArea",
            "CSI",
            "CSIm",
            "CVI",
            "ApEn",
            "ShannonEn",
            "D2",
            "PIP",
            "IALS",
            "PSS",
            "PAS",
            "REC",
            "DET",
            "Lmean",
            "Lmax",
            "DivL",
            "RecEn");
    private static final Set<String> ORDERLESS = Set.of("ShannonEn");

    static Stream<HrvMetric> nonlinear() {
        return Stream.of(
                        Poincare.all(),
                        Asymmetry.all(),
                        Dfa.all(),
                        Entropy.all(),
                        MultiscaleEntropy.all(),
                        Fractal.all(),
                        Fragmentation.all(),
                        Recurrence.all(),
                        Prsa.all())
                .flatMap(List::stream);
    }

    private static double of(HrvMetric metric, double[] x) {
        double value = metric.of(BeatSeries.ofMillis(x)).orNaN();
        assertThat(value).as(metric.name()).isFinite();
        return value;
    }

    @ParameterizedTest
    @MethodSource("nonlinear")
    void sixtyFourMillisecondsMoreOfEveryIntervalChangeOnlyWhatLooksAtLevels(HrvMetric metric) {
        double before = of(metric, X);
        double after = of(metric, SeededSeries.plus(X, 64));

        if (SHIFT_CHANGES.contains(metric.name())) {
            assertThat(after).isNotCloseTo(before, within(1e-9));
        } else {
            assertThat(after).isCloseTo(before, within(1e-9 * Math.abs(before)));
        }
    }

    @ParameterizedTest
    @MethodSource("nonlinear")
    void doublingEveryIntervalMultipliesByTheDegreesPowerOfTwo(HrvMetric metric) {
        double before = of(metric, X);
        double after = of(metric, SeededSeries.times(X, 2));

        if (metric.name().equals("CVI")) {
            assertThat(after).isCloseTo(before + Math.log10(4), within(1e-12));
        } else if (!NO_DEGREE.contains(metric.name())) {
            double factor = Math.pow(2, DEGREE.getOrDefault(metric.name(), 0));
            assertThat(after).isCloseTo(before * factor, within(1e-9 * Math.abs(before * factor)));
        }
    }

    @ParameterizedTest
    @MethodSource("nonlinear")
    void runningBackwardsLeavesWhatHasNoDirection(HrvMetric metric) {
        if (REVERSIBLE.contains(metric.name())) {
            double before = of(metric, X);
            assertThat(of(metric, SeededSeries.reversed(X))).isCloseTo(before, within(1e-9 * Math.abs(before)));
        }
    }

    @Test
    void runningBackwardsExchangesAccelerationAndDeceleration() {
        double[] back = SeededSeries.reversed(X);
        for (String[] pair : new String[][] {
            {"C1d", "C1a"}, {"SD1d", "SD1a"}, {"C2d", "C2a"}, {"SD2d", "SD2a"}, {"Cd", "Ca"}, {"SDNNd", "SDNNa"}
        }) {
            HrvMetric up = HrvMetrics.named(pair[0]).orElseThrow();
            HrvMetric down = HrvMetrics.named(pair[1]).orElseThrow();
            assertThat(of(up, back)).isCloseTo(of(down, X), within(1e-12 * of(down, X)));
        }
        for (HrvMetric share : List.of(Asymmetry.GI, Asymmetry.SI, Asymmetry.AI, Asymmetry.PI)) {
            assertThat(of(share, back)).isCloseTo(100 - of(share, X), within(1e-9));
        }
    }

    @Test
    void contributionsOfAccelerationAndDecelerationMakeOne() {
        assertThat(of(Asymmetry.C1D, X) + of(Asymmetry.C1A, X)).isCloseTo(1, within(1e-12));
        assertThat(of(Asymmetry.C2D, X) + of(Asymmetry.C2A, X)).isCloseTo(1, within(1e-12));
        assertThat(of(Asymmetry.CD, X) + of(Asymmetry.CA, X)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("nonlinear")
    void shufflingTheIntervalsIsSeenByAllThatLooksAtOrder(HrvMetric metric) {
        List<Double> shuffled =
                new java.util.ArrayList<>(Arrays.stream(X).boxed().toList());
        Collections.shuffle(shuffled, new Random(3));
        double before = of(metric, X);
        double after = of(metric, shuffled.stream().mapToDouble(v -> v).toArray());

        if (ORDERLESS.contains(metric.name())) {
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after).isNotEqualTo(before);
        }
    }

    @Test
    void theSameStretchTwiceWithAGapBetweenIsNoNewInformation() {
        int n = X.length;
        double[] twice = new double[2 * n];
        double[] ends = new double[2 * n];
        boolean[] contiguous = new boolean[2 * n];
        double t = 0;
        for (int i = 0; i < twice.length; i++) {
            twice[i] = X[i % n];
            t += twice[i] / 1000 + (i == n ? 3600 : 0);
            ends[i] = t;
            contiguous[i] = i % n != 0;
        }
        BeatLabel[] labels = new BeatLabel[2 * n];
        Arrays.fill(labels, BeatLabel.NORMAL);
        BeatSeries beats = BeatSeries.of(ends, twice, contiguous, labels);

        for (String name : List.of(
                "GI",
                "SI",
                "AI",
                "PI",
                "C1d",
                "C2a",
                "Cd",
                "PIP",
                "IALS",
                "PSS",
                "PAS",
                "ShannonEn",
                "DC",
                "AC",
                "DFAalpha1",
                "DFAalpha2")) {
            HrvMetric metric = HrvMetrics.named(name).orElseThrow();
            double once = of(metric, X);
            assertThat(metric.of(beats).orNaN()).as(name).isCloseTo(once, within(1e-9 * Math.abs(once)));
        }
    }
}
