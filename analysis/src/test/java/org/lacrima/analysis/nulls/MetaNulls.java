package org.lacrima.analysis.nulls;

import static org.lacrima.analysis.nulls.NullCase.normal;
import static org.lacrima.analysis.nulls.NullCase.p;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.lacrima.analysis.meta.EggerTest;
import org.lacrima.analysis.meta.MetaAnalysis;
import org.lacrima.analysis.meta.StudyEffect;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Sample;

/** Tests of several studies together. */
final class MetaNulls {

    private static final int STUDIES = 12;

    private MetaNulls() {}

    /** Hedges g of studies with n, 2n and 3n people in a group, whose true effects have an SD about 0. */
    private static List<StudyEffect> effects(SplittableRandom random, int n, double tau) {
        List<StudyEffect> effects = new ArrayList<>();
        for (int s = 0; s < STUDIES; s++) {
            int size = n * (1 + s % 3);
            double truth = tau * random.nextGaussian();
            effects.add(StudyEffect.standardisedMeanDifference(
                    "study " + s, group(random, size, truth), group(random, size, 0)));
        }
        return effects;
    }

    private static StudyEffect.Group group(SplittableRandom random, int n, double mean) {
        Sample sample = Sample.of(normal(random, n));
        return new StudyEffect.Group(n, sample.mean() + mean, sample.sd());
    }

    private static NullCase test(String name, double tau, Function<List<StudyEffect>, Inference<Double>> test) {
        return NullCase.of(name, (random, n) -> p(test.apply(effects(random, n, tau))));
    }

    static NullSection section() {
        MetaAnalysis knappHartung = MetaAnalysis.withDefaults();
        MetaAnalysis normal = knappHartung.withReference(MetaAnalysis.Reference.NORMAL);
        MetaAnalysis common = normal.withTau(MetaAnalysis.Tau.FIXED);
        String z = "z takes τ² as known: with τ² = 0 it is estimated above it, with τ² > 0 its error is left out";
        return new NullSection(
                "Meta-analysis",
                "Twelve studies of n, 2n or 3n people in either group, Hedges g; τ is the SD of the true effects, whose mean"
                        + " is 0.",
                "people per group in the smallest study",
                List.of(
                        test(
                                "REML, Knapp–Hartung, τ = 0",
                                0,
                                e -> knappHartung.of(e).map(MetaAnalysis.Result::p)),
                        test(
                                "REML, Knapp–Hartung, τ = 0.3",
                                0.3,
                                e -> knappHartung.of(e).map(MetaAnalysis.Result::p)),
                        test("REML, normal, τ = 0", 0, e -> normal.of(e).map(MetaAnalysis.Result::p))
                                .between(0.025, 0.05, z),
                        test("REML, normal, τ = 0.3", 0.3, e -> normal.of(e).map(MetaAnalysis.Result::p))
                                .between(0.05, 0.10, z),
                        test("common effect, τ = 0", 0, e -> common.of(e).map(MetaAnalysis.Result::p)),
                        test(
                                        "Cochran's Q, τ = 0",
                                        0,
                                        e -> common.of(e)
                                                .map(r -> r.heterogeneity().p()))
                                .between(0.03, 0.05, "the variance of g is itself estimated"),
                        test("Egger, τ = 0", 0, e -> EggerTest.of(e).map(EggerTest::p)),
                        test("Egger, τ = 0.3", 0.3, e -> EggerTest.of(e).map(EggerTest::p))
                                .between(0.025, 0.09, "its weights leave the variance between studies out")));
    }
}
