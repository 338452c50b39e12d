package org.lacrima.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * The average response of a group, each person counting once, with a confidence band. Immutable and thread-safe.
 *
 * <p>Per bin {@code mean ± c · s ⁄ √n} over the n persons who have a value there. Pointwise c is the quantile of
 * Student's t with n − 1 degrees of freedom: each bin is covered with the confidence asked for, the curve as a whole with
 * less. Simultaneously c is the quantile of the largest |t| over the bins, so that the whole curve is covered: found by
 * drawing normal bins with the persons' own correlations over a common χ of the least n − 1 (Montiel Olea &amp;
 * Plagborg-Møller 2019, doi:10.1002/jae.2656, with Student's t in place of the normal for small groups).
 */
public final class GrandAverage {

    /** What a confidence band covers. */
    public enum Band {
        /** Each bin by itself. */
        POINTWISE,
        /** All bins together. */
        SIMULTANEOUS
    }

    /**
     * A group in one bin.
     *
     * @param from where the bin begins, in the unit of the axis
     * @param to where it ends
     * @param mean mean over persons with its standard error, its n their number; or why there is none
     * @param low lower end of the band; empty with fewer than two persons
     * @param high upper end of the band
     * @param missing persons who have no value in the bin
     */
    public record Bin(double from, double to, MetricValue mean, OptionalDouble low, OptionalDouble high, int missing) {}

    /**
     * A group's response.
     *
     * @param name what responded
     * @param unit unit of the response
     * @param axis unit of the bins
     * @param confidence confidence of the band
     * @param band what the band covers
     * @param bins bins in order
     */
    public record Result(String name, Unit unit, Unit axis, double confidence, Band band, List<Bin> bins) {
        /** Copies the bins. */
        public Result {
            bins = List.copyOf(bins);
        }

        /** One row per bin. */
        public ResultTable toTable() {
            String covers = String.format(
                    Locale.ROOT,
                    "%.4g %% band, %s",
                    100 * confidence,
                    band == Band.POINTWISE ? "each bin by itself" : "all bins together");
            ResultTable.Builder table = ResultTable.named("grand_average", "Mean response of " + name + " over persons")
                    .columns(
                            Column.number("from", axis, "Begin of the bin, from the landmark"),
                            Column.number("to", axis, "End of the bin"),
                            Column.number("mean", unit, "Mean over persons"),
                            Column.number("low", unit, "Lower end of the " + covers),
                            Column.number("high", unit, "Upper end of the " + covers),
                            Column.number("n", Unit.COUNT, "Persons with a value"),
                            Column.number("missing", Unit.COUNT, "Persons without one"));
            for (Bin bin : bins) {
                table.row(
                        Cell.of(bin.from()),
                        Cell.of(bin.to()),
                        Cell.of(bin.mean()),
                        end(bin.low()),
                        end(bin.high()),
                        Cell.of(bin.mean() instanceof MetricValue.Estimate e ? e.n() : 0),
                        Cell.of(bin.missing()));
            }
            return table.build();
        }

        private static Cell end(OptionalDouble value) {
            return value.isPresent() ? Cell.of(value.getAsDouble()) : Cell.missing("2 persons needed");
        }
    }

    private static final int DRAWS = 20_000;
    private static final GrandAverage DEFAULTS = new GrandAverage(0.95, Band.POINTWISE, 1);

    private final double confidence;
    private final Band band;
    private final long seed;

    private GrandAverage(double confidence, Band band, long seed) {
        this.confidence = confidence;
        this.band = band;
        this.seed = seed;
    }

    /** A pointwise band of 95 %; the draws of a simultaneous one begin at seed 1. */
    public static GrandAverage withDefaults() {
        return DEFAULTS;
    }

    /** The same with another confidence, between 0 and 1. */
    public GrandAverage withConfidence(double other) {
        if (!(other > 0 && other < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + other);
        }
        return new GrandAverage(other, band, seed);
    }

    /** The same with a band that covers something else. */
    public GrandAverage with(Band other) {
        return new GrandAverage(confidence, other, seed);
    }

    /** The same with another seed of the draws of a simultaneous band. */
    public GrandAverage withSeed(long other) {
        return new GrandAverage(confidence, band, other);
    }

