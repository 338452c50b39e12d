package org.lacrima.analysis.stats;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Power of any test by simulation: the share of simulated studies in which p is below the level, with its exact (Clopper and
 * Pearson) interval. Each study has its own generator split from the seed, so that runs on many threads give the equal
 * result. Immutable.
 */
public final class SimulatedPower {

    private final int studies;
    private final double alpha;
    private final long seed;
    private final double confidence;

    private SimulatedPower(int studies, double alpha, long seed, double confidence) {
        this.studies = studies;
        this.alpha = alpha;
        this.seed = seed;
        this.confidence = confidence;
    }

    /** 1000 studies at 5 % from seed 1, interval of 95 %. */
    public static SimulatedPower withDefaults() {
        return new SimulatedPower(1000, 0.05, 1, 0.95);
    }

    /** With another number of studies, at least 1. */
    public SimulatedPower withStudies(int newStudies) {
        if (newStudies < 1) {
            throw new IllegalArgumentException("at least 1 study is needed, got " + newStudies);
        }
        return new SimulatedPower(newStudies, alpha, seed, confidence);
    }

    /** At another level, between 0 and 1. */
    public SimulatedPower withAlpha(double newAlpha) {
        if (!(newAlpha > 0 && newAlpha < 1)) {
            throw new IllegalArgumentException("alpha must lie between 0 and 1, got " + newAlpha);
        }
        return new SimulatedPower(studies, newAlpha, seed, confidence);
    }

    /** From another seed. */
    public SimulatedPower withSeed(long newSeed) {
        return new SimulatedPower(studies, alpha, newSeed, confidence);
    }

    /** With an interval of another confidence, between 0 and 1. */
    public SimulatedPower withConfidence(double newConfidence) {
        return new SimulatedPower(studies, alpha, seed, Interval.requireConfidence(newConfidence));
    }

    /**
     * The power of what a function simulates and tests.
     *
     * @param study draws a study from a generator and returns the p of its test; must be pure but for the generator
     */
    public Result of(ToDoubleFunction<SplittableRandom> study) {
        SplittableRandom source = new SplittableRandom(seed);
        SplittableRandom[] generators = new SplittableRandom[studies];
        for (int i = 0; i < studies; i++) {
            generators[i] = source.split();
        }
        int rejections = (int) IntStream.range(0, studies)
                .parallel()
                .filter(i -> study.applyAsDouble(generators[i]) < alpha)
                .count();
        double tail = (1 - confidence) / 2;
        double low = rejections == 0
                ? 0
                : BetaDistribution.of(rejections, studies - rejections + 1.0).inverseCumulativeProbability(tail);
        double high = rejections == studies
                ? 1
                : BetaDistribution.of(rejections + 1.0, studies - rejections).inverseSurvivalProbability(tail);
        Interval interval = new Interval(low, high, confidence);
        return new Result((double) rejections / studies, interval, rejections, studies, alpha, seed);
    }

    /**
     * What the simulation shows.
     *
     * @param power share of studies that reject
     * @param interval its exact binomial interval
     * @param rejections studies that reject
     * @param studies studies simulated
     * @param alpha level
     * @param seed seed they were drawn from
     */
    public record Result(double power, Interval interval, int rejections, int studies, double alpha, long seed)
            implements StatisticalResult {

        @Override
        public String apa() {
            return String.format(Locale.ROOT, "simulated power = %.3f, %s (%d studies)", power, interval, studies);
        }
    }
}
