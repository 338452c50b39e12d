package org.lacrima.io.rr;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.Marker;

/**
 * Beats and what else their file says.
 *
 * @param beats the beats; time 0 is the start of the recording
 * @param markers what was marked on the way, in order of time
 * @param start local date and time at which the recording begins, where the file tells
 */
public record BeatRecording(BeatSeries beats, List<Marker> markers, Optional<LocalDateTime> start) {
    /** Copies the list. */
    public BeatRecording {
        markers = List.copyOf(markers);
    }
}
