package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookEntropy;
import org.lacrima.core.hrv.Entropy;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does exact sample entropy take, also where a slow clock makes many intervals equal? */
public class SampleEntropyBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL = HrvPanel.withDefaults().with(List.of(Entropy.SAMPLE));

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(Tachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** All pairs of templates. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookEntropy.sample(tachogram.rr);
    }

    /** The library's way, of beats timed at 128 Hz. */
    @Benchmark
    public List<MetricValue> lacrimaQuantised(QuantisedTachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** All pairs of templates, of beats timed at 128 Hz. */
    @Benchmark
    public double[] textbookQuantised(ShortQuantisedTachogram tachogram) {
        return TextbookEntropy.sample(tachogram.rr);
    }
}
