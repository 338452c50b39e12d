package org.lacrima.core.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a metric becomes one number per person: from its values in phases, or from its course through the recovery. The keys
 * of the latter are those of the catalogue of recovery metrics, which defines them.
 */
public enum OutcomeKind {
    /** The value in a phase. */
    LEVEL("level"),
    /** Task minus baseline. */
    REACTIVITY("reactivity"),
    /** Recovery minus task. */
    RECOVERY("recovery"),
    /** Recovery minus baseline: what is left of the response. */
    RESIDUAL_ACTIVATION("residualActivation"),
    /** The share of the response that is undone, in percent. */
    PERCENT_RECOVERY("percentRecovery"),
    /**
     * What the recovery is above or below the one that baseline and task level let expect, by a regression over all persons
     * of the contrast.
     */
    RESIDUALISED_CHANGE("residualisedChange"),
    /** Area between course and baseline over the recovery. */
    RECOVERY_AREA("recoveryArea"),
    /** Slope of the course over the recovery. */
    RECOVERY_SLOPE("recoverySlope"),
    /** Largest value during task and recovery. */
    MAXIMUM("maximum"),
    /** When that was, from the onset of the task. */
    MAXIMUM_LATENCY("maximumLatency"),
    /** Smallest value during task and recovery. */
    MINIMUM("minimum"),
    /** When that was, from the onset of the task. */
    MINIMUM_LATENCY("minimumLatency"),
    /** A vagal index in the first minute of the recovery minus baseline. */
    VAGAL_REBOUND("vagalRebound"),
    /** Fall of heart rate in the first minute of the recovery. */
    HEART_RATE_RECOVERY("heartRateRecovery60"),
    /** Half-time of an exponential recovery. */
    HALF_TIME("halfTime"),
    /** Where an exponential recovery leads. */
    ASYMPTOTE("asymptote"),
    /** How far an exponential recovery goes. */
    AMPLITUDE("amplitude"),
    /** Half-time of a recovery of any monotone course. */
    MONOTONE_HALF_TIME("monotoneHalfTime"),
    /** Share of the recovery inside the band around the baseline. */
    TOLERANCE_SHARE("toleranceShare"),
    /** Departures from the band after the first return. */
    REACTIVATIONS("reactivations");

    /** What a plan that names no outcomes asks for: the level and the four changes between phases. */
    public static final List<OutcomeKind> DEFAULTS =
            List.of(LEVEL, REACTIVITY, RECOVERY, RESIDUAL_ACTIVATION, PERCENT_RECOVERY);

    private final String key;

    OutcomeKind(String key) {
        this.key = key;
    }

    /** The word for it in {@code lacrima.json} and in tables. */
    public String key() {
        return key;
    }

    /** The kind of a key, spelled exactly; empty where there is none. */
    public static Optional<OutcomeKind> ofKey(String key) {
        return Arrays.stream(values()).filter(k -> k.key.equals(key)).findFirst();
    }
}
