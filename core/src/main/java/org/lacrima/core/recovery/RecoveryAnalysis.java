package org.lacrima.core.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.Response.Span;
import org.lacrima.core.series.Window;
import org.lacrima.core.series.WindowSet;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Timeline;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * How a recovery is measured: what the person recovers from, against which baseline, and when they count as back. Every
 * choice has a default and a name; the same analysis is applied to every person and every {@link Course}. Immutable.
 *
 * <pre>{@code
 * RecoveryAnalysis recovery = RecoveryAnalysis.afterPhase(Role.STRESSOR, Role.RECOVERY)
 *         .withBaseline(Baseline.lastOf(Role.BASELINE, Duration.ofMinutes(2)));
 * Response heart = recovery.of(Course.of(beats, TimeDomain.MEAN_HR, Duration.ofSeconds(10)), timeline);
 * MetricValue left = RecoveryMetric.RESIDUAL_ACTIVATION.of(heart);
 * CensoredTime back = heart.timeToRecovery();
 * }</pre>
 */
public final class RecoveryAnalysis {
    private final Function<Timeline, Span> span;
    private final Baseline baseline;
    private final BandRule band;
    private final TimeToRecovery timeToRecovery;
    private final ExponentialRecovery curve;
    private final double minimumReactivityPercent;
    private final Optional<EpisodeKind> competing;

    private RecoveryAnalysis(
            Function<Timeline, Span> span,
            Baseline baseline,
            BandRule band,
            TimeToRecovery timeToRecovery,
            ExponentialRecovery curve,
            double minimumReactivityPercent,
            Optional<EpisodeKind> competing) {
        this.span = span;
        this.baseline = baseline;
        this.band = band;
        this.timeToRecovery = timeToRecovery;
        this.curve = curve;
        this.minimumReactivityPercent = minimumReactivityPercent;
        this.competing = competing;
    }

    /** Recovery in a phase, from the first phase of a role before it: a stressor, a film. */
    public static RecoveryAnalysis afterPhase(Role task, Role recovery) {
        return withDefaults(timeline -> spanOfPhases(task, recovery, timeline));
    }

    /**
     * Recovery from the first bout of a kind, from its offset for a length or until the next bout begins, which is a
     * competing event.
     *
     * @param kind what the person recovers from, such as crying
     * @param longestGap longest pause inside one bout
     * @param length how long recovery is followed
     */
    public static RecoveryAnalysis afterFirst(EpisodeKind kind, Duration longestGap, Duration length) {
        return withDefaults(timeline -> spanOfBouts(kind, longestGap, length, timeline));
    }

    private static RecoveryAnalysis withDefaults(Function<Timeline, Span> span) {
        return new RecoveryAnalysis(
                span,
                Baseline.phase(Role.BASELINE),
                BandRule.ofStandardDeviations(1),
                TimeToRecovery.withDefaults(),
                ExponentialRecovery.withDefaults().withResiduals(Residuals.AUTOREGRESSIVE),
                5,
                Optional.empty());
    }

    /** Against another baseline than the whole baseline phase. */
    public RecoveryAnalysis withBaseline(Baseline other) {
        return new RecoveryAnalysis(span, other, band, timeToRecovery, curve, minimumReactivityPercent, competing);
    }

    /** With another band than one SD of the baseline's epochs on either side. */
    public RecoveryAnalysis withBand(BandRule other) {
        return new RecoveryAnalysis(span, baseline, other, timeToRecovery, curve, minimumReactivityPercent, competing);
    }

    /** With another rule of what it means to be back, and for how long. */
    public RecoveryAnalysis withTimeToRecovery(TimeToRecovery other) {
        return new RecoveryAnalysis(span, baseline, band, other, curve, minimumReactivityPercent, competing);
    }

    /** With another curve than an exponential of free asymptote whose residuals are autoregressive. */
    public RecoveryAnalysis withCurve(ExponentialRecovery other) {
        return new RecoveryAnalysis(span, baseline, band, timeToRecovery, other, minimumReactivityPercent, competing);
    }

