package org.lacrima.core.hrv;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Choices of detrended fluctuation analysis. The trend is a straight line in every window (order 1).
 *
 * @param shortScales scales of α₁, in intervals
 * @param longScales scales of α₂, in intervals
 * @param windows where the windows of a scale lie
 * @param leastVariance residual variance, in ms², at or below which a window is left out (NeuroKit2: 1e-8); negative to
 *     keep every window
 * @param fewestWindows how many windows the largest scale must offer for the exponent to be estimable
 */
public record DfaOptions(
        Scales shortScales, Scales longScales, Windows windows, double leastVariance, int fewestWindows) {

    /** Where the windows of a scale lie in a run of contiguous intervals. */
    public enum Windows {
        /** One after the other from the start; what is left at the end is not used. */
        CONSECUTIVE,
        /** As consecutive, and what is left at the end is a shorter window (PhysioNet toolbox). */
        CONSECUTIVE_WITH_REST,
        /**
         * Each begins half a window after the one before; a window that would end exactly with the run is left out
         * (NeuroKit2, nolds).
         */
        HALF_OVERLAPPING
    }

    /** Which scales of a range are used. */
    public enum Grid {
        /** Every whole number. */
        EVERY,
        /** Every whole number up to a tenth of the number of beats (NeuroKit2); the range's own end is ignored. */
        EVERY_TO_A_TENTH,
        /** Powers of two. */
        POWERS_OF_TWO
    }

    /**
     * A range of scales.
     *
     * @param from smallest scale, inclusive, at least 3: a line leaves nothing of two points
     * @param to largest scale, inclusive
     * @param grid which of them are used
     */
    public record Scales(int from, int to, Grid grid) {
        /** Checks the range. */
        public Scales {
            if (from < 3 || to < from) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "scales must be from at least 3 up, got %d to %d", from, to));
            }
        }

        /** Every scale of a range, both ends inclusive. */
        public static Scales every(int from, int to) {
            return new Scales(from, to, Grid.EVERY);
        }

        /** The scales for a series of so many intervals. */
        int[] of(int intervals) {
            int last = grid == Grid.EVERY_TO_A_TENTH ? (intervals + 1) / 10 : to;
            IntStream all = IntStream.rangeClosed(from, last);
            return (grid == Grid.POWERS_OF_TWO ? all.filter(s -> Integer.bitCount(s) == 1) : all).toArray();
        }
    }

    private static final DfaOptions DEFAULTS =
            new DfaOptions(Scales.every(4, 16), Scales.every(16, 64), Windows.CONSECUTIVE, -1, 4);

    /**
     * α₁ over 4 to 16 and α₂ over 16 to 64 intervals in consecutive windows (Peng et al. 1995,
     * doi:10.1063/1.166141); four windows of the largest scale.
     */
    public static DfaOptions withDefaults() {
        return DEFAULTS;
    }

    /** These choices with other scales of α₁. */
    public DfaOptions withShortScales(Scales other) {
        return new DfaOptions(other, longScales, windows, leastVariance, fewestWindows);
    }

    /** These choices with other scales of α₂. */
    public DfaOptions withLongScales(Scales other) {
        return new DfaOptions(shortScales, other, windows, leastVariance, fewestWindows);
    }

    /** These choices with windows that lie elsewhere. */
    public DfaOptions with(Windows other) {
        return new DfaOptions(shortScales, longScales, other, leastVariance, fewestWindows);
    }

    /** These choices with another variance, in ms², at or below which a window is left out. */
    public DfaOptions withLeastVariance(double squareMillis) {
        return new DfaOptions(shortScales, longScales, windows, squareMillis, fewestWindows);
    }

    /** These choices with another number of windows that the largest scale must offer. */
    public DfaOptions withFewestWindows(int count) {
        return new DfaOptions(shortScales, longScales, windows, leastVariance, count);
    }
}
