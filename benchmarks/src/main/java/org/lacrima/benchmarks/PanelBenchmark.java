package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/**
 * How long does the whole catalogue take, as far as the length of the recording supports it? It runs in a heap of 256 MB:
 * a day must fit.
 */
@Fork(value = 2, jvmArgsAppend = "-Xmx256m")
public class PanelBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL = HrvPanel.withDefaults();

    /** The library's way: what metrics have in common is made once. */
    @Benchmark
    public List<MetricValue> lacrima(Tachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** Every metric by itself. */
    @Benchmark
    public List<MetricValue> textbook(ShortTachogram tachogram) {
        return HrvMetrics.all().stream()
                .map(metric -> metric.of(tachogram.beats))
                .toList();
    }
}
