package org.lacrima.benchmarks;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.lacrima.analysis.stats.SimulatedPower;
import org.lacrima.analysis.stats.TTest;
import org.lacrima.benchmarks.textbook.TextbookInference;
import org.openjdk.jmh.annotations.Benchmark;

/** How long do 1000 simulated studies of twice 30 people take, each with Welch's t test? The library uses all cores. */
public class SimulatedPowerBenchmark extends AbstractBenchmark {
    private static final int STUDIES = 1000;
    private static final long SEED = 1;
    private static final int PER_GROUP = 30;
    private static final double DIFFERENCE = 0.6;

    /** The library's way. */
    @Benchmark
    public SimulatedPower.Result lacrima() {
        TTest test = TTest.welch();
        return SimulatedPower.withDefaults()
                .withStudies(STUDIES)
                .withSeed(SEED)
                .of(random -> test.test(people(DIFFERENCE, random), people(0, random))
                        .value()
                        .orElseThrow()
                        .p());
    }

    /** One after the other, with the test of Commons Math. */
    @Benchmark
    public double[] textbook() {
        return TextbookInference.power(
                STUDIES, SEED, random -> TestUtils.tTest(people(DIFFERENCE, random), people(0, random)));
    }

    private static double[] people(double mean, SplittableRandom random) {
        double[] people = new double[PER_GROUP];
        for (int i = 0; i < people.length; i++) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            people[i] = mean + radius * Math.cos(2 * Math.PI * random.nextDouble());
        }
        return people;
    }
}
