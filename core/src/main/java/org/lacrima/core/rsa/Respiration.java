package org.lacrima.core.rsa;

import java.util.List;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;

/**
 * The breaths of one person, and whether they were measured or inferred from the heart.
 *
 * <p>The distinction is a type because it decides what may be computed. Breaths read off the heart rhythm peak, by
 * construction, where the heart rhythm peaks: scoring RSA with them finds RSA in anything. {@link HeartAndBreath}
 * therefore takes a {@link MeasuredRespiration}, and a {@link DerivedRespiration} only with a reason in words.
 */
public sealed interface Respiration permits MeasuredRespiration, DerivedRespiration {

    /** The breaths in order, none overlapping; between two that do not touch, nothing is known of the breathing. */
    List<Breath> breaths();

    /** Unit of the depths; {@link Unit#ONE} for arbitrary units of a belt. */
    Unit depthUnit();

    /** Where the breaths come from, in words. */
    String source();

    /** The breaths that lie wholly inside a window. */
    Respiration during(Window window);
}
