package org.lacrima.analysis.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Bootstrap intervals of any statistic of one sample or of two: values are drawn with replacement, within each sample, and
 * the spread of the statistic over the resamples is its uncertainty.
 *
 * <p>The percentile interval lies between quantiles of the replicates at {@code α⁄2} and {@code 1 − α⁄2}. The
 * bias-corrected and accelerated one (BCa) moves these probabilities to
 * {@code Φ(z₀ + (z₀ + z) ⁄ (1 − a(z₀ + z)))}, {@code z₀ = Φ⁻¹(share of replicates below the estimate)} and
 * {@code a = Σ L³ ⁄ (6·(Σ L²)^{3⁄2})} from the jackknife influences L, weighted by {@code 1⁄n} where there are two samples.
 *
 * <p>Not estimable where a sample has fewer than two values, or where the statistic is not finite for some resample. BCa
 * has a reason of its own where all replicates lie on one side of the estimate.
 *
 * <p>Sources: Efron 1987, doi:10.1080/01621459.1987.10478410; Davison &amp; Hinkley 1997, doi:10.1017/CBO9780511802843.
 * Immutable.
 */
public final class Bootstrap {

    /** How a quantile is read off the ordered replicates. */
    public enum Quantiles {
        /** At {@code (R + 1)·p}: type 6 of Hyndman &amp; Fan, the bootstrap literature's. */
        TYPE_6,
        /** At {@code (R − 1)·p + 1}: type 7, the default of R's {@code quantile}. */
        TYPE_7,
        /** At {@code (R + 1)·p}, interpolated on the scale of normal quantiles, as R's package boot does. */
        NORMAL_SCALE
    }

    private final int resamples;
    private final long seed;
    private final double confidence;
    private final Quantiles quantiles;

    private Bootstrap(int resamples, long seed, double confidence, Quantiles quantiles) {
        this.resamples = resamples;
        this.seed = seed;
        this.confidence = confidence;
        this.quantiles = quantiles;
    }

    /** 9999 resamples from seed 1, intervals of 95 %, quantiles of type 6. */
    public static Bootstrap withDefaults() {
        return new Bootstrap(9999, 1, 0.95, Quantiles.TYPE_6);
    }

    /** With another number of resamples, at least 100. */
    public Bootstrap withResamples(int newResamples) {
        if (newResamples < 100) {
            throw new IllegalArgumentException("at least 100 resamples are needed, got " + newResamples);
        }
        return new Bootstrap(newResamples, seed, confidence, quantiles);
    }

    /** From another seed. */
    public Bootstrap withSeed(long newSeed) {
        return new Bootstrap(resamples, newSeed, confidence, quantiles);
    }

    /** With intervals of another confidence, between 0 and 1. */
    public Bootstrap withConfidence(double newConfidence) {
        return new Bootstrap(resamples, seed, Interval.requireConfidence(newConfidence), quantiles);
    }

    /** With another reading of quantiles. */
    public Bootstrap withQuantiles(Quantiles newQuantiles) {
        return new Bootstrap(resamples, seed, confidence, newQuantiles);
    }

    /** The intervals of a statistic of one sample. */
    public Inference<Result> of(double[] values, ToDoubleFunction<double[]> statistic) {
        if (Sample.of(values).size() < 2) {
            return tooFew(values.length);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[values.length];
        double[] replicates = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            draw(values, drawn, random);
            replicates[r] = statistic.applyAsDouble(drawn);
        }
        return result(statistic.applyAsDouble(values), replicates, influences(values, statistic));
    }

    /**
     * The intervals of a statistic of one sample from given resamples, so that another program's can be used again.
     *
     * @param indices one array per resample: indices of the values drawn, from 0
     */
    public Inference<Result> of(double[] values, ToDoubleFunction<double[]> statistic, int[][] indices) {
        if (Sample.of(values).size() < 2) {
            return tooFew(values.length);
        }
        double[] replicates = new double[indices.length];
        for (int r = 0; r < indices.length; r++) {
            replicates[r] = statistic.applyAsDouble(
                    Arrays.stream(indices[r]).mapToDouble(i -> values[i]).toArray());
        }
        return result(statistic.applyAsDouble(values), replicates, influences(values, statistic));
    }

    /** The intervals of a statistic of two independent samples, each resampled within itself. */
    public Inference<Result> of(double[] first, double[] second, ToDoubleBiFunction<double[], double[]> statistic) {
        int least = Math.min(Sample.of(first).size(), Sample.of(second).size());
        if (least < 2) {
            return tooFew(least);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn1 = new double[first.length];
        double[] drawn2 = new double[second.length];
        double[] replicates = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            draw(first, drawn1, random);
            draw(second, drawn2, random);
            replicates[r] = statistic.applyAsDouble(drawn1, drawn2);
        }
        double[] ofFirst = influences(first, x -> statistic.applyAsDouble(x, second));
        double[] ofSecond = influences(second, y -> statistic.applyAsDouble(first, y));
        double[] both = new double[first.length + second.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = i < first.length ? ofFirst[i] / first.length : ofSecond[i - first.length] / second.length;
        }
        return result(statistic.applyAsDouble(first, second), replicates, both);
    }

