package org.lacrima.core.hrv;

import java.util.List;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Unit;

/**
 * Deceleration and acceleration capacity by phase-rectified signal averaging: the mean course of the intervals around all
 * anchors, those at which heart rate slows down or speeds up.
 */
public final class Prsa {
    private Prsa() {}

    private static final Citation BAUER_2006 = new Citation("Bauer et al.", 2006, "10.1016/S0140-6736(06)68735-7");

    /** Deceleration capacity. */
    public static final HrvMetric DC = capacity(
            "DC",
            "longer than the interval before it, by 5 % at most",
            +1,
            "no interval is longer than the one before");

    /** Acceleration capacity. */
    public static final HrvMetric AC = capacity(
            "AC",
            "shorter than the interval before it, by 5 % at most",
            -1,
            "no interval is shorter than the one before");

    /** Both, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(DC, AC);
    }

    private static HrvMetric capacity(String name, String anchor, int direction, String reason) {
        return HrvMetric.named(name, Unit.MS)
                .definedAs(
                        "(X₀ + X₁ − X₋₁ − X₋₂) ⁄ 4, Xₖ mean of the intervals k places after the anchors; an anchor is "
                                + anchor)
                .needing("an anchor with 2 contiguous intervals on both sides")
                .atGaps("anchors have their window between gaps")
                .from(BAUER_2006)
                .by(w -> {
                    Answer answer = capacity(w, direction);
                    return answer.n() > 0
                            ? answer
                            : Answer.none(reason + " by so little, with enough intervals around");
                });
    }

    private static Answer capacity(Workings w, int direction) {
        PrsaOptions options = w.options().nonlinear().prsa();
        double[] rr = w.rr();
        Runs runs = w.runs();
        double sum = 0;
        int anchors = 0;
        for (int k = 0; k < runs.count(); k++) {
            int last = runs.to(k) - 1 - options.halfWindow();
            for (int i = runs.from(k) + options.halfWindow(); i <= last; i++) {
                double change = direction * (rr[i] - rr[i - 1]);
                if (change > 0 && change <= options.largestChange() * rr[i - 1]) {
                    sum += rr[i] + rr[i + 1] - rr[i - 1] - rr[i - 2];
                    anchors++;
                }
            }
        }
        return Answer.value(sum / anchors / 4, anchors);
    }
}
