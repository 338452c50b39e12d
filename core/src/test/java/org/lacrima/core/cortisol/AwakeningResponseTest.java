package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaSeries;

/** One morning, sampled at 0, 15, 30, 45 and 60 min; worked out by hand. */
class AwakeningResponseTest {
    private static final SalivaSeries MORNING =
            SalivaMetricsTest.cortisol(new double[] {0, 15, 30, 45, 60, 240}, 8, 12, 16, 14, 10, 5);

    @Test
    void theHourAfterAwakeningIsTheResponse() {
        AwakeningResponse car = AwakeningResponse.withDefaults();

        assertThat(value(car, "CARaucG", MORNING))
                .isEqualTo(MetricValue.of("CARaucG", 15 * (10 + 14 + 15 + 12), new Unit("nmol/L·min"), 5));
        assertThat(value(car, "CARaucI", MORNING).orNaN()).isEqualTo(765 - 8 * 60);
        assertThat(value(car, "CARincrease", MORNING).orNaN()).isEqualTo(8);
        assertThat(value(car, "CARmeanIncrease", MORNING).orNaN()).isEqualTo(5);
        assertThat(value(car, "CARdelay", MORNING).orNaN()).isZero();
        assertThat(value(car.withLength(Duration.ofMinutes(30)), "CARaucG", MORNING)
                        .orNaN())
                .isEqualTo(15 * (10 + 14));
    }

    @Test
    void aLateFirstSampleIsNoResponseUnlessAccepted() {
        SalivaSeries late = SalivaMetricsTest.cortisol(new double[] {12, 30, 45}, 9, 14, 12);
        AwakeningResponse car = AwakeningResponse.withDefaults();

        assertThat(value(car, "CARdelay", late).orNaN()).isEqualTo(12);
        assertThat(value(car, "CARaucI", late).reason())
                .isEqualTo("the first sample was taken 12.0 min after awakening, at most 5.0 accepted");
        assertThat(value(car.withLongestDelay(Duration.ofMinutes(15)), "CARincrease", late)
                        .orNaN())
                .isCloseTo(5, within(1e-15));
    }

    @Test
    void whatWasNotSampledIsSaid() {
        AwakeningResponse car = AwakeningResponse.withDefaults();

        assertThat(value(car, "CARdelay", SalivaMetricsTest.cortisol(new double[] {90, 120}, 3, 4))
                        .reason())
                .isEqualTo("no sample in the 60 min after awakening");
        assertThat(value(car, "CARincrease", SalivaMetricsTest.cortisol(new double[] {0, 120}, 3, 4))
                        .reason())
                .isEqualTo("no sample after the first");
    }

    private static MetricValue value(AwakeningResponse car, String name, SalivaSeries series) {
        return car.metrics().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow()
                .of(series);
    }
}
