package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookTimeDomain;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** What does the usual core of three, SDNN, RMSSD and pNN50, cost by itself? */
public class RmssdBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL =
            HrvPanel.withDefaults().with(List.of(TimeDomain.SDNN, TimeDomain.RMSSD, TimeDomain.PNN50));

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(Tachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** Commons Math for SDNN, loops for the differences. */
    @Benchmark
    public double[] textbook(Tachogram tachogram) {
        return TextbookTimeDomain.sdnnRmssdPnn50(tachogram.rr);
    }
}
