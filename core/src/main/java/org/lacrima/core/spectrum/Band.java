package org.lacrima.core.spectrum;

import java.util.Locale;

/**
 * A half-open range of frequencies, {@code [lowHz, highHz)}. Bands that touch share no frequency, so their powers add up
 * to the power of their union.
 *
 * @param name what it is called, such as {@code HF}
 * @param lowHz lowest frequency, inclusive, in Hz; not negative
 * @param highHz highest frequency, exclusive, in Hz; above {@code lowHz}
 */
public record Band(String name, double lowHz, double highHz) {
    /** Ultra low frequency, below 0.003 Hz: circadian and slower than a phase (Task Force 1996). */
    public static final Band ULF = new Band("ULF", 0, 0.003);
    /** Very low frequency, 0.003 to 0.04 Hz (Task Force 1996). */
    public static final Band VLF = new Band("VLF", 0.003, 0.04);
    /** Low frequency, 0.04 to 0.15 Hz (Task Force 1996). */
    public static final Band LF = new Band("LF", 0.04, 0.15);
    /** High frequency, 0.15 to 0.40 Hz: 9 to 24 breaths per minute (Task Force 1996). */
    public static final Band HF = new Band("HF", 0.15, 0.40);
    /** The respiratory band of adults at rest in psychophysiology, 0.12 to 0.40 Hz. */
    public static final Band RESPIRATORY = new Band("HF", 0.12, 0.40);

    /** Checks that both edges are finite and in order. */
    public Band {
        if (!(lowHz >= 0) || !(highHz > lowHz) || Double.isInfinite(highHz)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "band %s must rise from 0 Hz or above, got %s to %s Hz", name, lowHz, highHz));
        }
    }

    /**
     * A band around a person's breathing.
     *
     * @param breathsPerMinute mean respiration rate, positive
     * @param halfWidthHz distance of each edge from the rate, in Hz, positive; the lower edge is cut at 0 Hz
     */
    public static Band around(double breathsPerMinute, double halfWidthHz) {
        if (!(breathsPerMinute > 0) || !(halfWidthHz > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "rate and half width must be positive, got %s breaths/min and %s Hz",
                    breathsPerMinute,
                    halfWidthHz));
        }
        double centre = breathsPerMinute / 60;
        return new Band("HF", Math.max(0, centre - halfWidthHz), centre + halfWidthHz);
    }

    /** Whether a frequency lies inside, the upper edge excluded. */
    public boolean contains(double hertz) {
        return hertz >= lowHz && hertz < highHz;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s [%s, %s) Hz", name, lowHz, highHz);
    }
}
