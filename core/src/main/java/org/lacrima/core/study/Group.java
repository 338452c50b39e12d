package org.lacrima.core.study;

/**
 * A group that participants belong to, by what they did or what they were assigned to.
 *
 * @param name as the participants table spells it
 */
public record Group(String name) {
    /** Those who cried. */
    public static final Group CRIER = new Group("crier");
    /** Those who saw the same film and did not cry. */
    public static final Group NONCRIER = new Group("noncrier");

    @Override
    public String toString() {
        return name;
    }
}
