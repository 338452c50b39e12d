package org.lacrima.benchmarks;

import org.lacrima.benchmarks.textbook.TextbookSliding;
import org.lacrima.core.hrv.FrequencyDomain;
import org.lacrima.core.hrv.HrvOptions;
import org.lacrima.core.hrv.MetricTrace;
import org.lacrima.core.hrv.SlidingMetric;
import org.lacrima.core.hrv.SpectrumOptions;
import org.lacrima.core.spectrum.Interpolation;
import org.lacrima.core.spectrum.Resampling;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does lnHF in a window of 60 s around every beat take? */
public class SlidingHfBenchmark extends AbstractBenchmark {
    /** A natural spline costs what the default costs, and is the one that Commons Math has. */
    private static final SpectrumOptions SPECTRUM =
            SpectrumOptions.withDefaults().with(Resampling.withDefaults().with(Interpolation.CUBIC_NATURAL));

    private static final SlidingMetric LN_HF = SlidingMetric.of(
                    FrequencyDomain.LN_HF.with(HrvOptions.withDefaults().with(SPECTRUM)))
            .aroundEveryBeat();

    /** The library's way. */
    @Benchmark
    public MetricTrace lacrima(Tachogram tachogram) {
        return LN_HF.of(tachogram.beats);
    }

    /** Every window anew, by Commons Math. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookSliding.lnHf(tachogram.seconds, tachogram.rr);
    }
}
