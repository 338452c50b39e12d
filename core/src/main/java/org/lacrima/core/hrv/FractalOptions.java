package org.lacrima.core.hrv;

import java.util.Locale;

/**
 * Choices of the fractal dimensions and of Lempel–Ziv complexity.
 *
 * @param higuchiLongest largest distance k between the points of Higuchi's curves
 * @param symbols what turns intervals into symbols for Lempel–Ziv complexity
 * @param correlation choices of the correlation dimension
 */
public record FractalOptions(int higuchiLongest, Symbols symbols, Correlation correlation) {

    /** The value above which an interval is a 1, and at or below which it is a 0. */
    public enum Symbols {
        /** The mean. */
        ABOVE_MEAN,
        /** The median. */
        ABOVE_MEDIAN
    }

    /** What the radii of the correlation dimension are multiples of. */
    public enum RadiusUnit {
        /** The standard deviation (n − 1) of the intervals. */
        SD,
        /** The standard deviation times √m, as distances between points of m coordinates grow. */
        SD_TIMES_ROOT_OF_DIMENSION,
        /** The largest distance between two points. */
        LARGEST_DISTANCE
    }

    /** Whether a point counts as its own neighbour. */
    public enum SelfMatches {
        /** It does not. */
        EXCLUDED,
        /** It does (nolds). */
        INCLUDED
    }

    /**
     * Choices of the correlation dimension; distances are Euclidean.
     *
     * @param dimension number m of coordinates of a point
     * @param lowest smallest radius in units
     * @param highest largest radius in units
     * @param growth ratio of each radius to the one before it
     * @param unit unit of the radii
     * @param selfMatches whether a point counts as its own neighbour
     * @param longest most intervals for which all pairs of points are compared: Euclidean distances of ten coordinates leave
     *     no order by which pairs could be passed over, and a day of 100 000 intervals has 5·10⁹ of them, about 15 s on one
     *     core
     */
    public record Correlation(
            int dimension,
            double lowest,
            double highest,
            double growth,
            RadiusUnit unit,
            SelfMatches selfMatches,
            int longest) {
        /** Checks the numbers. */
        public Correlation {
            if (dimension < 1 || !(lowest > 0) || !(highest > lowest) || !(growth > 1)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "correlation dimension needs dimension ≥ 1, 0 < lowest < highest and growth > 1, got %d, %s, %s, %s",
                        dimension,
                        lowest,
                        highest,
                        growth));
            }
        }

        /** These choices with another number of coordinates. */
        public Correlation withDimension(int m) {
            return new Correlation(m, lowest, highest, growth, unit, selfMatches, longest);
        }

        /** These choices with other radii: from lowest to highest, each so many times the one before. */
        public Correlation withRadii(double lowest, double highest, double growth, RadiusUnit unit) {
            return new Correlation(dimension, lowest, highest, growth, unit, selfMatches, longest);
        }

        /** These choices with another answer to whether a point is its own neighbour. */
        public Correlation with(SelfMatches other) {
            return new Correlation(dimension, lowest, highest, growth, unit, other, longest);
        }

        /** These choices with another limit to the number of intervals. */
        public Correlation withLongest(int intervals) {
            return new Correlation(dimension, lowest, highest, growth, unit, selfMatches, intervals);
        }
    }

    /** Checks the number. */
    public FractalOptions {
        if (higuchiLongest < 2) {
            throw new IllegalArgumentException("higuchiLongest must be at least 2, got " + higuchiLongest);
        }
    }

    private static final FractalOptions DEFAULTS = new FractalOptions(
            10,
            Symbols.ABOVE_MEAN,
            new Correlation(10, 0.25, 1, 1.05, RadiusUnit.SD_TIMES_ROOT_OF_DIMENSION, SelfMatches.EXCLUDED, 20_000));

    /**
     * Higuchi's curves up to k = 10; symbols by the mean; correlation dimension of 10 coordinates, as Kubios embeds, over
     * radii from a quarter to the whole of √m standard deviations.
     */
    public static FractalOptions withDefaults() {
        return DEFAULTS;
    }

    /** These choices with another largest distance in Higuchi's curves. */
    public FractalOptions withHiguchiLongest(int k) {
        return new FractalOptions(k, symbols, correlation);
    }

    /** These choices with other symbols. */
    public FractalOptions with(Symbols other) {
        return new FractalOptions(higuchiLongest, other, correlation);
    }

    /** These choices with another correlation dimension. */
    public FractalOptions with(Correlation other) {
        return new FractalOptions(higuchiLongest, symbols, other);
    }
}
