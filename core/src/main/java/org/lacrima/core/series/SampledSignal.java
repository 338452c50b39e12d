package org.lacrima.core.series;

import java.util.Arrays;
import java.util.Locale;
import org.lacrima.core.metric.Unit;

/**
 * An evenly sampled signal: one quantity, one unit, one rate. Immutable and thread-safe.
 *
 * <p>Samples are finite; where a device recorded nothing the reader splits the signal or reports a problem.
 */
public final class SampledSignal {
    private final String name;
    private final Unit unit;
    private final double rateHz;
    private final double startSeconds;
    private final double[] values;

    private SampledSignal(String name, Unit unit, double rateHz, double startSeconds, double[] values) {
        this.name = name;
        this.unit = unit;
        this.rateHz = rateHz;
        this.startSeconds = startSeconds;
        this.values = values;
    }

    /**
     * A signal of evenly spaced samples.
     *
     * @param name what is measured, such as {@code respiration}
     * @param unit unit of the samples
     * @param rateHz samples per second, positive
     * @param startSeconds session time of the first sample, in s
     * @param values finite samples
     */
    public static SampledSignal of(String name, Unit unit, double rateHz, double startSeconds, double... values) {
        if (!(rateHz > 0) || Double.isInfinite(rateHz) || !Double.isFinite(startSeconds)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "signal %s needs a positive rate and a finite start, got %s Hz at %s s",
                    name,
                    rateHz,
                    startSeconds));
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "sample %d of %s is %s %s", i, name, values[i], unit));
            }
        }
        return new SampledSignal(name, unit, rateHz, startSeconds, values.clone());
    }

    /** What is measured. */
    public String name() {
        return name;
    }

    /** Unit of the samples. */
    public Unit unit() {
        return unit;
    }

    /** Samples per second. */
    public double rateHz() {
        return rateHz;
    }

    /** Session time of the first sample, in s. */
    public double startSeconds() {
        return startSeconds;
    }

    /** Number of samples. */
    public int size() {
        return values.length;
    }

    /** Sample {@code i}. */
    public double valueAt(int i) {
        return values[i];
    }

    /** Session time of sample {@code i}, in s. */
    public double secondsAt(int i) {
        return startSeconds + i / rateHz;
    }

    /** The samples, as a new array. */
    public double[] toArray() {
        return values.clone();
    }

    /** The samples taken inside a window. */
    public SampledSignal during(Window window) {
        int first = clampedIndex(window.startSeconds());
        int last = Math.max(first, clampedIndex(window.endSeconds()));
        return new SampledSignal(name, unit, rateHz, secondsAt(first), Arrays.copyOfRange(values, first, last));
    }

    private int clampedIndex(double seconds) {
        double index = Math.ceil((seconds - startSeconds) * rateHz - 1e-9);
        return (int) Math.max(0, Math.min(values.length, index));
    }

    /** Equal when name, unit, rate, start and samples are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SampledSignal that
                && name.equals(that.name)
                && unit.equals(that.unit)
                && rateHz == that.rateHz
                && startSeconds == that.startSeconds
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + Double.hashCode(startSeconds)) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %d samples at %s Hz from %s s, %s", name, values.length, rateHz, startSeconds, unit);
    }
}
