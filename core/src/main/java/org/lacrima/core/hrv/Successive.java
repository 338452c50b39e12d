package org.lacrima.core.hrv;

import org.lacrima.core.series.BeatSeries;

/**
 * Successive differences {@code RRᵢ₊₁ − RRᵢ} between contiguous intervals, in ms: what their sums say at once, and what
 * takes another look at the series, each looked up once.
 */
final class Successive {
    private final BeatSeries beats;
    private final BeatSums sums;
    private int above20;

    Successive(BeatSeries beats, BeatSums sums) {
        this.beats = beats;
        this.sums = sums;
        this.above20 = sums.above20();
    }

    int count() {
        return sums.differences();
    }

    /** Root mean square, in ms. */
    double rms() {
        return Math.sqrt(sums.squaredDifferences() / count());
    }

    double sumOfSquaredDeviations() {
        double squares = sums.squaredDifferences();
        double mean = sums.sumOfDifferences() / count();
        double aboutMean = squares - mean * sums.sumOfDifferences();
        // where the intervals grow evenly almost nothing is left of the squares but their rounding
        return squares > 4 * aboutMean ? sumOfSquares(mean) : aboutMean;
    }

    private double sumOfSquares(double about) {
        double squares = 0;
        double rest = 0;
        for (int i = 1; i < beats.size(); i++) {
            if (beats.isContiguousAt(i)) {
                double d = beats.millisAt(i) - beats.millisAt(i - 1) - about;
                squares += d * d;
                rest += d;
            }
        }
        return Math.max(0, squares - rest * rest / count());
    }

    double sumOfSquaredAbsoluteDeviations() {
        double sumOfAbsolutes = 0;
        for (int i = 1; i < beats.size(); i++) {
            if (beats.isContiguousAt(i)) {
                sumOfAbsolutes += Math.abs(beats.millisAt(i) - beats.millisAt(i - 1));
            }
        }
        return sums.squaredDifferences() - sumOfAbsolutes * sumOfAbsolutes / count();
    }

    /** Number of differences whose absolute value exceeds 50 ms, strictly. */
    int above50() {
        return sums.above50();
    }

    /** Number of differences whose absolute value exceeds 20 ms, strictly. */
    int above20() {
        if (above20 == BeatSums.UNCOUNTED) {
            above20 = BeatSums.above(beats, 20);
        }
        return above20;
    }
}
