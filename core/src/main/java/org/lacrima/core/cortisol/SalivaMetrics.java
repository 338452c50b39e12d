package org.lacrima.core.cortisol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lacrima.core.cortisol.SalivaMetric.Result;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaPlan.SlopePair;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * The metrics of a plan for saliva samples {@code m₁ … mₙ} at minutes {@code t₁ … tₙ}, of any analyte: areas under the
 * curve, increases, slopes.
 *
 * <p>The baseline sample decides the conclusion: one person's AUCi may be negative from the first sample and positive
 * from the second. It is therefore the plan's to name, and the first sample used where it does not.
 *
 * <p>Values carry the unit of the series they come from; the unit that a metric itself states is the one for nmol/L.
 */
public final class SalivaMetrics {
    private static final Citation PRUESSNER_2003 =
            new Citation("Pruessner, Kirschbaum, Meinlschmid & Hellhammer", 2003, "10.1016/S0306-4530(02)00108-7");
    private static final Citation RICHER_2021 =
            new Citation("Richer, Küderle, Ullrich, Rohleder & Eskofier (BioPsyKit)", 2021, "10.21105/joss.03702");

    private final SalivaPlan plan;
    private final MissingSamples missing;

    private SalivaMetrics(SalivaPlan plan, MissingSamples missing) {
        this.plan = plan;
        this.missing = missing;
    }

    /**
     * AUCg, AUCi, AUCiPost, MaxIncrease, MaxIncreasePercent and the plan's slopes, each refused where a sample it needs
     * is missing.
     */
    public static List<Metric<SalivaSeries>> of(SalivaPlan plan) {
        return of(plan, MissingSamples.REFUSE);
    }

    /** The same metrics with a rule for areas over missing samples. */
    public static List<Metric<SalivaSeries>> of(SalivaPlan plan, MissingSamples missing) {
        SalivaMetrics metrics = new SalivaMetrics(plan, missing);
        List<Metric<SalivaSeries>> all = new ArrayList<>(List.of(
                metrics.areaWithRespectToGround(),
                metrics.areaWithRespectToIncrease(),
                metrics.areaAfterBaseline(),
                metrics.maximumIncrease(),
                metrics.maximumIncreasePercent()));
        for (SlopePair pair : plan.slopes()) {
            all.add(metrics.slope(pair));
        }
        return List.copyOf(all);
    }

    /**
     * AUCi of the samples from a time on, the first of them as its ground: the response after a stressor's end, for
     * instance, whatever was sampled before. Named by the time: {@code AUCi from 0 min}.
     *
     * @param fromMinutes time of the series, in minutes, from which samples count, inclusive
     */
    public static Metric<SalivaSeries> increaseFrom(SalivaPlan plan, MissingSamples missing, double fromMinutes) {
        if (!Double.isFinite(fromMinutes)) {
            throw new IllegalArgumentException("a time must be finite, got " + fromMinutes + " min");
        }
        SalivaMetrics metrics = new SalivaMetrics(plan, missing);
        String time = BigDecimal.valueOf(fromMinutes).stripTrailingZeros().toPlainString();
        return metrics.area(
                "AUCi from " + time + " min",
                "AUCi of the samples with t ≥ " + time + " min, with the first of them as its ground",
                RICHER_2021,
                curve -> metrics.areaAboveFirst(curve.samples().stream()
                        .filter(s -> s.minutes() >= fromMinutes)
                        .toList()));
    }

    private Metric<SalivaSeries> areaWithRespectToGround() {
        return area("AUCg", "AUCg = Σ (mᵢ + mᵢ₊₁) ⁄ 2 · (tᵢ₊₁ − tᵢ)", PRUESSNER_2003, curve -> {
            String problem = problemWithArea(curve.samples());
            return problem.isEmpty()
                    ? Result.of(trapezoid(curve.samples(), 0), present(curve.samples()))
                    : Result.refused(problem);
        });
    }

    private Metric<SalivaSeries> areaWithRespectToIncrease() {
        return area(
                "AUCi",
                "AUCi = AUCg − m_b · (tₙ − t₁), b the baseline sample; negative where the curve falls",
                PRUESSNER_2003,
                curve -> {
                    String problem = firstOf(problemWithBaseline(curve), problemWithArea(curve.samples()));
                    return problem.isEmpty()
                            ? Result.of(trapezoid(curve.samples(), baselineValue(curve)), present(curve.samples()))
                            : Result.refused(problem);
                });
    }

    private Metric<SalivaSeries> areaAfterBaseline() {
        return area(
                "AUCiPost",
                "AUCi of the samples after the baseline sample, with the first of them as its ground",
                RICHER_2021,
                curve -> curve.baselineProblem().isEmpty()
                        ? areaAboveFirst(curve.afterBaseline())
                        : Result.refused(curve.baselineProblem()));
    }

    private Result areaAboveFirst(List<SalivaSample> samples) {
        String problem = problemWithArea(samples);
        return problem.isEmpty()
                ? Result.of(trapezoid(samples, value(samples.get(0))), present(samples))
                : Result.refused(problem);
    }

