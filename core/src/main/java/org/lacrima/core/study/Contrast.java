package org.lacrima.core.study;

/**
 * Two groups to compare; differences are {@code focal − reference}.
 *
 * @param focal the group of interest
 * @param reference the group it is compared with
 */
public record Contrast(Group focal, Group reference) {
    /** Criers against non-criers. */
    public static final Contrast CRIERS_AGAINST_NONCRIERS = new Contrast(Group.CRIER, Group.NONCRIER);

    /** Refuses a group compared with itself. */
    public Contrast {
        if (focal.equals(reference)) {
            throw new IllegalArgumentException("a contrast needs two different groups, got " + focal + " twice");
        }
    }
}
