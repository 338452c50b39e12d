package org.lacrima.benchmarks;

import org.lacrima.benchmarks.textbook.TextbookRsa;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.rsa.PorgesBohrer;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does RSA after Porges and Bohrer take? */
public class PorgesBohrerBenchmark extends AbstractBenchmark {
    /** The library's way. */
    @Benchmark
    public MetricValue lacrima(Tachogram tachogram) {
        return PorgesBohrer.withDefaults().of(tachogram.beats);
    }

    /** A cubic fitted around every sample by Commons Math. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookRsa.porgesBohrer(tachogram.seconds, tachogram.rr);
    }
}
