package org.lacrima.core.recovery;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/**
 * The catalogue of what a recovery is in numbers: each takes a {@link Response}, in any quantity, and gives a value or the
 * reason why there is none. Levels are {@code B} at baseline, {@code T} during the task and {@code R} during the recovery;
 * {@code X(t)} is the course, t from the offset of the task.
 *
 * <p>The time to recovery is no member: who was not back when observation ended has a censored time, and a number would
 * leave them out or invent one. It is {@link Response#timeToRecovery}.
 */
public enum RecoveryMetric {
    /** What the task did. */
    REACTIVITY(
            "reactivity",
            InUnitOf.COURSE,
            "T − B",
            "a level at baseline and during the task",
            Source.VAGAL_TANK,
            r -> PhaseChange.reactivity(r.baseline(), r.task())),
    /** What came back. */
    RECOVERY(
            "recovery",
            InUnitOf.COURSE,
            "R − T",
            "a level during task and recovery",
            Source.VAGAL_TANK,
            r -> PhaseChange.recovery(r.task(), r.recovery())),
    /** What is left. */
    RESIDUAL_ACTIVATION(
            "residualActivation",
            InUnitOf.COURSE,
            "R − B",
            "a level at baseline and during the recovery",
            Source.LINDEN,
            r -> PhaseChange.residualActivation(r.baseline(), r.recovery())),
    /** Which share came back. */
    PERCENT_RECOVERY(
            "percentRecovery",
            InUnitOf.PERCENT,
            "100 · (T − R) ⁄ (T − B)",
            "all three levels, |T − B| of a stated share of |B| (5 %)",
            Source.LINDEN,
            r -> PhaseChange.percentRecovery(r.baseline(), r.task(), r.recovery(), r.minimumReactivityPercent())),
    /** How much there was to recover from in all. */
    RECOVERY_AREA(
            "recoveryArea",
            InUnitOf.COURSE_TIMES_MINUTES,
            "∫ (X − B) dt over the recovery by trapezoids, from the first value to the last; negative below B",
            "2 values and a baseline, no quarter of the recovery without a value",
            Source.LINDEN,
            RecoveryMetric::area),
    /** How steep the way back was. */
    RECOVERY_SLOPE(
            "recoverySlope",
            InUnitOf.COURSE_PER_MINUTE,
            "least-squares slope of X over the recovery",
            "3 values",
            Source.LINDEN,
            r -> r.missing().isEmpty()
                    ? TraceShape.slope(r.name("recoverySlope"), r.trace())
                    : none(r, "recoverySlope", r.course().unit().perMinute(), r.missing())),
    /** The highest value. */
    MAXIMUM(
            "maximum",
            InUnitOf.COURSE,
            "largest value from the onset of the task to the end of the recovery; biased upwards by noise",
            "1 value",
            Source.OWN,
            r -> extreme(r, "maximum", 1, Extreme.VALUE)),
    /** When it was. */
    MAXIMUM_LATENCY(
            "maximumLatency",
            InUnitOf.SECONDS,
            "time of the maximum from the onset of the task",
            "1 value",
            Source.OWN,
            r -> extreme(r, "maximumLatency", 1, Extreme.LATENCY)),
    /** The lowest value. */
    MINIMUM(
            "minimum",
            InUnitOf.COURSE,
            "smallest value from the onset of the task to the end of the recovery; biased downwards by noise",
            "1 value",
            Source.OWN,
            r -> extreme(r, "minimum", -1, Extreme.VALUE)),
    /** When it was. */
    MINIMUM_LATENCY(
            "minimumLatency",
            InUnitOf.SECONDS,
            "time of the minimum from the onset of the task",
            "1 value",
            Source.OWN,
            r -> extreme(r, "minimumLatency", -1, Extreme.LATENCY)),
    /** How far a vagal index passes the baseline at once. */
    VAGAL_REBOUND(
            "vagalRebound",
            InUnitOf.COURSE,
            "level in the first 60 s after the offset − B, of a vagal index; a rebound where it is positive",
            "60 s of recovery",
            new Citation("Mezzacappa et al.", 2001, "10.1097/00006842-200107000-00018"),
            RecoveryMetric::rebound),
    /** How far heart rate falls in a minute. */
    HEART_RATE_RECOVERY(
            "heartRateRecovery60",
            InUnitOf.COURSE,
            "mean heart rate in the last 10 s of the task − mean from 55 s to 65 s after its offset",
            "a course in bpm, 10 s of task, 65 s of recovery",
            Source.COLE,
            RecoveryMetric::heartRateRecovery),
    /** In which time half of the way back is made, by an exponential. */
    HALF_TIME(
            "halfTime",
            InUnitOf.SECONDS,
            "H of X(t) = A + D · 2^(−t ⁄ H) by least squares",
            "5 values that bound it from above",
            Source.CHRISTENFELD,
            r -> curve(r, RecoveryFit::halfTime, "halfTime", Unit.S)),
    /** Where the way back leads. */
    ASYMPTOTE(
            "asymptote",
            InUnitOf.COURSE,
            "A of X(t) = A + D · 2^(−t ⁄ H) by least squares",
            "5 values that bound the half-time from above",
            Source.CHRISTENFELD,
            r -> curve(r, RecoveryFit::asymptote, "asymptote", r.course().unit())),
    /** How far the way back is. */
    AMPLITUDE(
            "amplitude",
            InUnitOf.COURSE,
            "D of X(t) = A + D · 2^(−t ⁄ H) by least squares",
            "5 values that bound the half-time from above",
            Source.CHRISTENFELD,
            r -> curve(r, RecoveryFit::amplitude, "amplitude", r.course().unit())),
    /** In which time half of the way back is made, whatever its course. */
    MONOTONE_HALF_TIME(
            "monotoneHalfTime",
            InUnitOf.SECONDS,
            "when the running median of 5, made monotone, has made half of its way from first to last",
            "8 values, a way of 2 SD of the residuals",
            new Citation("Ayer et al.", 1955, "10.1214/aoms/1177728423"),
            r -> r.missing().isEmpty()
                    ? MonotoneRecovery.withDefaults()
                            .halfTime(r.trace(), r.recoveryWindow().orElseThrow())
                    : none(r, "monotoneHalfTime", Unit.S, r.missing())),
    /** How much of the recovery is spent recovered. */
    TOLERANCE_SHARE(
            "toleranceShare",
            InUnitOf.PERCENT,
            "share of the recovery in which X lies in the band around B",
            "2 values and a band",
            Source.OWN,
            r -> r.settling().toleranceShare()),
    /** How often the person was gone again. */
    REACTIVATIONS(
            "reactivations",
            InUnitOf.COUNT,
            "departures from the band, each for the dwell time or longer, after the first return",
            "a return into the band",
            Source.OWN,
            r -> r.settling().reactivations());

