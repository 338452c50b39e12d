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
    private static final String PAIRS = "pairs never cross a gap";

    /** Short axis: beat-to-beat variability. */
    public static final HrvMetric SD1 = HrvMetric.named("SD1", Unit.MS)
            .definedAs("SDSD ⁄ √2")
            .needing("3 contiguous intervals")
            .atGaps(PAIRS)
            .from(BRENNAN_2001)
            .by(w -> w.successive().count() < 2
                    ? TimeDomain.tooFewDifferences(w, 2)
                    : Answer.value(w.sdsd() / Math.sqrt(2), w.successive().count()));

    /** Long axis: continuous variability. */
    public static final HrvMetric SD2 = HrvMetric.named("SD2", Unit.MS)
            .definedAs("√( 2·SDNN² − SDSD² ⁄ 2 )")
            .needing("3 contiguous intervals")
            .atGaps(PAIRS)
            .from(BRENNAN_2001)
            .by(Poincare::sd2);

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(SD1, SD2);
    }

    private static Answer sd2(Workings w) {
        int pairs = w.successive().count();
        if (pairs < 2) {
            return TimeDomain.tooFewDifferences(w, 2);
        }
        if (w.options().time().sd2Formula() == TimeOptions.Sd2Formula.ROTATED_PAIRS) {
            return Answer.value(sdAlongIdentity(w), pairs);
        }
        double squared = 2 * w.sdnn() * w.sdnn() - w.sdsd() * w.sdsd() / 2;
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
        return Math.sqrt(squares / Workings.divisor(w.options().time().sdsdDivisor(), along.length));
    }
}
