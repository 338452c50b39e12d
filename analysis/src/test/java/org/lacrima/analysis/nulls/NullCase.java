package org.lacrima.analysis.nulls;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.lacrima.analysis.stats.Inference;

/**
 * A test and the studies without a difference on which it is tried.
 *
 * @param name the test, with what is special about its data
 * @param study draws a study of n and returns the p of the test
 * @param least share of rejections that is known to be reached at every size
 * @param most share that is known not to be exceeded
 * @param reason why the share may lie elsewhere than at 5 %; empty where it may not
 */
record NullCase(String name, Study study, double least, double most, String reason) {

    /** Draws a study and tests it. */
    @FunctionalInterface
    interface Study {
        double p(SplittableRandom random, int n);
    }

    /** A test that keeps its level at every size. */
    static NullCase of(String name, Study study) {
        return new NullCase(name, study, 0.05, 0.05, "");
    }

    /** A test that keeps within bounds about its level only, and why. */
    NullCase between(double newLeast, double newMost, String newReason) {
        return new NullCase(name, study, newLeast, newMost, newReason);
    }

    /** The p value; 1 where the data cannot answer, which rejects nothing. */
    static double p(Inference<Double> inference) {
        return inference.value().orElse(1.0);
    }

    static double[] normal(SplittableRandom random, int n) {
        return DoubleStream.generate(random::nextGaussian).limit(n).toArray();
    }
}
