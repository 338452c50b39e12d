package org.lacrima.core.rsa;

import java.util.List;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;

/**
 * Breaths inferred from the heart rhythm, or from a signal that carries it (an ECG or a pulse wave without a sensor of
 * breathing). Fit to describe the rate of breathing; RSA scored with it is circular.
 *
 * @param breaths the breaths in order, none overlapping
 * @param depthUnit unit of the depths
 * @param source what they were derived from and how, in words
 */
public record DerivedRespiration(List<Breath> breaths, Unit depthUnit, String source) implements Respiration {

    /** Copies, and checks that the breaths are in order. */
    public DerivedRespiration {
        breaths = BreathList.inOrder(breaths);
        source = BreathList.words(source, "the origin of derived breaths");
    }

    @Override
    public DerivedRespiration during(Window window) {
        return new DerivedRespiration(BreathList.during(breaths, window), depthUnit, source);
    }
}
