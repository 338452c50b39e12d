package org.lacrima.core.study;

import java.util.List;
import java.util.Optional;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.TimedValues;

/**
 * What was recorded of one person on one occasion. What is absent is empty, and each outcome that needed it says so.
 *
 * @param participant whose session it is
 * @param beats the heart beats as recorded, uncorrected
 * @param timeline phases and episodes
 * @param saliva one series per analyte
 * @param ratings ratings and other sparse readings over session time
 * @param signals evenly sampled signals, such as respiration
 */
public record Session(
        Participant participant,
        Optional<BeatSeries> beats,
        Timeline timeline,
        List<SalivaSeries> saliva,
        List<TimedValues> ratings,
        List<SampledSignal> signals) {
    /** Copies the lists. */
    public Session {
        saliva = List.copyOf(saliva);
        ratings = List.copyOf(ratings);
        signals = List.copyOf(signals);
    }

    /** The saliva series of an analyte, if there is one. */
    public Optional<SalivaSeries> saliva(String analyte) {
        return saliva.stream().filter(s -> s.analyte().equals(analyte)).findFirst();
    }

    /** The ratings of a name, if there are any. */
    public Optional<TimedValues> ratings(String name) {
        return ratings.stream().filter(r -> r.name().equals(name)).findFirst();
    }
}
