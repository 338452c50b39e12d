package org.lacrima.benchmarks;

import org.lacrima.benchmarks.textbook.TextbookSliding;
import org.lacrima.core.hrv.MetricTrace;
import org.lacrima.core.hrv.SlidingMetric;
import org.lacrima.core.hrv.TimeDomain;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does RMSSD in a window of 60 s around every beat take? */
public class SlidingRmssdBenchmark extends AbstractBenchmark {
    private static final SlidingMetric RMSSD =
            SlidingMetric.of(TimeDomain.RMSSD).aroundEveryBeat();

    /** The library's way. */
    @Benchmark
    public MetricTrace lacrima(Tachogram tachogram) {
        return RMSSD.of(tachogram.beats);
    }

    /** Every window anew. */
    @Benchmark
    public double[] textbook(Tachogram tachogram) {
        return TextbookSliding.rmssd(tachogram.seconds, tachogram.rr);
    }
}
