package org.lacrima.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.lacrima.analysis.stats.Bootstrap;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.benchmarks.textbook.TextbookInference;
import org.openjdk.jmh.annotations.Benchmark;

/** How long do 10,000 resamples of the mean of 60 people take, with their BCa interval? */
public class BootstrapBenchmark extends AbstractBenchmark {
    private static final int RESAMPLES = 10_000;
    private static final long SEED = 1;

    private final double[] values =
            new SplittableRandom(SEED).doubles(60).map(u -> -Math.log(u)).toArray();

    /** The library's way. */
    @Benchmark
    public Interval lacrima() {
        return Bootstrap.withDefaults()
                .withResamples(RESAMPLES)
                .withSeed(SEED)
                .of(values, x -> Arrays.stream(x).sum() / x.length)
                .value()
                .orElseThrow()
                .interval();
    }

    /** A loop, with the mean and the quantiles of Commons Math. */
    @Benchmark
    public double[] textbook() {
        return TextbookInference.bootstrap(values, RESAMPLES, SEED);
    }
}
