package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookRecurrence;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.hrv.Recurrence;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does recurrence quantification take? */
public class RecurrenceBenchmark extends AbstractBenchmark {
    private static final HrvPanel PANEL = HrvPanel.withDefaults().with(Recurrence.all());

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(ShortTachogram tachogram) {
        return PANEL.of(tachogram.beats);
    }

    /** The recurrence plot as a matrix, and its diagonals. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookRecurrence.all(tachogram.rr);
    }
}
