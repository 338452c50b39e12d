package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookDimension;
import org.lacrima.core.hrv.Fractal;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does the correlation dimension take? */
public class CorrelationDimensionBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL = HrvPanel.withDefaults().with(List.of(Fractal.D2));

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(ShortTachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** The distance of every pair of points against every radius. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookDimension.correlation(tachogram.rr);
    }
}
