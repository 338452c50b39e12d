package org.lacrima.core.event;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Timeline;

/**
 * Somebody who watched the film, and when they first cried, if they did. Film time is counted from the film's start, so
 * that people who began at different session times meet at the same scene.
 *
 * @param id who it is
 * @param film session time from the film's start to its end, or to where the recording ends
 * @param onsetSeconds session time of the first onset of crying, inside the film; empty for who did not cry
 */
public record Viewer(String id, Window film, OptionalDouble onsetSeconds) {

    /** Refuses an onset outside the film. */
    public Viewer {
        if (onsetSeconds.isPresent() && !film.contains(onsetSeconds.getAsDouble())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s cried at %s s, outside the film %s", id, onsetSeconds.getAsDouble(), film));
        }
    }

    /** Somebody who cried. */
    public static Viewer crier(String id, Window film, double onsetSeconds) {
        return new Viewer(id, film, OptionalDouble.of(onsetSeconds));
    }

    /** Somebody who did not. */
    public static Viewer nonCrier(String id, Window film) {
        return new Viewer(id, film, OptionalDouble.empty());
    }

    /** Somebody of whom a coder marked the episodes: the onset is the first of a kind that begins during the film. */
    public static Viewer of(String id, Window film, Timeline timeline, EpisodeKind kind) {
        Optional<Double> onset = timeline.episodes(kind).stream()
                .map(e -> e.window().startSeconds())
                .filter(film::contains)
                .findFirst();
        return onset.map(seconds -> crier(id, film, seconds)).orElseGet(() -> nonCrier(id, film));
    }

    /** Whether they cried during the film. */
    public boolean cried() {
        return onsetSeconds.isPresent();
    }

    /** Film time of the onset, in s; empty for who did not cry. */
    public OptionalDouble onsetFilmSeconds() {
        return cried() ? OptionalDouble.of(onsetSeconds.getAsDouble() - film.startSeconds()) : OptionalDouble.empty();
    }

    /** The session time at which a film time came for them. */
    public double sessionSecondsAt(double filmSeconds) {
        return film.startSeconds() + filmSeconds;
    }

    /** Whether they still watched at a film time. */
    public boolean watchesAt(double filmSeconds) {
        return filmSeconds >= 0 && filmSeconds < film.lengthSeconds();
    }

    /** Whether they still watched at a film time and had not cried by then: who could have been the one to cry. */
    public boolean isAtRiskAt(double filmSeconds) {
        return watchesAt(filmSeconds) && !(cried() && onsetSeconds.getAsDouble() - film.startSeconds() <= filmSeconds);
    }
}
