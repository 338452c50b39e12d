package org.lacrima.analysis.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Permutation test of a difference of means: how often a random relabelling of the values gives a statistic at least as
 * extreme as the one observed.
 *
 * <p>All {@code C(N, n₁)} relabellings (of pairs: all {@code 2ⁿ} choices of sign) are taken where they are no more than the
 * limit, and {@code p} is the share that is as extreme, the observed one among them. Beyond, resamples are drawn from the
 * seed and {@code p = (1 + count) ⁄ (1 + resamples)}, which is never zero (Phipson &amp; Smyth 2010,
 * doi:10.2202/1544-6115.1585). Two-sided counts both tails by the size of the statistic.
 *
 * <p>The studentised statistic (Welch's t of each relabelling) keeps the level also where variances differ (Janssen 1997,
 * doi:10.1016/S0167-7152(97)00043-6); of pairs it orders the choices of sign as the mean does.
 *
 * <p>Not estimable where a group is empty, or has fewer than two values for the studentised statistic, or where all values
 * are equal. Immutable.
 */
public final class PermutationTest {

    /** What is computed of each relabelling. */
    public enum Statistic {
        /** Difference of the means. */
        MEAN_DIFFERENCE,
        /** Welch's t. */
        STUDENTISED
    }

    /** Statistics nearer than this share of the data's spread count as equal: sums differ in their rounding. */
    private static final double SLACK = 1e-12;

    private final Statistic statistic;
    private final Alternative alternative;
    private final int limit;
    private final int resamples;
    private final long seed;

    private PermutationTest(Statistic statistic, Alternative alternative, int limit, int resamples, long seed) {
        this.statistic = statistic;
        this.alternative = alternative;
        this.limit = limit;
        this.resamples = resamples;
        this.seed = seed;
    }

    /** Difference of means, two-sided, exact up to 200 000 relabellings, else 9999 resamples from seed 1. */
    public static PermutationTest withDefaults() {
        return new PermutationTest(Statistic.MEAN_DIFFERENCE, Alternative.TWO_SIDED, 200_000, 9999, 1);
    }

    /** With another statistic. */
    public PermutationTest withStatistic(Statistic newStatistic) {
        return new PermutationTest(newStatistic, alternative, limit, resamples, seed);
    }

    /** Against another alternative. */
    public PermutationTest withAlternative(Alternative newAlternative) {
        return new PermutationTest(statistic, newAlternative, limit, resamples, seed);
    }

    /** Exact up to another number of relabellings; 0 always draws. */
    public PermutationTest withExactLimit(int relabellings) {
        return new PermutationTest(statistic, alternative, relabellings, resamples, seed);
    }

    /** With another number of resamples, at least 1, where relabellings are too many. */
    public PermutationTest withResamples(int newResamples) {
        if (newResamples < 1) {
            throw new IllegalArgumentException("at least 1 resample is needed, got " + newResamples);
        }
        return new PermutationTest(statistic, alternative, limit, newResamples, seed);
    }

    /** With resamples from another seed. */
    public PermutationTest withSeed(long newSeed) {
        return new PermutationTest(statistic, alternative, limit, resamples, newSeed);
    }

