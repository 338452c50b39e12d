package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacrima.core.Corpus;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.simulate.HormoneCourse;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

class SalivaPeakTest {
    private static final double[] MINUTES = {0, 10, 20, 30, 60};

    @Test
    void thePeakIsTheLandmark() {
        SalivaSeries series = SalivaMetricsTest.cortisol(MINUTES, 4, 6, 12, 8, 5);

        assertThat(value("Peak", series).orNaN()).isEqualTo(12);
        assertThat(value("PeakLatency", series)).isEqualTo(MetricValue.of("PeakLatency", 20, Unit.MIN, 5));
        assertThat(value("PeakReactivity", series).orNaN()).isEqualTo(8);
        assertThat(value("LogReactivity", series).orNaN()).isCloseTo(Math.log(3), within(1e-15));
        assertThat(value("ReactivitySlope", series).orNaN()).isEqualTo(8.0 / 20);
        assertThat(value("RecoverySlope", series).orNaN()).isEqualTo(-7.0 / 40);
    }

    @Test
    void whereNothingRisesThereIsNoResponseToDescribe() {
        SalivaSeries series = SalivaMetricsTest.cortisol(MINUTES, 9, 8, 7, 6, 5);

        assertThat(value("PeakLatency", series).orNaN()).isZero();
        assertThat(value("PeakReactivity", series).orNaN()).isZero();
        for (String name : List.of("ReactivitySlope", "RecoverySlope", "DeclineHalfLife")) {
            assertThat(value(name, series).reason())
                    .as(name)
                    .isEqualTo("the baseline sample is the highest: no response");
        }
    }

    @Test
    void whatStillRisesHasNoRecovery() {
        SalivaSeries series = SalivaMetricsTest.cortisol(MINUTES, 4, 5, 6, 7, 8);

        assertThat(value("RecoverySlope", series).reason())
                .isEqualTo("the last sample is the highest: no decline was sampled");
        assertThat(value("DeclineHalfLife", series).reason()).isEqualTo("1 of 3 samples needed from the peak on");
    }

    /** After the secretion the one-compartment model declines at its half-life, whatever the samples. */
    @Test
    void theHalfLifeOfAOneCompartmentDeclineIsFoundAgain() {
        for (double halfLife : new double[] {40, 60, 66, 75, 90}) {
            HormoneCourse course = new HormoneCourse(6, -100, 0, 5, 15, 9, halfLife);
            double[] minutes = {0, 20, 30, 45, 70, 100};
            SalivaSeries series = SalivaMetricsTest.cortisol(
                    minutes, DoubleStream.of(minutes).map(course::at).toArray());

            assertThat(value("DeclineHalfLife", series).orNaN()).isCloseTo(halfLife, within(1e-9));
        }
    }

    @Test
    void aDeclineBelowTheBaselineHasNoHalfLifeTowardsIt() {
        SalivaSeries series = SalivaMetricsTest.cortisol(MINUTES, 4, 12, 8, 5, 3.9);

        assertThat(value("DeclineHalfLife", series).reason()).contains("not above the baseline sample");
    }

    @Test
    void aMissingSampleMayHaveBeenThePeak() {
        List<SalivaSample> samples = new ArrayList<>(
                SalivaMetricsTest.cortisol(MINUTES, 4, 6, 12, 8, 5).samples());
        samples.set(3, SalivaSample.missing("S4", 30, "no sample"));

        assertThat(value("Peak", new SalivaSeries("cortisol", Unit.NMOL_PER_L, samples))
                        .reason())
                .isEqualTo("sample S4 is missing (no sample)");
    }

    /** Base R 4.2.2 on 168 simulated participants with four samples at their own times. */
    @Test
    void peaksAndAreasOf168ParticipantsAsRComputesThem() throws IOException {
        Path stats = Corpus.oracles().resolve("stats");
        Map<String, List<SalivaSample>> samples = new LinkedHashMap<>();
        for (String line : Files.readAllLines(stats.resolve("cortisol.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("id") && !cells[3].isEmpty() && !cells[3].equals("NA")) {
                samples.computeIfAbsent(cells[0], id -> new ArrayList<>())
                        .add(SalivaSample.of(cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
            }
        }
        JsonNode participants = new ObjectMapper()
                .readTree(stats.resolve("curves_auc.json").toFile())
                .at("/oracles/1/values/participants");
        assertThat(participants).hasSize(168);
        for (JsonNode expected : participants) {
            String id = expected.get("id").asText();
            SalivaSeries series = new SalivaSeries("cortisol", Unit.NMOL_PER_L, samples.get(id));
            assertClose(id, "AUCg", series, expected.get("AUCg").asDouble());
            assertClose(id, "AUCi", series, expected.get("AUCi").asDouble());
            assertClose(id, "Peak", series, expected.get("peak").asDouble());
            assertClose(
                    id,
                    "PeakReactivity",
                    series,
                    expected.get("peak_reactivity").asDouble());
            assertClose(
                    id, "LogReactivity", series, expected.get("log_reactivity").asDouble());
        }
    }

    private static void assertClose(String id, String name, SalivaSeries series, double expected) {
        assertThat(value(name, series).orNaN())
                .as("%s of %s", name, id)
                .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    private static MetricValue value(String name, SalivaSeries series) {
        Stream<Metric<SalivaSeries>> all = Stream.concat(
                SalivaMetrics.of(SalivaPlan.CORTISOL).stream(), SalivaPeak.of(SalivaPlan.CORTISOL).stream());
        return all.filter(m -> m.name().equals(name)).findFirst().orElseThrow().of(series);
    }
}
