package org.lacrima.core.hrv;

import java.util.Arrays;
import java.util.List;
import org.lacrima.core.hrv.FractalOptions.Correlation;
import org.lacrima.core.hrv.FractalOptions.SelfMatches;
import org.lacrima.core.hrv.FractalOptions.Symbols;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Unit;

/** Fractal dimensions of the course of the intervals and of its phase space, and its Lempel–Ziv complexity. */
public final class Fractal {
    private Fractal() {}

    private static final String UNBROKEN = "refused: the course of the intervals must be unbroken";
    private static final Citation GRASSBERGER_1983 =
            new Citation("Grassberger & Procaccia", 1983, "10.1016/0167-2789(83)90298-1");
    private static final Citation HIGUCHI_1988 = new Citation("Higuchi", 1988, "10.1016/0167-2789(88)90081-4");
    private static final Citation KATZ_1988 = new Citation("Katz", 1988, "10.1016/0010-4825(88)90041-8");
    private static final Citation LEMPEL_1976 = new Citation("Lempel & Ziv", 1976, "10.1109/TIT.1976.1055501");

    /** Correlation dimension. */
    public static final HrvMetric D2 = HrvMetric.named("D2", Unit.ONE)
            .definedAs(
                    "slope of ln C(r) over ln r, C share of the pairs of points (RRᵢ, …, RRᵢ₊₉) whose Euclidean distance"
                            + " is at most r, r from 0.25·√10·SDNN to √10·SDNN by steps of 5 %")
            .needing("12 contiguous intervals, and pairs of points within 2 radii or more; at most 20 000 intervals")
            .atGaps("points do not reach across a gap")
            .from(GRASSBERGER_1983)
            .by(Fractal::correlationDimension);

    /** Higuchi's fractal dimension. */
    public static final HrvMetric HFD = HrvMetric.named("HFD", Unit.ONE)
            .definedAs("slope of ln L(k) over ln(1 ⁄ k), k = 1 to 10, L(k) mean over m = 1 to k of"
                    + " Σ |RR(m + i·k) − RR(m + (i − 1)·k)| · (n − 1) ⁄ (a·k²), i = 1 to a = ⌊(n − m) ⁄ k⌋")
            .needing("20 intervals that differ at every distance")
            .atGaps(UNBROKEN)
            .from(HIGUCHI_1988)
            .by(Fractal::higuchi);

    /** Katz's fractal dimension. */
    public static final HrvMetric KFD = HrvMetric.named("KFD", Unit.ONE)
            .definedAs("ln(n − 1) ⁄ (ln(n − 1) + ln(d ⁄ L)), L = Σ |RRᵢ₊₁ − RRᵢ|, d = max |RRᵢ − RR₁|")
            .needing("3 intervals, of which one differs from the first")
            .atGaps(UNBROKEN)
            .from(KATZ_1988)
            .by(w -> unbroken(w, 3, Fractal::katz));