    /** Tests the difference {@code first − second} of two independent samples. */
    public Inference<Result> test(double[] first, double[] second) {
        int least = statistic == Statistic.STUDENTISED ? 2 : 1;
        if (Sample.of(first).size() < least || Sample.of(second).size() < least) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "groups of %d and %d, at least %d values each needed",
                    first.length,
                    second.length,
                    least));
        }
        Pool pool = Pool.of(first, second);
        if (pool.isConstant()) {
            return Inference.notEstimable("all values are equal, relabelling changes nothing");
        }
        double observed = pool.statistic(pool.sumOfFirst(), pool.squaresOfFirst(), statistic);
        if (Double.isInfinite(observed)) {
            return Inference.notEstimable("both groups are constant, a studentised statistic needs spread");
        }
        Counter counter = new Counter(observed, alternative);
        double relabellings = binomial(pool.size(), first.length);
        boolean exact = relabellings <= limit;
        if (exact) {
            pool.enumerate(statistic, counter, 0, first.length, 0, 0);
        } else {
            pool.draw(statistic, counter, resamples, new SplittableRandom(seed));
        }
        double difference = Sample.mean(first) - Sample.mean(second);
        return Inference.of(counter.result(exact, difference, first.length, second.length, seed));
    }

    /**
     * Tests the mean difference {@code first − second} of pairs.
     *
     * @throws IllegalArgumentException if there are not as many first as second values
     */
    public Inference<Result> paired(double[] first, double[] second) {
        double[] differences = TTest.differences(first, second);
        Sample sample = Sample.of(differences);
        if (Arrays.stream(differences).allMatch(d -> d == 0)) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "none of %d differences is other than zero", differences.length));
        }
        Counter counter = new Counter(Arrays.stream(differences).sum(), alternative);
        boolean exact = Math.pow(2, differences.length) <= limit;
        if (exact) {
            flip(differences, counter, 0, 0);
        } else {
            SplittableRandom random = new SplittableRandom(seed);
            for (int r = 0; r < resamples; r++) {
                double sum = 0;
                for (double d : differences) {
                    sum += random.nextBoolean() ? d : -d;
                }
                counter.add(sum);
            }
        }
        return Inference.of(counter.result(exact, sample.mean(), differences.length, differences.length, seed));
    }

    private static void flip(double[] differences, Counter counter, int from, double sum) {
        if (from == differences.length) {
            counter.add(sum);
        } else {
            flip(differences, counter, from + 1, sum + differences[from]);
            flip(differences, counter, from + 1, sum - differences[from]);
        }
    }

    private static double binomial(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            ways = ways * (n - i + 1) / i;
        }
        return Math.rint(ways);
    }

    /** How many statistics are as extreme as the observed one. */
    private static final class Counter {
        private final double observed;
        private final double slack;
        private final Alternative alternative;
        private int all;
        private int extreme;

        Counter(double observed, Alternative alternative) {
            this.observed = observed;
            this.slack = SLACK * Math.max(1, Math.abs(observed));
            this.alternative = alternative;
        }

        void add(double value) {
            all++;
            boolean counts = switch (alternative) {
                case TWO_SIDED -> Math.abs(value) >= Math.abs(observed) - slack;
                case GREATER -> value >= observed - slack;
                case LESS -> value <= observed + slack;
            };
            extreme += counts ? 1 : 0;
        }

        Result result(boolean exact, double difference, int n1, int n2, long seed) {
            double p = exact ? (double) extreme / all : (1.0 + extreme) / (1.0 + all);
            return new Result(alternative, observed, difference, p, exact, all, extreme, seed, n1, n2);
        }
    }

    /** The values of both samples, centred so that sums of squares keep their digits; the first sample in front. */
    private static final class Pool {
        private final double[] values;
        private final int n1;
        private final double sum;
        private final double squares;

        private Pool(double[] values, int n1) {
            this.values = values;
            this.n1 = n1;
            this.sum = Arrays.stream(values).sum();
            this.squares = Arrays.stream(values).map(v -> v * v).sum();
        }

        static Pool of(double[] first, double[] second) {
            double[] all = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, all, first.length, second.length);
            double mean = Sample.mean(all);
            double scale = Math.sqrt(Sample.variance(all));
            for (int i = 0; i < all.length; i++) {
                all[i] = scale > 0 ? (all[i] - mean) / scale : 0;
            }
            return new Pool(all, first.length);
        }

        int size() {
            return values.length;
        }

        boolean isConstant() {
            return squares == 0;
        }

        double sumOfFirst() {
            return Arrays.stream(values, 0, n1).sum();
        }

        double squaresOfFirst() {
            return Arrays.stream(values, 0, n1).map(v -> v * v).sum();
        }

        double statistic(double sumOfFirst, double squaresOfFirst, Statistic kind) {
            double n2 = values.length - (double) n1;
            double mean1 = sumOfFirst / n1;
            double mean2 = (sum - sumOfFirst) / n2;
            if (kind == Statistic.MEAN_DIFFERENCE) {
                return mean1 - mean2;
            }
            double variance1 = (squaresOfFirst - n1 * mean1 * mean1) / (n1 - 1.0);
            double variance2 = (squares - squaresOfFirst - n2 * mean2 * mean2) / (n2 - 1);
            double error = Math.sqrt(Math.max(0, variance1) / n1 + Math.max(0, variance2) / n2);
            return error > SLACK ? (mean1 - mean2) / error : Math.copySign(Double.POSITIVE_INFINITY, mean1 - mean2);
        }

        void enumerate(Statistic kind, Counter counter, int from, int toTake, double sumTaken, double squaresTaken) {
            if (toTake == 0) {
                counter.add(statistic(sumTaken, squaresTaken, kind));
                return;
            }
            for (int i = from; i <= values.length - toTake; i++) {
                double v = values[i];
                enumerate(kind, counter, i + 1, toTake - 1, sumTaken + v, squaresTaken + v * v);
            }
        }

        void draw(Statistic kind, Counter counter, int resamples, SplittableRandom random) {
            double[] shuffled = values.clone();
            for (int r = 0; r < resamples; r++) {
                double sumTaken = 0;
                double squaresTaken = 0;
                for (int i = 0; i < n1; i++) {
                    int at = i + random.nextInt(shuffled.length - i);
                    double v = shuffled[at];
                    shuffled[at] = shuffled[i];
                    shuffled[i] = v;
                    sumTaken += v;
                    squaresTaken += v * v;
                }
                counter.add(statistic(sumTaken, squaresTaken, kind));
            }
        }
    }

    /**
     * The outcome of a permutation test.
     *
     * @param alternative what the null was tested against
     * @param statistic the statistic observed: difference of the means in SDs of all values, Welch's t, or sum of paired
     *     differences
     * @param difference difference of the means
     * @param p p value
     * @param exact whether all relabellings were taken
     * @param relabellings how many were taken
     * @param asExtreme how many of them are as extreme as the one observed
     * @param seed seed of the drawn ones
     * @param n1 values in the first sample
     * @param n2 values in the second sample
     */
    public record Result(
            Alternative alternative,
            double statistic,
            double difference,
            double p,
            boolean exact,
            int relabellings,
            int asExtreme,
            long seed,
            int n1,
            int n2)
            implements StatisticalResult {

        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "permutation test: difference = %s, %s (%s %d relabellings)",
                    Apa.number(difference),
                    Apa.p(p),
                    exact ? "all" : "random",
                    relabellings);
        }
    }
}