    private Metric<SalivaSeries> maximumIncrease() {
        return increase("MaxIncrease", UnaryOperator.identity(), "max(m after the baseline sample) − m_b", curve -> {
            String problem = problemWithIncrease(curve);
            return problem.isEmpty()
                    ? Result.of(
                            greatest(curve.afterBaseline()) - baselineValue(curve),
                            1 + curve.afterBaseline().size())
                    : Result.refused(problem);
        });
    }

    private Metric<SalivaSeries> maximumIncreasePercent() {
        return increase("MaxIncreasePercent", unit -> Unit.PERCENT, "100 · MaxIncrease ⁄ |m_b|", curve -> {
            String problem = problemWithIncrease(curve);
            if (!problem.isEmpty()) {
                return Result.refused(problem);
            }
            double baseline = baselineValue(curve);
            return baseline == 0
                    ? Result.refused("the baseline sample is 0: a share of it is undefined")
                    : Result.of(
                            100 * (greatest(curve.afterBaseline()) - baseline) / Math.abs(baseline),
                            1 + curve.afterBaseline().size());
        });
    }

    private Metric<SalivaSeries> slope(SlopePair pair) {
        return new SalivaMetric(
                plan,
                "Slope " + pair.from() + "–" + pair.to(),
                Unit::perMinute,
                String.format("(m(%2$s) − m(%1$s)) ⁄ (t(%2$s) − t(%1$s))", pair.from(), pair.to()),
                "both samples",
                "other samples do not matter",
                RICHER_2021,
                series -> {
                    String problem = firstOf(
                            SalivaCurve.problemWith(pair.from(), series, plan),
                            SalivaCurve.problemWith(pair.to(), series, plan));
                    if (!problem.isEmpty()) {
                        return Result.refused(problem);
                    }
                    SalivaSample from = series.sample(pair.from()).orElseThrow();
                    SalivaSample to = series.sample(pair.to()).orElseThrow();
                    return from.minutes() == to.minutes()
                            ? Result.refused("a slope needs two samples, got " + pair.from() + " twice")
                            : Result.of((value(to) - value(from)) / (to.minutes() - from.minutes()), 2);
                });
    }

    private Metric<SalivaSeries> area(
            String name, String definition, Citation source, Function<SalivaCurve, Result> function) {
        String gapRule = switch (missing) {
            case REFUSE -> "refused where a sample is missing";
            case TRAPEZOID_OVER_PRESENT -> "straight across missing samples, ends and baseline needed";
        };
        return new SalivaMetric(
                plan,
                name,
                Unit::timesMinutes,
                definition,
                "2 samples",
                gapRule,
                source,
                series -> function.apply(SalivaCurve.of(series, plan)));
    }

    private Metric<SalivaSeries> increase(
            String name, UnaryOperator<Unit> unit, String definition, Function<SalivaCurve, Result> function) {
        return new SalivaMetric(
                plan,
                name,
                unit,
                definition,
                "the baseline sample and 1 later",
                "refused where a sample is missing: it may have been the highest",
                RICHER_2021,
                series -> function.apply(SalivaCurve.of(series, plan)));
    }

    private String problemWithArea(List<SalivaSample> samples) {
        if (samples.size() < 2) {
            return samples.size() + " of 2 samples needed";
        }
        return switch (missing) {
            case REFUSE -> SalivaCurve.problemsWith(samples);
            case TRAPEZOID_OVER_PRESENT ->
                SalivaCurve.problemsWith(List.of(samples.get(0), samples.get(samples.size() - 1)));
        };
    }

    private static String problemWithBaseline(SalivaCurve curve) {
        return firstOf(
                curve.baselineProblem(),
                SalivaCurve.problemsWith(curve.baseline().stream().toList()));
    }

    private static String problemWithIncrease(SalivaCurve curve) {
        String baseline = problemWithBaseline(curve);
        if (!baseline.isEmpty()) {
            return baseline;
        }
        List<SalivaSample> after = curve.afterBaseline();
        return after.isEmpty() ? "no sample after the baseline sample" : SalivaCurve.problemsWith(after);
    }

    private static double trapezoid(List<SalivaSample> samples, double ground) {
        double area = 0;
        SalivaSample last = samples.get(0);
        for (SalivaSample sample : samples.subList(1, samples.size())) {
            if (sample.concentration().isPresent()) {
                area += (value(last) + value(sample)) / 2 * (sample.minutes() - last.minutes());
                last = sample;
            }
        }
        return area - ground * (last.minutes() - samples.get(0).minutes());
    }

    private static double greatest(List<SalivaSample> samples) {
        return samples.stream().mapToDouble(SalivaMetrics::value).max().orElseThrow();
    }

    private static int present(List<SalivaSample> samples) {
        return (int) samples.stream().filter(s -> s.concentration().isPresent()).count();
    }

    private static double baselineValue(SalivaCurve curve) {
        return value(curve.baseline().orElseThrow());
    }

    private static double value(SalivaSample sample) {
        return sample.concentration().orElseThrow();
    }

    private static String firstOf(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
