package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookEntropy;
import org.lacrima.core.hrv.Entropy;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does fuzzy entropy take? */
public class FuzzyEntropyBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL = HrvPanel.withDefaults().with(List.of(Entropy.FUZZY));

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(ShortTachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** All pairs of templates, an exponential for each. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookEntropy.fuzzy(tachogram.rr);
    }
}
