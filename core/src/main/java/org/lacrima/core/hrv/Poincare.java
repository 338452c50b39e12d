package org.lacrima.core.hrv;

import java.util.List;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Unit;

/** The Poincaré plot of each interval against the next: its two axes and what is made of them. */
public final class Poincare {
    private Poincare() {}

    private static final Citation BRENNAN_2001 =
            new Citation("Brennan, Palaniswami & Kamen", 2001, "10.1109/10.959330");
    private static final Citation TOICHI_1997 =
            new Citation("Toichi, Sugiura, Murai & Sengoku", 1997, "10.1016/S0165-1838(96)00112-9");
    private static final Citation JEPPESEN_2014 = new Citation(
            "Jeppesen, Beniczky, Johansen, Sidenius & Fuglsang-Frederiksen", 2014, "10.1109/EMBC.2014.6944639");
    private static final String PAIRS = "pairs never cross a gap";

    /** Short axis: beat-to-beat variability. */
    public static final HrvMetric SD1 = HrvMetric.named("SD1", Unit.MS)
            .definedAs("SDSD ⁄ √2")
            .needing("3 contiguous intervals")
            .atGaps(PAIRS)
            .from(BRENNAN_2001)
            .by(w -> w.successive().count() < 2
                    ? TimeDomain.tooFewDifferences(w, 2)
                    : Answer.value(
                            w.sdOfDifferences() / Math.sqrt(2), w.successive().count()));

    /** Long axis: continuous variability. */
    public static final HrvMetric SD2 = HrvMetric.named("SD2", Unit.MS)
            .definedAs("√( 2·SDNN² − SDSD² ⁄ 2 )")
            .needing("3 contiguous intervals")
            .atGaps(PAIRS)
            .from(BRENNAN_2001)
            .by(Poincare::sd2);

    /** Shape of the ellipse: short over long axis. */
    public static final HrvMetric SD1_SD2 = HrvMetric.named("SD1/SD2", Unit.ONE)
            .definedAs("SD1 ⁄ SD2")
            .needing("3 contiguous intervals")
            .atGaps(PAIRS)
            .from(BRENNAN_2001)
            .by(w -> ofAxes(
                    w,
                    (sd1, sd2) -> sd2 > 0
                            ? Answer.value(sd1 / sd2, w.successive().count())
                            : Answer.none("SD2 is 0, and nothing can be divided by it")));

    /** Area of the ellipse. */
    public static final HrvMetric ELLIPSE_AREA = HrvMetric.named("EllipseArea", Unit.MS2)
            .definedAs("π · SD1 · SD2")
            .needing("3 contiguous intervals")
            .atGaps(PAIRS)
            .from(BRENNAN_2001)
            .by(w -> ofAxes(
                    w,
                    (sd1, sd2) ->
                            Answer.value(Math.PI * sd1 * sd2, w.successive().count())));

    /** Cardiac sympathetic index. */
    public static final HrvMetric CSI = HrvMetric.named("CSI", Unit.ONE)
            .definedAs("L ⁄ T with L = 4·SD2, T = 4·SD1")
            .needing("3 contiguous intervals that do not change evenly")
            .atGaps(PAIRS)
            .from(TOICHI_1997)
            .by(w -> ofAxes(
                    w,
                    (sd1, sd2) ->
                            sd1 > 0 ? Answer.value(sd2 / sd1, w.successive().count()) : noWidth()));

    /** Modified cardiac sympathetic index. */
    public static final HrvMetric CSI_MODIFIED = HrvMetric.named("CSIm", Unit.MS)
            .definedAs("L² ⁄ T with L = 4·SD2, T = 4·SD1")
            .needing("3 contiguous intervals that do not change evenly")
            .atGaps(PAIRS)
            .from(JEPPESEN_2014)
            .by(w -> ofAxes(
                    w,
                    (sd1, sd2) -> sd1 > 0
                            ? Answer.value(4 * sd2 * sd2 / sd1, w.successive().count())
                            : noWidth()));

    /** Cardiac vagal index. */
    public static final HrvMetric CVI = HrvMetric.named("CVI", new Unit("log₁₀ ms²"))
            .definedAs("log₁₀(L · T) with L = 4·SD2, T = 4·SD1")
            .needing("3 contiguous intervals that do not change evenly")
            .atGaps(PAIRS)
            .from(TOICHI_1997)
            .by(w -> ofAxes(
                    w,
                    (sd1, sd2) -> sd1 * sd2 > 0
                            ? Answer.value(
                                    Math.log10(16 * sd1 * sd2), w.successive().count())
                            : Answer.none("the ellipse has no area, and its logarithm does not exist")));

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(SD1, SD2, SD1_SD2, ELLIPSE_AREA, CSI, CSI_MODIFIED, CVI);
    }

    @FunctionalInterface
    private interface OfAxes {
        Answer of(double sd1, double sd2);
    }

    private static Answer ofAxes(Workings w, OfAxes index) {
        Answer sd2 = sd2(w);
        return sd2.reason().isEmpty() ? index.of(w.sdOfDifferences() / Math.sqrt(2), sd2.value()) : sd2;
    }

    private static Answer noWidth() {
        return Answer.none("SD1 is 0, and nothing can be divided by it");
    }

    private static Answer sd2(Workings w) {
        int pairs = w.successive().count();
        if (pairs < 2) {
            return TimeDomain.tooFewDifferences(w, 2);
        }
        if (w.options().time().sd2Formula() == TimeOptions.Sd2Formula.ROTATED_PAIRS) {
            return Answer.value(sdAlongIdentity(w), pairs);
        }
        double squared = 2 * w.sdnn() * w.sdnn() - w.sdOfDifferences() * w.sdOfDifferences() / 2;
        return squared >= 0
                ? Answer.value(Math.sqrt(squared), pairs)
                : Answer.none("successive differences vary so much that 2·SDNN² − SDSD²/2 is negative: the series"
                        + " alternates, and its ellipse has no long axis by this formula");
    }

    private static double sdAlongIdentity(Workings w) {
        double[] along = new double[w.successive().count()];
        int pair = 0;
        for (int i = 1; i < w.n(); i++) {
            if (w.beats().isContiguousAt(i)) {
                along[pair++] = (w.rr()[i] + w.rr()[i - 1]) / Math.sqrt(2);
            }
        }
        double squares = Moments.sumOfSquares(along, Moments.mean(along));
        return Math.sqrt(squares / Workings.divisor(w.options().time().poincareDivisor(), along.length));
    }
}
