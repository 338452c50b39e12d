package org.lacrima.core.rsa;

import java.util.Optional;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;

/**
 * One person's beats and the breaths taken meanwhile, on one session clock: what breath-by-breath RSA is scored from.
 *
 * <p>There are two doors. {@link #of} takes measured breaths. {@link #waivingCircularity} takes breaths derived from the
 * heart, and demands the reason in words; the reason stays with the pair and appears in the name of every value scored
 * from it, so that it cannot be lost on the way to a table. Immutable.
 */
public final class HeartAndBreath {
    private final BeatSeries beats;
    private final Respiration respiration;
    private final Optional<String> waiver;

    private HeartAndBreath(BeatSeries beats, Respiration respiration, Optional<String> waiver) {
        this.beats = beats;
        this.respiration = respiration;
        this.waiver = waiver;
    }

    /** Beats and breaths of a sensor. */
    public static HeartAndBreath of(BeatSeries beats, MeasuredRespiration respiration) {
        return new HeartAndBreath(beats, respiration, Optional.empty());
    }

    /**
     * Beats and breaths that were derived from them: circular, and waived.
     *
     * @param reason why the circularity is accepted, in words that a reviewer will read
     * @throws IllegalArgumentException if the reason is blank
     */
    public static HeartAndBreath waivingCircularity(BeatSeries beats, DerivedRespiration respiration, String reason) {
        return new HeartAndBreath(
                beats, respiration, Optional.of(BreathList.words(reason, "why circular breathing is accepted")));
    }

    /** The beats. */
    public BeatSeries beats() {
        return beats;
    }

    /** The breaths. */
    public Respiration respiration() {
        return respiration;
    }

    /** The reason why breaths derived from the heart were accepted; empty where they were measured. */
    public Optional<String> waiver() {
        return waiver;
    }

    /** Both, inside a window: whole intervals and whole breaths. */
    public HeartAndBreath during(Window window) {
        return new HeartAndBreath(beats.during(window), respiration.during(window), waiver);
    }

    /** Both, with the beats under a mask taken out, so that breaths under it have no value. */
    public HeartAndBreath under(BreathingMask mask) {
        return new HeartAndBreath(mask.removeFrom(beats), respiration, waiver);
    }

    /** A value scored from this pair, its name saying so where circularity was waived. */
    MetricValue declared(MetricValue value) {
        return waiver.map(reason ->
                        value.named(value.name() + " (breaths from the heart itself, waived: " + reason + ")"))
                .orElse(value);
    }
}
