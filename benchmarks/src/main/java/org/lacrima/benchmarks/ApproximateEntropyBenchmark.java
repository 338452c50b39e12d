package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookEntropy;
import org.lacrima.core.hrv.Entropy;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does approximate entropy take? */
public class ApproximateEntropyBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL = HrvPanel.withDefaults().with(List.of(Entropy.APPROXIMATE));

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(Tachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** All pairs of templates. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookEntropy.approximate(tachogram.rr);
    }
}
