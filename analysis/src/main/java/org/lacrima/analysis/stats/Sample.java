package org.lacrima.analysis.stats;

import java.util.Arrays;
import java.util.Locale;

/**
 * The values of one group: finite numbers whose order does not matter. Immutable.
 */
public final class Sample {

    private final double[] values;

    private Sample(double[] values) {
        this.values = values;
    }

    /**
     * A sample of values.
     *
     * @throws IllegalArgumentException naming the first value that is not finite
     */
    public static Sample of(double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "value %d of a sample must be finite, got %s", i, values[i]));
            }
        }
        return new Sample(values.clone());
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** Arithmetic mean of at least one value. */
    public double mean() {
        require(1, "a mean");
        return mean(values);
    }

    /** Variance with divisor n − 1, of at least two values. */
    public double variance() {
        require(2, "a variance");
        return variance(values);
    }

    /** Standard deviation with divisor n − 1, of at least two values. */
    public double sd() {
        return Math.sqrt(variance());
    }

    /** Median of at least one value. */
    public double median() {
        return quantile(0.5);
    }

    /** Smallest of at least one value. */
    public double min() {
        return quantile(0);
    }

    /** Largest of at least one value. */
    public double max() {
        return quantile(1);
    }

    /**
     * Quantile of at least one value by linear interpolation between order statistics at {@code (n − 1)·p}: type 7 of
     * Hyndman &amp; Fan 1996 (doi:10.1080/00031305.1996.10473566), the default of R.
     *
     * @param p between 0 and 1, inclusive
     */
    public double quantile(double p) {
        require(1, "a quantile");
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must lie between 0 and 1, got " + p);
        }
        return quantile(sorted(), (values.length - 1) * p);
    }

    /**
     * Mean of what is left after the smallest and the largest {@code ⌊share·n⌋} values are cut off.
     *
     * @param share share cut at each end, from 0 (inclusive) to 0.5 (exclusive)
     */
    public double trimmedMean(double share) {
        require(1, "a trimmed mean");
        int cut = trimmed(share);
        return cut == 0 ? mean(values) : mean(Arrays.copyOfRange(sorted(), cut, values.length - cut));
    }

    /** Variance with divisor n − 1 after the {@code ⌊share·n⌋} values at each end are set to the nearest one kept. */
    public double winsorisedVariance(double share) {
        require(2, "a winsorised variance");
        int cut = trimmed(share);
        if (cut == 0) {
            return variance(values);
        }
        double[] pulled = sorted();
        int last = pulled.length - 1;
        Arrays.fill(pulled, 0, cut, pulled[cut]);
        Arrays.fill(pulled, last + 1 - cut, last + 1, pulled[last - cut]);
        return variance(pulled);
    }

    /** Whether all values are equal; true of an empty sample. */
    public boolean isConstant() {
        return Arrays.stream(values).allMatch(v -> v == values[0]);
    }

    /** The values in the order given, as a new array. */
    public double[] toArray() {
        return values.clone();
    }

    /** The values in ascending order, as a new array. */
    double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    int trimmed(double share) {
        if (!(share >= 0 && share < 0.5)) {
            throw new IllegalArgumentException("share trimmed must lie in [0, 0.5), got " + share);
        }
        return (int) Math.floor(share * values.length);
    }

    private void require(int least, String what) {
        if (values.length < least) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s needs %d values, there are %d", what, least, values.length));
        }
    }

    /** Value at a fractional index of a sorted array. */
    static double quantile(double[] sorted, double index) {
        double inside = Math.max(0, Math.min(sorted.length - 1, index));
        int below = (int) Math.floor(inside);
        double share = inside - below;
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }

    /** The second pass takes back the rounding of the first, as R does. */
    static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double first = sum / values.length;
        double rest = 0;
        for (double v : values) {
            rest += v - first;
        }
        return first + rest / values.length;
    }

    static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        return squares / (values.length - 1);
    }

    @Override
    public String toString() {
        return "sample of " + values.length;
    }
}
