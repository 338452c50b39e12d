package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;

/** RSA cannot be scored with breaths that were read off the same heart, unless somebody says why. */
class HeartAndBreathTest {
    private final BeatSeries beats = Breathing.heart(60, 700, 40, 0.2);
    private final DerivedRespiration derived =
            new DerivedRespiration(Breathing.even(60, 0.2).breaths(), Unit.ONE, "peaks of the heart period itself");

    @Test
    void onlyMeasuredBreathsEnterWithoutAReason() {
        List<Method> doors = Arrays.stream(HeartAndBreath.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
                .toList();

        assertThat(doors).hasSize(2).allSatisfy(door -> {
            List<Class<?>> takes = List.of(door.getParameterTypes());
            assertThat(takes.contains(MeasuredRespiration.class) || takes.contains(String.class))
                    .as(door.toString())
                    .isTrue();
            assertThat(takes).doesNotContain(Respiration.class);
        });
        assertThat(HeartAndBreath.class.getConstructors()).isEmpty();
    }

    @Test
    void aBlankReasonIsNone() {
        assertThatThrownBy(() -> HeartAndBreath.waivingCircularity(beats, derived, "  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("why circular breathing is accepted must be said in words, got an empty text");
    }

    @Test
    void theReasonStaysWithEveryNumber() {
        HeartAndBreath pair = HeartAndBreath.waivingCircularity(beats, derived, "a demonstration of circularity");

        for (Metric<HeartAndBreath> metric :
                List.<Metric<HeartAndBreath>>of(PeakToTrough.withDefaults(), CycleTemplate.withDefaults())) {
            assertThat(metric.of(pair).name())
                    .isEqualTo(
                            metric.name() + " (breaths from the heart itself, waived: a demonstration of circularity)");
            assertThat(metric.of(HeartAndBreath.of(beats, Breathing.even(60, 0.2)))
                            .name())
                    .isEqualTo(metric.name());
        }
        assertThat(PeakToTrough.withDefaults().breaths(pair).toTable().caption())
                .isEqualTo("RSA breath by breath; 0 of 12 breaths without value"
                        + "; breaths from the heart itself, waived: a demonstration of circularity.");
    }

    @Test
    void breathsThatTheHeartTimesItselfShowMoreRsaThanTheLungsDo() {
        // given a heart whose rhythm has nothing to do with the breathing
        BeatSeries unrelated = Breathing.heart(300, 700, 40, 0.2);
        MeasuredRespiration lungs = Breathing.even(300, 0.271);
        DerivedRespiration heart =
                new DerivedRespiration(Breathing.even(300, 0.2).breaths(), Unit.ONE, "the heart");

        double measured = CycleTemplate.withDefaults()
                .of(HeartAndBreath.of(unrelated, lungs))
                .orNaN();
        double circular = CycleTemplate.withDefaults()
                .of(HeartAndBreath.waivingCircularity(unrelated, heart, "to show the artefact"))
                .orNaN();

        assertThat(circular).isGreaterThan(10 * measured);
    }
}
