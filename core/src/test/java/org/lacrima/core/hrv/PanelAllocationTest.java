package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.series.BeatSeries;

/**
 * What a panel of five minutes takes from memory: a guard against work that is done anew for every metric. The bounds are
 * a third to a half above what was measured, and no clock is read.
 */
class PanelAllocationTest {
    private static final int CALLS = 20;

    @ParameterizedTest
    @CsvSource({"SampEn, 55000", "ApEn, 55000", "FuzzyEn, 65000", "RCMSE, 260000", "REC, 32000", "D2, 150000"})
    void aMetricOfFiveMinutesTakesNoMoreThan(String name, long bytes) {
        assertThat(bytesPerCall(List.of(HrvMetrics.named(name).orElseThrow()))).isLessThan(bytes);
    }

    @Test
    void theWholePanelOfFiveMinutesTakesNoMoreThanABound() {
        assertThat(bytesPerCall(HrvMetrics.all())).isLessThan(1_100_000);
    }

    private static long bytesPerCall(List<HrvMetric> metrics) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        HrvPanel panel = HrvPanel.withDefaults().with(metrics);
        BeatSeries beats = fiveMinutes();
        panel.of(beats);
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < CALLS; i++) {
            panel.of(beats);
        }
        return (threads.getThreadAllocatedBytes(self) - before) / CALLS;
    }

    private static BeatSeries fiveMinutes() {
        Random random = new Random(11);
        double[] rr = new double[350];
        double seconds = 0;
        for (int i = 0; i < rr.length; i++) {
            rr[i] = Math.rint(860 + 35 * Math.sin(2 * Math.PI * 0.25 * seconds) + 25 * random.nextGaussian());
            seconds += rr[i] / 1000;
        }
        return BeatSeries.ofMillis(rr);
    }
}
