package org.lacrima.core.rsa;

import java.util.List;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;

/**
 * Breaths that a sensor of breathing recorded: a belt, a thermistor, a flow meter. {@link BreathDetection} finds them in
 * a signal; onsets marked by other software or by hand come in by the constructor.
 *
 * @param breaths the breaths in order, none overlapping
 * @param depthUnit unit of the depths
 * @param source the sensor, in words, such as {@code thoracic belt}
 */
public record MeasuredRespiration(List<Breath> breaths, Unit depthUnit, String source) implements Respiration {

    /** Copies, and checks that the breaths are in order. */
    public MeasuredRespiration {
        breaths = BreathList.inOrder(breaths);
        source = BreathList.words(source, "the sensor");
    }

    @Override
    public MeasuredRespiration during(Window window) {
        return new MeasuredRespiration(BreathList.during(breaths, window), depthUnit, source);
    }
}
