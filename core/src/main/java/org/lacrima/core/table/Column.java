package org.lacrima.core.table;

import org.lacrima.core.metric.Unit;

/**
 * A column of a result: what a reader of the table needs to know of it. Columns make the data dictionary.
 *
 * @param name name, unique within its table
 * @param kind whether cells are words or numbers
 * @param unit unit of the numbers; {@link Unit#ONE} for words and pure numbers
 * @param description one sentence that says what it holds
 */
public record Column(String name, Kind kind, Unit unit, String description) {
    /** What the cells of a column are. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** Numbers. */
        NUMBER
    }

    /** A column of words. */
    public static Column text(String name, String description) {
        return new Column(name, Kind.TEXT, Unit.ONE, description);
    }

    /** A column of numbers. */
    public static Column number(String name, Unit unit, String description) {
        return new Column(name, Kind.NUMBER, unit, description);
    }
}
