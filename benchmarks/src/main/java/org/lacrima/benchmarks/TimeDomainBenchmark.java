package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookTimeDomain;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long do all time-domain metrics take? */
public class TimeDomainBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL = HrvPanel.withDefaults().with(TimeDomain.all());

    /** What the harness and one copy of the intervals cost: nothing below can be faster. */
    @Benchmark
    public double[] baseline(Tachogram tachogram) {
        return tachogram.beats.toMillis();
    }

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(Tachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** Each metric by itself, with Commons Math where it has one. */
    @Benchmark
    public double[] textbook(Tachogram tachogram) {
        return TextbookTimeDomain.all(tachogram.rr, tachogram.seconds);
    }
}
