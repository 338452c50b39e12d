package org.lacrima.core.recovery;

import java.util.Locale;
import java.util.function.BiFunction;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.TimedValues;

/**
 * How wide the band around a person's baseline is in which they count as recovered: the person's own window of tolerance.
 * The choice decides how soon people are back, so it is a value with a name. Immutable.
 */
public final class BandRule {
    private final String name;
    private final BiFunction<MetricValue, TimedValues, MetricValue> halfWidth;

    private BandRule(String name, BiFunction<MetricValue, TimedValues, MetricValue> halfWidth) {
        this.name = name;
        this.halfWidth = halfWidth;
    }

    /** A multiple of the SD (n − 1) of the epochs of the person's own baseline; three epochs are needed. */
    public static BandRule ofStandardDeviations(double multiple) {
        requirePositive("multiple", multiple);
        return new BandRule(String.format(Locale.ROOT, "%s SD of the baseline's epochs", multiple), (level, epochs) -> {
            if (epochs.size() < 3) {
                return missing(level, String.format(Locale.ROOT, "%d epochs of the baseline, 3 needed", epochs.size()));
            }
            double width = RecoveryBand.ofStandardDeviations(epochs, multiple).halfWidth();
            return MetricValue.of(bandOf(level), width, level.unit(), epochs.size());
        });
    }

    /** A share of the baseline's magnitude, in percent; not for logarithms and ratings, whose zero is arbitrary. */
    public static BandRule ofPercent(double percent) {
        requirePositive("percent", percent);
        return new BandRule(
                String.format(Locale.ROOT, "%s %% of the baseline", percent),
                (level, epochs) -> MetricValue.of(
                        bandOf(level),
                        RecoveryBand.ofPercent(level.orNaN(), percent).halfWidth(),
                        level.unit(),
                        1));
    }

    /**
     * What a measurement may move without a change, {@code z · SD · √(2 · (1 − r))} (Jacobson &amp; Truax 1991,
     * doi:10.1037/0022-006X.59.1.12).
     *
     * @param sd standard deviation between persons, in the unit of the course
     * @param reliability retest reliability r, from 0 to 1
     * @param z quantile of the normal, such as 1.96
     */
    public static BandRule ofReliableChange(double sd, double reliability, double z) {
        requirePositive("sd", sd);
        requirePositive("z", z);
        double width = RecoveryBand.ofReliableChange(0, sd, reliability, z).halfWidth();
        return new BandRule(
                String.format(Locale.ROOT, "reliable change, r = %s", reliability),
                (level, epochs) -> MetricValue.of(bandOf(level), width, level.unit(), 1));
    }

    /** The same for everybody, in the unit of the course. */
    public static BandRule ofHalfWidth(double halfWidth) {
        requirePositive("halfWidth", halfWidth);
        return new BandRule(
                String.format(Locale.ROOT, "%s on either side", halfWidth),
                (level, epochs) -> MetricValue.of(bandOf(level), halfWidth, level.unit(), 1));
    }

    /** What it is, in words. */
    public String name() {
        return name;
    }

    /** Half the width of the band around a baseline, in its unit, or the reason why there is none. */
    MetricValue halfWidth(MetricValue baseline, TimedValues epochs) {
        return baseline.isEstimable() ? halfWidth.apply(baseline, epochs) : missing(baseline, baseline.reason());
    }

    private static MetricValue missing(MetricValue level, String reason) {
        return MetricValue.notEstimable(bandOf(level), level.unit(), reason);
    }

    private static String bandOf(MetricValue level) {
        return level.name() + " band";
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be positive and finite, got %s", what, value));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
