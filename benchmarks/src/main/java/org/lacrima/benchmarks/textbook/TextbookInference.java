package org.lacrima.benchmarks.textbook;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Resampling and simulation as loops. */
public final class TextbookInference {
    private TextbookInference() {}

    /** Limits of the bias-corrected and accelerated 95 % interval of a mean. */
    public static double[] bootstrap(double[] values, int resamples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            double[] drawn = new double[values.length];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = values[random.nextInt(values.length)];
            }
            means[r] = StatUtils.mean(drawn);
        }
        double estimate = StatUtils.mean(values);
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            squares += Math.pow(value - estimate, 2);
            cubes += Math.pow(value - estimate, 3);
        }
        double acceleration = cubes / (6 * Math.pow(squares, 1.5));
        NormalDistribution normal = new NormalDistribution(0, 1);
        double z0 = normal.inverseCumulativeProbability(
                (double) Arrays.stream(means).filter(m -> m < estimate).count() / resamples);
        double[] limits = new double[2];
        for (int side = 0; side < 2; side++) {
            double z = z0 + normal.inverseCumulativeProbability(side == 0 ? 0.025 : 0.975);
            double p = normal.cumulativeProbability(z0 + z / (1 - acceleration * z));
            limits[side] =
                    new Percentile().withEstimationType(EstimationType.R_6).evaluate(means, 100 * p);
        }
        return limits;
    }

    /** Share of simulated studies with p below 5 %, one after the other. */
    public static double[] power(int studies, long seed, ToDoubleFunction<SplittableRandom> study) {
        SplittableRandom source = new SplittableRandom(seed);
        int rejections = 0;
        for (int i = 0; i < studies; i++) {
            if (study.applyAsDouble(source.split()) < 0.05) {
                rejections++;
            }
        }
        return new double[] {(double) rejections / studies};
    }
}
