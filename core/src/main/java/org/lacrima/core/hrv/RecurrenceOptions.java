package org.lacrima.core.hrv;

import java.util.Locale;

/**
 * Choices of recurrence quantification.
 *
 * @param dimension number m of coordinates of a point
 * @param radius distance up to which two points recur, in units
 * @param unit unit of the radius
 * @param norm how far two points are apart
 * @param shortestLine points of the shortest diagonal line that counts as one
 * @param mainDiagonal whether the recurrence of every point with itself counts
 * @param trend what is taken from the intervals first
 * @param longest most intervals for which all pairs of points are compared: Euclidean distances of ten coordinates cannot be
 *     had by shifting and joining the recurrences of single intervals, as those by the largest difference can, and a day of
 *     100 000 intervals has 5·10⁹ pairs, 6 to 9 s on one core
 */
public record RecurrenceOptions(
        int dimension,
        double radius,
        RadiusUnit unit,
        Norm norm,
        int shortestLine,
        MainDiagonal mainDiagonal,
        Trend trend,
        int longest) {

    /** What the radius is a multiple of. */
    public enum RadiusUnit {
        /** The standard deviation (n − 1) of the intervals. */
        SD,
        /** The standard deviation times √m. */
        SD_TIMES_ROOT_OF_DIMENSION,
        /** The mean Euclidean distance of all pairs of points (x, x), √2 times that of the intervals (NeuroKit2). */
        MEAN_DISTANCE
    }

    /** The distance of two points. */
    public enum Norm {
        /** Root of the sum of squares. */
        EUCLIDEAN,
        /** Largest difference of a coordinate. */
        MAXIMUM
    }

    /** Whether the main diagonal, the recurrence of every point with itself, is a line like others. */
    public enum MainDiagonal {
        /** It is left out, Webber &amp; Zbilut 1994. */
        LEFT_OUT,
        /** It counts, but is not the longest line (nonlinearTseries). */
        COUNTED
    }

    /** What is taken from the intervals first. */
    public enum Trend {
        /** Nothing. */
        KEPT,
        /** A straight line over their number (NeuroKit2, after Zimatore et al. 2021). */
        LINE_REMOVED
    }

    /** Checks the numbers. */
    public RecurrenceOptions {
        if (dimension < 1 || shortestLine < 2 || !(radius > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "recurrence needs dimension ≥ 1, shortestLine ≥ 2 and radius > 0, got %d, %d, %s",
                    dimension,
                    shortestLine,
                    radius));
        }
    }

    private static final RecurrenceOptions DEFAULTS = new RecurrenceOptions(
            10, 1, RadiusUnit.SD_TIMES_ROOT_OF_DIMENSION, Norm.EUCLIDEAN, 2, MainDiagonal.LEFT_OUT, Trend.KEPT, 20_000);

    /**
     * Points of 10 coordinates that recur within √10 standard deviations, lines of two points or more (Dabiré et al. 1998,
     * doi:10.1152/ajpheart.1998.275.4.H1290, as Kubios documents it).
     */
    public static RecurrenceOptions withDefaults() {
        return DEFAULTS;
    }

    /** These choices with another number of coordinates. */
    public RecurrenceOptions withDimension(int m) {
        return new RecurrenceOptions(m, radius, unit, norm, shortestLine, mainDiagonal, trend, longest);
    }

    /** These choices with another radius. */
    public RecurrenceOptions withRadius(double units, RadiusUnit unit) {
        return new RecurrenceOptions(dimension, units, unit, norm, shortestLine, mainDiagonal, trend, longest);
    }

    /** These choices with another distance. */
    public RecurrenceOptions with(Norm other) {
        return new RecurrenceOptions(dimension, radius, unit, other, shortestLine, mainDiagonal, trend, longest);
    }

    /** These choices with another shortest line. */
    public RecurrenceOptions withShortestLine(int points) {
        return new RecurrenceOptions(dimension, radius, unit, norm, points, mainDiagonal, trend, longest);
    }

    /** These choices with another rule for the main diagonal. */
    public RecurrenceOptions with(MainDiagonal other) {
        return new RecurrenceOptions(dimension, radius, unit, norm, shortestLine, other, trend, longest);
    }

    /** These choices with another trend. */
    public RecurrenceOptions with(Trend other) {
        return new RecurrenceOptions(dimension, radius, unit, norm, shortestLine, mainDiagonal, other, longest);
    }

    /** These choices with another limit to the number of intervals. */
    public RecurrenceOptions withLongest(int intervals) {
        return new RecurrenceOptions(dimension, radius, unit, norm, shortestLine, mainDiagonal, trend, intervals);
    }
}
