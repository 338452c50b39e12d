package org.lacrima.core.simulate;

import org.lacrima.core.series.Window;

/** A mishap that befalls one participant of a simulated study. */
public sealed interface Incident {
    /** The participant, as {@code sub-007}. */
    String participantId();

    /**
     * An electrode comes off: no beats for a while.
     *
     * @param participantId the participant
     * @param window when, in session seconds
     */
    record SignalLost(String participantId, Window window) implements Incident {}

    /**
     * The session ends early: the phases after one do not take place.
     *
     * @param participantId the participant
     * @param lastPhase the last phase that takes place
     */
    record SessionEnds(String participantId, String lastPhase) implements Incident {}

    /**
     * A saliva sample without a result.
     *
     * @param participantId the participant
     * @param sample name of the sample
     * @param reason the laboratory's words
     */
    record SampleMissing(String participantId, String sample, String reason) implements Incident {}
}
