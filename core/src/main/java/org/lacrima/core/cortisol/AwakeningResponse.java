package org.lacrima.core.cortisol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lacrima.core.cortisol.SalivaMetric.Result;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * The cortisol awakening response of one morning: how cortisol rises in the hour after waking. Minutes of the series are
 * counted from awakening, not from the first sample; samples beyond the hour and before awakening take no part.
 *
 * <p>The response is over so soon that a first sample taken late misses its foot and overstates it, which no later sample
 * shows; so the delay of the first sample is a result of its own, and beyond a limit there is no response. Take awakening
 * from a device where one can.
 *
 * <p>Stalder et al. 2016 (expert consensus), doi:10.1016/j.psyneuen.2015.10.010; areas: Pruessner et al. 2003,
 * doi:10.1016/S0306-4530(02)00108-7. Immutable.
 */
public final class AwakeningResponse {
    private static final Citation STALDER_2016 =
            new Citation("Stalder, Kirschbaum, Kudielka et al.", 2016, "10.1016/j.psyneuen.2015.10.010");
    private static final String NO_LATER_SAMPLE = "no sample after the first";

    private static final AwakeningResponse DEFAULTS = new AwakeningResponse("cortisol", 60, 5);

    private final String analyte;
    private final double lengthMinutes;
    private final double longestDelayMinutes;

    private AwakeningResponse(String analyte, double lengthMinutes, double longestDelayMinutes) {
        this.analyte = analyte;
        this.lengthMinutes = lengthMinutes;
        this.longestDelayMinutes = longestDelayMinutes;
    }

    /**
     * Cortisol in the 60 min after awakening, the first sample at most 5 min late: delays of 5 to 15 min already bias the
     * response (Smyth et al. 2015, PMID 26318630).
     */
    public static AwakeningResponse withDefaults() {
        return DEFAULTS;
    }

    /** The same for another analyte. */
    public AwakeningResponse withAnalyte(String other) {
        return new AwakeningResponse(other, lengthMinutes, longestDelayMinutes);
    }

    /** The same over another time from awakening. */
    public AwakeningResponse withLength(Duration length) {
        return new AwakeningResponse(analyte, minutes("length", length), longestDelayMinutes);
    }

    /** The same with another delay of the first sample that is accepted. */
    public AwakeningResponse withLongestDelay(Duration delay) {
        return new AwakeningResponse(analyte, lengthMinutes, minutes("longest delay", delay));
    }

    /**
     * CARdelay, the minutes from awakening to the first sample; and, refused where that is too late or a sample is missing,
     * CARaucG and CARaucI, the areas, CARincrease, the highest later sample less the first, and CARmeanIncrease, the mean of
     * the later samples less the first.
     */
    public List<Metric<SalivaSeries>> metrics() {
        SalivaPlan plan = new SalivaPlan(analyte, List.of(), Optional.empty(), List.of());
        Metric<SalivaSeries> ground = SalivaMetrics.of(plan).get(0);
        Metric<SalivaSeries> increase = SalivaMetrics.of(plan).get(1);
        return List.of(
                new SalivaMetric(
                        plan,
                        "CARdelay",
                        unit -> Unit.MIN,
                        "t₁, minutes from awakening to the first sample",
                        "1 sample in the hour after awakening",
                        "later samples do not matter",
                        STALDER_2016,
                        series -> {
                            List<SalivaSample> used = used(series);
                            return used.isEmpty()
                                    ? Result.refused(noSample())
                                    : Result.of(used.get(0).minutes(), 1);
                        }),
                metric(plan, "CARaucG", Unit::timesMinutes, ground.definition(), s -> result(ground.of(s))),
                metric(plan, "CARaucI", Unit::timesMinutes, increase.definition(), s -> result(increase.of(s))),
                metric(plan, "CARincrease", UnaryOperator.identity(), "max(m₂ … mₙ) − m₁", AwakeningResponse::rise),
                metric(
                        plan,
                        "CARmeanIncrease",
                        UnaryOperator.identity(),
                        "mean(m₂ … mₙ) − m₁",
                        AwakeningResponse::meanRise));
    }

    private Metric<SalivaSeries> metric(
            SalivaPlan plan,
            String name,
            UnaryOperator<Unit> unit,
            String definition,
            Function<SalivaSeries, Result> function) {
        return new SalivaMetric(
                plan,
                name,
                unit,
                definition,
                "2 samples in the hour after awakening, the first in time",
                "refused where a sample is missing",
                STALDER_2016,
                series -> {
                    List<SalivaSample> used = used(series);
                    String problem = problem(used);
                    return problem.isEmpty()
                            ? function.apply(new SalivaSeries(series.analyte(), series.unit(), used))
                            : Result.refused(problem);
                });
    }

    private List<SalivaSample> used(SalivaSeries series) {
        List<SalivaSample> used = new ArrayList<>();
        for (SalivaSample sample : series.samples()) {
            if (sample.minutes() >= 0 && sample.minutes() <= lengthMinutes) {
                used.add(sample);
            }
        }
        return used;
    }

    private String problem(List<SalivaSample> used) {
        if (used.isEmpty()) {
            return noSample();
        }
        double delay = used.get(0).minutes();
        if (delay > longestDelayMinutes) {
            return String.format(
                    Locale.ROOT,
                    "the first sample was taken %.1f min after awakening, at most %.1f accepted",
                    delay,
                    longestDelayMinutes);
        }
        return used.size() < 2 ? NO_LATER_SAMPLE : SalivaCurve.problemsWith(used);
    }

    private String noSample() {
        return String.format(Locale.ROOT, "no sample in the %.0f min after awakening", lengthMinutes);
    }

    private static Result rise(SalivaSeries series) {
        double[] values = values(series);
        double highest = values[1];
        for (int i = 2; i < values.length; i++) {
            highest = Math.max(highest, values[i]);
        }
        return Result.of(highest - values[0], values.length);
    }

    private static Result meanRise(SalivaSeries series) {
        double[] values = values(series);
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += values[i];
        }
        return Result.of(sum / (values.length - 1) - values[0], values.length);
    }

    private static double[] values(SalivaSeries series) {
        return series.samples().stream()
                .mapToDouble(s -> s.concentration().orElseThrow())
                .toArray();
    }

    private static Result result(MetricValue value) {
        return value instanceof MetricValue.Estimate e ? Result.of(e.value(), e.n()) : Result.refused(value.reason());
    }

    private static double minutes(String what, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(what + " must not be negative, got " + duration);
        }
        return duration.toNanos() / 6e10;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "awakening response of %s over %.0f min", analyte, lengthMinutes);
    }
}
