package org.lacrima.core.hrv;

import java.util.List;
import java.util.function.Function;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.hrv.NonlinearOptions.FragmentationShare;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Unit;

/**
 * Heart rate fragmentation: how often acceleration turns into deceleration and back. With Δᵢ the successive differences,
 * an inflection point is an interval at which the sign of Δ (−1, 0, 1) is not the sign of the next Δ; a segment is a
 * maximal run of Δ of one sign other than 0; an alternation segment is a maximal run of at least four inflection points.
 */
public final class Fragmentation {
    private Fragmentation() {}

    private static final Citation COSTA_2017 =
            new Citation("Costa, Davis & Goldberger", 2017, "10.3389/fphys.2017.00255");

    /** Percentage of inflection points. */
    public static final HrvMetric PIP =
            metric("PIP", Unit.PERCENT, "100 · number of inflection points ⁄ n", Fragmentation::pip);

    /** Inverse average length of segments. */
    public static final HrvMetric IALS = metric(
            "IALS",
            Unit.ONE,
            "number of segments ⁄ number of Δ in them",
            w -> segments(w, t -> Answer.value((double) t.segments / t.inSegments, t.segments)));

    /** Percentage of intervals in short segments. */
    public static final HrvMetric PSS = metric(
            "PSS",
            Unit.PERCENT,
            "100 − 100 · number of Δ in segments of three or more ⁄ n",
            w -> segments(
                    w,
                    t -> share(w) == FragmentationShare.INTERVALS
                            ? Answer.value(100 - 100.0 * t.inLongSegments / w.n(), w.n())
                            : Answer.value(100.0 * t.shortSegments / t.segments, t.segments)));

    /** Percentage of intervals in alternation segments. */
    public static final HrvMetric PAS = metric(
            "PAS", Unit.PERCENT, "100 · number of inflection points in alternation segments ⁄ n", Fragmentation::pas);

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(PIP, IALS, PSS, PAS);
    }

    private static HrvMetric metric(String name, Unit unit, String formula, HrvMetric.Kernel kernel) {
        return HrvMetric.named(name, unit)
                .definedAs(formula)
                .needing("3 contiguous intervals")
                .atGaps("segments end at a gap")
                .from(COSTA_2017)
                .by(w -> w.runs().longest() < 3
                        ? Answer.none(
                                "longest run without a gap has " + w.runs().longest() + " interval(s), 3 needed")
                        : kernel.of(w));
    }

    private static FragmentationShare share(Workings w) {
        return w.options().nonlinear().fragmentation();
    }

    private static Answer pip(Workings w) {
        return Answer.value(100.0 * w.shared(Turns.class, Turns::of).inflections / w.n(), w.n());
    }

    private static Answer segments(Workings w, Function<Turns, Answer> index) {
        Turns turns = w.shared(Turns.class, Turns::of);
        return turns.segments > 0
                ? index.apply(turns)
                : Answer.none("successive intervals are all equal: heart rate neither accelerates nor decelerates");
    }

    private static Answer pas(Workings w) {
        Turns turns = w.shared(Turns.class, Turns::of);
        if (share(w) == FragmentationShare.INTERVALS) {
            return Answer.value(100.0 * turns.inAlternations / w.n(), w.n());
        }
        return turns.inflectionRuns > 0
                ? Answer.value(100.0 * turns.alternations / turns.inflectionRuns, turns.inflectionRuns)
                : Answer.none("no inflection point, and so no run of them to take a share of");
    }

    /** Counts of segments and inflection points. */
    private static final class Turns {
        private static final int LONG_SEGMENT = 3;
        private static final int ALTERNATION = 4;

        private int inflections;
        private int inflectionRuns;
        private int alternations;
        private int inAlternations;
        private int segments;
        private int shortSegments;
        private int inSegments;
        private int inLongSegments;

        static Turns of(Workings w) {
            Turns turns = new Turns();
            Runs runs = w.runs();
            for (int k = 0; k < runs.count(); k++) {
                turns.addRun(w.rr(), runs.from(k), runs.to(k));
            }
            return turns;
        }

        private void addRun(double[] rr, int from, int to) {
            int segment = 0;
            int inflectionRun = 0;
            double before = 0;
            for (int i = from + 1; i < to; i++) {
                double sign = Math.signum(rr[i] - rr[i - 1]);
                boolean turns = sign != before;
                if (turns) {
                    endSegment(before == 0 ? 0 : segment);
                    segment = 0;
                }
                segment++;
                // The first difference of a run has none before it to differ from.
                if (turns && i > from + 1) {
                    inflectionRun++;
                } else {
                    endInflections(inflectionRun);
                    inflectionRun = 0;
                }
                before = sign;
            }
            endSegment(before == 0 ? 0 : segment);
            endInflections(inflectionRun);
        }

        private void endSegment(int length) {
            if (length > 0) {
                segments++;
                inSegments += length;
                shortSegments += length < LONG_SEGMENT ? 1 : 0;
                inLongSegments += length < LONG_SEGMENT ? 0 : length;
            }
        }

        private void endInflections(int length) {
            if (length > 0) {
                inflections += length;
                inflectionRuns++;
                alternations += length < ALTERNATION ? 0 : 1;
                inAlternations += length < ALTERNATION ? 0 : length;
            }
        }
    }
}
