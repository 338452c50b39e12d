package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.AllocatedBytes;
import org.lacrima.core.beats.LipponenTarvainen;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.Detrending;
import org.lacrima.core.spectrum.LombScargle;
import org.lacrima.core.spectrum.Resampling;
import org.lacrima.core.spectrum.SpectrumPlans;
import org.lacrima.core.spectrum.Tachogram;
import org.lacrima.core.spectrum.Welch;

/** What kernels allocate: bytes per call are the same on every machine, so a copy too many shows here and not in a time. */
class KernelCostTest {
    private static final int N = 100_000;
    private static final BeatSeries DAY =
            BeatSeries.ofMillis(SeededSeries.rounded(SeededSeries.normal(N, 850, 40, 1), 1));
    private static final int DOUBLE = Double.BYTES;

    @Test
    void meansDeviationsAndDifferencesCopyNoSeries() {
        HrvPanel panel = HrvPanel.withDefaults().with(List.of(TimeDomain.RMSSD, TimeDomain.SDNN, TimeDomain.PNN50));

        assertThat(AllocatedBytes.of(() -> panel.of(DAY))).isLessThan(16 * 1024);
    }

    @Test
    void theTimeDomainCopiesTheSeriesTwice() {
        HrvPanel panel = HrvPanel.withDefaults().with(TimeDomain.all());

        // the intervals as they come, and by rank
        assertThat(AllocatedBytes.of(() -> panel.of(DAY))).isLessThan(2L * N * DOUBLE + 96 * 1024);
    }

    @Test
    void fluctuationAnalysisKeepsThreeSums() {
        HrvPanel panel = HrvPanel.withDefaults().with(Dfa.all());

        assertThat(AllocatedBytes.of(() -> panel.of(DAY))).isLessThan(4L * N * DOUBLE + 256 * 1024);
    }

    @Test
    void aSlidingWindowCostsTheSameHoweverLongItIs() {
        BeatSeries hours = DAY.subSeries(0, 10_000);
        SlidingMetric minute = SlidingMetric.of(TimeDomain.RMSSD).aroundEveryBeat();
        SlidingMetric tenMinutes = minute.withWindow(Duration.ofMinutes(10));
        long windows = minute.of(hours).points().size();

        assertThat(AllocatedBytes.of(() -> minute.of(hours))).isLessThan(800 * windows);
        assertThat(AllocatedBytes.of(() -> tenMinutes.of(hours))).isLessThan(800 * windows);
    }

    @Test
    void classificationKeepsAFixedNumberOfArrays() {
        LipponenTarvainen classifier = LipponenTarvainen.withDefaults();

        assertThat(AllocatedBytes.of(() -> classifier.classify(DAY))).isLessThan(16L * N * DOUBLE);
    }

    @Test
    void spectraOfADayAllocateAFewTimesTheirSamples() {
        Tachogram tachogram = Resampling.withDefaults().of(DAY);
        long samples = tachogram.longestRunSamples();
        SpectrumPlans plans = new SpectrumPlans();
        Welch welch = Welch.withDefaults();
        welch.of(tachogram, plans);

        assertThat(AllocatedBytes.of(() -> welch.of(tachogram, plans))).isLessThan(32 * 1024);
        assertThat(AllocatedBytes.of(() -> Resampling.withDefaults().of(DAY)))
                .isLessThan(samples * DOUBLE + 12L * N * DOUBLE);
        assertThat(AllocatedBytes.of(() -> tachogram.without(Detrending.smoothnessPriors(500))))
                .isLessThan(6 * samples * DOUBLE);
        // 6 sums, frequencies and densities per frequency; a grid of at most 2^20 points with its plan
        assertThat(AllocatedBytes.of(() -> LombScargle.withDefaults().of(DAY))).isLessThan(64L << 20);
    }
}
