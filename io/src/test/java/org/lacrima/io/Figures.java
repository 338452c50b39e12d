package org.lacrima.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Figures of a channel as the oracles give them: counts, ends, extremes, mean and standard deviation. */
public final class Figures {
    private Figures() {}

    /** Requires that a channel has the figures, up to a few units in the last place of its range. */
    public static void requireSame(String what, Channel channel, JsonNode expected) throws IOException {
        requireSame(what, channel.samples(0, Math.toIntExact(channel.size())), expected);
    }

    public static void requireSame(String what, double[] samples, JsonNode expected) {
        assertThat(samples.length).as(what + ": n").isEqualTo(expected.path("n").intValue());
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int missing = 0;
        for (double sample : samples) {
            if (Double.isNaN(sample)) {
                missing++;
            } else {
                min = Math.min(min, sample);
                max = Math.max(max, sample);
                sum += sample;
            }
        }
        assertThat(missing)
                .as(what + ": missing")
                .isEqualTo(expected.path("n_nan").intValue());
        int n = samples.length - missing;
        double step = 2e-15
                * Math.max(
                        Math.abs(expected.path("min").doubleValue()),
                        Math.abs(expected.path("max").doubleValue()));
        for (int i = 0; i < expected.path("first5").size(); i++) {
            requireSame(
                    what + ": sample " + i, samples[i], expected.path("first5").path(i), step);
        }
        int last = expected.path("last5").size();
        for (int i = 0; i < last; i++) {
            int at = samples.length - last + i;
            requireSame(
                    what + ": sample " + at, samples[at], expected.path("last5").path(i), step);
        }
        if (n == 0) {
            return;
        }
        requireSame(what + ": min", min, expected.path("min"), step);
        requireSame(what + ": max", max, expected.path("max"), step);
        double mean = sum / n;
        double range = Math.max(Math.abs(min), Math.abs(max));
        assertThat(mean).as(what + ": mean").isCloseTo(expected.path("mean").doubleValue(), within(1e-10 * range));
        double squares = 0;
        for (double sample : samples) {
            squares += Double.isNaN(sample) ? 0 : (sample - mean) * (sample - mean);
        }
        assertThat(Math.sqrt(squares / n))
                .as(what + ": standard deviation")
                .isCloseTo(expected.path("sd_population").doubleValue(), within(1e-9 * range));
    }

    private static void requireSame(String what, double sample, JsonNode expected, double step) {
        if (expected.isNull()) {
            assertThat(sample).as(what).isNaN();
        } else {
            double value = expected.doubleValue();
            assertThat(sample).as(what).isCloseTo(value, within(1e-15 * Math.abs(value) + step));
        }
    }
}
