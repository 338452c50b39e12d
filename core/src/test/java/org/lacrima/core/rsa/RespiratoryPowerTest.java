package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;

/** RSA as power in the respiratory band: a sine of amplitude A has ln(A² ⁄ 2), wherever its band lies. */
class RespiratoryPowerTest {

    @ParameterizedTest
    @CsvSource({"10, 0.18", "30, 0.22", "50, 0.25", "30, 0.33"})
    void aHeartOfKnownSwingHasTheLogarithmOfHalfItsSquare(double amplitude, double hertz) {
        MetricValue power = RespiratoryPower.withDefaults().of(Breathing.heart(300, 600, amplitude, hertz));

        assertThat(power.orNaN()).isCloseTo(Math.log(amplitude * amplitude / 2), within(0.03));
        assertThat(power.unit()).isEqualTo(Unit.LN_MS2);
    }

    @Test
    void slowBreathingLeavesTheUsualBandButNotItsOwn() {
        BeatSeries beats = Breathing.heart(300, 800, 40, 0.09);
        Metric<HeartAndBreath> own = RespiratoryPower.withDefaults().aroundBreathing(0.05);

        double usual = RespiratoryPower.withDefaults().of(beats).orNaN();
        MetricValue around = own.of(HeartAndBreath.of(beats, Breathing.even(300, 0.09)));

        assertThat(around.orNaN()).isCloseTo(Math.log(800), within(0.03));
        assertThat(around.name()).isEqualTo("lnPowerAroundBreathing");
        assertThat(usual).isLessThan(Math.log(800) - 3);
    }

    @Test
    void whatLiesBetweenGapsIsAveragedByItsTime() {
        BeatSeries beats = Breathing.heart(400, t -> 800 + (t < 100 ? 20 : 40) * Math.cos(2 * Math.PI * 0.25 * t));
        BeatSeries gappy = BreathingMask.of(List.of(new Window(99, 101))).removeFrom(beats);

        MetricValue power = RespiratoryPower.withDefaults().of(gappy);

        assertThat(power.orNaN()).isCloseTo(Math.log((100 * 200 + 300 * 800) / 400.0), within(0.05));
    }

    @Test
    void aShortOrStillHeartIsNotEstimableAndSaysWhy() {
        double[] rr = new double[100];
        Arrays.fill(rr, 800);

        assertThat(RespiratoryPower.withDefaults()
                        .of(Breathing.heart(40, 800, 40, 0.25))
                        .reason())
                .startsWith("longest stretch without a gap 40.")
                .endsWith("60.0 s without a gap needed");
        assertThat(RespiratoryPower.withDefaults().of(BeatSeries.ofMillis()).isEstimable())
                .isFalse();
        assertThat(RespiratoryPower.withDefaults().of(BeatSeries.ofMillis(rr)).reason())
                .isEqualTo("heart period does not vary, and 0 ms² has no logarithm");
        assertThatThrownBy(() -> RespiratoryPower.withDefaults().aroundBreathing(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
