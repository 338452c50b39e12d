package org.lacrima.core.study;

import java.util.Arrays;
import java.util.Optional;

/** How a phase metric becomes one number per person. */
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
    PERCENT_RECOVERY("percentRecovery");

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
