package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;

class TimeDomainTest {

    /** Four beats small enough to work out on paper. */
    private static final BeatSeries PAPER = BeatSeries.ofMillis(800, 860, 800, 900);

    @ParameterizedTest
    @CsvSource({
        "MeanNN, 840",
        "MedianNN, 830",
        "RMSSD, 75.71877794400365",
        "NN50, 3",
        "pNN50, 100",
        "NN20, 3",
        "MeanHR, 71.42857142857143",
        "MinHR, 66.66666666666667",
        "MaxHR, 75",
        // deviations −40, 20, −40, 60: sum of squares 7200, over 3
        "SDNN, 48.98979485566356",
        // |RR − 830| = 30, 30, 30, 70: median 30
        "MadNN, 44.478",
        // two of four in the modal bin of 50 ms, median 0.83 s, range 0.1 s: 50 / (2 · 0.83 · 0.1)
        "StressIndex, 301.2048192771084",
        // quantiles of type 7: 800 and 870
        "IQRNN, 70",
    })
    void agreesWithPaperAndPencil(String metric, double expected) {
        assertThat(value(metric, PAPER)).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }

    @ParameterizedTest(name = "{1} of {0} as by {2}")
    @CsvFileSource(resources = "time-domain-made.csv", numLinesToSkip = 2)
    void agreesWithOtherPackagesOnTheMadeSeries(String series, String metric, String peer, double expected) {
        assertThat(value(metric, MadeSeries.beats(series)))
                .as("%s of %s, %s", metric, series, peer)
                .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }

    @Test
    void agreesWithBruteForceOnEveryRecording() {
        for (String series : Corpus.seriesOf("reference")) {
            JsonNode basic = Corpus.values(series, "reference").path("basic");
            BeatSeries beats = BeatSeries.ofMillis(Corpus.rrMillis(series));
            Map<String, Double> expected = Map.ofEntries(
                    Map.entry("MeanNN", basic.path("mean").doubleValue()),
                    Map.entry("SDNN", basic.path("sdnn_ddof1").doubleValue()),
                    Map.entry("RMSSD", basic.path("rmssd").doubleValue()),
                    Map.entry("SDSD", basic.path("sdsd_ddof1").doubleValue()),
                    Map.entry("NN50", basic.path("nn50_gt").doubleValue()),
                    Map.entry("NN20", basic.path("nn20_gt").doubleValue()),
                    Map.entry("pNN50", 100 * basic.path("nn50_gt").doubleValue() / (beats.size() - 1)),
                    Map.entry("MedianNN", basic.path("median").doubleValue()),
                    Map.entry("MadNN", 1.4826 * basic.path("mad_raw").doubleValue()),
                    Map.entry("IQRNN", basic.path("iqr_linear").doubleValue()),
                    Map.entry("MeanHR", basic.path("mean_hr_of_means").doubleValue()),
                    Map.entry("SD1", basic.path("sdsd_ddof1").doubleValue() / Math.sqrt(2)),
                    Map.entry("lnRMSSD", Math.log(basic.path("rmssd").doubleValue())));
            expected.forEach((metric, figure) -> assertThat(value(metric, beats))
                    .as("%s of %s", metric, series)
                    .isCloseTo(figure, within(1e-9 * Math.max(1e-6, Math.abs(figure)))));
        }
    }

    @Test
    void sd2AgreesWithThePackagesThatShareTheFormula() {
        for (String series : Corpus.seriesOf("hrvanalysis")) {
            JsonNode poincare = Corpus.values(series, "hrvanalysis").path("poincare");
            if (poincare.path("sd2").isNumber()) {
                assertThat(value("SD2", BeatSeries.ofMillis(Corpus.rrMillis(series))))
                        .as("SD2 of %s", series)
                        .isCloseTo(
                                poincare.path("sd2").doubleValue(),
                                within(1e-9 * poincare.path("sd2").doubleValue()));
            }
        }
    }

    @Test
    void triangularIndexAgreesWithHistogramsFromZero() {
        for (String series : Corpus.seriesOf("pyhrv")) {
            JsonNode index =
                    Corpus.values(series, "pyhrv").path("triangular_index").path("tri_index");
            if (index.isNumber()) {
                assertThat(value("HTI", BeatSeries.ofMillis(Corpus.rrMillis(series))))
                        .as("HTI of %s", series)
                        .isCloseTo(index.doubleValue(), within(1e-9 * index.doubleValue()));
            }
        }
    }

    @Test
    void triangleAgreesWithAnExhaustiveSearchUnlessThatStopsAtTheLastBin() {
        for (String series : Corpus.seriesOf("pyhrv")) {
            JsonNode tinn = Corpus.values(series, "pyhrv").path("tinn");
            if (tinn.path("tinn").isNumber()) {
                BeatSeries beats = BeatSeries.ofMillis(Corpus.rrMillis(series));
                double ours = value("TINN", beats);
                double longest = Arrays.stream(beats.toMillis()).max().orElseThrow();
                boolean stopped = tinn.path("tinn_m").doubleValue() + 2 * 7.8125 > longest;
                assertThat(ours == tinn.path("tinn").doubleValue()
                                || (stopped && ours > tinn.path("tinn").doubleValue()))
                        .as("TINN of %s: %s, pyHRV %s", series, ours, tinn)
                        .isTrue();
            }
        }
    }

