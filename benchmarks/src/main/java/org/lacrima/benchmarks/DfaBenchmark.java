package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookDfa;
import org.lacrima.core.hrv.Dfa;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does detrended fluctuation analysis over scales 4 to 64 take? */
public class DfaBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL = HrvPanel.withDefaults().with(Dfa.all());

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(Tachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** A regression of Commons Math in every window. */
    @Benchmark
    public double[] textbook(Tachogram tachogram) {
        return TextbookDfa.exponents(tachogram.rr);
    }
}
