package org.lacrima.core.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Instants of session time as disjoint half-open windows in order: bouts of crying, the time at risk, what a mask leaves.
 *
 * <p>Windows that overlap or touch are one; windows of no length hold no instant and vanish. Immutable.
 */
public final class WindowSet {
    /** No instant. */
    public static final WindowSet EMPTY = new WindowSet(List.of());

    private final List<Window> windows;

    private WindowSet(List<Window> windows) {
        this.windows = List.copyOf(windows);
    }

    /** All instants of the windows, which may overlap and come in any order. */
    public static WindowSet of(Collection<Window> windows) {
        return new WindowSet(joined(windows, 0));
    }

    /** All instants of the windows. */
    public static WindowSet of(Window... windows) {
        return of(List.of(windows));
    }

    /** The windows in order. */
    public List<Window> windows() {
        return windows;
    }

    /** Whether there is no instant. */
    public boolean isEmpty() {
        return windows.isEmpty();
    }

    /** Length of all windows together, in s. */
    public double totalSeconds() {
        double total = 0;
        for (Window window : windows) {
            total += window.lengthSeconds();
        }
        return total;
    }

    /** From the first instant to the last; empty where there is none. */
    public Optional<Window> extent() {
        return windows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Window(
                        windows.get(0).startSeconds(),
                        windows.get(windows.size() - 1).endSeconds()));
    }

    /** Whether an instant is among them. */
    public boolean contains(double atSeconds) {
        for (Window window : windows) {
            if (window.contains(atSeconds)) {
                return true;
            }
        }
        return false;
    }

    /** The instants of this set or the other. */
    public WindowSet union(WindowSet other) {
        List<Window> all = new ArrayList<>(windows);
        all.addAll(other.windows);
        return of(all);
    }

    /** The instants of both sets. */
    public WindowSet intersection(WindowSet other) {
        List<Window> shared = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < windows.size() && j < other.windows.size()) {
            Window a = windows.get(i);
            Window b = other.windows.get(j);
            double start = Math.max(a.startSeconds(), b.startSeconds());
            double end = Math.min(a.endSeconds(), b.endSeconds());
            if (start < end) {
                shared.add(new Window(start, end));
            }
            if (a.endSeconds() < b.endSeconds()) {
                i++;
            } else {
                j++;
            }
        }
        return new WindowSet(shared);
    }

    /** The instants of this set that are not in the other: the time at risk is the observed time minus the bouts. */
    public WindowSet minus(WindowSet other) {
        List<Window> left = new ArrayList<>();
        int j = 0;
        for (Window window : windows) {
            double start = window.startSeconds();
            while (j < other.windows.size() && other.windows.get(j).endSeconds() <= start) {
                j++;
            }
            for (int k = j;
                    k < other.windows.size() && other.windows.get(k).startSeconds() < window.endSeconds();
                    k++) {
                Window gone = other.windows.get(k);
                if (gone.startSeconds() > start) {
                    left.add(new Window(start, gone.startSeconds()));
                }
                start = Math.max(start, gone.endSeconds());
            }
            if (start < window.endSeconds()) {
                left.add(new Window(start, window.endSeconds()));
            }
        }
        return new WindowSet(left);
    }

    /** The instants of this set inside a window. */
    public WindowSet during(Window window) {
        return intersection(of(window));
    }

    /** The instants of this set before one, that instant excluded. */
    public WindowSet before(double atSeconds) {
        return clipped(Double.NEGATIVE_INFINITY, atSeconds);
    }

    /** The instants of this set from one on, that instant included. */
    public WindowSet from(double atSeconds) {
        return clipped(atSeconds, Double.POSITIVE_INFINITY);
    }

    /** The instants of a window that are not in this set: the pauses between bouts, the time at risk of another. */
    public WindowSet gapsWithin(Window window) {
        return of(window).minus(this);
    }

    /** The first window, such as the first bout; empty where there is none. */
    public Optional<Window> first() {
        return windows.stream().findFirst();
    }

    /** All windows but the first: the later bouts. */
    public WindowSet later() {
        return windows.isEmpty() ? this : new WindowSet(windows.subList(1, windows.size()));
    }

    /** Windows with a gap of at most the given length between them as one: bouts that a breath interrupts. */
    public WindowSet mergingGapsUpTo(Duration longest) {
        if (longest.isNegative()) {
            throw new IllegalArgumentException("a gap to merge must not be negative, got " + longest);
        }
        return new WindowSet(joined(windows, longest.toNanos() / 1e9));
    }

    /** Without the windows that are shorter than given. */
    public WindowSet withoutShorterThan(Duration shortest) {
        double seconds = shortest.toNanos() / 1e9;
        return new WindowSet(
                windows.stream().filter(w -> w.lengthSeconds() >= seconds).toList());
    }

    private WindowSet clipped(double fromSeconds, double toSeconds) {
        List<Window> kept = new ArrayList<>();
        for (Window window : windows) {
            double start = Math.max(fromSeconds, window.startSeconds());
            double end = Math.min(toSeconds, window.endSeconds());
            if (start < end) {
                kept.add(new Window(start, end));
            }
        }
        return new WindowSet(kept);
    }

    private static List<Window> joined(Collection<Window> windows, double longestGap) {
        List<Window> ordered = windows.stream()
                .filter(w -> w.lengthSeconds() > 0)
                .sorted(Comparator.comparingDouble(Window::startSeconds))
                .toList();
        List<Window> joined = new ArrayList<>();
        for (Window window : ordered) {
            int last = joined.size() - 1;
            if (last >= 0 && window.startSeconds() - joined.get(last).endSeconds() <= longestGap) {
                Window before = joined.get(last);
                joined.set(last, new Window(before.startSeconds(), Math.max(before.endSeconds(), window.endSeconds())));
            } else {
                joined.add(window);
            }
        }
        return joined;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WindowSet that && windows.equals(that.windows);
    }

    @Override
    public int hashCode() {
        return windows.hashCode();
    }

    @Override
    public String toString() {
        return windows.toString();
    }
}
