package org.lacrima.benchmarks;

import org.lacrima.benchmarks.textbook.TextbookDetrending;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.simulate.StudyDesign.RecordingDesign;
import org.lacrima.core.spectrum.Detrending;
import org.lacrima.core.spectrum.Resampling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long does it take to take the smooth trend off a tachogram at 4 Hz? */
public class SmoothnessPriorsBenchmark extends AbstractBenchmark {
    private static final double LAMBDA = 500;

    /** A tachogram at 4 Hz. */
    @State(Scope.Benchmark)
    public static class Samples {
        /** Number of intervals it is made of. */
        @Param({"350", "7000", "100000"})
        public int n;

        double[] millis = new double[0];

        /** Resamples simulated beats. */
        @Setup
        public void make() {
            millis = samples(n);
        }
    }

    /** The same of 5 minutes only: the textbook's solution is cubic in their number. */
    @State(Scope.Benchmark)
    public static class PhaseSamples {
        /** Number of intervals it is made of. */
        @Param("350")
        public int n;

        double[] millis = new double[0];

        /** Resamples simulated beats. */
        @Setup
        public void make() {
            millis = samples(n);
        }
    }

    /** The library's way. */
    @Benchmark
    public double[] lacrima(Samples samples) {
        return Detrending.smoothnessPriors(LAMBDA).applyTo(samples.millis);
    }

    /** The whole matrix, factorised by Commons Math. */
    @Benchmark
    public double[] textbook(PhaseSamples samples) {
        return TextbookDetrending.smoothnessPriors(samples.millis, LAMBDA);
    }

    private static double[] samples(int n) {
        BeatSeries beats = SimulatedBeats.of(n, RecordingDesign.withoutArtifacts());
        return Resampling.withDefaults().of(beats).toSignals().get(0).toArray();
    }
}
