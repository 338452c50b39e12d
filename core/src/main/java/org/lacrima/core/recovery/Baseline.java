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
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Timeline;

/**
 * What a response is measured against. The choice decides results, so it is a value that can be named, printed and
 * varied: {@link RecoveryAnalysis#sensitivity} shows one person's response against each of several baselines.
 */
public final class Baseline {
    private final String name;
    private final Level level;

    /** How a baseline finds its level. */
    @FunctionalInterface
    private interface Level {
        Reference of(Course course, Timeline timeline);
    }

    /**
     * A level and where it was found.
     *
     * @param level the level, or the reason why there is none
     * @param window its window; empty where there is none
     */
    record Reference(MetricValue level, Optional<Window> window) {}

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
                (course, timeline) -> timeline.phase(role)
                        .map(phase -> lowest(course, phase.window(), length, step))
                        .orElseGet(() -> missing(course, "the session has no " + word(role) + " phase")));
    }

    /** The time right before the first episode of a kind. */
    public static Baseline before(EpisodeKind kind, Duration length) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return new Baseline(
                String.format(Locale.ROOT, "%s before %s", text(length), word),
                (course, timeline) -> timeline.episodes(kind).stream()
                        .findFirst()
                        .map(episode -> in(episode.window().before(length), course))
                        .orElseGet(() -> missing(course, "the session has no episode of " + word)));
    }

    /** A window that everybody has at the same session time. */
    public static Baseline during(Window window) {
        return new Baseline(window.toString(), (course, timeline) -> in(window, course));
    }

    /** The person's mean over all phases of the session, each phase counting once; every phase must have a value. */
    public static Baseline personMean() {
        return new Baseline("mean of all phases", Baseline::meanOfPhases);
    }

    /** What it is, in words. */
    public String name() {
        return name;
    }

    /**
     * One baseline of every kind: the baseline phase, its last part, its lowest part, the time before an episode, the
     * person's mean.
     *
     * @param length length of each part
     * @param event the episode before whose first onset a baseline is taken
     */
    public static List<Baseline> ofEveryKind(Duration length, EpisodeKind event) {
        return List.of(
                phase(Role.BASELINE),
                lastOf(Role.BASELINE, length),
                lowestOf(Role.BASELINE, length, length.dividedBy(4)),
                before(event, length),
                personMean());
    }

    /** The level of a quantity, or the reason why there is none. */
    public MetricValue of(Course course, Timeline timeline) {
        return level.of(course, timeline).level();
    }

    /** The level of a metric of beats, or the reason why there is none. */
    public MetricValue of(Metric<BeatSeries> metric, BeatSeries beats, Timeline timeline) {
        return of(Course.of(beats, metric), timeline);
    }

    Reference reference(Course course, Timeline timeline) {
        return level.of(course, timeline);
    }

    private static Reference in(Window window, Course course) {
        return new Reference(course.during(window), Optional.of(window));
    }

    private static Baseline inPhase(String name, Role role, UnaryOperator<Window> part) {
        return new Baseline(
                name,
                (course, timeline) -> timeline.phase(role)
                        .map(phase -> in(part.apply(phase.window()), course))
                        .orElseGet(() -> missing(course, "the session has no " + word(role) + " phase")));
    }

    private static Reference lowest(Course course, Window phase, Duration length, Duration step) {
        double stepSeconds = step.toNanos() / 1e9;
        Optional<Reference> least = Optional.empty();
        for (int i = 0; ; i++) {
            Window window = Window.startingAt(phase.startSeconds() + i * stepSeconds, length);
            if (window.endSeconds() > phase.endSeconds() + 1e-9) {
                break;
            }
            Reference here = in(window, course);
            if (here.level().isEstimable()
                    && (least.isEmpty()
                            || here.level().orNaN() < least.get().level().orNaN())) {
                least = Optional.of(here);
            }
        }
        MetricValue first = course.during(phase.first(length));
        return least.orElseGet(() ->
                missing(course, first.isEstimable() ? "the phase is shorter than " + text(length) : first.reason()));
    }

    private static Reference meanOfPhases(Course course, Timeline timeline) {
        if (timeline.phases().isEmpty()) {
            return missing(course, "the session has no phase");
        }
        List<String> reasons = new ArrayList<>();
        double sum = 0;
        int n = 0;
        for (Phase phase : timeline.phases()) {
            MetricValue value = course.during(phase.window());
            if (value instanceof Estimate estimate) {
                sum += estimate.value();
                n += estimate.n();
            } else {
                reasons.add(phase.name() + ": " + value.reason());
            }
        }
        double mean = sum / timeline.phases().size();
        return reasons.isEmpty()
                ? new Reference(MetricValue.of(course.name(), mean, course.unit(), n), Optional.empty())
                : missing(course, String.join("; ", reasons));
    }

    private static Reference missing(Course course, String reason) {
        return new Reference(MetricValue.notEstimable(course.name(), course.unit(), reason), Optional.empty());
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
