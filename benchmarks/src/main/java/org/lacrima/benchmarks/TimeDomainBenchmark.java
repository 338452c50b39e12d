package org.lacrima.benchmarks;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.MetricValue;
import org.openjdk.jmh.annotations.Benchmark;

/** How long do all time-domain metrics take, and what does their usual core of three cost by itself? */
public class TimeDomainBenchmark extends AbstractBenchmark {
    private static final HrvPanel ALL = HrvPanel.withDefaults().with(TimeDomain.all());
    private static final HrvPanel THREE =
            HrvPanel.withDefaults().with(List.of(TimeDomain.SDNN, TimeDomain.RMSSD, TimeDomain.PNN50));

    /** What the harness and the copy of the intervals cost. */
    @Benchmark
    public double[] baseline(Tachogram tachogram) {
        return tachogram.beats.toMillis();
    }

    /** Every time-domain metric. */
    @Benchmark
    public List<MetricValue> all(Tachogram tachogram) {
        return ALL.of(tachogram.beats);
    }

    /** SDNN, RMSSD and pNN50. */
    @Benchmark
    public List<MetricValue> sdnnRmssdPnn50(Tachogram tachogram) {
        return THREE.of(tachogram.beats);
    }

    /** Mean, standard deviation, median and quartiles by Commons Math, and a textbook loop for RMSSD. */
    @Benchmark
    public double textbook(Tachogram tachogram) {
        DescriptiveStatistics statistics = new DescriptiveStatistics(tachogram.rr);
        double squares = 0;
        int above = 0;
        for (int i = 1; i < tachogram.rr.length; i++) {
            double d = tachogram.rr[i] - tachogram.rr[i - 1];
            squares += d * d;
            above += Math.abs(d) > 50 ? 1 : 0;
        }
        return statistics.getMean()
                + statistics.getStandardDeviation()
                + statistics.getPercentile(50)
                + statistics.getPercentile(75)
                - statistics.getPercentile(25)
                + Math.sqrt(squares / (tachogram.rr.length - 1))
                + above;
    }
}
