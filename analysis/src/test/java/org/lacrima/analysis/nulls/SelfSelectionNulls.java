package org.lacrima.analysis.nulls;

import static org.lacrima.analysis.nulls.NullCase.normal;
import static org.lacrima.analysis.nulls.NullCase.p;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.lacrima.analysis.confounding.LogisticRegression;
import org.lacrima.analysis.confounding.PropensityWeighting;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.analysis.stats.Inference;

/** Contrasts of people who cry the more often the higher a covariate that also moves the outcome. */
final class SelfSelectionNulls {

    private static final String WEIGHTS_AS_GIVEN =
            "its error takes the weights as given, although fitting them makes the contrast more precise, and errs to the safe"
                    + " side";

    private SelfSelectionNulls() {}

    static NullSection section() {
        return new NullSection(
                "Self-selected groups",
                "People cry with probability 1 ⁄ (1 + exp(−0.5x)) and have the outcome x + e, x and e normal: crying does"
                        + " nothing. The last row has an x without relation to crying.",
                "half the people",
                List.of(
                        weighted("weighted by propensity, in all", r -> Inference.of(r.inAll()))
                                .between(0.005, 0.06, WEIGHTS_AS_GIVEN),
                        weighted("weighted by propensity, in the criers", r -> Inference.of(r.inCriers()))
                                .between(0.005, 0.06, WEIGHTS_AS_GIVEN),
                        weighted("doubly robust", PropensityWeighting.Result::doublyRobust)
                                .between(0.04, 0.16, "its z has no small-sample correction"),
                        NullCase.of("logistic regression, Wald", SelfSelectionNulls::logistic)
                                .between(0.02, 0.05, "Wald's z errs to the safe side with few people")));
    }

    private static NullCase weighted(
            String name, Function<PropensityWeighting.Result, Inference<PropensityWeighting.Contrast>> contrast) {
        return NullCase.of(name, (random, n) -> {
            double[] x = normal(random, 2 * n);
            double[] outcome = normal(random, 2 * n);
            boolean[] isCrier = new boolean[2 * n];
            for (int i = 0; i < x.length; i++) {
                isCrier[i] = random.nextDouble() < 1 / (1 + Math.exp(-0.5 * x[i]));
                outcome[i] += x[i];
            }
            return PropensityWeighting.compare(
                            isCrier, outcome, Covariates.of(2 * n).withNumber("x", x), 0.95)
                    .value()
                    .flatMap(result -> contrast.apply(result).value())
                    .map(PropensityWeighting.Contrast::p)
                    .orElse(1.0);
        });
    }

    private static double logistic(SplittableRandom random, int n) {
        boolean[] isCrier = new boolean[2 * n];
        for (int i = 0; i < isCrier.length; i++) {
            isCrier[i] = random.nextDouble() < 0.5;
        }
        return p(LogisticRegression.fit(isCrier, Covariates.of(2 * n).withNumber("x", normal(random, 2 * n)), 0.95)
                .map(fit -> fit.coefficients().get(1).p()));
    }
}