    /** Lempel–Ziv complexity. */
    public static final HrvMetric LZC = HrvMetric.named("LZC", Unit.ONE)
            .definedAs("c · log₂ n ⁄ n, c number of phrases of the sequence of RRᵢ > MeanNN")
            .needing("2 intervals that differ")
            .atGaps(UNBROKEN)
            .from(LEMPEL_1976)
            .by(w -> unbroken(w, 2, Fractal::lempelZiv));

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(D2, HFD, KFD, LZC);
    }

    @FunctionalInterface
    private interface OfIntervals {
        Answer of(Workings w);
    }

    private static Answer unbroken(Workings w, int needed, OfIntervals index) {
        if (w.n() < needed) {
            return TimeDomain.tooFewIntervals(w, needed);
        }
        if (w.runs().count() > 1) {
            int gaps = w.runs().count() - 1;
            return Answer.none(gaps + (gaps == 1 ? " gap" : " gaps") + " in the series, an unbroken one needed");
        }
        return w.isConstant() ? Answer.none("all intervals are equal") : index.of(w);
    }

    private static Answer higuchi(Workings w) {
        int longest = w.options().nonlinear().fractal().higuchiLongest();
        return unbroken(w, 2 * longest, of -> {
            double[] lengths = higuchiLengths(of.rr(), longest);
            double[] x = new double[longest];
            double[] y = new double[longest];
            for (int k = 1; k <= longest; k++) {
                if (!(lengths[k - 1] > 0)) {
                    return Answer.none("intervals " + k + " places apart never differ: the curve has no length");
                }
                x[k - 1] = -Math.log(k);
                y[k - 1] = Math.log(lengths[k - 1]);
            }
            return Answer.value(Line.through(x, y).slope(), of.n());
        });
    }

    /** Mean length of the curves through every k-th point, for k from 1 up. */
    static double[] higuchiLengths(double[] x, int longest) {
        double[] lengths = new double[longest];
        double[] sums = new double[longest];
        for (int k = 1; k <= longest; k++) {
            // The differences at distance k belong to k curves in turn: one pass serves all of them.
            Arrays.fill(sums, 0);
            int curve = 0;
            for (int i = k; i < x.length; i++) {
                sums[curve] += Math.abs(x[i] - x[i - k]);
                curve = curve + 1 == k ? 0 : curve + 1;
            }
            double sum = 0;
            for (int m = 0; m < k; m++) {
                int steps = (x.length - 1 - m) / k;
                sum += sums[m] * (x.length - 1) / ((double) steps * k) / k;
            }
            lengths[k - 1] = sum / k;
        }
        return lengths;
    }

    private static Answer katz(Workings w) {
        double[] rr = w.rr();
        double length = 0;
        double reach = 0;
        for (int i = 1; i < rr.length; i++) {
            length += Math.abs(rr[i] - rr[i - 1]);
            reach = Math.max(reach, Math.abs(rr[i] - rr[0]));
        }
        double steps = Math.log(rr.length - 1);
        double denominator = steps + Math.log(reach / length);
        return denominator > 0
                ? Answer.value(steps / denominator, w.n())
                : Answer.none("the course is as long as " + (rr.length - 1) + " times its reach, or longer:"
                        + " Katz's formula has no value there");
    }

    private static Answer lempelZiv(Workings w) {
        double threshold = w.options().nonlinear().fractal().symbols() == Symbols.ABOVE_MEAN
                ? w.mean()
                : Moments.quantile(w.sorted(), 0.5);
        boolean[] above = new boolean[w.n()];
        for (int i = 0; i < above.length; i++) {
            above[i] = w.rr()[i] > threshold;
        }
        double n = above.length;
        return Answer.value(LempelZiv.phrases(above) * (Math.log(n) / Math.log(2)) / n, w.n());
    }

    private static Answer correlationDimension(Workings w) {
        Correlation options = w.options().nonlinear().fractal().correlation();
        int m = options.dimension();
        if (w.n() > options.longest()) {
            return Answer.none(w.n() + " intervals, of which every pair would be compared; at most " + options.longest()
                    + ": take windows, or raise the limit");
        }
        if (w.runs().longest() < m + 2) {
            return Answer.none(
                    "longest run without a gap has " + w.runs().longest() + " interval(s), " + (m + 2) + " needed");
        }
        if (w.isConstant()) {
            return Answer.none("all intervals are equal: every point is the same");
        }
        PairDistances distances = new PairDistances(w.rr(), w.runs(), m);
        double sd = Math.sqrt(w.sumOfSquares() / (w.n() - 1));
        double unit = switch (options.unit()) {
            case SD -> sd;
            case SD_TIMES_ROOT_OF_DIMENSION -> sd * Math.sqrt(m);
            case LARGEST_DISTANCE -> distances.largest();
        };
        double[] radii = radii(options, unit);
        long[] within = distances.within(radii, w.resolution());
        long selves = options.selfMatches() == SelfMatches.INCLUDED ? distances.points() : 0;
        int first = 0;
        while (first < radii.length && 2 * within[first] + selves == 0) {
            first++;
        }
        int used = radii.length - first;
        if (used < 2 || within[radii.length - 1] == 0) {
            return Answer.none("too few pairs of points lie within the radii");
        }
        double[] x = new double[used];
        double[] y = new double[used];
        for (int i = 0; i < used; i++) {
            x[i] = Math.log(radii[first + i]);
            y[i] = Math.log(2.0 * within[first + i] + selves);
        }
        return Answer.value(Line.through(x, y).slope(), distances.points());
    }

    private static double[] radii(Correlation options, double unit) {
        int count =
                (int) Math.floor(Math.log(options.highest() / options.lowest()) / Math.log(options.growth()) + 1e-9);
        double[] radii = new double[count + 1];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = options.lowest() * unit * Math.pow(options.growth(), i);
        }
        return radii;
    }
}