    /** Least length of a vagal rebound's window. */
    private static final Duration REBOUND = Duration.ofSeconds(60);

    private static final double HALF_READING_SECONDS = 5;

    private enum Extreme {
        VALUE,
        LATENCY
    }

    private enum InUnitOf {
        COURSE,
        COURSE_TIMES_MINUTES,
        COURSE_PER_MINUTE,
        SECONDS,
        PERCENT,
        COUNT
    }

    /** Sources of more than one metric. */
    private static final class Source {
        static final Citation VAGAL_TANK = new Citation("Laborde, Mosley & Mertgen", 2018, "10.3389/fnins.2018.00458");
        static final Citation LINDEN = new Citation("Linden et al.", 1997, "");
        static final Citation CHRISTENFELD = new Citation("Christenfeld, Glynn & Gerin", 2000, "");
        static final Citation COLE = new Citation("Cole et al.", 1999, "10.1056/NEJM199910283411804");
        static final Citation OWN = new Citation("this library", 2026, "");

        private Source() {}
    }

    private final String key;
    private final InUnitOf unit;
    private final String definition;
    private final String minimumData;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Citation source;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Response, MetricValue> value;

    RecoveryMetric(
            String key,
            InUnitOf unit,
            String definition,
            String minimumData,
            Citation source,
            Function<Response, MetricValue> value) {
        this.key = key;
        this.unit = unit;
        this.definition = definition;
        this.minimumData = minimumData;
        this.source = source;
        this.value = value;
    }

    /** The metric of a key, spelled exactly; empty where there is none. */
    public static Optional<RecoveryMetric> ofKey(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }

    /** The word for it in plans and tables. */
    public String key() {
        return key;
    }

