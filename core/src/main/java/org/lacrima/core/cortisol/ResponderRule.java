package org.lacrima.core.cortisol;

import java.util.Locale;
import java.util.OptionalDouble;
import org.lacrima.core.cortisol.SalivaMetric.Result;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * Who counts as a cortisol responder: the maximum increase over the baseline sample reaches a threshold.
 *
 * <p>The thresholds of 1.5 nmol/L and 15.5 % separate responders from others in 504 participants of the Trier Social
 * Stress Test and its placebo version (Miller, Plessow, Kirschbaum &amp; Stalder 2013, Psychosomatic Medicine
 * 75(9), 832–840); 2.5 nmol/L is the older rule. Whether the threshold itself counts is not said
 * there, so it is an option.
 *
 * @param scale what the threshold is a threshold of
 * @param threshold in nmol/L or in percent
 * @param edge whether the threshold itself counts
 */
public record ResponderRule(Scale scale, double threshold, Edge edge) {
    /** At least 1.5 nmol/L. */
    public static final ResponderRule MILLER_2013 = new ResponderRule(Scale.NMOL_PER_LITRE, 1.5, Edge.INCLUDED);
    /** At least 15.5 % of the baseline sample. */
    public static final ResponderRule MILLER_2013_PERCENT = new ResponderRule(Scale.PERCENT, 15.5, Edge.INCLUDED);
    /** At least 2.5 nmol/L, the rule before 2013. */
    public static final ResponderRule CLASSIC = new ResponderRule(Scale.NMOL_PER_LITRE, 2.5, Edge.INCLUDED);

    private static final Citation MILLER = new Citation("Miller, Plessow, Kirschbaum & Stalder", 2013, "");

    /** What a threshold is a threshold of. */
    public enum Scale {
        /** The increase in nmol/L. */
        NMOL_PER_LITRE,
        /** The increase in percent of the baseline sample. */
        PERCENT
    }

    /** Whether the threshold itself counts. */
    public enum Edge {
        /** An increase equal to the threshold makes a responder. */
        INCLUDED,
        /** Only a larger one does. */
        EXCLUDED
    }

    /** Refuses a threshold that is no positive number. */
    public ResponderRule {
        if (!(threshold > 0) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException("a responder's threshold must be positive, got " + threshold);
        }
    }

    /** The same rule with the other edge. */
    public ResponderRule withEdge(Edge newEdge) {
        return new ResponderRule(scale, threshold, newEdge);
    }

    /** 1 for a responder, 0 for another; concentrations in other units are converted as those of cortisol. */
    public Metric<SalivaSeries> of(SalivaPlan plan) {
        String number = String.format(Locale.ROOT, scale == Scale.PERCENT ? "%s %%" : "%s nmol/L", threshold);
        return new SalivaMetric(
                plan,
                "Responder " + number,
                unit -> Unit.ONE,
                "1 where MaxIncrease " + (edge == Edge.INCLUDED ? "≥ " : "> ") + number + ", else 0",
                "the baseline sample and 1 later",
                "refused where a sample is missing: it may have been the highest",
                MILLER,
                series -> judge(series, plan));
    }

    private Result judge(SalivaSeries series, SalivaPlan plan) {
        SalivaCurve curve = SalivaCurve.of(series, plan);
        String problem = curve.problemFromBaseline();
        if (!problem.isEmpty()) {
            return Result.refused(problem);
        }
        double baseline = curve.baseline().orElseThrow().concentration().orElseThrow();
        double increase = curve.afterBaseline().stream()
                        .map(SalivaSample::concentration)
                        .mapToDouble(OptionalDouble::orElseThrow)
                        .max()
                        .orElseThrow()
                - baseline;
        double measured;
        if (scale == Scale.PERCENT) {
            if (baseline == 0) {
                return Result.refused("the baseline sample is 0: a share of it is undefined");
            }
            measured = 100 * increase / Math.abs(baseline);
        } else {
            OptionalDouble factor = CortisolUnits.nmolPerLitreIn(series.unit());
            if (factor.isEmpty()) {
                return Result.refused("a threshold in nmol/L cannot judge " + series.unit());
            }
            measured = increase * factor.getAsDouble();
        }
        boolean responds = edge == Edge.INCLUDED ? measured >= threshold : measured > threshold;
        return Result.of(responds ? 1 : 0, 1 + curve.afterBaseline().size());
    }
}
