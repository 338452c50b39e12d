package org.lacrima.analysis.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lacrima.core.recovery.CensoredTime;

/**
 * Times in s from the start of the risk, each to an event or to the end of observation. Immutable.
 */
public final class TimesToEvent {

    private final double[] seconds;
    private final boolean[] events;

    private TimesToEvent(double[] seconds, boolean[] events) {
        this.seconds = seconds;
        this.events = events;
    }

    /**
     * Times and whether each ended in the event.
     *
     * @param seconds times from the start of the risk, finite and not negative
     * @param events one per time: true for an event, false for a censored time
     * @throws IllegalArgumentException if lengths differ, or naming the first time that is none
     */
    public static TimesToEvent of(double[] seconds, boolean[] events) {
        if (seconds.length != events.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d times do not go with %d marks of events", seconds.length, events.length));
        }
        for (int i = 0; i < seconds.length; i++) {
            if (!(seconds[i] >= 0 && Double.isFinite(seconds[i]))) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "time %d must be finite and not negative, got %s s", i, seconds[i]));
            }
        }
        return new TimesToEvent(seconds.clone(), events.clone());
    }

    /**
     * Censored times of several persons. An interval-censored time counts as an event at its upper end, a competing event
     * as censored when it happens, so that what is estimated is specific to the event; {@link Turnbull} and
     * {@link CumulativeIncidence} take the same times as they are.
     */
    public static TimesToEvent of(List<CensoredTime> times) {
        double[] seconds = times.stream().mapToDouble(CensoredTime::seconds).toArray();
        boolean[] events = new boolean[seconds.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = times.get(i).isObserved();
        }
        return of(seconds, events);
    }

    /** Number of persons. */
    public int size() {
        return seconds.length;
    }

    /** Number of events. */
    public int events() {
        int count = 0;
        for (boolean event : events) {
            count += event ? 1 : 0;
        }
        return count;
    }

    /** Time of a person, in s. */
    public double secondsAt(int i) {
        return seconds[i];
    }

    /** Whether a person's time ended in the event. */
    public boolean isEventAt(int i) {
        return events[i];
    }

    /** Longest time, in s; 0 for no persons. */
    double longest() {
        return Arrays.stream(seconds).max().orElse(0);
    }

    /** The persons in ascending order of their times. */
    int[] order() {
        return IntStream.range(0, seconds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> seconds[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** These times and others after them. */
    TimesToEvent and(TimesToEvent others) {
        double[] allSeconds = Arrays.copyOf(seconds, size() + others.size());
        boolean[] allEvents = Arrays.copyOf(events, size() + others.size());
        System.arraycopy(others.seconds, 0, allSeconds, size(), others.size());
        System.arraycopy(others.events, 0, allEvents, size(), others.size());
        return new TimesToEvent(allSeconds, allEvents);
    }
}
