package org.lacrima.core.metric;

/**
 * The unit of a result, as its symbol is printed: {@code ms}, {@code ms²}, {@code nmol/L}. Labels results and checks
 * headers; it does not convert.
 *
 * @param symbol printed form; empty for a pure number
 */
public record Unit(String symbol) {
    /** Milliseconds. */
    public static final Unit MS = new Unit("ms");
    /** Milliseconds squared: spectral power. */
    public static final Unit MS2 = new Unit("ms²");
    /** Natural logarithm of a quantity in ms. */
    public static final Unit LN_MS = new Unit("ln ms");
    /** Natural logarithm of a power in ms². */
    public static final Unit LN_MS2 = new Unit("ln ms²");
    /** Seconds. */
    public static final Unit S = new Unit("s");
    /** Minutes. */
    public static final Unit MIN = new Unit("min");
    /** Hertz. */
    public static final Unit HZ = new Unit("Hz");
    /** Beats per minute. */
    public static final Unit BPM = new Unit("bpm");
    /** Breaths per minute. */
    public static final Unit BREATHS_PER_MINUTE = new Unit("breaths/min");
    /** Percent. */
    public static final Unit PERCENT = new Unit("%");
    /** A count. */
    public static final Unit COUNT = new Unit("count");
    /** A pure number. */
    public static final Unit ONE = new Unit("");
    /** Nanomole per litre. */
    public static final Unit NMOL_PER_L = new Unit("nmol/L");

    /** This unit times minutes, as an area under a curve over minutes has it. */
    public Unit timesMinutes() {
        return symbol.isEmpty() ? MIN : new Unit(symbol + "·min");
    }

    /** This unit per minute, as a slope over minutes has it. */
    public Unit perMinute() {
        return new Unit((symbol.isEmpty() ? "1" : symbol) + "/min");
    }

    @Override
    public String toString() {
        return symbol;
    }
}
