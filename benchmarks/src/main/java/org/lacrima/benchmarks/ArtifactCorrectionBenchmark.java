package org.lacrima.benchmarks;

import org.lacrima.benchmarks.textbook.TextbookCorrection;
import org.lacrima.core.beats.Correction;
import org.lacrima.core.beats.CorrectionMethod;
import org.lacrima.core.beats.Corrector;
import org.lacrima.core.beats.LipponenTarvainen;
import org.lacrima.core.beats.Passes;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does artifact correction after Lipponen and Tarvainen take, in one pass and iterated? */
public class ArtifactCorrectionBenchmark extends AbstractBenchmark {
    private static final Corrector ONE_PASS = Corrector.of(LipponenTarvainen.withDefaults(), CorrectionMethod.REPAIR);
    private static final Corrector ITERATED = ONE_PASS.with(Passes.ITERATED);

    /** The library's way, classified and corrected once. */
    @Benchmark
    public Correction lacrima(RawTachogram tachogram) {
        return ONE_PASS.correct(tachogram.beats);
    }

    /** The quartiles of every window anew, classified and corrected once. */
    @Benchmark
    public double[] textbook(RawTachogram tachogram) {
        return TextbookCorrection.once(tachogram.rr);
    }

    /** The library's way, until the number of artifacts stops falling. */
    @Benchmark
    public Correction lacrimaIterated(RawTachogram tachogram) {
        return ITERATED.correct(tachogram.beats);
    }

    /** The quartiles of every window anew, until the number of artifacts stops falling. */
    @Benchmark
    public double[] textbookIterated(RawTachogram tachogram) {
        return TextbookCorrection.iterated(tachogram.rr);
    }
}
