package org.lacrima.core.hrv;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.hrv.RecurrenceOptions.Trend;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Unit;

/**
 * Recurrence quantification: how often, and for how long in a row, the last ten intervals resemble ten others. Two points
 * recur when they lie within the radius of each other; a line is a maximal run of recurrences of successive points with
 * successive points. The recurrence of a point with itself is never counted.
 */
public final class Recurrence {
    private Recurrence() {}

    private static final Citation WEBBER_1994 = new Citation("Webber & Zbilut", 1994, "10.1152/jappl.1994.76.2.965");

    /** Recurrence rate. */
    public static final HrvMetric REC = HrvMetric.named("REC", Unit.PERCENT)
            .definedAs(
                    "100 · recurrences ⁄ (N·(N − 1)) of N points (RRᵢ, …, RRᵢ₊₉), Euclidean distance at most √10·SDNN")
            .needing("11 contiguous intervals that are not all equal; at most 20 000")
            .atGaps("points do not reach across a gap")
            .from(WEBBER_1994)
            .by(w -> lines(
                    w, (lines, shortest) -> Answer.value(100.0 * lines.pointsIn(1) / lines.pairs(), lines.points())));

    /** Determinism. */
    public static final HrvMetric DET = ofLines(
            "DET",
            Unit.PERCENT,
            "100 · recurrences in lines of 2 or more ⁄ recurrences",
            (lines, shortest) -> 100.0 * lines.pointsIn(shortest) / lines.pointsIn(1));

    /** Mean length of the lines. */
    public static final HrvMetric LINE_MEAN = ofLines(
            "Lmean",
            Unit.COUNT,
            "mean number of points of the lines of 2 or more",
            (lines, shortest) -> (double) lines.pointsIn(shortest) / lines.count(shortest));

    /** Length of the longest line. */
    public static final HrvMetric LINE_MAX =
            ofLines("Lmax", Unit.COUNT, "number of points of the longest line", (lines, shortest) -> lines.longest());

    /** Divergence. */
    public static final HrvMetric DIVERGENCE =
            ofLines("DivL", Unit.ONE, "1 ⁄ Lmax", (lines, shortest) -> 1.0 / lines.longest());

    /** Entropy of the lengths of the lines. */
    public static final HrvMetric LINE_ENTROPY = ofLines(
            "RecEn",
            Unit.ONE,
            "−Σ p(l) · ln p(l), p(l) share of the lines of 2 or more that have l points",
            (lines, shortest) -> lines.entropy(shortest));

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(REC, DET, LINE_MEAN, LINE_MAX, DIVERGENCE, LINE_ENTROPY);
    }

    @FunctionalInterface
    private interface OfLines {
        Answer of(RecurrenceLines lines, int shortest);
    }

    private static HrvMetric ofLines(
            String name, Unit unit, String formula, ToDoubleBiFunction<RecurrenceLines, Integer> index) {
        return HrvMetric.named(name, unit)
                .definedAs(formula)
                .needing("a line of 2 recurrences; at most 20 000 intervals")
                .atGaps("lines end at a gap, points do not reach across it")
                .from(WEBBER_1994)
                .by(w -> lines(
                        w,
                        (lines, shortest) -> lines.longest() < shortest
                                ? Answer.none("no line of " + shortest + " successive recurrences")
                                : Answer.value(index.applyAsDouble(lines, shortest), lines.points())));
    }

    private static Answer lines(Workings w, OfLines index) {
        RecurrenceOptions options = w.options().nonlinear().recurrence();
        if (w.n() > options.longest()) {
            return Answer.none(w.n() + " intervals, of which every pair would be compared; at most " + options.longest()
                    + ": take windows, or raise the limit");
        }
        if (w.runs().longest() < options.dimension() + 1) {
            return Answer.none("longest run without a gap has " + w.runs().longest() + " interval(s), "
                    + (options.dimension() + 1) + " needed");
        }
        if (w.isConstant()) {
            return Answer.none("all intervals are equal: every point recurs with every other");
        }
        return index.of(w.shared(RecurrenceLines.class, Recurrence::lines), options.shortestLine());
    }

    private static RecurrenceLines lines(Workings w) {
        RecurrenceOptions options = w.options().nonlinear().recurrence();
        double[] x = options.trend() == Trend.KEPT ? w.rr() : withoutLine(w.rr());
        double unit = switch (options.unit()) {
            case SD -> sd(x);
            case SD_TIMES_ROOT_OF_DIMENSION -> sd(x) * Math.sqrt(options.dimension());
            case MEAN_DISTANCE -> Math.sqrt(2) * meanDistance(x);
        };
        Resolution resolution = options.trend() == Trend.KEPT ? w.resolution() : Resolution.NONE;
        return RecurrenceLines.of(
                x,
                resolution,
                w.runs(),
                options.dimension(),
                options.radius() * unit,
                options.norm(),
                options.mainDiagonal());
    }

    private static double sd(double[] x) {
        return Math.sqrt(Moments.sumOfSquares(x, Moments.mean(x)) / (x.length - 1));
    }

    private static double[] withoutLine(double[] x) {
        double[] number = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            number[i] = i;
        }
        Line line = Line.through(number, x);
        double[] rest = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rest[i] = x[i] - (line.intercept() + line.slope() * i);
        }
        return rest;
    }

    /** Mean of |xᵢ − xⱼ| over all pairs: in order, the gap above k values is crossed by k·(n − k) of them. */
    private static double meanDistance(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int k = 1; k < sorted.length; k++) {
            sum += (sorted[k] - sorted[k - 1]) * k * (sorted.length - k);
        }
        return sum / (x.length * (x.length - 1.0) / 2);
    }
}
