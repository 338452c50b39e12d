package org.lacrima.analysis.nulls;

import static org.lacrima.analysis.nulls.NullCase.p;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.survival.CoxFit;
import org.lacrima.analysis.survival.CoxModel;
import org.lacrima.analysis.survival.KaplanMeier;
import org.lacrima.analysis.survival.LogRank;
import org.lacrima.analysis.survival.RestrictedMean;
import org.lacrima.analysis.survival.TimesToEvent;

/** Tests of times to an event. */
final class SurvivalNulls {

    private static final double END = 300;
    private static final double HORIZON = 240;
    private static final String LARGE_SAMPLE = "it is referred to a large-sample distribution";

    private SurvivalNulls() {}

    /** Times of n people in 10 s or continuously: exponential with a mean of 150 s, one in six lost before the end. */
    private static TimesToEvent times(SplittableRandom random, int n, double unit) {
        double[] seconds = new double[n];
        boolean[] events = new boolean[n];
        for (int i = 0; i < n; i++) {
            double time = -150 * Math.log(1 - random.nextDouble());
            double lost = Math.min(END, 6 * END * random.nextDouble());
            events[i] = time <= lost;
            seconds[i] = unit > 0 ? unit * Math.ceil(Math.min(time, lost) / unit) : Math.min(time, lost);
        }
        return TimesToEvent.of(seconds, events);
    }

    private static NullCase ranked(String name, LogRank test, double unit) {
        return NullCase.of(
                name,
                (random, n) -> p(test.test(Map.of("crier", times(random, n, unit), "noncrier", times(random, n, unit)))
                        .map(result -> result.test().p())));
    }

    private static NullCase cox(String name, double unit, Function<CoxFit, Inference<Double>> p) {
        return NullCase.of(name, (random, n) -> {
            double[] isCrier = new double[2 * n];
            double[] age = new double[2 * n];
            for (int i = 0; i < isCrier.length; i++) {
                isCrier[i] = i % 2;
                age[i] = random.nextGaussian();
            }
            Covariates covariates =
                    Covariates.of(2 * n).withNumber("crier", isCrier).withNumber("age", age);
            return CoxModel.efron()
                    .fit(times(random, 2 * n, unit), covariates)
                    .value()
                    .flatMap(fit -> p.apply(fit).value())
                    .orElse(1.0);
        });
    }

    private static double restrictedMeans(SplittableRandom random, int n) {
        Inference<RestrictedMean> first = mean(times(random, n, 0));
        Inference<RestrictedMean> second = mean(times(random, n, 0));
        return first.value()
                .flatMap(a -> second.value().flatMap(b -> a.minus(b, 0.95).value()))
                .map(RestrictedMean.Difference::p)
                .orElse(1.0);
    }

    private static Inference<RestrictedMean> mean(TimesToEvent times) {
        return KaplanMeier.withDefaults().of(times).orThrow().restrictedMean(HORIZON);
    }

    static NullSection section() {
        return new NullSection(
                "Times to an event",
                "Two groups, exponential times with a mean of 150 s, watched for 300 s, one in six lost before; *ties*: looked"
                        + " at every 10 s. The Cox model has a covariate besides the group and ties by Efron; the restricted"
                        + " mean goes to 240 s.",
                "people per group",
                List.of(
                        ranked("log-rank", LogRank.withDefaults(), 0).between(0.05, 0.06, LARGE_SAMPLE),
                        ranked("log-rank, ties", LogRank.withDefaults(), 10).between(0.05, 0.06, LARGE_SAMPLE),
                        ranked("Peto–Peto", LogRank.petoPeto(), 0),
                        cox(
                                "Cox, group, Wald",
                                0,
                                fit -> Inference.of(fit.coefficients().get(0).p())),
                        cox(
                                "Cox, group, Wald, ties",
                                10,
                                fit -> Inference.of(fit.coefficients().get(0).p())),
                        cox(
                                        "Cox, group and covariate, likelihood ratio",
                                        0,
                                        fit -> Inference.of(
                                                fit.likelihoodRatio().p()))
                                .between(0.05, 0.07, LARGE_SAMPLE),
                        cox(
                                "Cox, group and covariate, Wald",
                                0,
                                fit -> Inference.of(fit.wald().p())),
                        cox(
                                        "Cox, group and covariate, score",
                                        0,
                                        fit -> Inference.of(fit.score().p()))
                                .between(0.05, 0.08, LARGE_SAMPLE),
                        cox(
                                        "proportional hazards, group",
                                        0,
                                        fit -> fit.proportionality().get(0).map(test -> test.p()))
                                .between(0.03, 0.08, LARGE_SAMPLE),
                        cox(
                                        "proportional hazards, all",
                                        0,
                                        fit -> fit.allProportional().map(test -> test.p()))
                                .between(0.03, 0.08, LARGE_SAMPLE),
                        NullCase.of("difference of restricted means", SurvivalNulls::restrictedMeans)
                                .between(0.05, 0.09, LARGE_SAMPLE)));
    }
}
