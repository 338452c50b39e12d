package org.lacrima.core.recovery;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/**
 * Whether a recovery holds: how much of it a person spends in their own window of tolerance, the band around baseline,
 * and how often they leave it again after they were first back.
 *
 * <p>Each value stands for half the time to either neighbour, the first and the last for as much on their open side. Back is who stays in the band for the dwell
 * time, and gone again who stays outside for as long: so a value that flickers about the edge is no re-activation.
 *
 * @param toleranceShare share of the recovery inside the band, in percent
 * @param reactivations how often the person was gone again after the first return; not estimable where there was none
 */
public record Settling(MetricValue toleranceShare, MetricValue reactivations) {

    /**
     * How a recovery settles.
     *
     * @param values a quantity over session time
     * @param recovery from the offset of what the person recovers from to the end of observation
     * @param band the band around the baseline
     * @param dwell how long a stay must be to count; not negative
     */
    public static Settling of(TimedValues values, Window recovery, RecoveryBand band, Duration dwell) {
        if (dwell.isNegative()) {
            throw new IllegalArgumentException("dwell must not be negative, got " + dwell);
        }
        TimedValues inside = values.during(recovery);
        String share = values.name() + " tolerance share";
        String again = values.name() + " reactivations";
        int n = inside.size();
        if (n < 2) {
            String reason = String.format(Locale.ROOT, "%d values during recovery, 2 needed", n);
            return new Settling(
                    MetricValue.notEstimable(share, Unit.PERCENT, reason),
                    MetricValue.notEstimable(again, Unit.COUNT, reason));
        }
        double within = 0;
        double all = 0;
        for (int i = 0; i < n; i++) {
            double weight = (inside.secondsAt(Math.min(n - 1, i + 1)) - inside.secondsAt(Math.max(0, i - 1)))
                    / (i == 0 || i == n - 1 ? 1 : 2);
            all += weight;
            within += band.contains(inside.valueAt(i)) ? weight : 0;
        }
        return new Settling(
                MetricValue.of(share, 100 * within / all, Unit.PERCENT, n),
                departures(inside, band, dwell.toNanos() / 1e9)
                        .map(count -> MetricValue.of(again, count, Unit.COUNT, n))
                        .orElseGet(() ->
                                MetricValue.notEstimable(again, Unit.COUNT, "not back before observation ended")));
    }

    /** How often the person left after the first return; empty where there was none. */
    private static Optional<Integer> departures(TimedValues values, RecoveryBand band, double dwellSeconds) {
        Optional<Integer> departures = Optional.empty();
        boolean back = false;
        double changed = Double.NaN;
        for (int i = 0; i < values.size(); i++) {
            if (band.contains(values.valueAt(i)) == back) {
                changed = Double.NaN;
                continue;
            }
            changed = Double.isNaN(changed) ? values.secondsAt(i) : changed;
            if (values.secondsAt(i) - changed >= dwellSeconds) {
                departures = Optional.of(back ? departures.orElse(0) + 1 : departures.orElse(0));
                back = !back;
                changed = Double.NaN;
            }
        }
        return departures;
    }
}
