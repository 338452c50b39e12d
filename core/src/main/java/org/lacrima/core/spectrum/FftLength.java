package org.lacrima.core.spectrum;

import java.util.Locale;

/**
 * How far a segment is padded with zeros before its transform; padding refines the grid of frequencies, it adds no
 * information.
 *
 * @param factor times the segment, at least 1
 * @param atLeast samples, 0 for no such bound
 * @param rounding what the length is rounded up to
 */
public record FftLength(int factor, int atLeast, Rounding rounding) {

    /** What a length is rounded up to. */
    public enum Rounding {
        /** Itself. */
        EXACT,
        /** The next power of two. */
        POWER_OF_TWO,
        /** The next product of twos, threes and fives (R). */
        PRODUCT_OF_2_3_5
    }

    /** Checks the bounds. */
    public FftLength {
        if (factor < 1 || atLeast < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "factor must be at least 1 and samples at least 0, got %d and %d", factor, atLeast));
        }
    }

    /** The segment as it is. */
    public static FftLength ofSegment() {
        return new FftLength(1, 0, Rounding.EXACT);
    }

    /** At least this many samples. */
    public static FftLength atLeast(int samples) {
        return new FftLength(1, samples, Rounding.EXACT);
    }

    int samples(int segment) {
        long length = Math.max((long) segment * factor, atLeast);
        if (rounding == Rounding.POWER_OF_TWO && length > 1) {
            length = Long.highestOneBit(length - 1) << 1;
        }
        while (rounding == Rounding.PRODUCT_OF_2_3_5 && !isProduct(length)) {
            length++;
        }
        return Math.toIntExact(length);
    }

    private static boolean isProduct(long length) {
        long rest = length;
        for (int prime : new int[] {2, 3, 5}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest == 1;
    }
}
