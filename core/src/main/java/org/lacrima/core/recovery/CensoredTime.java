package org.lacrima.core.recovery;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.CodedInstant;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Timeline;

/**
 * A time to an event that may not have been seen: what survival analysis takes, and no number.
 *
 * @param status what is known
 * @param lowerSeconds the event was not before this, in s from the start of the risk
 * @param upperSeconds the event was not after this, in s; infinite where it was not seen
 * @param note why it was not seen; empty where it was
 */
public record CensoredTime(Status status, double lowerSeconds, double upperSeconds, String note) {
    /** What is known of the time of an event. */
    public enum Status {
        /** The event was at a known time: both bounds are equal. */
        EVENT,
        /** The event was between two times, the later included. */
        INTERVAL_CENSORED,
        /** The event had not been when observation ended. */
        RIGHT_CENSORED,
        /** Something else happened first that ends the risk, at the upper bound. */
        COMPETING
    }

    /** Checks that the bounds are in order and fit the status. */
    public CensoredTime {
        boolean ordered = lowerSeconds >= 0 && upperSeconds >= lowerSeconds;
        boolean fits = switch (status) {
            case EVENT -> lowerSeconds == upperSeconds;
            case INTERVAL_CENSORED -> upperSeconds > lowerSeconds && Double.isFinite(upperSeconds);
            case RIGHT_CENSORED -> upperSeconds == Double.POSITIVE_INFINITY;
            case COMPETING -> Double.isFinite(upperSeconds);
        };
        if (!ordered || !fits || !Double.isFinite(lowerSeconds)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s does not go with [%s s, %s s]", status, lowerSeconds, upperSeconds));
        }
    }

    /** An event at a known time. */
    public static CensoredTime event(double seconds) {
        return new CensoredTime(Status.EVENT, seconds, seconds, "");
    }

    /** An event after one time and not after another. */
    public static CensoredTime between(double lowerSeconds, double upperSeconds) {
        return new CensoredTime(Status.INTERVAL_CENSORED, lowerSeconds, upperSeconds, "");
    }

    /** No event until a time, and why observation ended. */
    public static CensoredTime after(double seconds, String note) {
        return new CensoredTime(Status.RIGHT_CENSORED, seconds, Double.POSITIVE_INFINITY, note);
    }

    /** Another event first. */
    public static CensoredTime competing(double seconds, String note) {
        return new CensoredTime(Status.COMPETING, seconds, seconds, note);
    }

    /**
     * When a moment that coders saw came, counted from an origin: an interval as wide as their disagreement.
     *
     * @param moment the moment, not before the origin
     * @param originSeconds start of the risk, in s of the session
     */
    public static CensoredTime to(CodedInstant moment, double originSeconds) {
        double lower = moment.earliestSeconds() - originSeconds;
        double upper = moment.latestSeconds() - originSeconds;
        return lower == upper ? event(lower) : between(lower, upper);
    }

    /**
     * The latency of a first episode: from the start of a window, such as the film, to the onset; right-censored at its
     * end for who had none, and 0 for who was at it when the window began.
     */
    public static CensoredTime toFirst(EpisodeKind kind, Timeline timeline, Window observed) {
        return timeline.bouts(kind, Duration.ZERO)
                .during(observed)
                .first()
                .map(first -> event(first.startSeconds() - observed.startSeconds()))
                .orElseGet(() -> after(
                        observed.lengthSeconds(),
                        "no episode of " + kind.name().toLowerCase(Locale.ROOT) + " while observed"));
    }

    /**
     * The time of the last of several events: that by which all have happened, such as the joint return of heart rate,
     * RSA and cortisol. It is known as far as the latest of them is, and right-censored where one of them is; where one
     * is ended by a competing event, so is the whole, at the first such.
     *
     * @param times at least one time, all counted from the same origin
     */
    public static CensoredTime lastOf(List<CensoredTime> times) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("the last of no events");
        }
        Optional<CensoredTime> competing = times.stream()
                .filter(t -> t.status == Status.COMPETING)
                .min(Comparator.comparingDouble(CensoredTime::upperSeconds));
        if (competing.isPresent()) {
            return competing.get();
        }
        double lower = times.stream().mapToDouble(t -> t.lowerSeconds).max().getAsDouble();
        double upper = times.stream().mapToDouble(t -> t.upperSeconds).max().getAsDouble();
        String notes = times.stream()
                .map(CensoredTime::note)
                .filter(n -> !n.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return spanning(lower, upper, notes);
    }

    /** What is known where either this or the other holds. */
    CensoredTime orElse(CensoredTime other) {
        if (equals(other)) {
            return this;
        }
        double lower = Math.min(lowerSeconds, other.lowerSeconds);
        if (status == Status.COMPETING && other.status == Status.COMPETING) {
            return new CensoredTime(Status.COMPETING, lower, Math.max(upperSeconds, other.upperSeconds), note);
        }
        boolean open = !isObserved() || !other.isObserved();
        return spanning(
                lower,
                open ? Double.POSITIVE_INFINITY : Math.max(upperSeconds, other.upperSeconds),
                note.isEmpty() ? other.note : note);
    }

    private static CensoredTime spanning(double lower, double upper, String note) {
        if (Double.isInfinite(upper)) {
            return after(lower, note);
        }
        return lower == upper ? event(lower) : between(lower, upper);
    }

    /** Whether the event is known to have happened. */
    public boolean isObserved() {
        return status == Status.EVENT || status == Status.INTERVAL_CENSORED;
    }

    /** The time that methods for right-censored data use: the upper bound of an event, else the end of the risk. */
    public double seconds() {
        return status == Status.RIGHT_CENSORED ? lowerSeconds : upperSeconds;
    }

    @Override
    public String toString() {
        return switch (status) {
            case EVENT -> String.format(Locale.ROOT, "%.6g s", lowerSeconds);
            case INTERVAL_CENSORED -> String.format(Locale.ROOT, "(%.6g s, %.6g s]", lowerSeconds, upperSeconds);
            case RIGHT_CENSORED -> String.format(Locale.ROOT, "> %.6g s (%s)", lowerSeconds, note);
            case COMPETING -> String.format(Locale.ROOT, "%.6g s: %s", upperSeconds, note);
        };
    }
}
