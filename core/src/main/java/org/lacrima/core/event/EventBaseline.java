package org.lacrima.core.event;

import java.time.Duration;
import java.util.Locale;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;

/**
 * What an event-locked response is measured against. Immutable.
 *
 * <p>The span right before an onset is the custom of the field; where something leads up to the event, as arousal does to
 * tears, it already holds part of the response, and the rest phase of the session is the fairer ground.
 */
public final class EventBaseline {
    /** Nothing is taken off: levels, in the unit of the course. */
    public static final EventBaseline NONE = new EventBaseline(
            "no baseline", (course, episode) -> MetricValue.of(course.name(), 0, course.unit(), 0), Change.DIFFERENCE);

    private enum Change {
        DIFFERENCE,
        PERCENT
    }

    @FunctionalInterface
    private interface Level {
        MetricValue of(EventCourse course, Window episode);
    }

    private final String name;
    private final Level level;
    private final Change change;

    private EventBaseline(String name, Level level, Change change) {
        this.name = name;
        this.level = level;
        this.change = change;
    }

    /**
     * The mean over {@code [onset − from, onset − until)} of each event.
     *
     * @param from how long before the onset it begins, longer than {@code until}
     * @param until how long before the onset it ends, not negative
     */
    public static EventBaseline beforeOnset(Duration from, Duration until) {
        if (until.isNegative() || from.compareTo(until) <= 0) {
            throw new IllegalArgumentException(
                    "a baseline before the onset begins earlier than it ends, got " + from + " to " + until);
        }
        double begin = from.toNanos() / 1e9;
        double end = until.toNanos() / 1e9;
        return new EventBaseline(
                String.format(Locale.ROOT, "%s s to %s s before onset", begin, end),
                (course, episode) ->
                        course.meanIn(new Window(episode.startSeconds() - begin, episode.startSeconds() - end)),
                Change.DIFFERENCE);
    }

    /** The mean over a window of the session, such as its rest phase. */
    public static EventBaseline during(Window window) {
        return new EventBaseline("mean over " + window, (course, episode) -> course.meanIn(window), Change.DIFFERENCE);
    }

    /**
     * A level found elsewhere, such as by {@link org.lacrima.core.recovery.Baseline}, in the unit of the course. Where it is
     * not estimable nothing measured against it is.
     */
    public static EventBaseline level(MetricValue value) {
        return new EventBaseline(value.name() + " as the level", (course, episode) -> value, Change.DIFFERENCE);
    }

    /** The same, with the change in percent of its magnitude, {@code 100 · (x − b) ⁄ |b|}. */
    public EventBaseline inPercent() {
        return new EventBaseline(name, level, Change.PERCENT);
    }

    /** What it is, in words. */
    public String name() {
        return name + (change == Change.PERCENT ? ", in percent" : "");
    }

    /** Its level for one event, in the unit of the course. */
    public MetricValue levelOf(EventCourse course, Window episode) {
        MetricValue found = level.of(course, episode);
        if (!found.unit().equals(course.unit())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s is in %s but its baseline in %s", course.name(), course.unit(), found.unit()));
        }
        return found;
    }

    Unit unitOf(EventCourse course) {
        return change == Change.PERCENT ? Unit.PERCENT : course.unit();
    }

    /** A value of a course less a level of this baseline. */
    MetricValue changeOf(MetricValue value, MetricValue base) {
        Unit unit = change == Change.PERCENT ? Unit.PERCENT : value.unit();
        if (!(value instanceof MetricValue.Estimate measured)) {
            return MetricValue.notEstimable(value.name(), unit, value.reason());
        }
        if (!base.isEstimable()) {
            return MetricValue.notEstimable(value.name(), unit, "baseline: " + base.reason());
        }
        double difference = measured.value() - base.orNaN();
        if (change == Change.DIFFERENCE) {
            return MetricValue.of(value.name(), difference, unit, measured.n());
        }
        return base.orNaN() == 0
                ? MetricValue.notEstimable(value.name(), unit, "the baseline is 0: a share of it is undefined")
                : MetricValue.of(value.name(), 100 * difference / Math.abs(base.orNaN()), unit, measured.n());
    }

    @Override
    public String toString() {
        return name();
    }
}
