package org.lacrima.core.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;

/**
 * Cuts a course into bins around an event: from its onset, from its offset, or in equal shares of it however long it was.
 * Every bin has a mean or the reason why there is none, so episodes of any length and recordings that end early line up
 * without padding. Immutable and thread-safe.
 *
 * <pre>{@code
 * EventLocked tears = EventLocked.onset(Duration.ofSeconds(30), Duration.ofSeconds(120), Duration.ofSeconds(1))
 *     .against(EventBaseline.beforeOnset(Duration.ofSeconds(30), Duration.ofSeconds(10)));
 * EventResponse person = tears.of(EventCourse.heartPeriod(beats), bouts);
 * }</pre>
 */
public final class EventLocked {
    private enum Landmark {
        ONSET,
        OFFSET,
        SHARE
    }

    private enum Reach {
        SESSION,
        EPISODE
    }

    private final Landmark landmark;
    /** Edges of the bins in s from the landmark, or in percent of the episode; one more than there are bins. */
    private final double[] edges;

    private final Reach reach;
    private final EventBaseline baseline;

    private EventLocked(Landmark landmark, double[] edges, Reach reach, EventBaseline baseline) {
        this.landmark = landmark;
        this.edges = edges;
        this.reach = reach;
        this.baseline = baseline;
    }

    /**
     * Bins from before the onset of an event to after it; one begins at the onset.
     *
     * @param before how far back, a whole number of bins
     * @param after how far on, a whole number of bins
     * @param bin length of a bin, positive
     */
    public static EventLocked onset(Duration before, Duration after, Duration bin) {
        return new EventLocked(Landmark.ONSET, edges(before, after, bin), Reach.SESSION, EventBaseline.NONE);
    }

    /** Bins from before the offset of an event to after it; one begins at the offset. See {@link #onset}. */
    public static EventLocked offset(Duration before, Duration after, Duration bin) {
        return new EventLocked(Landmark.OFFSET, edges(before, after, bin), Reach.SESSION, EventBaseline.NONE);
    }

    /** Equal shares of the event from onset to offset, so that the middle of a short bout meets that of a long one. */
    public static EventLocked normalised(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("an episode needs at least 1 bin, got " + bins);
        }
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = 100.0 * i / bins;
        }
        return new EventLocked(Landmark.SHARE, edges, Reach.SESSION, EventBaseline.NONE);
    }

    /**
     * The same without what lies outside the episode: after the onset only bins that end by the offset, before the offset
     * only those that begin after the onset. What precedes an onset or follows an offset is kept.
     */
    public EventLocked withinEpisode() {
        return new EventLocked(landmark, edges, Reach.EPISODE, baseline);
    }

    /** The same as the change from a baseline; without one it gives levels. */
    public EventLocked against(EventBaseline other) {
        return new EventLocked(landmark, edges, reach, other);
    }

    /** The course around one event. An instant is an episode of no length, which has an onset but no shares. */
    public EventResponse of(EventCourse course, Window episode) {
        MetricValue base = baseline.levelOf(course, episode);
        List<EventResponse.Bin> bins = new ArrayList<>(edges.length - 1);
        for (int i = 0; i + 1 < edges.length; i++) {
            MetricValue level = levelIn(course, episode, edges[i], edges[i + 1]);
            bins.add(new EventResponse.Bin(edges[i], edges[i + 1], baseline.changeOf(level, base)));
        }
        return new EventResponse(
                course.name(), baseline.unitOf(course), landmark == Landmark.SHARE ? Unit.PERCENT : Unit.S, bins);
    }

    /** One person's average over several events, each counting once in every bin for which it has a value. */
    public EventResponse of(EventCourse course, List<Window> episodes) {
        return EventResponse.average(
                episodes.stream().map(episode -> of(course, episode)).toList());
    }

    private MetricValue levelIn(EventCourse course, Window episode, double from, double to) {
        double zero = landmark == Landmark.OFFSET ? episode.endSeconds() : episode.startSeconds();
        double perUnit = landmark == Landmark.SHARE ? episode.lengthSeconds() / 100 : 1;
        Window bin = new Window(zero + from * perUnit, zero + to * perUnit);
        if (landmark == Landmark.SHARE && episode.lengthSeconds() == 0) {
            return absent(course, "the episode has no length");
        }
        if (reach == Reach.EPISODE && outside(episode, bin, from, to)) {
            return absent(
                    course, String.format(Locale.ROOT, "the episode lasted %.1f s only", episode.lengthSeconds()));
        }
        return course.meanIn(bin);
    }

    private boolean outside(Window episode, Window bin, double from, double to) {
        return switch (landmark) {
            case ONSET -> from >= 0 && bin.endSeconds() > episode.endSeconds() + 1e-9;
            case OFFSET -> to <= 0 && bin.startSeconds() < episode.startSeconds() - 1e-9;
            case SHARE -> false;
        };
    }

    private static MetricValue absent(EventCourse course, String reason) {
        return MetricValue.notEstimable(course.name(), course.unit(), reason);
    }

    private static double[] edges(Duration before, Duration after, Duration bin) {
        int back = whole("before", before, bin);
        int on = whole("after", after, bin);
        if (back + on == 0) {
            throw new IllegalArgumentException("before and after are both zero: no bin is left");
        }
        double length = bin.toNanos() / 1e9;
        double[] edges = new double[back + on + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = (i - back) * length;
        }
        return edges;
    }

    private static int whole(String what, Duration span, Duration bin) {
        if (bin.isZero() || bin.isNegative()) {
            throw new IllegalArgumentException("a bin must last, got " + bin);
        }
        if (span.isNegative() || span.toNanos() % bin.toNanos() != 0) {
            throw new IllegalArgumentException(what + " must be a whole number of bins of " + bin + ", got " + span);
        }
        return Math.toIntExact(span.toNanos() / bin.toNanos());
    }
}
