package org.lacrima.core.series;

import java.util.Arrays;
import java.util.Locale;
import org.lacrima.core.metric.Unit;

/**
 * Values of one quantity at irregular times, such as ratings or blood pressure readings. Immutable and thread-safe;
 * times are finite and increasing, values finite.
 */
public final class TimedValues {
    private final String name;
    private final Unit unit;
    private final double[] seconds;
    private final double[] values;

    private TimedValues(String name, Unit unit, double[] seconds, double[] values) {
        this.name = name;
        this.unit = unit;
        this.seconds = seconds;
        this.values = values;
    }

    /**
     * Values at given session times.
     *
     * @param name what is measured, such as {@code sadness}
     * @param unit unit of the values
     * @param seconds session times in s, strictly increasing
     * @param values one finite value per time
     */
    public static TimedValues of(String name, Unit unit, double[] seconds, double[] values) {
        if (seconds.length != values.length) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s has %d times and %d values", name, seconds.length, values.length));
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(seconds[i])
                    || !Double.isFinite(values[i])
                    || (i > 0 && seconds[i] <= seconds[i - 1])) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s: entry %d (%s s, %s %s) must be finite and later than the one before",
                        name,
                        i,
                        seconds[i],
                        values[i],
                        unit));
            }
        }
        return new TimedValues(name, unit, seconds.clone(), values.clone());
    }

    /** What is measured. */
    public String name() {
        return name;
    }

    /** Unit of the values. */
    public Unit unit() {
        return unit;
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** Value {@code i}. */
    public double valueAt(int i) {
        return values[i];
    }

    /** Session time of value {@code i}, in s. */
    public double secondsAt(int i) {
        return seconds[i];
    }

    /** The values, as a new array. */
    public double[] toArray() {
        return values.clone();
    }

    /** The session times in s, as a new array. */
    public double[] toSeconds() {
        return seconds.clone();
    }

    /** The values whose time lies inside a window. */
    public TimedValues during(Window window) {
        int first = 0;
        while (first < seconds.length && seconds[first] < window.startSeconds()) {
            first++;
        }
        int last = first;
        while (last < seconds.length && seconds[last] < window.endSeconds()) {
            last++;
        }
        return new TimedValues(
                name, unit, Arrays.copyOfRange(seconds, first, last), Arrays.copyOfRange(values, first, last));
    }

    /** Equal when name, unit, times and values are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TimedValues that
                && name.equals(that.name)
                && unit.equals(that.unit)
                && Arrays.equals(seconds, that.seconds)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + Arrays.hashCode(seconds)) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %d values, %s", name, values.length, unit);
    }
}
