package org.lacrima.io;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.series.TimedValues;

/**
 * What a recording file holds: evenly sampled channels, measurements at uneven times, markers, and what somebody wrote
 * about it. Times are seconds from the start of the recording.
 *
 * <p>Channels read the file when they are asked for samples, so the file must stay where it is. Immutable; as thread-safe
 * as the file.
 */
public final class Recording {
    private final String format;
    private final @Nullable LocalDateTime start;
    private final List<Channel> channels;
    private final List<TimedValues> uneven;
    private final List<Marker> markers;
    private final List<String> journal;

    private Recording(
            String format,
            @Nullable LocalDateTime start,
            List<Channel> channels,
            List<TimedValues> uneven,
            List<Marker> markers,
            List<String> journal) {
        this.format = format;
        this.start = start;
        this.channels = List.copyOf(channels);
        this.uneven = List.copyOf(uneven);
        this.markers = List.copyOf(markers);
        this.journal = List.copyOf(journal);
    }

    /**
     * A recording without markers.
     *
     * @param format name of the file's format as its maker writes it, such as {@code EDF+C}
     * @param channels its channels in the order of the file
     */
    public static Recording of(String format, List<Channel> channels) {
        return new Recording(format, null, channels, List.of(), List.of(), List.of());
    }

    /** This recording begun at a local date and time. */
    public Recording startedAt(LocalDateTime newStart) {
        return new Recording(format, newStart, channels, uneven, markers, journal);
    }

    /** This recording with markers in place of its own. */
    public Recording withMarkers(List<Marker> newMarkers) {
        return new Recording(format, start, channels, uneven, newMarkers, journal);
    }

    /** This recording with measurements at uneven times in place of its own. */
    public Recording withUneven(List<TimedValues> newUneven) {
        return new Recording(format, start, channels, newUneven, markers, journal);
    }

    /** This recording with remarks in place of its own. */
    public Recording withJournal(List<String> newJournal) {
        return new Recording(format, start, channels, uneven, markers, newJournal);
    }

    /** Name of the file's format. */
    public String format() {
        return format;
    }

    /** Local date and time at which the recording starts, where the file tells. */
    public Optional<LocalDateTime> start() {
        return Optional.ofNullable(start);
    }

    /** The evenly sampled channels, in the order of the file. */
    public List<Channel> channels() {
        return channels;
    }

    /**
     * The first channel of a name.
     *
     * @throws IllegalArgumentException if no channel has the name, with the names there are
     */
    public Channel channel(String name) {
        List<String> names = new ArrayList<>();
        for (Channel channel : channels) {
            if (channel.name().equals(name)) {
                return channel;
            }
            names.add(channel.name());
        }
        throw new IllegalArgumentException("no channel is called \"" + name + "\"; there are " + names);
    }

    /** Measurements at uneven times. */
    public List<TimedValues> uneven() {
        return uneven;
    }

    /** Markers, annotations and comments, in the order of the file. */
    public List<Marker> markers() {
        return markers;
    }

    /** What was written about the recording as a whole: journal, comments of the header, fields about the person. */
    public List<String> journal() {
        return journal;
    }

    @Override
    public String toString() {
        return format + ": " + channels + ", " + markers.size() + " markers";
    }
}
