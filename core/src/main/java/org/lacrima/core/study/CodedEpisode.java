package org.lacrima.core.study;

import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.series.Window;

/**
 * A bout that two coders saw, with what they leave open of its beginning and end.
 *
 * @param kind what it was
 * @param onset when it began
 * @param offset when it ended
 */
public record CodedEpisode(EpisodeKind kind, CodedInstant onset, CodedInstant offset) {

    /** The bout from the middle of the onset to the middle of the offset. */
    public Episode midpoint() {
        return new Episode(
                kind,
                kind.name().toLowerCase(Locale.ROOT),
                new Window(onset.midpointSeconds(), Math.max(onset.midpointSeconds(), offset.midpointSeconds())));
    }

    /** From the earliest onset to the latest offset: what at least one coder saw. */
    public Window widest() {
        return new Window(onset.earliestSeconds(), offset.latestSeconds());
    }

    /** From the latest onset to the earliest offset, what all coders saw; empty where there is no such time. */
    public Optional<Window> narrowest() {
        return onset.latestSeconds() < offset.earliestSeconds()
                ? Optional.of(new Window(onset.latestSeconds(), offset.earliestSeconds()))
                : Optional.empty();
    }
}
