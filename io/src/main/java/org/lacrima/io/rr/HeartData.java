package org.lacrima.io.rr;

/** What a file says of a heart: decided before anything is computed, since only beats and intervals carry its variability. */
public enum HeartData {
    /** Times of beats. */
    BEATS("times of beats", true),
    /** Intervals between beats, each as long as it was. */
    INTERVALS("intervals between beats", true),
    /** Heart rate, usually once a second: smoothed by the device, so that the beats cannot be had back. */
    HEART_RATE("a heart rate", false),
    /** Results over windows, such as an application's daily RMSSD. */
    MEANS("results over windows of time", false),
    /** A sampled wave, such as a pulse wave, in which nobody has found the beats yet. */
    WAVE("a sampled wave", false);

    private final String words;
    private final boolean carriesVariability;

    HeartData(String words, boolean carriesVariability) {
        this.words = words;
        this.carriesVariability = carriesVariability;
    }

    /** Whether heart rate variability can be computed from it. */
    public boolean carriesVariability() {
        return carriesVariability;
    }

    /** Why a reader of beats refuses it, as a message says it after the name of the file. */
    String refusal() {
        return "holds " + words + ": variability needs the beats, or the intervals between them";
    }
}
