package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookGeometry;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long do the metrics of the histogram take? */
public class GeometricBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL =
            HrvPanel.withDefaults().with(List.of(TimeDomain.HTI, TimeDomain.TINN, TimeDomain.STRESS_INDEX));

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(Tachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** Every triangle tried, as the Task Force describes TINN. */
    @Benchmark
    public double[] textbook(Tachogram tachogram) {
        return TextbookGeometry.all(tachogram.rr);
    }
}
