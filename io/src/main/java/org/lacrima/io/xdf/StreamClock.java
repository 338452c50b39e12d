package org.lacrima.io.xdf;

/**
 * How well the times of a stream are known in the clock of the recorder.
 *
 * @param stream name of the stream
 * @param offsets how often the difference of the clocks was measured; 0 where times could not be corrected
 * @param resets how often the stream's clock was set anew
 * @param offsetMillis root mean square of the differences about the line that was taken for them, in ms
 * @param jitterMillis root mean square of the sample times about even spacing, in ms; 0 for uneven streams
 */
public record StreamClock(String stream, int offsets, int resets, double offsetMillis, double jitterMillis) {
    /** The synchronisation score: {@code √(offsetMillis² + jitterMillis²)}, in ms; the smaller, the better. */
    public double uncertaintyMillis() {
        return Math.hypot(offsetMillis, jitterMillis);
    }
}
