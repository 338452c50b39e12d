package org.lacrima.core.hrv;

/**
 * Choices on which packages differ in the time domain and in the Poincaré plot.
 *
 * @param sdDivisor divisor of SDNN, SDANN, SDNN index (Task Force 1996 leaves it open; the sample estimator n − 1 is what
 *     Kubios, NeuroKit2, hrv-analysis and pyHRV use)
 * @param sdsdDivisor divisor of SDSD and so of SD1
 * @param pnnDivisor what NNx counts are divided by
 * @param sd2Formula how the long axis of the Poincaré ellipse is estimated
 * @param meanHr how mean heart rate is averaged
 */
public record TimeOptions(
        Divisor sdDivisor, Divisor sdsdDivisor, PnnDivisor pnnDivisor, Sd2Formula sd2Formula, MeanHr meanHr) {

    /** The divisor of a variance. */
    public enum Divisor {
        /** n − 1: unbiased in a sample. */
        N_MINUS_1,
        /** n. */
        N
    }

    /** What a count of large successive differences is divided by. */
    public enum PnnDivisor {
        /** The number of successive differences: a proportion of what was counted. */
        DIFFERENCES,
        /** The number of intervals (NeuroKit2, hrv by Bartels). */
        INTERVALS
    }

    /** How SD2 is estimated. */
    public enum Sd2Formula {
        /** {@code √(2·SDNN² − SDSD²/2)}, Brennan et al. 2001. */
        FROM_SDNN_AND_SDSD,
        /** Standard deviation of the pairs along the line of identity. */
        ROTATED_PAIRS
    }

    /** How heart rate is averaged. */
    public enum MeanHr {
        /** {@code 60 000 / mean RR}: beats per minute of the whole span. */
        OF_MEAN_INTERVAL,
        /** Mean of {@code 60 000 / RR}: each beat's own rate. */
        MEAN_OF_BEATS
    }

    private static final TimeOptions DEFAULTS = new TimeOptions(
            Divisor.N_MINUS_1,
            Divisor.N_MINUS_1,
            PnnDivisor.DIFFERENCES,
            Sd2Formula.FROM_SDNN_AND_SDSD,
            MeanHr.OF_MEAN_INTERVAL);

    /** Sample estimators, differences as denominators, SD2 after Brennan et al. 2001, 60 000 over the mean interval. */
    public static TimeOptions withDefaults() {
        return DEFAULTS;
    }

    /** These choices with another divisor of SDNN, SDANN and SDNN index. */
    public TimeOptions withSdDivisor(Divisor other) {
        return new TimeOptions(other, sdsdDivisor, pnnDivisor, sd2Formula, meanHr);
    }

    /** These choices with another divisor of SDSD. */
    public TimeOptions withSdsdDivisor(Divisor other) {
        return new TimeOptions(sdDivisor, other, pnnDivisor, sd2Formula, meanHr);
    }

    /** These choices with another denominator of pNNx. */
    public TimeOptions with(PnnDivisor other) {
        return new TimeOptions(sdDivisor, sdsdDivisor, other, sd2Formula, meanHr);
    }

    /** These choices with another estimate of SD2. */
    public TimeOptions with(Sd2Formula other) {
        return new TimeOptions(sdDivisor, sdsdDivisor, pnnDivisor, other, meanHr);
    }

    /** These choices with another average of heart rate. */
    public TimeOptions with(MeanHr other) {
        return new TimeOptions(sdDivisor, sdsdDivisor, pnnDivisor, sd2Formula, other);
    }
}
