package org.lacrima.core.study;

import java.util.Arrays;
import java.util.Optional;

/** How artifacts among the beats are treated before anything is measured. */
public enum CorrectionRule {
    /** Beats as recorded. */
    NONE("none"),
    /** Lipponen &amp; Tarvainen 2019, iterated until the number of artifacts stops falling. */
    LIPPONEN_TARVAINEN("lipponen-tarvainen");

    private final String key;

    CorrectionRule(String key) {
        this.key = key;
    }

    /** The word for it in {@code lacrima.json} and on the command line. */
    public String key() {
        return key;
    }

    /** The rule of a key, spelled exactly; empty where there is none. */
    public static Optional<CorrectionRule> ofKey(String key) {
        return Arrays.stream(values()).filter(r -> r.key.equals(key)).findFirst();
    }
}
