package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.PageExamples;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSeries;

/** The example of docs/cortisol.md, run. */
class CortisolPageTest {

    @Test
    void everyExampleOfThePageIsHere() throws IOException {
        PageExamples.assertThatBlocksOf("docs/cortisol.md", CortisolPageTest.class);
    }

    @Test
    void fromTheLaboratoryToMetrics() {
        double[] minutes =
                ClockTimes.minutesFrom(LocalTime.of(23, 40), List.of(LocalTime.of(23, 30), LocalTime.of(0, 10)));
        LabSeries results = new LabSeries(
                "cortisol",
                new Unit("µg/dL"),
                List.of(
                        new LabSeries.Sample("S1", minutes[0], new DuplicateAssay(0.21, 0.23)),
                        new LabSeries.Sample("S2", minutes[1], new LabResult.BelowDetection(0.02))));
        List<SalivaSeries> persons = LabRules.of(LabRules.BelowDetection.LIMIT_OVER_SQRT_2)
                .withLargestCvPercent(10)
                .of(List.of(results));
        SalivaSeries person = CortisolUnits.toNmolPerLitre(persons.get(0));
        for (Metric<SalivaSeries> metric : SalivaMetrics.of(SalivaPlan.CORTISOL)) {
            System.out.println(metric.of(person));
        }

        assertThat(minutes).containsExactly(-10, 30);
        assertThat(person.samples().get(0).concentration().orElseThrow()).isCloseTo(0.22 * 27.58925, within(1e-5));
    }
}