    /** With another least response for percent recovery than 5 % of the baseline's magnitude. */
    public RecoveryAnalysis withMinimumReactivityPercent(double percent) {
        if (!(percent >= 0) || Double.isInfinite(percent)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "percent must be finite and not negative, got %s", percent));
        }
        return new RecoveryAnalysis(span, baseline, band, timeToRecovery, curve, percent, competing);
    }

    /** Recovery ends where an episode of a kind begins: who cries again is at no risk of having recovered. */
    public RecoveryAnalysis withCompeting(EpisodeKind kind) {
        return new RecoveryAnalysis(
                span, baseline, band, timeToRecovery, curve, minimumReactivityPercent, Optional.of(kind));
    }

    /** One person's response in one quantity. */
    public Response of(Course course, Timeline timeline) {
        Span found = span.apply(timeline);
        if (competing.isPresent() && found.windows().isPresent()) {
            found = found.until(timeline.bouts(competing.get(), Duration.ZERO), competing.get());
        }
        return new Response(
                course,
                found,
                baseline.reference(course, timeline),
                band,
                timeToRecovery,
                curve,
                minimumReactivityPercent);
    }

    /**
     * One person's response against several baselines, one row each: level, change scores, and whether and when the
     * person was back. What is stable over the rows does not hang on the choice.
     */
    public ResultTable sensitivity(Course course, Timeline timeline, List<Baseline> baselines) {
        ResultTable.Builder table = ResultTable.named(
                        "baselines", course.name() + " of one person against several baselines.")
                .columns(
                        Column.text("baseline", "What the response is measured against."),
                        Column.number("level", course.unit(), "Value at baseline."),
                        Column.number("reactivity", course.unit(), "Task minus baseline."),
                        Column.number("residualActivation", course.unit(), "Recovery minus baseline."),
                        Column.number("percentRecovery", Unit.PERCENT, "Share of the response that is undone."),
                        Column.text("back", "Event, interval or right-censored: what is known of the return."),
                        Column.number("backAfter", Unit.S, "The return was not before this, from the offset."),
                        Column.number("backBy", Unit.S, "The return was not after this, from the offset."));
        for (Baseline other : baselines) {
            Response response = withBaseline(other).of(course, timeline);
            CensoredTime back = response.timeToRecovery();
            table.row(
                    Cell.of(other.name()),
                    Cell.of(response.baseline()),
                    Cell.of(RecoveryMetric.REACTIVITY.of(response)),
                    Cell.of(RecoveryMetric.RESIDUAL_ACTIVATION.of(response)),
                    Cell.of(RecoveryMetric.PERCENT_RECOVERY.of(response)),
                    Cell.of(back.status().name().toLowerCase(Locale.ROOT)),
                    Cell.of(back.lowerSeconds()),
                    Double.isFinite(back.upperSeconds()) ? Cell.of(back.upperSeconds()) : Cell.missing(back.note()));
        }
        return table.build();
    }

    private static Span spanOfPhases(Role task, Role recovery, Timeline timeline) {
        Optional<Window> first = timeline.phase(task).map(p -> p.window());
        if (first.isEmpty()) {
            return Span.missing("the session has no " + word(task.name()) + " phase");
        }
        return timeline.phases().stream()
                .filter(p -> p.role() == recovery
                        && p.window().startSeconds() >= first.get().endSeconds())
                .findFirst()
                .map(p -> Span.of(first.get(), p.window()))
                .orElseGet(() -> Span.missing(
                        "the session has no " + word(recovery.name()) + " phase after the " + word(task.name())));
    }

    private static Span spanOfBouts(EpisodeKind kind, Duration longestGap, Duration length, Timeline timeline) {
        WindowSet bouts = timeline.bouts(kind, longestGap);
        return bouts.first()
                .map(first -> Span.of(first, first.after(length)).until(bouts.later(), kind))
                .orElseGet(() -> Span.missing("the session has no episode of " + word(kind.name())));
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
