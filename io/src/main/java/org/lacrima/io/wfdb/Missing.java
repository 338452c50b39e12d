package org.lacrima.io.wfdb;

import java.util.Arrays;
import org.lacrima.io.SampleSource;

/** Samples that nobody recorded. */
final class Missing {
    private static final int BLOCK = 1 << 14;

    private Missing() {}

    static void samples(long count, SampleSource.Sink sink) {
        if (count <= 0) {
            return;
        }
        double[] none = new double[(int) Math.min(count, BLOCK)];
        for (long left = count; left > 0; left -= none.length) {
            Arrays.fill(none, Double.NaN);
            sink.accept(none, (int) Math.min(left, none.length));
        }
    }
}
