package org.lacrima.io.behaviour;

/**
 * What a coder's key stroke left in a file.
 *
 * @param line line of the file, counted from 1
 * @param place what the message names besides the line, such as a column or a JSON field; empty where nothing
 * @param seconds when
 * @param untilSeconds when a whole bout ends; the same as {@code seconds} for everything else
 * @param what what the key stroke says
 * @param subject who; empty where nobody is named
 * @param behaviour what is done
 * @param category its category, or nothing
 * @param modifier its modifier, or nothing
 * @param comment the coder's remark, or nothing
 */
record Mark(
        int line,
        String place,
        double seconds,
        double untilSeconds,
        What what,
        String subject,
        String behaviour,
        String category,
        String modifier,
        String comment) {

    /** What a key stroke says. */
    enum What {
        /** A state begins. */
        START,
        /** A state ends. */
        STOP,
        /** A state begins, or ends if it is on. */
        TOGGLE,
        /** A state from its beginning to its end. */
        BOUT,
        /** Something happens that takes no time. */
        INSTANT
    }
}
