package org.lacrima.core.hrv;

/**
 * Choices on which packages differ in the time domain and in the Poincaré plot.
 *
 * @param sdDivisor divisor of SDNN, SDANN and SDNN index (Task Force 1996 leaves it open; the sample estimator n − 1 is
 *     what Kubios, NeuroKit2, hrv-analysis and pyHRV use)
 * @param sdsdDivisor divisor of SDSD
 * @param poincareDivisor divisor of the variances across and along the line of identity, of SD1 and SD2
 * @param sdsdOf whether SDSD is taken of the differences or of their absolute values
 * @param pnnDivisor what NNx counts are divided by
 * @param sd2Formula how the long axis of the Poincaré ellipse is estimated
 * @param meanHr how mean heart rate is averaged
 * @param firstInterval whether the first interval counts once
 * @param histogram where the bins of geometric metrics lie
 * @param triangle how TINN is measured
 * @param segments how five-minute segments are cut
 */
public record TimeOptions(
        Divisor sdDivisor,
        Divisor sdsdDivisor,
        Divisor poincareDivisor,
        SdsdOf sdsdOf,
        PnnDivisor pnnDivisor,
        Sd2Formula sd2Formula,
        MeanHr meanHr,
        FirstInterval firstInterval,
        Bins histogram,
        Triangle triangle,
        SegmentRule segments) {

    /** The divisor of a variance. */
    public enum Divisor {
        /** n − 1: unbiased in a sample. */
        N_MINUS_1,
        /** n. */
        N
    }

    /** What SDSD is the standard deviation of. */
    public enum SdsdOf {
        /** The successive differences, with their sign (Task Force 1996). */
        DIFFERENCES,
        /** Their absolute values (pyHRV). */
        ABSOLUTE_DIFFERENCES
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

    /** How often the first interval counts. */
    public enum FirstInterval {
        /** Once, as it was recorded. */
        ONCE,
        /** Twice: RHRV gives the first beat the interval of the second, which adds a difference of 0. */
        TWICE
    }

    /** Where the bins of the triangular index and TINN lie. */
    public enum Bins {
        /** Multiples of 1/128 s = 7.8125 ms, lower edge included (Task Force 1996; NeuroKit2, pyHRV). */
        FROM_ZERO,
        /** 300 to 1996 ms by 8 ms, lower edge included; intervals outside are not counted (hrv-analysis). */
        FIXED_8_MS,
        /** 7.8125 ms, an edge in the middle between shortest and longest interval, upper edge included (RHRV). */
        FROM_MID_RANGE
    }

    /** How TINN is measured. */
    public enum Triangle {
        /** Baseline of the triangle with the least squared distance to the histogram (Task Force 1996). */
        LEAST_SQUARES,
        /** Baseline of the triangle of equal area and height: {@code 2 · n · width ⁄ mode} (RHRV). */
        EQUAL_AREA
    }

    /** How five-minute segments are cut. */
    public enum SegmentRule {
        /** By the clock from the first beat, an interval where it ends; the last counts only when complete. */
        COMPLETE,
        /** The same from the beat that ends the first interval, and a beat on a boundary counts after it (RHRV). */
        COMPLETE_BY_BEAT,
        /** As {@link #COMPLETE}, but a beat on a boundary counts after it, and so does a short last segment (toolkit in C). */
        WITH_REST,
        /**
         * Round(duration ⁄ 5 min) segments by the summed intervals, each without its last interval, 3 segments at the
         * least (NeuroKit2).
         */
        ROUNDED_LESS_ONE
    }

    private static final TimeOptions DEFAULTS = new TimeOptions(
            Divisor.N_MINUS_1,
            Divisor.N_MINUS_1,
            Divisor.N_MINUS_1,
            SdsdOf.DIFFERENCES,
            PnnDivisor.DIFFERENCES,
            Sd2Formula.FROM_SDNN_AND_SDSD,
            MeanHr.OF_MEAN_INTERVAL,
            FirstInterval.ONCE,
            Bins.FROM_ZERO,
            Triangle.LEAST_SQUARES,
            SegmentRule.COMPLETE);

    /** Sample estimators, differences as denominators, SD2 after Brennan et al. 2001, 60 000 over the mean interval. */
    public static TimeOptions withDefaults() {
        return DEFAULTS;
    }

    /** These choices with another divisor of SDNN, SDANN and SDNN index. */
    public TimeOptions withSdDivisor(Divisor other) {
        return new TimeOptions(
                other,
                sdsdDivisor,
                poincareDivisor,
                sdsdOf,
                pnnDivisor,
                sd2Formula,
                meanHr,
                firstInterval,
                histogram,
                triangle,
                segments);
    }

    /** These choices with another divisor of SDSD. */
    public TimeOptions withSdsdDivisor(Divisor other) {
        return new TimeOptions(
                sdDivisor,
                other,
                poincareDivisor,
                sdsdOf,
                pnnDivisor,
                sd2Formula,
                meanHr,
                firstInterval,
                histogram,
                triangle,
                segments);
    }

    /** These choices with another divisor of the variances behind SD1 and SD2. */
    public TimeOptions withPoincareDivisor(Divisor other) {
        return new TimeOptions(
                sdDivisor,
                sdsdDivisor,
                other,
                sdsdOf,
                pnnDivisor,
                sd2Formula,
                meanHr,
                firstInterval,
                histogram,
                triangle,
                segments);
    }

    /** These choices with SDSD of something else. */
    public TimeOptions with(SdsdOf other) {
        return new TimeOptions(
                sdDivisor,
                sdsdDivisor,
                poincareDivisor,
                other,
                pnnDivisor,
                sd2Formula,
                meanHr,
                firstInterval,
                histogram,
                triangle,
                segments);
    }

    /** These choices with another denominator of pNNx. */
    public TimeOptions with(PnnDivisor other) {
        return new TimeOptions(
                sdDivisor,
                sdsdDivisor,
                poincareDivisor,
                sdsdOf,
                other,
                sd2Formula,
                meanHr,
                firstInterval,
                histogram,
                triangle,
                segments);
    }

    /** These choices with another estimate of SD2. */
    public TimeOptions with(Sd2Formula other) {
        return new TimeOptions(
                sdDivisor,
                sdsdDivisor,
                poincareDivisor,
                sdsdOf,
                pnnDivisor,
                other,
                meanHr,
                firstInterval,
                histogram,
                triangle,
                segments);
    }

    /** These choices with another average of heart rate. */
    public TimeOptions with(MeanHr other) {
        return new TimeOptions(
                sdDivisor,
                sdsdDivisor,
                poincareDivisor,
                sdsdOf,
                pnnDivisor,
                sd2Formula,
                other,
                firstInterval,
                histogram,
                triangle,
                segments);
    }

    /** These choices with another weight of the first interval. */
    public TimeOptions with(FirstInterval other) {
        return new TimeOptions(
                sdDivisor,
                sdsdDivisor,
                poincareDivisor,
                sdsdOf,
                pnnDivisor,
                sd2Formula,
                meanHr,
                other,
                histogram,
                triangle,
                segments);
    }

    /** These choices with other bins. */
    public TimeOptions with(Bins other) {
        return new TimeOptions(
                sdDivisor,
                sdsdDivisor,
                poincareDivisor,
                sdsdOf,
                pnnDivisor,
                sd2Formula,
                meanHr,
                firstInterval,
                other,
                triangle,
                segments);
    }

    /** These choices with another measure of TINN. */
    public TimeOptions with(Triangle other) {
        return new TimeOptions(
                sdDivisor,
                sdsdDivisor,
                poincareDivisor,
                sdsdOf,
                pnnDivisor,
                sd2Formula,
                meanHr,
                firstInterval,
                histogram,
                other,
                segments);
    }

    /** These choices with other segments. */
    public TimeOptions with(SegmentRule other) {
        return new TimeOptions(
                sdDivisor,
                sdsdDivisor,
                poincareDivisor,
                sdsdOf,
                pnnDivisor,
                sd2Formula,
                meanHr,
                firstInterval,
                histogram,
                triangle,
                other);
    }
}
