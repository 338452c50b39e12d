package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.hrv.DfaOptions.Grid;
import org.lacrima.core.hrv.DfaOptions.Scales;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/**
 * What stays to the last digit where a series is cut as the metric cuts it. {@link MetricPropertyTest} promises nothing
 * there, since on any other series a window, a segment or a run of signs is cut elsewhere after the change.
 */
class ExactPropertyTest {
    private static final double[] X = MadeSeries.millis("made_rest");

    /** Scales that all divide 512. */
    private static final DfaOptions WHOLE_WINDOWS = DfaOptions.withDefaults()
            .withShortScales(new Scales(4, 16, Grid.POWERS_OF_TWO))
            .withLongScales(new Scales(16, 64, Grid.POWERS_OF_TWO));

    /**
     * The profile {@code yₖ = Σ (xᵢ − mean)} of {@code x₁, xₙ, xₙ₋₁, …, x₂} is, but for a constant, {@code −yₙ₊₁₋ₖ}: the
     * first interval only sets its level. Where every scale divides the length, the windows are the same ones in the other
     * order.
     */
    @ParameterizedTest
    @ValueSource(strings = {"DFAalpha1", "DFAalpha2"})
    void fluctuationIsTheSameBackwardsInWholeWindows(String name) {
        double[] whole = wholeWindows();

        assertThat(dfa(name, backwardsAfterTheFirst(whole))).isCloseTo(dfa(name, whole), within(1e-9));
    }

    /** The profile of the series twice is that of the series twice, since it ends at zero. */
    @ParameterizedTest
    @ValueSource(strings = {"DFAalpha1", "DFAalpha2"})
    void fluctuationIsTheSameTwiceInWholeWindows(String name) {
        double[] whole = wholeWindows();
        double[] twice = Arrays.copyOf(whole, 2 * whole.length);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);

        assertThat(dfa(name, twice)).isCloseTo(dfa(name, whole), within(1e-9));
    }

    /**
     * The first interval begins the clock of the segments, so that a longer one moves every boundary; where no beat is
     * near a boundary, none changes its segment.
     */
    @ParameterizedTest
    @ValueSource(strings = {"SDANN", "SDNNindex"})
    void segmentsWithPausesBetweenThemKeepTheirBeats(String name) {
        HrvMetric metric = HrvMetrics.named(name).orElseThrow();
        BeatSeries beats = pausedAtBoundaries();
        double before = metric.of(beats).orNaN();
        double mean = Arrays.stream(beats.toMillis()).average().orElseThrow();
        double[] longer = SeededSeries.plus(beats.toMillis(), 250);
        double[] wider =
                Arrays.stream(beats.toMillis()).map(v -> mean + 3 * (v - mean)).toArray();

        assertThat(before).isPositive();
        assertThat(metric.of(with(beats, longer)).orNaN()).isCloseTo(before, within(1e-9 * before));
        assertThat(metric.of(with(beats, wider)).orNaN()).isCloseTo(3 * before, within(1e-9 * before));
    }

    /** What pools differences, pairs, signs or windows across a gap finds each of them twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RMSSD",
                "pNN50",
                "pNN20",
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
                "DFAalpha2"
            })
    void theSameStretchTwiceWithAGapBetweenIsNoNewInformation(String name) {
        HrvMetric metric = HrvMetrics.named(name).orElseThrow();
        double once = metric.of(BeatSeries.ofMillis(X)).orNaN();

        assertThat(metric.of(twiceWithGap()).orNaN()).isCloseTo(once, within(1e-9 * Math.abs(once)));
    }

    @Test
    void contributionsOfAccelerationAndDecelerationMakeOne() {
        for (List<HrvMetric> pair : List.of(
                List.of(Asymmetry.C1D, Asymmetry.C1A),
                List.of(Asymmetry.C2D, Asymmetry.C2A),
                List.of(Asymmetry.CD, Asymmetry.CA))) {
            double sum = pair.stream()
                    .mapToDouble(m -> m.of(BeatSeries.ofMillis(X)).orNaN())
                    .sum();
            assertThat(sum).as("%s", pair).isCloseTo(1, within(1e-12));
        }
    }

    private static double[] backwardsAfterTheFirst(double[] x) {
        double[] backwards = SeededSeries.reversed(x);
        System.arraycopy(backwards, 0, backwards, 1, x.length - 1);
        backwards[0] = x[0];
        return backwards;
    }

    private static double[] wholeWindows() {
        return SeededSeries.normal(512, 850, 40, 21);
    }

    private static double dfa(String name, double[] x) {
        HrvOptions options = HrvOptions.withDefaults()
                .with(HrvOptions.withDefaults().nonlinear().with(WHOLE_WINDOWS));
        return HrvMetrics.named(name)
                .orElseThrow()
                .with(options)
                .of(BeatSeries.ofMillis(x))
                .orNaN();
    }

    /** Four stretches that begin 300 s apart and leave 10 s free around every boundary. */
    private static BeatSeries pausedAtBoundaries() {
        double[] rr = SeededSeries.normal(1600, 850, 40, 22);
        List<Double> ends = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        List<Boolean> contiguous = new ArrayList<>();
        int next = 0;
        for (int stretch = 0; stretch < 4; stretch++) {
            double end = 300 * stretch + 5;
            boolean begins = true;
            while (end < 300 * stretch + 295) {
                ends.add(end);
                millis.add(rr[next]);
                contiguous.add(!begins);
                begins = false;
                end += rr[++next] / 1000;
            }
        }
        BeatLabel[] labels = new BeatLabel[ends.size()];
        Arrays.fill(labels, BeatLabel.NORMAL);
        boolean[] flags = new boolean[ends.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = contiguous.get(i);
        }
        return BeatSeries.of(array(ends), array(millis), flags, labels);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static BeatSeries with(BeatSeries beats, double[] millis) {
        return BeatSeries.of(beats.toEndSeconds(), millis, beats.toContiguous(), beats.toLabels());
    }

    private static BeatSeries twiceWithGap() {
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
        return BeatSeries.of(ends, twice, contiguous, labels);
    }
}
