package org.lacrima.core.recovery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.MetricValue.Estimate;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.Baseline.Reference;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.series.WindowSet;
import org.lacrima.core.study.CodedInstant;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * One person's response in one quantity, from baseline through task to recovery, as a {@link RecoveryAnalysis} found it:
 * what every {@link RecoveryMetric} is computed from. Immutable.
 */
public final class Response {
    private final Course course;
    private final Span span;
    private final Reference reference;
    private final BandRule bandRule;
    private final TimeToRecovery timeToRecovery;
    private final ExponentialRecovery curve;
    private final double minimumReactivityPercent;

    /** Task and recovery, the next bout where it ends the recovery; or why they are not there. */
    record Span(Optional<Windows> windows, Optional<Double> competingSeconds, String missing) {
        record Windows(Window task, Window recovery) {}

        static Span of(Window task, Window recovery) {
            return new Span(Optional.of(new Windows(task, recovery)), Optional.empty(), "");
        }

        static Span missing(String reason) {
            return new Span(Optional.empty(), Optional.empty(), reason);
        }

        /** The same until the next bout begins, if one does. */
        Span until(WindowSet bouts, EpisodeKind kind) {
            Windows now = windows.orElseThrow();
            Optional<Double> next = bouts.windows().stream()
                    .map(Window::startSeconds)
                    .filter(start -> start >= now.recovery().startSeconds()
                            && start < now.recovery().endSeconds())
                    .findFirst();
            return next.map(end -> new Span(
                            Optional.of(new Windows(
                                    now.task(), new Window(now.recovery().startSeconds(), end))),
                            next,
                            "another episode of " + kind.name().toLowerCase(Locale.ROOT)))
                    .orElse(this);
        }
    }

    Response(
            Course course,
            Span span,
            Reference reference,
            BandRule bandRule,
            TimeToRecovery timeToRecovery,
            ExponentialRecovery curve,
            double minimumReactivityPercent) {
        this.course = course;
        this.span = span;
        this.reference = reference;
        this.bandRule = bandRule;
        this.timeToRecovery =
                span.competingSeconds().map(timeToRecovery::withCompetingAt).orElse(timeToRecovery);
        this.curve = curve;
        this.minimumReactivityPercent = minimumReactivityPercent;
    }

    /** What is measured. */
    public Course course() {
        return course;
    }

    /** Level at baseline. */
    public MetricValue baseline() {
        return reference.level();
    }

    /** Level during the task. */
    public MetricValue task() {
        return level(span.windows().map(Span.Windows::task));
    }

    /** Level during the recovery. */
    public MetricValue recovery() {
        return level(recoveryWindow());
    }

    /** When the task was, if it was. */
    public Optional<Window> taskWindow() {
        return span.windows().map(Span.Windows::task);
    }

    /** From the offset of the task to the end of the recovery, or to the episode that ended it. */
    public Optional<Window> recoveryWindow() {
        return span.windows().map(Span.Windows::recovery);
    }

    /** The values during the recovery; none where there was no recovery. */
    public TimedValues trace() {
        return trace(recoveryWindow());
    }

    /** The band around the baseline, if both can be told. */
    public Optional<RecoveryBand> band() {
        MetricValue halfWidth = bandHalfWidth();
        return halfWidth.isEstimable()
                ? Optional.of(new RecoveryBand(baseline().orNaN(), halfWidth.orNaN()))
                : Optional.empty();
    }

    /** Half the width of the band, or the reason why there is no band. */
    public MetricValue bandHalfWidth() {
        return bandRule.halfWidth(baseline(), trace(reference.window()));
    }

    /** When the person was back, from the offset of the task; right-censored at 0, with the reason, where nothing is known. */
    public CensoredTime timeToRecovery() {
        String unknown = whyTimeUnknown();
        return unknown.isEmpty()
                ? timeToRecovery.of(trace(), recoveryWindow().orElseThrow(), band().orElseThrow(), task().orNaN())
                : CensoredTime.after(0, unknown);
    }

    /** The same where coders do not agree when the task, such as a bout, was over: at most as certain as they are. */
    public CensoredTime timeToRecovery(CodedInstant offset) {
        String unknown = whyTimeUnknown();
        if (!unknown.isEmpty()) {
            return CensoredTime.after(0, unknown);
        }
        double end = recoveryWindow().orElseThrow().endSeconds();
        TimedValues values = course.trace(new Window(offset.earliestSeconds(), end));
        return timeToRecovery.of(values, offset, end, band().orElseThrow(), task().orNaN());
    }

    /** How well the recovery holds. */
    public Settling settling() {
        return band().map(b ->
                        Settling.of(trace(), recoveryWindow().orElseGet(Response::nowhere), b, timeToRecovery.dwell()))
                .orElseGet(() -> new Settling(
                        MetricValue.notEstimable(
                                name("tolerance share"),
                                Unit.PERCENT,
                                bandHalfWidth().reason()),
                        MetricValue.notEstimable(
                                name("reactivations"),
                                Unit.COUNT,
                                bandHalfWidth().reason())));
    }

    /** The exponential curve of the recovery. */
    public RecoveryFit curve() {
        return curve.fit(trace(), recoveryWindow().orElseGet(Response::nowhere));
    }

    /** Every metric of the catalogue, one row each. */
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.named("recovery", "Recovery of " + course + ".")
                .columns(
                        Column.text("metric", "Key of the metric, as the catalogue has it."),
                        Column.number("value", Unit.ONE, "Value, in the unit of its row."),
                        Column.text("unit", "Unit of the value."),
                        Column.number("n", Unit.COUNT, "Observations behind the value."));
        for (RecoveryMetric metric : RecoveryMetric.values()) {
            MetricValue value = metric.of(this);
            table.row(
                    Cell.of(metric.key()),
                    Cell.of(value),
                    Cell.of(value.unit().symbol()),
                    value instanceof Estimate e ? Cell.of(e.n()) : Cell.missing(value.reason()));
        }
        return table.build();
    }

    double minimumReactivityPercent() {
        return minimumReactivityPercent;
    }

    /** Values from the onset of the task to the end of the recovery, none of them of both. */
    TimedValues wholeTrace() {
        TimedValues during = trace(taskWindow());
        TimedValues after = trace();
        int n = during.size();
        double[] seconds = Arrays.copyOf(during.toSeconds(), n + after.size());
        double[] values = Arrays.copyOf(during.toArray(), n + after.size());
        for (int i = 0; i < after.size(); i++) {
            seconds[n + i] = after.secondsAt(i);
            values[n + i] = after.valueAt(i);
        }
        return TimedValues.of(course.name(), course.unit(), seconds, values);
    }

    String missing() {
        return span.windows().isPresent() ? "" : span.missing();
    }

    String name(String what) {
        return course.name() + " " + what;
    }

    MetricValue level(Optional<Window> window) {
        return window.map(course::during)
                .orElseGet(() -> MetricValue.notEstimable(course.name(), course.unit(), span.missing()));
    }

    private TimedValues trace(Optional<Window> window) {
        return window.map(course::trace)
                .orElseGet(() -> TimedValues.of(course.name(), course.unit(), new double[0], new double[0]));
    }

    private String whyTimeUnknown() {
        if (span.windows().isEmpty()) {
            return span.missing();
        }
        if (!bandHalfWidth().isEstimable()) {
            return "no band: " + bandHalfWidth().reason();
        }
        return task().isEstimable() ? "" : "task: " + task().reason();
    }

    private static Window nowhere() {
        return new Window(0, 0);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s, %s, %s", course, baseline(), task(), recovery());
    }
}