    @Test
    void aGapTakesItsDifferenceWithIt() {
        // given the same beats with the middle one lost
        BeatSeries gappy =
                BeatSeries.ofIntervalsAt(new double[] {0.8, 1.66, 3.26, 4.16}, new double[] {800, 860, 800, 900});
        // then 860 → 800 is no successive difference
        assertThat(value("RMSSD", gappy)).isCloseTo(Math.sqrt((60 * 60 + 100 * 100) / 2.0), within(1e-12));
        assertThat(value("MeanNN", gappy)).isEqualTo(840);
    }

    @Test
    void whatCannotBeComputedSaysWhy() {
        BeatSeries none = BeatSeries.ofMillis();
        BeatSeries one = BeatSeries.ofMillis(800);
        BeatSeries constant = BeatSeries.ofMillis(800, 800, 800, 800);
        for (HrvMetric metric : TimeDomain.all()) {
            assertThat(metric.of(none).isEstimable()).as(metric.name()).isFalse();
            assertThat(metric.of(none).reason()).as(metric.name()).contains("no interval");
            MetricValue ofOne = metric.of(one);
            assertThat(ofOne.isEstimable() || !ofOne.reason().isBlank())
                    .as(metric.name())
                    .isTrue();
            MetricValue ofConstant = metric.of(constant);
            assertThat(ofConstant.isEstimable() || !ofConstant.reason().isBlank())
                    .as(metric.name())
                    .isTrue();
        }
        assertThat(TimeDomain.RMSSD.of(one).reason())
                .isEqualTo("0 successive differences within contiguous beats, 1 needed");
        assertThat(TimeDomain.LN_RMSSD.of(constant).reason()).contains("no logarithm");
        assertThat(TimeDomain.SDANN.of(constant).reason()).contains("0 complete segments");
        assertThat(TimeDomain.STRESS_INDEX.of(constant).reason()).contains("range");
    }

    @Test
    void fiveMinuteSegmentsAreCutByTheClock() {
        // given ten minutes: five at 1000 ms, five at 500 ms alternating with 520 ms
        double[] rr = new double[300 + 600];
        for (int i = 0; i < rr.length; i++) {
            rr[i] = i < 300 ? 1000 : (i % 2 == 0 ? 500 : 520);
        }
        BeatSeries beats = BeatSeries.ofMillis(rr);
        // then the first segment has no variability, and the means are 1000 and 510 ms
        assertThat(value("SDANN", beats)).isCloseTo(490 / Math.sqrt(2), within(2.0));
        assertThat(value("SDNNindex", beats)).isCloseTo(10.0 / 2, within(0.6));
    }

    @Test
    void packagesDifferOnlyByTheirOptions() {
        HrvMetric asNeuroKit = TimeDomain.PNN50.with(
                HrvOptions.withDefaults().with(TimeOptions.withDefaults().with(TimeOptions.PnnDivisor.INTERVALS)));
        assertThat(asNeuroKit.of(PAPER).orNaN()).isEqualTo(75);
        HrvMetric population = TimeDomain.SDNN.with(
                HrvOptions.withDefaults().with(TimeOptions.withDefaults().withSdDivisor(TimeOptions.Divisor.N)));
        assertThat(population.of(PAPER).orNaN()).isCloseTo(Math.sqrt(7200 / 4.0), within(1e-12));
    }

    @Test
    void aPanelGivesTheBitEqualValuesOfItsMetrics() {
        assertThat(HrvPanel.withDefaults().of(PAPER))
                .isEqualTo(HrvMetrics.all().stream().map(m -> m.of(PAPER)).toList());
    }

    @Test
    void shiftingAndScalingBehaveAsTheUnitsSay() {
        double[] rr = PAPER.toMillis();
        BeatSeries shifted = BeatSeries.ofMillis(900, 960, 900, 1000);
        BeatSeries doubled = BeatSeries.ofMillis(1600, 1720, 1600, 1800);
        assertThat(rr).hasSize(4);
        for (String spread : new String[] {"SDNN", "RMSSD", "SDSD", "MadNN", "IQRNN", "SD1", "SD2"}) {
            assertThat(value(spread, shifted)).as(spread).isCloseTo(value(spread, PAPER), within(1e-9));
            assertThat(value(spread, doubled)).as(spread).isCloseTo(2 * value(spread, PAPER), within(1e-9));
        }
        assertThat(value("CVNN", doubled)).isCloseTo(value("CVNN", PAPER), within(1e-12));
    }

    private static double value(String metric, BeatSeries beats) {
        return HrvMetrics.named(metric).orElseThrow().of(beats).orNaN();
    }
}
