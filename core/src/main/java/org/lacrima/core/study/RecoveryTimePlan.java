package org.lacrima.core.study;

import java.util.Locale;

/**
 * When a person counts as recovered, for comparing how long it takes.
 *
 * @param metric metric of the beats that is followed
 * @param task what people recover from: {@link Role#STRESSOR} or {@link Role#INDUCTION}
 * @param epochSeconds length of the epochs that the metric is followed in, in s
 * @param bandSd half-width of the band around the baseline, in SDs of the baseline's epochs
 * @param dwellSeconds how long a person must stay in the band, in s
 */
public record RecoveryTimePlan(String metric, Role task, double epochSeconds, double bandSd, double dwellSeconds) {

    /** Heart rate after the stressor in epochs of 10 s, back within one SD of the baseline for 30 s. */
    public static final RecoveryTimePlan HEART_RATE = new RecoveryTimePlan("MeanHR", Role.STRESSOR, 10, 1, 30);

    /** Checks the ranges. */
    public RecoveryTimePlan {
        if (!(epochSeconds > 0 && bandSd > 0 && dwellSeconds >= 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "epochs and band must be above 0 and the dwell time not negative, got %s s, %s SD, %s s",
                    epochSeconds,
                    bandSd,
                    dwellSeconds));
        }
    }
}
