package org.lacrima.benchmarks;

import org.lacrima.benchmarks.textbook.TextbookSpectrum;
import org.lacrima.core.spectrum.Autoregressive;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.Interpolation;
import org.lacrima.core.spectrum.Resampling;
import org.lacrima.core.spectrum.Spectrum;
import org.lacrima.core.spectrum.Spectrum.Integration;
import org.openjdk.jmh.annotations.Benchmark;

/** How long do resampling at 4 Hz and Burg's spectrum of order 16 take? */
public class AutoregressiveBenchmark extends AbstractBenchmark {
    private static final Resampling RESAMPLING = Resampling.withDefaults().with(Interpolation.CUBIC_NATURAL);

    /** LF and HF the library's way. */
    @Benchmark
    public double[] lacrima(Tachogram tachogram) {
        Spectrum spectrum = Autoregressive.withDefaults().of(RESAMPLING.of(tachogram.beats));
        return new double[] {spectrum.power(Band.LF, Integration.SUM), spectrum.power(Band.HF, Integration.SUM)};
    }

    /** Spline of Commons Math, Burg in loops, the density by sines and cosines. */
    @Benchmark
    public double[] textbook(Tachogram tachogram) {
        return TextbookSpectrum.autoregressive(tachogram.seconds, tachogram.rr);
    }
}
