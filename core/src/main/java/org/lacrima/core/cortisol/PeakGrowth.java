package org.lacrima.core.cortisol;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.lacrima.core.cortisol.SalivaMetric.Result;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * Growth in two pieces that meet at each person's own peak, which tells when a response came apart from how strong it was.
 *
 * <p>With time {@code t} counted from the person's highest sample, {@code m = b₀ + b₁ · min(t, 0) + b₂ · max(t, 0) + e} by
 * least squares over the samples from the baseline sample on: b₀ the level at the peak, b₁ the slope of reactivity, b₂ that
 * of recovery. Standard errors need a sample more than there are coefficients, and rest on few even then; the group's
 * slopes are for a mixed model to estimate.
 *
 * <p>Lopez-Duran, Mayer &amp; Abelson 2014, doi:10.3109/10253890.2014.915517.
 */
public final class PeakGrowth {
    private static final Citation LOPEZ_DURAN_2014 =
            new Citation("Lopez-Duran, Mayer & Abelson", 2014, "10.3109/10253890.2014.915517");

    private PeakGrowth() {}

    /**
     * GrowthPeak, GrowthReactivity and GrowthRecovery, refused without a sample on each side of the peak and where a sample
     * is missing, as it may have been the peak.
     */
    public static List<Metric<SalivaSeries>> of(SalivaPlan plan) {
        return List.of(
                metric(plan, "GrowthPeak", UnaryOperator.identity(), 0),
                metric(plan, "GrowthReactivity", Unit::perMinute, 1),
                metric(plan, "GrowthRecovery", Unit::perMinute, 2));
    }

    private static Metric<SalivaSeries> metric(
            SalivaPlan plan, String name, UnaryOperator<Unit> unit, int coefficient) {
        return new SalivaMetric(
                plan,
                name,
                unit,
                "b" + "₀₁₂".charAt(coefficient) + " of m = b₀ + b₁ · min(t, 0) + b₂ · max(t, 0), t from the own peak",
                "3 samples, one on each side of the peak",
                "refused where a sample is missing: it may have been the peak",
                LOPEZ_DURAN_2014,
                series -> {
                    SalivaCurve curve = SalivaCurve.of(series, plan);
                    String problem = curve.problemFromBaseline();
                    return problem.isEmpty() ? fit(curve.fromBaseline(), coefficient) : Result.refused(problem);
                });
    }

    private static Result fit(List<SalivaSample> samples, int coefficient) {
        int n = samples.size();
        double[] values = samples.stream()
                .mapToDouble(s -> s.concentration().orElseThrow())
                .toArray();
        int peak = 0;
        for (int i = 1; i < n; i++) {
            peak = values[i] > values[peak] ? i : peak;
        }
        if (peak == 0) {
            return Result.refused("the baseline sample is the highest: no response");
        }
        if (peak == n - 1) {
            return Result.refused("the last sample is the highest: no decline was sampled");
        }
        double[][] pieces = new double[n][2];
        for (int i = 0; i < n; i++) {
            double fromPeak = samples.get(i).minutes() - samples.get(peak).minutes();
            pieces[i][0] = Math.min(fromPeak, 0);
            pieces[i][1] = Math.max(fromPeak, 0);
        }
        return n == 3 ? throughThree(values, pieces, coefficient) : leastSquares(values, pieces, coefficient);
    }

    /** Three samples lie on the pieces; the regression wants more. */
    private static Result throughThree(double[] values, double[][] pieces, int coefficient) {
        return Result.of(
                switch (coefficient) {
                    case 1 -> (values[0] - values[1]) / pieces[0][0];
                    case 2 -> (values[2] - values[1]) / pieces[2][1];
                    default -> values[1];
                },
                3);
    }

    private static Result leastSquares(double[] values, double[][] pieces, int coefficient) {
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(values, pieces);
        return Result.of(
                regression.estimateRegressionParameters()[coefficient],
                values.length,
                OptionalDouble.of(regression.estimateRegressionParametersStandardErrors()[coefficient]));
    }
}
