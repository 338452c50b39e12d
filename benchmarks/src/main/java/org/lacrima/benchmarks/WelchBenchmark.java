package org.lacrima.benchmarks;

import org.lacrima.benchmarks.textbook.TextbookSpectrum;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.Interpolation;
import org.lacrima.core.spectrum.Resampling;
import org.lacrima.core.spectrum.Spectrum;
import org.lacrima.core.spectrum.Welch;
import org.openjdk.jmh.annotations.Benchmark;

/** How long do resampling at 4 Hz and Welch's spectrum take? */
public class WelchBenchmark extends AbstractBenchmark {
    /** A natural spline costs what the default costs, and is the one that Commons Math has. */
    private static final Resampling RESAMPLING = Resampling.withDefaults().with(Interpolation.CUBIC_NATURAL);

    /** LF and HF the library's way. */
    @Benchmark
    public double[] lacrima(Tachogram tachogram) {
        Spectrum spectrum = Welch.withDefaults().of(RESAMPLING.of(tachogram.beats));
        return new double[] {spectrum.power(Band.LF), spectrum.power(Band.HF)};
    }

    /** Spline and fast Fourier transform of Commons Math. */
    @Benchmark
    public double[] textbook(Tachogram tachogram) {
        return TextbookSpectrum.welch(tachogram.seconds, tachogram.rr);
    }
}
