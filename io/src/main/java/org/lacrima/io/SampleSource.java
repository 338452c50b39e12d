package org.lacrima.io;

import java.io.IOException;

/** Where the samples of one channel come from. */
@FunctionalInterface
public interface SampleSource {
    /** Takes samples as they are read. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes the next samples.
         *
         * @param samples holds them from index 0 on; overwritten after the call
         * @param size how many there are
         */
        void accept(double[] samples, int size);
    }

    /**
     * Reads samples in their order, in pieces of any size; NaN where nothing was recorded.
     *
     * @param from number of the first sample, counted from 0
     * @param count how many; all of them exist
     * @param sink takes them
     * @throws IOException if they cannot be read
     */
    void read(long from, long count, Sink sink) throws IOException;
}
