package org.lacrima.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.lacrima.benchmarks.textbook.TextbookPoincare;
import org.lacrima.core.hrv.Asymmetry;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.hrv.Poincare;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long do the Poincaré plot and heart rate asymmetry take? */
public class PoincareBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL = HrvPanel.withDefaults()
            .with(Stream.of(Poincare.all(), Asymmetry.all())
                    .flatMap(List::stream)
                    .toList());

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(Tachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** One pass over the pairs for each index. */
    @Benchmark
    public double[] textbook(Tachogram tachogram) {
        return TextbookPoincare.all(tachogram.rr);
    }
}
