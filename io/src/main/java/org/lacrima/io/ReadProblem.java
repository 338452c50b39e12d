package org.lacrima.io;

/**
 * Something wrong in a file: where, what, and how to mend it. Printed as
 * {@code p07_rr.csv:118: rr_ms "7l2" is not a number; write digits with a point as decimal mark}.
 *
 * @param file file, relative to what was read
 * @param line line, counted from 1; 0 where the file as a whole is meant
 * @param column name of the column, or dotted path of the JSON field; empty where neither applies
 * @param severity how much it matters
 * @param reason what is wrong, with the offending text quoted and shortened; reads on after the column's name
 * @param remedy what the owner of the file can do; empty where nothing general can be said
 */
public record ReadProblem(String file, int line, String column, Severity severity, String reason, String remedy) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (severity == Severity.WARNING) {
            text.append("warning: ");
        }
        if (!column.isEmpty()) {
            text.append(column).append(' ');
        }
        text.append(reason);
        if (!remedy.isEmpty()) {
            text.append("; ").append(remedy);
        }
        return text.toString();
    }
}
