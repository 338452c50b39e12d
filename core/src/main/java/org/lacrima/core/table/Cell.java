package org.lacrima.core.table;

import java.util.Locale;
import org.lacrima.core.metric.MetricValue;

/** One cell of a result: words, a finite number, or the reason why there is none. */
public sealed interface Cell permits Cell.Text, Cell.Value, Cell.Missing {

    /** Words. */
    static Cell of(String text) {
        return new Text(text);
    }

    /** A finite number. */
    static Cell of(double value) {
        return new Value(value);
    }

    /** A value, or its reason. */
    static Cell of(MetricValue value) {
        return value instanceof MetricValue.Estimate e ? new Value(e.value()) : new Missing(value.reason());
    }

    /** The explained absence of a number. */
    static Cell missing(String reason) {
        return new Missing(reason);
    }

    /**
     * Words.
     *
     * @param text the words
     */
    record Text(String text) implements Cell {}

    /**
     * A number.
     *
     * @param value finite value
     */
    record Value(double value) implements Cell {
        /** Refuses what is not a number. */
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "a cell holds a finite number or a reason, got %s", value));
            }
        }
    }

    /**
     * No number, and why.
     *
     * @param reason the reason
     */
    record Missing(String reason) implements Cell {}
}
