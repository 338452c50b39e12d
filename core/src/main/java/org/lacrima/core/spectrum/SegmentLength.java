package org.lacrima.core.spectrum;

import java.util.Locale;

/**
 * How long the segments are of which spectra are averaged. A segment is never longer than the longest run.
 *
 * @param measure how the length is told
 * @param amount seconds, samples, or the share of the longest run; positive
 */
public record SegmentLength(Measure measure, double amount) {

    /** How a length is told. */
    public enum Measure {
        /** Seconds. */
        SECONDS,
        /** Samples. */
        SAMPLES,
        /** Share of the longest run, at most 1. */
        SHARE,
        /** Samples, but the longest run as a whole where that is shorter than 300 s (pyHRV). */
        SAMPLES_FROM_300_S
    }

    /** Checks the amount. */
    public SegmentLength {
        if (!(amount > 0)
                || Double.isInfinite(amount)
                || (measure == Measure.SHARE && amount > 1)
                || (measure != Measure.SECONDS && measure != Measure.SHARE && amount != Math.rint(amount))) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is no segment length in %s", amount, measure));
        }
    }

    /** A length in seconds. */
    public static SegmentLength ofSeconds(double seconds) {
        return new SegmentLength(Measure.SECONDS, seconds);
    }

    /** A length in samples. */
    public static SegmentLength ofSamples(int samples) {
        return new SegmentLength(Measure.SAMPLES, samples);
    }

    /** A share of the longest run, above 0 and at most 1, cut to whole samples. */
    public static SegmentLength ofShare(double share) {
        return new SegmentLength(Measure.SHARE, share);
    }

    /** The longest run as a whole. */
    public static SegmentLength whole() {
        return ofShare(1);
    }

    int samples(double rateHz, int longestRun) {
        double asked = switch (measure) {
            case SECONDS -> Math.rint(amount * rateHz);
            case SAMPLES -> amount;
            case SAMPLES_FROM_300_S -> longestRun > 300 * rateHz ? amount : longestRun;
            case SHARE -> Math.floor(amount * longestRun + 1e-9);
        };
        return (int) Math.max(1, Math.min(longestRun, asked));
    }
}