    /** Unit of its values, given that of the course. */
    public Unit unitFor(Unit course) {
        return switch (unit) {
            case COURSE -> course;
            case COURSE_TIMES_MINUTES -> course.timesMinutes();
            case COURSE_PER_MINUTE -> course.perMinute();
            case SECONDS -> Unit.S;
            case PERCENT -> Unit.PERCENT;
            case COUNT -> Unit.COUNT;
        };
    }

    /** The formula in one line. */
    public String definition() {
        return definition;
    }

    /** What the response must offer. */
    public String minimumData() {
        return minimumData;
    }

    /** Source of the definition. */
    public Citation source() {
        return source;
    }

    /** What must be said wherever the number is printed; empty for most. */
    public Optional<String> caution() {
        if (this == HEART_RATE_RECOVERY) {
            return Optional.of(
                    "clinical cut-offs such as 12 bpm hold after maximal exercise only, not after a film or tears");
        }
        return this == VAGAL_REBOUND
                ? Optional.of("slower breathing raises RSA at the same vagal tone: report it adjusted for breathing")
                : Optional.empty();
    }

    /** The value for one person, named after course and metric, or the reason why there is none. */
    public MetricValue of(Response response) {
        return value.apply(response).named(response.name(key));
    }

    private static MetricValue area(Response r) {
        Unit unit = r.course().unit().timesMinutes();
        if (r.recoveryWindow().isEmpty()) {
            return none(r, "recoveryArea", unit, r.missing());
        }
        return r.baseline().isEstimable()
                ? TraceShape.area(
                        r.name("recoveryArea"),
                        r.trace(),
                        r.recoveryWindow().get(),
                        r.baseline().orNaN())
                : none(r, "recoveryArea", unit, "baseline: " + r.baseline().reason());
    }

    private static MetricValue extreme(Response r, String name, double sign, Extreme which) {
        Unit unit = which == Extreme.VALUE ? r.course().unit() : Unit.S;
        TimedValues values = r.wholeTrace();
        if (r.taskWindow().isEmpty() || values.size() == 0) {
            return none(r, name, unit, r.missing().isEmpty() ? "no value during task and recovery" : r.missing());
        }
        int at = TraceShape.extreme(values, sign);
        double found = which == Extreme.VALUE
                ? values.valueAt(at)
                : values.secondsAt(at) - r.taskWindow().get().startSeconds();
        return MetricValue.of(r.name(name), found, unit, values.size());
    }

    private static MetricValue rebound(Response r) {
        Optional<Window> first = r.recoveryWindow().map(w -> w.first(REBOUND));
        if (first.isPresent() && first.get().lengthSeconds() < REBOUND.toSeconds()) {
            return none(
                    r,
                    "vagalRebound",
                    r.course().unit(),
                    String.format(
                            Locale.ROOT,
                            "%.0f s of recovery, 60 s needed",
                            first.get().lengthSeconds()));
        }
        return PhaseChange.residualActivation(r.baseline(), r.level(first));
    }

    private static MetricValue heartRateRecovery(Response r) {
        Unit unit = r.course().unit();
        if (!unit.equals(Unit.BPM)) {
            return none(r, "heartRateRecovery60", unit, "it is of heart rate in bpm, and this is " + r.course());
        }
        if (r.taskWindow().isEmpty() || r.recoveryWindow().isEmpty()) {
            return none(r, "heartRateRecovery60", unit, r.missing());
        }
        Window end = r.taskWindow().get().last(Duration.ofSeconds(10));
        double minute = r.recoveryWindow().get().startSeconds() + 60;
        Window then = new Window(minute - HALF_READING_SECONDS, minute + HALF_READING_SECONDS);
        if (end.lengthSeconds() < 10 || !r.recoveryWindow().get().encloses(then)) {
            return none(r, "heartRateRecovery60", unit, "10 s of task and 65 s of recovery needed");
        }
        return PhaseChange.reactivity(r.level(Optional.of(then)), r.level(Optional.of(end)));
    }

    private static MetricValue curve(Response r, Function<RecoveryFit, MetricValue> part, String name, Unit unit) {
        return r.missing().isEmpty() ? part.apply(r.curve()) : none(r, name, unit, r.missing());
    }

    private static MetricValue none(Response r, String name, Unit unit, String reason) {
        return MetricValue.notEstimable(r.name(name), unit, reason);
    }

    @Override
    public String toString() {
        return key;
    }
}