    private static Inference<Result> tooFew(int n) {
        return Inference.notEstimable(String.format(Locale.ROOT, "%d values to resample, at least 2 needed", n));
    }

    private static void draw(double[] values, double[] drawn, SplittableRandom random) {
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values[random.nextInt(values.length)];
        }
    }

    private static double[] influences(double[] values, ToDoubleFunction<double[]> statistic) {
        double[] without = Arrays.copyOfRange(values, 1, values.length);
        double[] jackknife = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            jackknife[i] = statistic.applyAsDouble(without.clone());
            if (i < without.length) {
                without[i] = values[i];
            }
        }
        double mean = Sample.mean(jackknife);
        return Arrays.stream(jackknife)
                .map(j -> (values.length - 1) * (mean - j))
                .toArray();
    }

    private Inference<Result> result(double estimate, double[] replicates, double[] influences) {
        if (!Double.isFinite(estimate) || !Arrays.stream(replicates).allMatch(Double::isFinite)) {
            return Inference.notEstimable("the statistic is not finite for some of the resamples");
        }
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        double tail = (1 - confidence) / 2;
        Interval percentile = new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail), confidence);
        double below = Arrays.stream(sorted).filter(r -> r < estimate).count() / (double) sorted.length;
        double bias = Sample.mean(replicates) - estimate;
        double error = Math.sqrt(Sample.variance(replicates));
        return Inference.of(
                new Result(estimate, bias, error, percentile, bca(sorted, below, influences), replicates.length, seed));
    }

    private Inference<Bca> bca(double[] sorted, double below, double[] influences) {
        if (below == 0 || below == 1) {
            return Inference.notEstimable("all resamples lie on one side of the estimate");
        }
        double acceleration = acceleration(influences);
        double z0 = Asymptotic.quantile(below);
        double tail = (1 - confidence) / 2;
        double low = adjusted(tail, z0, acceleration);
        double high = adjusted(1 - tail, z0, acceleration);
        Interval interval = new Interval(quantile(sorted, low), quantile(sorted, high), confidence);
        return Inference.of(new Bca(interval, z0, acceleration, low, high));
    }

    private static double acceleration(double[] influences) {
        double largest = Arrays.stream(influences).map(Math::abs).max().orElse(0);
        if (!(largest > 0)) {
            return 0;
        }
        double squares = 0;
        double cubes = 0;
        for (double influence : influences) {
            double share = influence / largest;
            squares += share * share;
            cubes += share * share * share;
        }
        return cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double adjusted(double p, double z0, double acceleration) {
        double z = z0 + Asymptotic.quantile(p);
        return Asymptotic.cdf(z0 + z / (1 - acceleration * z));
    }

    private double quantile(double[] sorted, double p) {
        int n = sorted.length;
        if (quantiles == Quantiles.TYPE_7) {
            return Sample.quantile(sorted, (n - 1) * p);
        }
        double rank = (n + 1) * p;
        int whole = (int) Math.floor(rank + 1e-9);
        if (quantiles == Quantiles.TYPE_6 || whole < 1 || whole >= n || rank - whole < 1e-9) {
            return Sample.quantile(sorted, rank - 1);
        }
        double from = Asymptotic.quantile(whole / (n + 1.0));
        double to = Asymptotic.quantile((whole + 1) / (n + 1.0));
        double share = (Asymptotic.quantile(p) - from) / (to - from);
        return sorted[whole - 1] + share * (sorted[whole] - sorted[whole - 1]);
    }

    /**
     * A bias-corrected and accelerated interval.
     *
     * @param interval the interval
     * @param z0 bias correction on the normal scale
     * @param acceleration acceleration
     * @param lowProbability probability at which its lower limit is read off
     * @param highProbability probability at which its upper limit is read off
     */
    public record Bca(
            Interval interval, double z0, double acceleration, double lowProbability, double highProbability) {}

    /**
     * What the resamples say.
     *
     * @param estimate the statistic of the values themselves
     * @param bias mean of the replicates minus the estimate
     * @param standardError standard deviation of the replicates
     * @param percentile percentile interval
     * @param bca bias-corrected and accelerated interval
     * @param resamples number of resamples
     * @param seed seed they were drawn from
     */
    public record Result(
            double estimate,
            double bias,
            double standardError,
            Interval percentile,
            Inference<Bca> bca,
            int resamples,
            long seed)
            implements StatisticalResult {

        /** The BCa interval where there is one, else the percentile interval. */
        public Interval interval() {
            return bca.value().map(Bca::interval).orElse(percentile);
        }

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "estimate = %s, %s (%s bootstrap, %d resamples)",
                    Apa.number(estimate),
                    interval(),
                    bca.isEstimable() ? "BCa" : "percentile",
                    resamples);
        }
    }
}
