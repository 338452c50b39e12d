package org.lacrima.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.core.hrv.MetricTrace;
import org.lacrima.core.metric.MetricValue;

/**
 * A ratio of times means something where both do the same work: every benchmark's textbook implementation gives the
 * number of the library's.
 */
class EqualWorkTest {
    private static final Tachogram PHASE = new Tachogram();
    private static final ShortTachogram SAME = new ShortTachogram();

    @BeforeAll
    static void simulateFiveMinutes() {
        PHASE.n = 350;
        PHASE.make();
        SAME.n = 350;
        SAME.make();
    }

    @Test
    void timeDomain() {
        TimeDomainBenchmark benchmark = new TimeDomainBenchmark();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(PHASE), 1e-11);
        assertThat(benchmark.baseline(PHASE)).hasSize(350);
    }

    @Test
    void timeDomainOverSeveralSegments() {
        Tachogram hour = new Tachogram();
        hour.n = 4500;
        hour.make();
        TimeDomainBenchmark benchmark = new TimeDomainBenchmark();
        assertSame(values(benchmark.lacrima(hour)), benchmark.textbook(hour), 1e-11);
    }

    @Test
    void sdnnRmssdPnn50() {
        RmssdBenchmark benchmark = new RmssdBenchmark();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(PHASE), 1e-12);
    }

    @Test
    void geometric() {
        GeometricBenchmark benchmark = new GeometricBenchmark();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(PHASE), 1e-12);
    }

    @Test
    void poincareAndAsymmetry() {
        PoincareBenchmark benchmark = new PoincareBenchmark();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(PHASE), 1e-9);
    }

    @Test
    void dfa() {
        DfaBenchmark benchmark = new DfaBenchmark();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(PHASE), 1e-9);
    }

    @Test
    void sampleEntropy() {
        SampleEntropyBenchmark benchmark = new SampleEntropyBenchmark();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(SAME), 0);
    }

    @Test
    void sampleEntropyOfQuantisedBeats() {
        QuantisedTachogram ours = new QuantisedTachogram();
        ours.n = 350;
        ours.make();
        ShortQuantisedTachogram theirs = new ShortQuantisedTachogram();
        theirs.n = 350;
        theirs.make();
        SampleEntropyBenchmark benchmark = new SampleEntropyBenchmark();
        assertSame(values(benchmark.lacrimaQuantised(ours)), benchmark.textbookQuantised(theirs), 0);
        assertThat(Arrays.stream(ours.rr).distinct().count()).isLessThan(60);
    }

    @Test
    void approximateEntropy() {
        ApproximateEntropyBenchmark benchmark = new ApproximateEntropyBenchmark();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(SAME), 1e-10);
    }

    @Test
    void fuzzyEntropy() {
        FuzzyEntropyBenchmark benchmark = new FuzzyEntropyBenchmark();
        assertSame(values(benchmark.lacrima(SAME)), benchmark.textbook(SAME), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSE", "CMSE", "RCMSE"})
    void multiscaleEntropy(String metric) {
        MultiscaleEntropyBenchmark benchmark = new MultiscaleEntropyBenchmark();
        benchmark.metric = metric;
        benchmark.make();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(SAME), 1e-12);
    }

    @Test
    void correlationDimension() {
        CorrelationDimensionBenchmark benchmark = new CorrelationDimensionBenchmark();
        assertSame(values(benchmark.lacrima(SAME)), benchmark.textbook(SAME), 1e-9);
    }

    @Test
    void recurrence() {
        RecurrenceBenchmark benchmark = new RecurrenceBenchmark();
        assertSame(values(benchmark.lacrima(SAME)), benchmark.textbook(SAME), 1e-12);
    }

    @Test
    void welch() {
        WelchBenchmark benchmark = new WelchBenchmark();
        assertSame(benchmark.lacrima(PHASE), benchmark.textbook(PHASE), 1e-9);
    }

    @Test
    void lombScargle() {
        LombScargleBenchmark benchmark = new LombScargleBenchmark();
        assertSame(benchmark.lacrima(PHASE), benchmark.textbook(SAME), 1e-9);
    }

    @Test
    void autoregressive() {
        AutoregressiveBenchmark benchmark = new AutoregressiveBenchmark();
        assertSame(benchmark.lacrima(PHASE), benchmark.textbook(PHASE), 1e-7);
    }

    @Test
    void slidingRmssd() {
        SlidingRmssdBenchmark benchmark = new SlidingRmssdBenchmark();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(PHASE), 1e-10);
    }

    @Test
    void slidingHf() {
        SlidingHfBenchmark benchmark = new SlidingHfBenchmark();
        assertSame(values(benchmark.lacrima(PHASE)), benchmark.textbook(SAME), 1e-9);
    }

    @Test
    void smoothnessPriors() {
        SmoothnessPriorsBenchmark.Samples ours = new SmoothnessPriorsBenchmark.Samples();
        ours.n = 100;
        ours.make();
        SmoothnessPriorsBenchmark.PhaseSamples theirs = new SmoothnessPriorsBenchmark.PhaseSamples();
        theirs.n = 100;
        theirs.make();
        SmoothnessPriorsBenchmark benchmark = new SmoothnessPriorsBenchmark();
        // the condition number of the matrix, 4·10⁶, costs digits of the textbook's solution
        assertThat(benchmark.lacrima(ours)).containsExactly(benchmark.textbook(theirs), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {350, 7000})
    void artifactCorrection(int n) {
        RawTachogram raw = new RawTachogram();
        raw.n = n;
        raw.make();
        ArtifactCorrectionBenchmark benchmark = new ArtifactCorrectionBenchmark();
        assertThat(benchmark.lacrima(raw).edits()).isNotEmpty();
        assertSame(benchmark.lacrima(raw).series().toMillis(), benchmark.textbook(raw), 1e-12);
        assertSame(benchmark.lacrimaIterated(raw).series().toMillis(), benchmark.textbookIterated(raw), 1e-12);
    }

    @Test
    void porgesBohrer() {
        PorgesBohrerBenchmark benchmark = new PorgesBohrerBenchmark();
        assertSame(values(List.of(benchmark.lacrima(PHASE))), benchmark.textbook(SAME), 1e-8);
    }

    @Test
    void peakToTrough() {
        PeakToTroughBenchmark benchmark = new PeakToTroughBenchmark();
        assertSame(values(List.of(benchmark.lacrima(PHASE))), benchmark.textbook(SAME), 1e-12);
    }

    @Test
    void panel() {
        PanelBenchmark benchmark = new PanelBenchmark();
        assertThat(benchmark.lacrima(PHASE)).isEqualTo(benchmark.textbook(SAME));
    }

    @Test
    void cohort() throws IOException, InterruptedException, ExecutionException {
        CohortBenchmark benchmark = new CohortBenchmark();
        benchmark.files = 3;
        benchmark.make();
        try {
            List<List<MetricValue>> ours = benchmark.lacrima();
            List<List<MetricValue>> theirs = benchmark.textbook();
            assertThat(ours).hasSize(3).hasSameSizeAs(theirs);
            for (int i = 0; i < ours.size(); i++) {
                assertSame(values(ours.get(i)), values(theirs.get(i)), 1e-8);
            }
        } finally {
            benchmark.delete();
        }
    }

    @Test
    void bootstrap() {
        BootstrapBenchmark benchmark = new BootstrapBenchmark();
        Interval interval = benchmark.lacrima();
        assertSame(new double[] {interval.low(), interval.high()}, benchmark.textbook(), 1e-9);
    }

    @Test
    void simulatedPower() {
        SimulatedPowerBenchmark benchmark = new SimulatedPowerBenchmark();
        assertSame(new double[] {benchmark.lacrima().power()}, benchmark.textbook(), 0);
    }

    private static double[] values(MetricTrace trace) {
        return values(trace.points().stream().map(MetricTrace.Point::value).toList());
    }

    private static double[] values(List<MetricValue> values) {
        return values.stream().mapToDouble(MetricValue::orNaN).toArray();
    }

    /** Equal up to a share of the value; what cannot be estimated is NaN in both. */
    private static void assertSame(double[] ours, double[] textbook, double relative) {
        assertThat(ours).hasSameSizeAs(textbook);
        for (int i = 0; i < ours.length; i++) {
            if (Double.isNaN(textbook[i])) {
                assertThat(ours[i]).as("value %d", i).isNaN();
            } else {
                assertThat(ours[i]).as("value %d", i).isCloseTo(textbook[i], within(relative * Math.abs(textbook[i])));
            }
        }
    }
}
