package org.lacrima.analysis.survival;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;

/**
 * The product-limit estimate of the share that is still without the event: {@code S(t) = ∏(1 − dᵢ⁄nᵢ)} over the times up to
 * t, with {@code dᵢ} events among the {@code nᵢ} persons at risk.
 *
 * <p>Variance by Greenwood, {@code S²·Σdᵢ⁄(nᵢ(nᵢ − dᵢ))}; pointwise limits on the scale of S, of its logarithm (default, as
 * R's survfit) or of log(−log S), cut at 0 and 1. A person censored at the time of an event is still at risk. Not estimable
 * without persons. Sources: Kaplan &amp; Meier 1958, doi:10.1080/01621459.1958.10501452; limits: Kalbfleisch &amp; Prentice
 * 2002, doi:10.1002/9781118032985. Immutable.
 */
public final class KaplanMeier {

    /** The scale on which the limits are symmetric. */
    public enum Scale {
        /** S itself. */
        PLAIN,
        /** log S. */
        LOG,
        /** log(−log S): best in small groups. */
        LOG_LOG
    }

    private final Scale scale;
    private final double confidence;

    private KaplanMeier(Scale scale, double confidence) {
        this.scale = scale;
        this.confidence = confidence;
    }

    /** Limits of 95 % on the scale of the logarithm. */
    public static KaplanMeier withDefaults() {
        return new KaplanMeier(Scale.LOG, 0.95);
    }

    /** With limits on another scale. */
    public KaplanMeier withScale(Scale newScale) {
        return new KaplanMeier(newScale, confidence);
    }

    /** With limits of another confidence, between 0 and 1. */
    public KaplanMeier withConfidence(double newConfidence) {
        return new KaplanMeier(scale, Interval.requireConfidence(newConfidence));
    }

    /** The curve of one group. */
    public Inference<SurvivalCurve> of(TimesToEvent times) {
        if (times.size() == 0) {
            return Inference.notEstimable("nobody is at risk, a survival curve needs persons");
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
        int[] order = times.order();
        List<SurvivalCurve.Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        double hazard = 0;
        double hazardVariance = 0;
        int from = 0;
        while (from < order.length) {
            double time = times.secondsAt(order[from]);
            int to = from;
            int events = 0;
            while (to < order.length && times.secondsAt(order[to]) == time) {
                events += times.isEventAt(order[to]) ? 1 : 0;
                to++;
            }
            double atRisk = order.length - from;
            survival *= 1 - events / atRisk;
            greenwood += events == 0 ? 0 : events / (atRisk * (atRisk - events));
            hazard += events / atRisk;
            hazardVariance += events / (atRisk * atRisk);
            steps.add(new SurvivalCurve.Step(
                    time,
                    order.length - from,
                    events,
                    to - from - events,
                    survival,
                    survival == 0 ? 0 : survival * Math.sqrt(greenwood),
                    limits(survival, Math.sqrt(greenwood), z),
                    hazard,
                    Math.sqrt(hazardVariance)));
            from = to;
        }
        return Inference.of(new SurvivalCurve(steps, times.size(), times.events(), confidence));
    }

    private Inference<Interval> limits(double s, double relativeError, double z) {
        if (s == 0) {
            return Inference.notEstimable("everyone had the event, no limits of a share of 0");
        }
        if (s == 1 && scale == Scale.LOG_LOG) {
            return Inference.of(new Interval(1, 1, confidence));
        }
        double low = switch (scale) {
            case PLAIN -> s - z * s * relativeError;
            case LOG -> s * Math.exp(-z * relativeError);
            case LOG_LOG -> Math.exp(-Math.exp(Math.log(-Math.log(s)) - z * relativeError / Math.log(s)));
        };
        double high = switch (scale) {
            case PLAIN -> s + z * s * relativeError;
            case LOG -> s * Math.exp(z * relativeError);
            case LOG_LOG -> Math.exp(-Math.exp(Math.log(-Math.log(s)) + z * relativeError / Math.log(s)));
        };
        return Inference.of(new Interval(Math.max(0, low), Math.min(1, high), confidence));
    }
}
