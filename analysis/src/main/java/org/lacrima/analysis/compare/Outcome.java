package org.lacrima.analysis.compare;

import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.OutcomeKind;

/**
 * One number per person that groups are compared on.
 *
 * @param key unique within a comparison and stable between runs: {@code RMSSD.reactivity.stressor}, {@code cortisol.AUCg}
 * @param measure what is measured: a metric of beats or breathing, a metric of the saliva samples, a rating
 * @param source where it comes from
 * @param kind how values of phases became one number; empty for saliva, whose metrics span the session
 * @param phase the phase whose value it is, or the later phase of a change; empty text for saliva
 * @param unit unit of the values
 * @param label for a reader: {@code RMSSD reactivity (stressor − baseline)}
 */
public record Outcome(
        String key, String measure, Source source, Optional<OutcomeKind> kind, String phase, Unit unit, String label) {

    /** Where an outcome comes from. */
    public enum Source {
        /** The heart beats. */
        BEATS,
        /** Breathing. */
        RESPIRATION,
        /** Saliva samples. */
        SALIVA,
        /** Ratings. */
        RATING;

        /** The word for it in tables. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The word for the kind in tables: that of {@link #kind}, or the source's where there is none. */
    public String kindKey() {
        return kind.map(OutcomeKind::key).orElse(source.key());
    }

    @Override
    public String toString() {
        return label;
    }
}
