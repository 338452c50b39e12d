package org.lacrima.benchmarks;

import org.lacrima.benchmarks.textbook.TextbookSpectrum;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.LombScargle;
import org.lacrima.core.spectrum.LombScargle.Grid;
import org.lacrima.core.spectrum.Spectrum;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does the Lomb–Scargle spectrum to 0.4 Hz take, with four frequencies per 1 ⁄ T? */
public class LombScargleBenchmark extends AbstractBenchmark {
    private static final LombScargle LOMB = LombScargle.withDefaults().with(Grid.oversampled(4, 0.4));

    /** LF and HF the library's way. */
    @Benchmark
    public double[] lacrima(Tachogram tachogram) {
        Spectrum spectrum = LOMB.of(tachogram.beats);
        return new double[] {spectrum.power(Band.LF), spectrum.power(Band.HF)};
    }

    /** Sine and cosine of every beat at every frequency. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookSpectrum.lomb(tachogram.seconds, tachogram.rr);
    }
}
