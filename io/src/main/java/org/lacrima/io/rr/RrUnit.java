package org.lacrima.io.rr;

import java.util.Locale;
import java.util.Optional;
import org.lacrima.io.text.DecimalMark;

/**
 * What the numbers of a file count.
 *
 * @param label as it is printed: {@code ms}, {@code s}, {@code 256 Hz}
 * @param millis how many milliseconds one of it lasts
 */
public record RrUnit(String label, double millis) {
    /** Milliseconds. */
    public static final RrUnit MILLISECONDS = new RrUnit("ms", 1);
    /** Seconds. */
    public static final RrUnit SECONDS = new RrUnit("s", 1000);

    /** Checks that a unit lasts. */
    public RrUnit {
        if (!(millis > 0) || Double.isInfinite(millis)) {
            throw new IllegalArgumentException("a unit must last a positive time, got " + millis + " ms for " + label);
        }
    }

    /** Samples at a rate, in Hz. */
    public static RrUnit samplesAt(double rateHz) {
        String rate = rateHz == Math.rint(rateHz) && rateHz < 1e9 ? Long.toString((long) rateHz) : "" + rateHz;
        return new RrUnit(rate + " Hz", 1000 / rateHz);
    }

    /** The unit of a word: {@code ms}, {@code s}, or a sampling rate such as {@code 256Hz}; empty where it is none. */
    public static Optional<RrUnit> parse(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("ms")) {
            return Optional.of(MILLISECONDS);
        }
        if (lower.equals("s")) {
            return Optional.of(SECONDS);
        }
        if (lower.endsWith("hz")) {
            double rate = DecimalMark.POINT.parse(lower, 0, lower.length() - 2);
            return rate > 0 && !Double.isInfinite(rate) && !Double.isInfinite(1000 / rate)
                    ? Optional.of(samplesAt(rate))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return label;
    }
}
