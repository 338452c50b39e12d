package org.lacrima.analysis.compare;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Something that was recorded, or should have been, and does not count as it stands.
 *
 * @param kind what it is
 * @param participant whose it is
 * @param where the phase of an epoch, the class of a beat; empty text for a participant
 * @param atSeconds session time in s, for a beat
 * @param reason why
 */
public record Exclusion(Kind kind, String participant, String where, OptionalDouble atSeconds, String reason) {

    /** What is excluded. */
    public enum Kind {
        /** A person as a whole. */
        PARTICIPANT,
        /** A phase of a person. */
        EPOCH,
        /** A beat whose time was corrected. */
        BEAT;

        /** The word for it in tables. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Exclusion ofParticipant(String participant, String reason) {
        return new Exclusion(Kind.PARTICIPANT, participant, "", OptionalDouble.empty(), reason);
    }

    static Exclusion ofEpoch(String participant, String phase, String reason) {
        return new Exclusion(Kind.EPOCH, participant, phase, OptionalDouble.empty(), reason);
    }

    static Exclusion ofBeat(String participant, String where, double atSeconds, String reason) {
        return new Exclusion(Kind.BEAT, participant, where, OptionalDouble.of(atSeconds), reason);
    }
}
