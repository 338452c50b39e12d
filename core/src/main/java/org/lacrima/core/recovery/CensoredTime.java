package org.lacrima.core.recovery;

import java.util.Locale;

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
