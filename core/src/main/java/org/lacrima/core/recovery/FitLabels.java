package org.lacrima.core.recovery;

import java.util.Locale;
import java.util.OptionalDouble;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.MetricValue.Estimate;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.RecoveryFit.Bounds;
import org.lacrima.core.recovery.RecoveryFit.Verdict;

/** How the results of a fit are named. */
record FitLabels(String name, Unit unit) {

    MetricValue estimate(String what, double value, Unit ofUnit, int n, double error) {
        return new Estimate(
                name + " " + what,
                value,
                ofUnit,
                n,
                Double.isFinite(error) && error > 0 ? OptionalDouble.of(error) : OptionalDouble.empty());
    }

    MetricValue none(String what, Unit ofUnit, String reason) {
        return MetricValue.notEstimable(name + " " + what, ofUnit, reason);
    }

    MetricValue noDelay() {
        return none("delay", Unit.S, "the recovery was taken to begin at the offset");
    }

    RecoveryFit nothing(Verdict verdict, String reason) {
        return nothing(verdict, reason, Bounds.NONE, Double.NaN, 0);
    }

    RecoveryFit open(Bounds halfTime, double sd, double correlation, double lengthSeconds) {
        String reason = String.format(
                Locale.ROOT,
                "%.0f s do not bound the half-time from above, it is at least %.0f s",
                lengthSeconds,
                halfTime.lower());
        return nothing(Verdict.OPEN, reason, halfTime, sd, correlation);
    }

    private RecoveryFit nothing(Verdict verdict, String reason, Bounds halfTime, double sd, double correlation) {
        return new RecoveryFit(
                none("half-time", Unit.S, reason),
                none("asymptote", unit, reason),
                none("amplitude", unit, reason),
                none("delay", Unit.S, reason),
                halfTime,
                Bounds.EVERYTHING,
                Bounds.NONE,
                sd,
                correlation,
                verdict);
    }
}
