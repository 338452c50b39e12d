package org.lacrima.core.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.MetricValue.Estimate;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Timeline;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * What a response is measured against. The choice decides results, so it is a value that can be named, printed and
 * varied: {@link #sensitivity} shows one person's reactivity and recovery against each of several baselines.
 */
public final class Baseline {
    private final String name;
    private final Level level;

    /** How a baseline finds its level. */
    @FunctionalInterface
    private interface Level {
        MetricValue of(Metric<BeatSeries> metric, BeatSeries beats, Timeline timeline);
    }

    private Baseline(String name, Level level) {
        this.name = name;
        this.level = level;
    }

    /** The whole first phase of a role. */
    public static Baseline phase(Role role) {
        return inPhase(word(role) + " phase", role, window -> window);
    }

    /** The end of a phase, when the person has settled. */
    public static Baseline lastOf(Role role, Duration length) {
        return inPhase(
                String.format(Locale.ROOT, "last %s of %s", text(length), word(role)), role, w -> w.last(length));
    }

    /**
     * The lowest value of the metric in any window of a length within a phase, windows starting a step apart: the
     * calmest moment by heart rate. It is a minimum, and lies below the mean even where nothing changes.
     */
    public static Baseline lowestOf(Role role, Duration length, Duration step) {
        if (length.isZero() || length.isNegative() || step.isZero() || step.isNegative()) {
            throw new IllegalArgumentException("length and step must be positive, got " + length + " and " + step);
        }
        String name = String.format(Locale.ROOT, "lowest %s of %s", text(length), word(role));
        return new Baseline(
                name,
                (metric, beats, timeline) -> timeline.phase(role)
                        .map(phase -> lowest(metric, beats, phase.window(), length, step))
                        .orElseGet(() -> missing(metric, "the session has no " + word(role) + " phase")));
    }

    /** The time right before the first episode of a kind. */
    public static Baseline before(EpisodeKind kind, Duration length) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return new Baseline(
                String.format(Locale.ROOT, "%s before %s", text(length), word),
                (metric, beats, timeline) -> timeline.episodes(kind).stream()
                        .findFirst()
                        .map(episode -> metric.of(beats.during(new Window(
                                episode.window().startSeconds() - length.toNanos() / 1e9,
                                episode.window().startSeconds()))))
                        .orElseGet(() -> missing(metric, "the session has no episode of " + word)));
    }

    /** A window that everybody has at the same session time. */
    public static Baseline during(Window window) {
        return new Baseline(window.toString(), (metric, beats, timeline) -> metric.of(beats.during(window)));
    }

    /** The mean of the metric over all phases of the session, each phase counting once; every phase must have a value. */
    public static Baseline personMean() {
        return new Baseline("mean of all phases", Baseline::meanOfPhases);
    }

    /** What it is, in words. */
    public String name() {
        return name;
    }

    /** The level of a metric, or the reason why there is none. */
    public MetricValue of(Metric<BeatSeries> metric, BeatSeries beats, Timeline timeline) {
        return level.of(metric, beats, timeline);
    }

    /**
     * One person's task and recovery against several baselines: level, reactivity, residual activation and percent
     * recovery, one row per baseline.
     *
     * @param minimumReactivityPercent as for {@link PhaseChange#percentRecovery}
     */
    public static ResultTable sensitivity(
            List<Baseline> baselines,
            Metric<BeatSeries> metric,
            BeatSeries beats,
            Timeline timeline,
            Role task,
            Role recovery,
            double minimumReactivityPercent) {
        MetricValue during = phase(task).of(metric, beats, timeline);
        MetricValue afterwards = phase(recovery).of(metric, beats, timeline);
        ResultTable.Builder table = ResultTable.named(
                        "baselines", metric.name() + " of one person against several baselines")
                .columns(
                        Column.text("baseline", "What the response is measured against"),
                        Column.number("level", metric.unit(), "Value at baseline"),
                        Column.number("reactivity", metric.unit(), "Task minus baseline"),
                        Column.number("residualActivation", metric.unit(), "Recovery minus baseline"),
                        Column.number("percentRecovery", Unit.PERCENT, "Share of the response that is undone"));
        for (Baseline baseline : baselines) {
            MetricValue level = baseline.of(metric, beats, timeline);
            table.row(
                    Cell.of(baseline.name()),
                    Cell.of(level),
                    Cell.of(PhaseChange.reactivity(level, during)),
                    Cell.of(PhaseChange.residualActivation(level, afterwards)),
                    Cell.of(PhaseChange.percentRecovery(level, during, afterwards, minimumReactivityPercent)));
        }
        return table.build();
    }

    private static Baseline inPhase(String name, Role role, UnaryOperator<Window> part) {
        return new Baseline(
                name,
                (metric, beats, timeline) -> timeline.phase(role)
                        .map(phase -> metric.of(beats.during(part.apply(phase.window()))))
                        .orElseGet(() -> missing(metric, "the session has no " + word(role) + " phase")));
    }

    private static MetricValue lowest(
            Metric<BeatSeries> metric, BeatSeries beats, Window phase, Duration length, Duration step) {
        double stepSeconds = step.toNanos() / 1e9;
        Optional<MetricValue> least = Optional.empty();
        MetricValue first = metric.of(beats.during(phase.first(length)));
        for (int i = 0; ; i++) {
            Window window = Window.startingAt(phase.startSeconds() + i * stepSeconds, length);
            if (window.endSeconds() > phase.endSeconds() + 1e-9) {
                break;
            }
            MetricValue value = metric.of(beats.during(window));
            if (value.isEstimable()
                    && (least.isEmpty() || value.orNaN() < least.get().orNaN())) {
                least = Optional.of(value);
            }
        }
        return least.orElse(first.isEstimable() ? missing(metric, "the phase is shorter than " + text(length)) : first);
    }

    private static MetricValue meanOfPhases(Metric<BeatSeries> metric, BeatSeries beats, Timeline timeline) {
        if (timeline.phases().isEmpty()) {
            return missing(metric, "the session has no phase");
        }
        List<String> reasons = new ArrayList<>();
        double sum = 0;
        int n = 0;
        for (Phase phase : timeline.phases()) {
            MetricValue value = metric.of(beats.during(phase.window()));
            if (value instanceof Estimate estimate) {
                sum += estimate.value();
                n += estimate.n();
            } else {
                reasons.add(phase.name() + ": " + value.reason());
            }
        }
        return reasons.isEmpty()
                ? MetricValue.of(metric.name(), sum / timeline.phases().size(), metric.unit(), n)
                : missing(metric, String.join("; ", reasons));
    }

    private static MetricValue missing(Metric<BeatSeries> metric, String reason) {
        return MetricValue.notEstimable(metric.name(), metric.unit(), reason);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Duration length) {
        return length.toMillisPart() == 0
                ? length.toSeconds() + " s"
                : String.format(Locale.ROOT, "%s s", length.toMillis() / 1000.0);
    }

    @Override
    public String toString() {
        return name;
    }
}
