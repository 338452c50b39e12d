package org.lacrima.analysis.nulls;

import static org.lacrima.analysis.nulls.NullCase.normal;
import static org.lacrima.analysis.nulls.NullCase.p;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lacrima.analysis.stats.Friedman;
import org.lacrima.analysis.stats.Groups;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.KruskalWallis;
import org.lacrima.analysis.stats.Multiplicity;
import org.lacrima.analysis.stats.OneWayAnova;
import org.lacrima.analysis.stats.PairwiseTests;

/** Tests of three groups. */
final class SeveralGroupNulls {

    private SeveralGroupNulls() {}

    private static NullCase test(String name, double spread, Function<Groups, Inference<Double>> test) {
        return NullCase.of(name, (random, n) -> {
            Map<String, double[]> groups = new LinkedHashMap<>();
            groups.put("crier", normal(random, n));
            groups.put("noncrier", normal(random, n));
            double[] neutral = normal(random, n);
            for (int i = 0; i < n; i++) {
                neutral[i] *= spread;
            }
            groups.put("neutral", neutral);
            return p(test.apply(Groups.of(groups)));
        });
    }

    private static Inference<Double> any(PairwiseTests tests, Groups groups) {
        return tests.test(groups)
                .map(pairs -> pairs.stream()
                        .mapToDouble(PairwiseTests.Pair::adjustedP)
                        .min()
                        .orElse(1));
    }

    static NullSection section() {
        PairwiseTests dunn = PairwiseTests.dunn(Multiplicity.HOLM);
        return new NullSection(
                "Several groups",
                "Three groups of normal values; *unequal spread*: one of them with three times the SD. Of pairwise tests it is"
                        + " counted whether any of the three rejects. Friedman: four phases of n people.",
                "people per group",
                List.of(
                        test(
                                "analysis of variance",
                                1,
                                g -> OneWayAnova.fisher().test(g).map(OneWayAnova.Result::p)),
                        test(
                                "Welch's analysis of variance, unequal spread",
                                3,
                                g -> OneWayAnova.welch().test(g).map(OneWayAnova.Result::p)),
                        test(
                                        "Kruskal–Wallis",
                                        1,
                                        g -> KruskalWallis.withDefaults()
                                                .test(g)
                                                .map(KruskalWallis.Result::p))
                                .between(0.04, 0.05, "χ² is an approximation in small groups, on the safe side"),
                        test("Tukey, any", 1, g -> any(PairwiseTests.tukey(), g)),
                        test("Games–Howell, unequal spread, any", 3, g -> any(PairwiseTests.gamesHowell(), g))
                                .between(0.05, 0.07, "its degrees of freedom are an approximation in small groups"),
                        test("Dunn with Holm, any", 1, g -> any(dunn, g))
                                .between(0.025, 0.05, "Holm takes no account of the dependence of pairs"),
                        NullCase.of("Friedman", (random, n) -> {
                                    double[][] people = new double[n][];
                                    for (int i = 0; i < n; i++) {
                                        people[i] = normal(random, 4);
                                    }
                                    return p(
                                            Friedman.withDefaults().test(people).map(Friedman.Result::p));
                                })
                                .between(0.04, 0.05, "χ² is an approximation with few people, on the safe side")));
    }
}
