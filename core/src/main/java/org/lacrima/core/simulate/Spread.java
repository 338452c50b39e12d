package org.lacrima.core.simulate;

import java.util.Locale;

/**
 * How a trait varies between people: normal with a mean and an SD, drawn again where it falls outside its bounds.
 *
 * @param mean mean before bounding
 * @param sd standard deviation before bounding; 0 for a trait that everybody shares
 * @param least lower bound, inclusive
 * @param most upper bound, inclusive
 */
public record Spread(double mean, double sd, double least, double most) {
    /** Refuses what could not be drawn: bounds must hold the mean. */
    public Spread {
        if (!(sd >= 0) || !Double.isFinite(sd) || !Double.isFinite(mean) || !(least <= mean && mean <= most)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a spread needs a mean within its bounds and an SD of 0 or more, got %s ± %s in [%s, %s]",
                    mean,
                    sd,
                    least,
                    most));
        }
    }

    /** A trait that varies between people. */
    public static Spread of(double mean, double sd, double least, double most) {
        return new Spread(mean, sd, least, most);
    }

    /** A trait that everybody shares. */
    public static Spread fixed(double value) {
        return new Spread(value, 0, value, value);
    }
}
