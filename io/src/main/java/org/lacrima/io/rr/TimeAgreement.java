package org.lacrima.io.rr;

import java.util.Optional;

/**
 * How a column of times and a column of intervals belong together.
 *
 * @param timePerInterval how many units of the interval column one unit of the time column is
 * @param timesEndIntervals whether a time belongs to the beat that ends its interval; otherwise to the one that begins it
 * @param share share of rows, from 0 to 1, whose interval is the difference of its times
 */
record TimeAgreement(double timePerInterval, boolean timesEndIntervals, double share) {
    private static final double[] SCALES = {1, 1000, 0.001};
    /** An interval and its difference of times agree up to this share of the median interval: rounding of both. */
    private static final double TOLERANCE = 0.03;

    /** The reading under which most rows agree, if at least half of them do. */
    static Optional<TimeAgreement> best(double[] times, double[] intervals) {
        return closest(times, intervals).filter(a -> a.share() >= 0.5);
    }

    /** The reading under which most rows agree, if any do. */
    static Optional<TimeAgreement> closest(double[] times, double[] intervals) {
        double tolerance = TOLERANCE * UnitRule.median(intervals);
        Optional<TimeAgreement> best = Optional.empty();
        for (double scale : SCALES) {
            int ends = 0;
            int starts = 0;
            for (int i = 1; i < times.length; i++) {
                double step = (times[i] - times[i - 1]) * scale;
                ends += Math.abs(step - intervals[i]) <= tolerance ? 1 : 0;
                starts += Math.abs(step - intervals[i - 1]) <= tolerance ? 1 : 0;
            }
            int agreeing = Math.max(ends, starts);
            double share = times.length < 2 ? 0 : (double) agreeing / (times.length - 1);
            if (agreeing > 0 && (best.isEmpty() || share > best.get().share())) {
                best = Optional.of(new TimeAgreement(scale, ends >= starts, share));
            }
        }
        return best;
    }
}
