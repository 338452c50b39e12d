package org.lacrima.core.hrv;

import java.util.Locale;

/**
 * Choices of the entropies that compare templates: SampEn, ApEn, FuzzyEn.
 *
 * @param dimension length m of the shorter template
 * @param tolerance tolerance r in standard deviations of the series
 * @param toleranceSd divisor of that standard deviation
 * @param match whether a distance of exactly r is a match
 * @param templates how many templates of length m are used
 * @param approximateMean how ApEn averages over templates
 * @param fuzzyExponent exponent of the distance in FuzzyEn
 * @param fuzzyLongest most intervals for which FuzzyEn compares all pairs of templates
 * @param shannonBinMillis width, in ms, of the bins of ShannonEn; 0 to take every distinct interval by itself
 */
public record EntropyOptions(
        int dimension,
        double tolerance,
        ToleranceSd toleranceSd,
        Match match,
        Templates templates,
        ApproximateMean approximateMean,
        double fuzzyExponent,
        int fuzzyLongest,
        double shannonBinMillis) {

    /** Divisor of the standard deviation in the tolerance. */
    public enum ToleranceSd {
        /** n − 1. */
        N_MINUS_1,
        /** n (antropy). */
        N,
        /** n + 1 (pyHRV). */
        N_PLUS_1
    }

    /** Which distances match. */
    public enum Match {
        /** Distances up to and including r, as Pincus 1991 and Richman &amp; Moorman 2000 define it. */
        WITHIN,
        /** Distances below r (nolds, PhysioNet). */
        BELOW
    }

    /** How many templates of length m SampEn counts. */
    public enum Templates {
        /** n − m, those that can be prolonged: the same for both lengths, Richman &amp; Moorman 2000. */
        PROLONGABLE,
        /** n − m + 1, each length by itself, as shares of its own pairs (PhysioNet toolbox, BioSPPy). */
        ALL
    }

    /** How ApEn averages over templates. */
    public enum ApproximateMean {
        /** Mean of the logarithms, Pincus 1991. */
        MEAN_OF_LOGARITHMS,
        /** Logarithm of the mean (PhysioNet toolbox). */
        LOGARITHM_OF_MEAN
    }

    /** Checks the numbers. */
    public EntropyOptions {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be at least 1, got " + dimension);
        }
        requirePositive("tolerance", tolerance);
        requirePositive("fuzzyExponent", fuzzyExponent);
        if (!(shannonBinMillis >= 0)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "shannonBinMillis must not be negative, got %s ms", shannonBinMillis));
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be positive and finite, got %s", name, value));
        }
    }

    private static final EntropyOptions DEFAULTS = new EntropyOptions(
            2,
            0.2,
            ToleranceSd.N_MINUS_1,
            Match.WITHIN,
            Templates.PROLONGABLE,
            ApproximateMean.MEAN_OF_LOGARITHMS,
            2,
            20_000,
            Histogram.TASK_FORCE_WIDTH_MS);

    /**
     * m = 2, r = 0.2 standard deviations, distances up to r, n − m templates (Richman &amp; Moorman 2000,
     * doi:10.1152/ajpheart.2000.278.6.H2039); squared distance in FuzzyEn (Chen et al. 2007,
     * doi:10.1109/TNSRE.2007.897025); bins of 1/128 s.
     */
    public static EntropyOptions withDefaults() {
        return DEFAULTS;
    }

    /** These choices with another length of the shorter template. */
    public EntropyOptions withDimension(int m) {
        return new EntropyOptions(
                m,
                tolerance,
                toleranceSd,
                match,
                templates,
                approximateMean,
                fuzzyExponent,
                fuzzyLongest,
                shannonBinMillis);
    }

    /** These choices with another tolerance, in standard deviations under a divisor. */
    public EntropyOptions withTolerance(double standardDeviations, ToleranceSd divisor) {
        return new EntropyOptions(
                dimension,
                standardDeviations,
                divisor,
                match,
                templates,
                approximateMean,
                fuzzyExponent,
                fuzzyLongest,
                shannonBinMillis);
    }

    /** These choices with another rule of what matches. */
    public EntropyOptions with(Match other) {
        return new EntropyOptions(
                dimension,
                tolerance,
                toleranceSd,
                other,
                templates,
                approximateMean,
                fuzzyExponent,
                fuzzyLongest,
                shannonBinMillis);
    }

    /** These choices with another number of templates. */
    public EntropyOptions with(Templates other) {
        return new EntropyOptions(
                dimension,
                tolerance,
                toleranceSd,
                match,
                other,
                approximateMean,
                fuzzyExponent,
                fuzzyLongest,
                shannonBinMillis);
    }

    /** These choices with another average in ApEn. */
    public EntropyOptions with(ApproximateMean other) {
        return new EntropyOptions(
                dimension,
                tolerance,
                toleranceSd,
                match,
                templates,
                other,
                fuzzyExponent,
                fuzzyLongest,
                shannonBinMillis);
    }

    /** These choices with another exponent of the distance in FuzzyEn. */
    public EntropyOptions withFuzzyExponent(double exponent) {
        return new EntropyOptions(
                dimension,
                tolerance,
                toleranceSd,
                match,
                templates,
                approximateMean,
                exponent,
                fuzzyLongest,
                shannonBinMillis);
    }

    /** These choices with another limit to the number of intervals of FuzzyEn. */
    public EntropyOptions withFuzzyLongest(int intervals) {
        return new EntropyOptions(
                dimension,
                tolerance,
                toleranceSd,
                match,
                templates,
                approximateMean,
                fuzzyExponent,
                intervals,
                shannonBinMillis);
    }

    /** These choices with another width of the bins of ShannonEn, in ms; 0 for distinct intervals. */
    public EntropyOptions withShannonBinMillis(double width) {
        return new EntropyOptions(
                dimension,
                tolerance,
                toleranceSd,
                match,
                templates,
                approximateMean,
                fuzzyExponent,
                fuzzyLongest,
                width);
    }
}
