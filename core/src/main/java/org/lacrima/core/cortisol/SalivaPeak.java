package org.lacrima.core.cortisol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lacrima.core.cortisol.SalivaMetric.Result;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * Metrics that take each person's own peak as their landmark: when the response was highest, how steeply it rose and how
 * it declined. The peak is the highest sample from the baseline sample on, the first of several equal ones; where it is
 * the baseline sample itself there was no response, and what describes one is not estimable.
 *
 * <p>Timing apart from intensity: Lopez-Duran, Mayer &amp; Abelson 2014, doi:10.3109/10253890.2014.915517.
 */
public final class SalivaPeak {
    private static final Citation LOPEZ_DURAN_2014 =
            new Citation("Lopez-Duran, Mayer & Abelson", 2014, "10.3109/10253890.2014.915517");

    private final SalivaPlan plan;

    private SalivaPeak(SalivaPlan plan) {
        this.plan = plan;
    }

    /**
     * Peak, PeakLatency, PeakReactivity, LogReactivity, ReactivitySlope, RecoverySlope and DeclineHalfLife, each refused
     * where a sample from the baseline sample on is missing: it may have been the peak.
     */
    public static List<Metric<SalivaSeries>> of(SalivaPlan plan) {
        SalivaPeak peak = new SalivaPeak(plan);
        return List.of(
                peak.metric(
                        "Peak",
                        UnaryOperator.identity(),
                        "max(m from the baseline sample on)",
                        c -> c.result(c.peak())),
                peak.metric("PeakLatency", u -> Unit.MIN, "t_peak − t_b", c -> c.result(c.rise())),
                peak.metric(
                        "PeakReactivity",
                        UnaryOperator.identity(),
                        "m_peak − m_b, 0 where nothing rose",
                        c -> c.result(c.peak() - c.baseline())),
                peak.metric("LogReactivity", u -> Unit.ONE, "ln(m_peak ⁄ m_b)", Course::logReactivity),
                peak.metric(
                        "ReactivitySlope", Unit::perMinute, "(m_peak − m_b) ⁄ (t_peak − t_b)", Course::reactivitySlope),
                peak.metric(
                        "RecoverySlope",
                        Unit::perMinute,
                        "(m_last − m_peak) ⁄ (t_last − t_peak)",
                        Course::recoverySlope),
                peak.metric(
                        "DeclineHalfLife",
                        u -> Unit.MIN,
                        "−ln 2 ⁄ slope of ln(m − m_b) over t from the peak on, by least squares",
                        Course::declineHalfLife));
    }

    private Metric<SalivaSeries> metric(
            String name, UnaryOperator<Unit> unit, String definition, Function<Course, Result> function) {
        return new SalivaMetric(
                plan,
                name,
                unit,
                definition,
                "the baseline sample and 1 later",
                "refused where a sample is missing: it may have been the peak",
                LOPEZ_DURAN_2014,
                series -> {
                    SalivaCurve curve = SalivaCurve.of(series, plan);
                    String problem = curve.problemFromBaseline();
                    return problem.isEmpty()
                            ? function.apply(Course.of(curve.fromBaseline()))
                            : Result.refused(problem);
                });
    }

    /** A complete course from the baseline sample on, and where its peak is. */
    private static final class Course {
        private final double[] minutes;
        private final double[] values;
        private final int peakIndex;

        private Course(double[] minutes, double[] values, int peakIndex) {
            this.minutes = minutes;
            this.values = values;
            this.peakIndex = peakIndex;
        }

        static Course of(List<SalivaSample> samples) {
            double[] minutes =
                    samples.stream().mapToDouble(SalivaSample::minutes).toArray();
            double[] values = samples.stream()
                    .mapToDouble(s -> s.concentration().orElseThrow())
                    .toArray();
            int peak = 0;
            for (int i = 1; i < values.length; i++) {
                peak = values[i] > values[peak] ? i : peak;
            }
            return new Course(minutes, values, peak);
        }

        Result result(double value) {
            return Result.of(value, values.length);
        }

        double baseline() {
            return values[0];
        }

        double peak() {
            return values[peakIndex];
        }

        double rise() {
            return minutes[peakIndex] - minutes[0];
        }

        Result logReactivity() {
            return baseline() > 0
                    ? result(Math.log(peak() / baseline()))
                    : Result.refused("a ratio needs a positive baseline sample");
        }

        Result reactivitySlope() {
            return peakIndex == 0 ? noResponse() : result((peak() - baseline()) / rise());
        }

        Result recoverySlope() {
            int last = values.length - 1;
            if (peakIndex == 0) {
                return noResponse();
            }
            return peakIndex == last
                    ? Result.refused("the last sample is the highest: no decline was sampled")
                    : result((values[last] - peak()) / (minutes[last] - minutes[peakIndex]));
        }

        /** Towards the baseline sample; an apparent half-life mixes elimination, secretion that goes on and the day. */
        Result declineHalfLife() {
            if (peakIndex == 0) {
                return noResponse();
            }
            int n = values.length - peakIndex;
            if (n < 3) {
                return Result.refused(n + " of 3 samples needed from the peak on");
            }
            List<double[]> points = new ArrayList<>();
            for (int i = peakIndex; i < values.length; i++) {
                if (!(values[i] > baseline())) {
                    return Result.refused("a sample after the peak is not above the baseline sample: "
                            + "no exponential decline towards it");
                }
                points.add(new double[] {minutes[i], Math.log(values[i] - baseline())});
            }
            double slope = slope(points);
            return slope < 0 ? Result.of(-Math.log(2) / slope, n) : Result.refused("no decline after the peak");
        }

        private static Result noResponse() {
            return Result.refused("the baseline sample is the highest: no response");
        }

        private static double slope(List<double[]> points) {
            double meanT = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
            double meanY = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
            double tt = 0;
            double ty = 0;
            for (double[] point : points) {
                tt += (point[0] - meanT) * (point[0] - meanT);
                ty += (point[0] - meanT) * (point[1] - meanY);
            }
            return ty / tt;
        }
    }
}
