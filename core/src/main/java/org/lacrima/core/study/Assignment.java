package org.lacrima.core.study;

import java.util.Arrays;
import java.util.Optional;

/** How people came into their groups, which decides what a difference between groups can mean. */
public enum Assignment {
    /** By themselves, as those who cry do: what made them cry may also have moved the outcome. */
    SELF_SELECTED(
            "self-selected",
            "People were not assigned to these groups; they came into them by what they did. A difference may be due to"
                    + " whatever else made them cry, and shows no effect of crying."),
    /** By the experimenter at random, as films are. */
    RANDOMISED("randomised", "People were assigned to these groups at random.");

    private final String key;
    private final String caution;

    Assignment(String key, String caution) {
        this.key = key;
        this.caution = caution;
    }

    /** The word of {@code lacrima.json}. */
    public String key() {
        return key;
    }

    /** What every reader of a difference must know. */
    public String caution() {
        return caution;
    }

    /** The assignment of a word. */
    public static Optional<Assignment> ofKey(String word) {
        return Arrays.stream(values()).filter(a -> a.key.equals(word)).findFirst();
    }
}
