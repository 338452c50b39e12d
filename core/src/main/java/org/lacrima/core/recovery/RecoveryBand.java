package org.lacrima.core.recovery;

import java.util.Locale;
import org.lacrima.core.series.TimedValues;

/**
 * The band around a baseline in which a person counts as recovered.
 *
 * @param baseline centre, in the unit of the values
 * @param halfWidth half-width in the same unit, not negative
 */
public record RecoveryBand(double baseline, double halfWidth) {
    /** Refuses a band that is none. */
    public RecoveryBand {
        if (!Double.isFinite(baseline) || !(halfWidth >= 0) || Double.isInfinite(halfWidth)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "a band needs a finite centre and half-width, got %s ± %s", baseline, halfWidth));
        }
    }

    /** A share of the baseline's magnitude on either side, in percent. */
    public static RecoveryBand ofPercent(double baseline, double percent) {
        return new RecoveryBand(baseline, Math.abs(baseline) * percent / 100);
    }

    /**
     * Mean of the baseline's values and a multiple of their SD (n − 1) on either side.
     *
     * @throws IllegalArgumentException if there are fewer than two values
     */
    public static RecoveryBand ofStandardDeviations(TimedValues baseline, double multiple) {
        int n = baseline.size();
        if (n < 2) {
            throw new IllegalArgumentException("an SD needs 2 values of the baseline, got " + n);
        }
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += baseline.valueAt(i) / n;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (baseline.valueAt(i) - mean) * (baseline.valueAt(i) - mean);
        }
        return new RecoveryBand(mean, multiple * Math.sqrt(squares / (n - 1)));
    }

    /**
     * What a measurement may move without a change: {@code z · SD · √(2 · (1 − r))}, the reliable change of Jacobson
     * &amp; Truax 1991, doi:10.1037/0022-006X.59.1.12.
     *
     * @param baseline the person's baseline
     * @param sd standard deviation between persons
     * @param reliability retest reliability r, from 0 to 1
     * @param z quantile of the normal, such as 1.96
     */
    public static RecoveryBand ofReliableChange(double baseline, double sd, double reliability, double z) {
        if (!(reliability >= 0 && reliability <= 1)) {
            throw new IllegalArgumentException("reliability must lie between 0 and 1, got " + reliability);
        }
        return new RecoveryBand(baseline, z * sd * Math.sqrt(2 * (1 - reliability)));
    }

    /** Whether a value lies inside, edges included. */
    public boolean contains(double value) {
        return Math.abs(value - baseline) <= halfWidth;
    }
}
