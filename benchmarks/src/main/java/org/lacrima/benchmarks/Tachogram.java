package org.lacrima.benchmarks;

import java.util.Random;
import org.lacrima.core.series.BeatSeries;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Intervals in whole milliseconds with waves at 0.1 and 0.25 Hz and noise: 5 minutes, an hour and a half, a day. */
@State(Scope.Benchmark)
public class Tachogram {
    /** Number of intervals. */
    @Param({"350", "7000", "100000"})
    public int n;

    BeatSeries beats = BeatSeries.ofMillis();
    double[] rr = new double[0];

    /** Makes the intervals. */
    @Setup
    public void make() {
        Random random = new Random(20260101);
        rr = new double[n];
        double seconds = 0;
        for (int i = 0; i < n; i++) {
            double wave = 25 * Math.sin(2 * Math.PI * 0.1 * seconds) + 35 * Math.sin(2 * Math.PI * 0.25 * seconds);
            rr[i] = Math.rint(860 + 60 * Math.sin(2 * Math.PI * seconds / 3600) + wave + 15 * random.nextGaussian());
            seconds += rr[i] / 1000;
        }
        beats = BeatSeries.ofMillis(rr);
    }
}
