package org.lacrima.io.wearable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.io.Marker;

/**
 * One session of an Empatica E4. Times are seconds from its start, for all files the same.
 *
 * @param start when the first of its files begins
 * @param beats the intervals of {@code IBI.csv} with their gaps; the device leaves out what it is not sure of, and its clock
 *     ticks 64 times a second, which alone adds 11 ms to a small RMSSD
 * @param signals what was sampled: {@code BVP}, {@code EDA} (µS), {@code TEMP} (°C), {@code ACC_X}, {@code ACC_Y},
 *     {@code ACC_Z} (1/64 g), and {@code HR} (bpm), a mean over ten seconds that carries no variability
 * @param tags when the button was pressed
 */
public record E4Session(Instant start, Optional<BeatSeries> beats, List<SampledSignal> signals, List<Marker> tags) {
    /** Copies the lists. */
    public E4Session {
        signals = List.copyOf(signals);
        tags = List.copyOf(tags);
    }

    /** The signal of a name, if the session has it. */
    public Optional<SampledSignal> signal(String name) {
        return signals.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
