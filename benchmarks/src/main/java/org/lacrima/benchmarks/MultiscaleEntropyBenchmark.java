package org.lacrima.benchmarks;

import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookEntropy;
import org.lacrima.core.hrv.HrvMetric;
import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.hrv.HrvOptions;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.hrv.MultiscaleOptions;
import org.lacrima.core.hrv.NonlinearOptions;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** How long does multiscale entropy over 20 scales, or 10 of five minutes, take, and what do its variants cost? */
public class MultiscaleEntropyBenchmark extends AbstractBenchmark {
    /** A metric of the family. */
    @Param({"MSE", "CMSE", "RCMSE"})
    public String metric = "MSE";

    private HrvPanel overTen = HrvPanel.withDefaults();
    private HrvPanel overTwenty = HrvPanel.withDefaults();

    /** Prepares the options. */
    @Setup
    public void make() {
        overTen = over(10);
        overTwenty = over(20);
    }

    private HrvPanel over(int scales) {
        HrvMetric chosen = HrvMetrics.named(metric).orElseThrow();
        MultiscaleOptions multiscale =
                MultiscaleOptions.withDefaults().withScales(scales).with(MultiscaleOptions.Undefined.LEAVE_OUT);
        return HrvPanel.withDefaults()
                .with(List.of(chosen))
                .with(HrvOptions.withDefaults()
                        .with(NonlinearOptions.withDefaults().with(multiscale)));
    }

    /** The library's way. */
    @Benchmark
    public List<MetricValue> lacrima(Tachogram tachogram) {
        return (scales(tachogram.n) == 10 ? overTen : overTwenty).of(tachogram.beats);
    }

    /** All pairs of templates of every coarse-grained series. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookEntropy.multiscale(metric, tachogram.rr, scales(tachogram.n));
    }

    private static int scales(int n) {
        return n < 1000 ? 10 : 20;
    }
}