    /** The average of a group, one response per person. */
    public Result of(List<EventResponse> persons) {
        EventResponse.requireAlike(persons);
        EventResponse first = persons.get(0);
        List<Moments> moments = new ArrayList<>();
        for (int b = 0; b < first.bins().size(); b++) {
            moments.add(Moments.of(persons, b));
        }
        double together = band == Band.SIMULTANEOUS ? critical(moments, persons.size()) : 0;
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < moments.size(); b++) {
            bins.add(bin(first, first.bins().get(b), moments.get(b), persons.size(), together));
        }
        return new Result(first.name(), first.unit(), first.axis(), confidence, band, bins);
    }

    private Bin bin(EventResponse first, EventResponse.Bin at, Moments moments, int persons, double together) {
        int missing = persons - moments.n;
        if (moments.n == 0) {
            return new Bin(
                    at.from(),
                    at.to(),
                    MetricValue.notEstimable(first.name(), first.unit(), "none of " + persons + " persons has a value"),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    missing);
        }
        if (moments.n == 1) {
            MetricValue mean = MetricValue.of(first.name(), moments.mean, first.unit(), 1);
            return new Bin(at.from(), at.to(), mean, OptionalDouble.empty(), OptionalDouble.empty(), missing);
        }
        double half = (band == Band.SIMULTANEOUS ? together : quantile(moments.n - 1)) * moments.error;
        return new Bin(
                at.from(),
                at.to(),
                new MetricValue.Estimate(
                        first.name(), moments.mean, first.unit(), moments.n, OptionalDouble.of(moments.error)),
                OptionalDouble.of(moments.mean - half),
                OptionalDouble.of(moments.mean + half),
                missing);
    }

    private double quantile(int freedom) {
        return new TDistribution(freedom).inverseCumulativeProbability((1 + confidence) / 2);
    }

    /** The quantile of the largest |t| over the bins that have a spread. */
    private double critical(List<Moments> moments, int persons) {
        List<Moments> spread =
                moments.stream().filter(m -> m.n > 1 && m.error > 0).toList();
        if (spread.isEmpty()) {
            return 0;
        }
        int freedom = spread.stream().mapToInt(m -> m.n).min().orElseThrow() - 1;
        RandomGenerator random = new Well19937c(seed);
        double[] largest = new double[DRAWS];
        double[] weights = new double[persons];
        for (int draw = 0; draw < DRAWS; draw++) {
            double chiSquared = 0;
            for (int f = 0; f < freedom; f++) {
                double z = random.nextGaussian();
                chiSquared += z * z;
            }
            for (int p = 0; p < persons; p++) {
                weights[p] = random.nextGaussian();
            }
            double most = 0;
            for (Moments m : spread) {
                double z = 0;
                for (int p = 0; p < persons; p++) {
                    z += weights[p] * m.residuals[p];
                }
                most = Math.max(most, Math.abs(z));
            }
            largest[draw] = most / Math.sqrt(chiSquared / freedom);
        }
        Arrays.sort(largest);
        return largest[(int) Math.ceil(confidence * DRAWS) - 1];
    }

    /** One bin over persons; the residuals are scaled to a sum of squares of 1, and 0 for who has no value. */
    private static final class Moments {
        private final int n;
        private final double mean;
        private final double error;
        private final double[] residuals;

        private Moments(int n, double mean, double error, double[] residuals) {
            this.n = n;
            this.mean = mean;
            this.error = error;
            this.residuals = residuals;
        }

        static Moments of(List<EventResponse> persons, int bin) {
            double sum = 0;
            int n = 0;
            for (EventResponse person : persons) {
                MetricValue value = person.bins().get(bin).value();
                if (value.isEstimable()) {
                    sum += value.orNaN();
                    n++;
                }
            }
            double mean = sum / n;
            double squares = 0;
            double[] residuals = new double[persons.size()];
            for (int p = 0; p < residuals.length; p++) {
                MetricValue value = persons.get(p).bins().get(bin).value();
                if (value.isEstimable()) {
                    residuals[p] = value.orNaN() - mean;
                    squares += residuals[p] * residuals[p];
                }
            }
            for (int p = 0; p < residuals.length && squares > 0; p++) {
                residuals[p] /= Math.sqrt(squares);
            }
            return new Moments(n, mean, n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0, residuals);
        }
    }
}
