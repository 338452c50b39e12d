package org.lacrima.analysis.survival;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * A survival curve: the share without the event after each time at which something happened, with its quantiles and its
 * restricted mean.
 *
 * @param steps what happened at each time, in order
 * @param n persons
 * @param events events
 * @param confidence coverage of the limits
 */
public record SurvivalCurve(List<Step> steps, int n, int events, double confidence) implements StatisticalResult {

    /** Shares this near count as equal, as in R. */
    private static final double ROUNDING = 1.5e-8;

    /** Copies the steps. */
    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /**
     * What happened at one time.
     *
     * @param seconds the time
     * @param atRisk persons at risk just before
     * @param events events at it
     * @param censored persons last seen at it
     * @param survival share without the event after it
     * @param standardError Greenwood's standard error of the share
     * @param limits pointwise limits of the share
     * @param cumulativeHazard Nelson–Aalen estimate {@code Σd⁄n}
     * @param hazardStandardError its standard error, {@code √Σd⁄n²}
     */
    public record Step(
            double seconds,
            int atRisk,
            int events,
            int censored,
            double survival,
            double standardError,
            Inference<Interval> limits,
            double cumulativeHazard,
            double hazardStandardError) {}

    /** The share without the event after a time, in s. */
    public double at(double seconds) {
        double survival = 1;
        for (Step step : steps) {
            if (step.seconds() > seconds) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /**
     * The time by which a share has had the event: the first at which the curve is at or below {@code 1 − share}; where it
     * runs flat exactly there, the middle of the flat part, as in R.
     *
     * @param share between 0 and 1; 0.5 for the median
     */
    public Inference<Quantile> quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a quantile needs a share between 0 and 1, got " + share);
        }
        double level = 1 - share;
        OptionalDouble time = crossing(level, Step::survival);
        if (time.isEmpty()) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "%.3g %% were still without the event at the last time, %.3g %% must have had it",
                    100 * steps.get(steps.size() - 1).survival(),
                    100 * share));
        }
        OptionalDouble low = crossing(level, s -> low(s));
        OptionalDouble high = crossing(level, s -> high(s));
        return Inference.of(new Quantile(
                share,
                time.getAsDouble(),
                new Interval(low.orElse(0), high.orElse(Double.POSITIVE_INFINITY), confidence)));
    }

    private static double low(Step step) {
        return step.limits().value().map(Interval::low).orElse(Double.NaN);
    }

    private static double high(Step step) {
        return step.limits().value().map(Interval::high).orElse(Double.NaN);
    }

    /** First time at which a curve is at or below a level, in the middle of a part that is flat at the level. */
    private OptionalDouble crossing(double level, ToDoubleFunction<Step> curve) {
        for (int i = 0; i < steps.size(); i++) {
            double value = curve.applyAsDouble(steps.get(i));
            if (value <= level + ROUNDING) {
                double time = steps.get(i).seconds();
                return OptionalDouble.of(
                        Math.abs(value - level) <= ROUNDING ? (time + nextBelow(i, level, curve)) / 2 : time);
            }
        }
        return OptionalDouble.empty();
    }

    private double nextBelow(int from, double level, ToDoubleFunction<Step> curve) {
        for (int i = from + 1; i < steps.size(); i++) {
            if (!(curve.applyAsDouble(steps.get(i)) >= level - ROUNDING)) {
                return steps.get(i).seconds();
            }
        }
        return steps.get(from).seconds();
    }

    /**
     * Restricted mean time without the event: the area below the curve up to a horizon, with variance
     * {@code ΣA(tᵢ)²·dᵢ⁄(nᵢ(nᵢ − dᵢ))}, where {@code A(tᵢ)} is the area from an event to the horizon.
     *
     * @param horizonSeconds where to stop, in s, not beyond the last time unless the curve is 0 there; all groups of a
     *     comparison take the same
     * @return the mean, or the reason where nobody was observed until the horizon
     */
    public Inference<RestrictedMean> restrictedMean(double horizonSeconds) {
        if (!(horizonSeconds > 0 && Double.isFinite(horizonSeconds))) {
            throw new IllegalArgumentException("a horizon must be finite and above 0 s, got " + horizonSeconds);
        }
        Step last = steps.get(steps.size() - 1);
        if (last.seconds() < horizonSeconds && last.survival() > 0) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "nobody was observed to the horizon of %.6g s, the last until %.6g s",
                    horizonSeconds,
                    last.seconds()));
        }
        double area = 0;
        double variance = 0;
        double end = horizonSeconds;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.seconds() < horizonSeconds) {
                area += step.survival() * (end - step.seconds());
                end = step.seconds();
                if (step.events() > 0 && step.atRisk() > step.events()) {
                    variance +=
                            area * area * step.events() / ((double) step.atRisk() * (step.atRisk() - step.events()));
                }
            }
        }
        return Inference.of(new RestrictedMean(horizonSeconds, area + end, Math.sqrt(variance), n));
    }

    @Override
    public String apa() {
        String counts = String.format(Locale.ROOT, "%d of %d had the event", events, n);
        return counts + quantile(0.5).value().map(q -> ", median " + q).orElse(", median not reached");
    }

    @Override
    public ResultTable toTable(String tableName) {
        ResultTable.Builder table = ResultTable.named(tableName, apa())
                .columns(
                        Column.number("time", Unit.S, "time from the start of the risk"),
                        Column.number("at_risk", Unit.COUNT, "persons at risk just before"),
                        Column.number("events", Unit.COUNT, "events at this time"),
                        Column.number("censored", Unit.COUNT, "persons last seen at this time"),
                        Column.number("survival", Unit.ONE, "share without the event"),
                        Column.number("se", Unit.ONE, "Greenwood's standard error"),
                        Column.number("low", Unit.ONE, "lower limit"),
                        Column.number("high", Unit.ONE, "upper limit"),
                        Column.number("cumulative_hazard", Unit.ONE, "Nelson–Aalen estimate"));
        for (Step step : steps) {
            Cell none = Cell.missing(step.limits().reason());
            table.row(List.of(
                    Cell.of(step.seconds()),
                    Cell.of(step.atRisk()),
                    Cell.of(step.events()),
                    Cell.of(step.censored()),
                    Cell.of(step.survival()),
                    Cell.of(step.standardError()),
                    step.limits().value().map(l -> Cell.of(l.low())).orElse(none),
                    step.limits().value().map(l -> Cell.of(l.high())).orElse(none),
                    Cell.of(step.cumulativeHazard())));
        }
        return table.build();
    }

    /**
     * The time by which a share has had the event.
     *
     * @param share the share
     * @param seconds the time
     * @param interval its limits, where those of the curve cross the same level; infinite where they do not
     */
    public record Quantile(double share, double seconds, Interval interval) implements StatisticalResult {
        @Override
        public String apa() {
            return String.format(Locale.ROOT, "%.3g %% had the event by %s", 100 * share, this);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s s, %s", Apa.number(seconds), Apa.interval(interval));
        }
    }
}
