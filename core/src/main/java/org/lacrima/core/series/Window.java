package org.lacrima.core.series;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A half-open span of session time, {@code [startSeconds, endSeconds)}.
 *
 * <p>Session time is counted in seconds from the start of the recording; it may be negative for what happened before.
 * Half-open windows that touch share no instant, so a beat belongs to exactly one of two adjacent phases.
 *
 * @param startSeconds first instant, inclusive, in seconds
 * @param endSeconds last instant, exclusive, in seconds; not before {@code startSeconds}
 */
public record Window(double startSeconds, double endSeconds) {

    /** Checks that both ends are finite and in order. */
    public Window {
        if (!Double.isFinite(startSeconds) || !Double.isFinite(endSeconds) || endSeconds < startSeconds) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "window must have finite ends in order, got [%s s, %s s)", startSeconds, endSeconds));
        }
    }

    /** The window from one instant to another, in seconds. */
    public static Window ofSeconds(double startSeconds, double endSeconds) {
        return new Window(startSeconds, endSeconds);
    }

    /** The window of a given length that begins at an instant. */
    public static Window startingAt(double startSeconds, Duration length) {
        return new Window(startSeconds, startSeconds + seconds(length));
    }

    /** Length in seconds. */
    public double lengthSeconds() {
        return endSeconds - startSeconds;
    }

    /** Whether the instant lies inside, the end excluded. */
    public boolean contains(double atSeconds) {
        return atSeconds >= startSeconds && atSeconds < endSeconds;
    }

    /** Whether both windows share more than a boundary. */
    public boolean overlaps(Window other) {
        return startSeconds < other.endSeconds && other.startSeconds < endSeconds;
    }

    /** The last part of this window, at most as long as given. */
    public Window last(Duration length) {
        return new Window(Math.max(startSeconds, endSeconds - seconds(length)), endSeconds);
    }

    /** The first part of this window, at most as long as given. */
    public Window first(Duration length) {
        return new Window(startSeconds, Math.min(endSeconds, startSeconds + seconds(length)));
    }

    /** The window of a length that ends where this one starts. */
    public Window before(Duration length) {
        return new Window(startSeconds - seconds(length), startSeconds);
    }

    /** The window of a length that starts where this one ends. */
    public Window after(Duration length) {
        return startingAt(endSeconds, length);
    }

    /** The instants of both windows; empty where they share none. */
    public Optional<Window> intersection(Window other) {
        return overlaps(other)
                ? Optional.of(
                        new Window(Math.max(startSeconds, other.startSeconds), Math.min(endSeconds, other.endSeconds)))
                : Optional.empty();
    }

    /** Whether every instant of the other window is one of this. */
    public boolean encloses(Window other) {
        return startSeconds <= other.startSeconds && other.endSeconds <= endSeconds;
    }

    /** How this window lies to another: exactly one of Allen's thirteen relations. */
    public WindowRelation relationTo(Window other) {
        return WindowRelation.between(this, other);
    }

    private static double seconds(Duration length) {
        return length.toNanos() / 1e9;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%s s, %s s)", startSeconds, endSeconds);
    }
}
