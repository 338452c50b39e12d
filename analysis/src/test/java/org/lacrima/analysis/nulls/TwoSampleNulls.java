package org.lacrima.analysis.nulls;

import static org.lacrima.analysis.nulls.NullCase.normal;
import static org.lacrima.analysis.nulls.NullCase.p;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.lacrima.analysis.stats.BrunnerMunzel;
import org.lacrima.analysis.stats.Equivalence;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.KolmogorovSmirnov;
import org.lacrima.analysis.stats.MannWhitney;
import org.lacrima.analysis.stats.Multiplicity;
import org.lacrima.analysis.stats.PermutationTest;
import org.lacrima.analysis.stats.SignedRank;
import org.lacrima.analysis.stats.TTest;

/** Tests of two groups and of pairs. */
final class TwoSampleNulls {

    private static final String DISCRETE =
            "an exact test has few possible p values and takes the next below 5 %, it errs to the safe side";
    private static final String BOTH_SIDES =
            "both one-sided tests must reject; with few people the other bound is near, too, and the test errs to the safe side";

    private TwoSampleNulls() {}

    /** A test of two samples. */
    private interface Samples {
        Inference<Double> p(double[] first, double[] second);
    }

    private static NullCase test(String name, Samples test) {
        return NullCase.of(name, (random, n) -> p(test.p(normal(random, n), normal(random, n))));
    }

    private static NullCase spread(String name, Samples test) {
        return NullCase.of(name, (random, n) -> p(test.p(times(3, normal(random, n / 2)), normal(random, n))));
    }

    private static double[] times(double factor, double[] values) {
        return Arrays.stream(values).map(x -> factor * x).toArray();
    }

    private static double[] plus(double shift, double[] values) {
        return Arrays.stream(values).map(x -> x + shift).toArray();
    }

    private static double[] rating(SplittableRandom random, int n) {
        return Arrays.stream(normal(random, n))
                .map(x -> Math.min(10, Math.max(0, Math.rint(3 + 2 * x))))
                .toArray();
    }

    static NullSection independent() {
        MannWhitney ranks = MannWhitney.withDefaults();
        MannWhitney asymptotic = ranks.withPValues(MannWhitney.PValues.ASYMPTOTIC);
        PermutationTest permutation =
                PermutationTest.withDefaults().withExactLimit(0).withResamples(999);
        PermutationTest studentised = permutation.withStatistic(PermutationTest.Statistic.STUDENTISED);
        KolmogorovSmirnov ks = KolmogorovSmirnov.withDefaults();
        return new NullSection(
                "Two independent groups",
                "Normal values; *unequal spread*: half as many in a group with three times the SD; *ratings*: whole numbers"
                        + " from 0 to 10, with many ties. Permutations: 999 resamples.",
                "people per group",
                List.of(
                        test("Student", (x, y) -> TTest.student().test(x, y).map(TTest.Result::p)),
                        test("Welch", (x, y) -> TTest.welch().test(x, y).map(TTest.Result::p)),
                        spread(
                                "Welch, unequal spread",
                                (x, y) -> TTest.welch().test(x, y).map(TTest.Result::p)),
                        test(
                                "Yuen, 20 % trimmed",
                                (x, y) -> TTest.yuen().test(x, y).map(TTest.Result::p)),
                        test("Mann–Whitney, exact", (x, y) -> ranks.test(x, y).map(MannWhitney.Result::p))
                                .between(0.04, 0.05, DISCRETE),
                        test(
                                        "Mann–Whitney, asymptotic",
                                        (x, y) -> asymptotic.test(x, y).map(MannWhitney.Result::asymptoticP))
                                .between(0.04, 0.05, "the continuity correction errs to the safe side"),
                        NullCase.of(
                                        "Mann–Whitney, ratings",
                                        (random, n) -> p(asymptotic
                                                .test(rating(random, n), rating(random, n))
                                                .map(MannWhitney.Result::asymptoticP)))
                                .between(0.04, 0.05, "the continuity correction errs to the safe side"),
                        test(
                                        "Brunner–Munzel",
                                        (x, y) -> BrunnerMunzel.withDefaults()
                                                .test(x, y)
                                                .map(BrunnerMunzel.Result::p))
                                .between(0.05, 0.06, "its t is an approximation in small groups"),
                        spread(
                                        "Brunner–Munzel, unequal spread",
                                        (x, y) -> BrunnerMunzel.withDefaults()
                                                .test(x, y)
                                                .map(BrunnerMunzel.Result::p))
                                .between(0.05, 0.09, "its t is an approximation in small groups"),
                        test(
                                "permutation, difference of means",
                                (x, y) -> permutation.test(x, y).map(PermutationTest.Result::p)),
                        spread(
                                        "permutation, studentised, unequal spread",
                                        (x, y) -> studentised.test(x, y).map(PermutationTest.Result::p))
                                .between(
                                        0.05,
                                        0.07,
                                        "exact for equal distributions, for unequal ones in large groups only"),
                        test(
                                        "Kolmogorov–Smirnov, exact",
                                        (x, y) -> ks.test(x, y).map(KolmogorovSmirnov.Result::p))
                                .between(0.02, 0.05, DISCRETE),
                        equivalence("TOST, difference at the bound of ±1 SD", 1).between(0.03, 0.05, BOTH_SIDES),
                        equivalence("TOST, difference at the bound of ±0.5 SD", 0.5)
                                .between(0, 0.05, BOTH_SIDES),
                        family("five outcomes, any after Holm", Multiplicity.HOLM),
                        family("five outcomes, any after Hochberg", Multiplicity.HOCHBERG),
                        family("five outcomes, any after Benjamini–Hochberg", Multiplicity.BENJAMINI_HOCHBERG)));
    }

    private static NullCase equivalence(String name, double bound) {
        return NullCase.of(
                name,
                (random, n) -> p(Equivalence.within(-bound, bound)
                        .test(plus(bound, normal(random, n)), normal(random, n))
                        .map(Equivalence.Result::p)));
    }

    private static NullCase family(String name, Multiplicity multiplicity) {
        return NullCase.of(name, (random, n) -> {
            double[] p = new double[5];
            for (int i = 0; i < p.length; i++) {
                p[i] = p(
                        TTest.welch().test(normal(random, n), normal(random, n)).map(TTest.Result::p));
            }
            return Arrays.stream(multiplicity.adjust(p)).min().orElse(1);
        });
    }

    static NullSection paired() {
        PermutationTest permutation =
                PermutationTest.withDefaults().withExactLimit(5000).withResamples(999);
        return new NullSection(
                "Pairs",
                "Values of one person share a level with the SD of their errors.",
                "people",
                List.of(
                        pairs("paired t", (x, y) -> TTest.welch().paired(x, y).map(TTest.Result::p)),
                        pairs(
                                        "signed rank, exact",
                                        (x, y) -> SignedRank.withDefaults()
                                                .paired(x, y)
                                                .map(SignedRank.Result::p))
                                .between(0.04, 0.05, DISCRETE),
                        pairs(
                                        "signed rank, asymptotic",
                                        (x, y) -> SignedRank.withDefaults()
                                                .paired(x, y)
                                                .map(SignedRank.Result::asymptoticP))
                                .between(0.04, 0.05, "the continuity correction errs to the safe side"),
                        pairs(
                                "permutation of signs (12: all 4096)",
                                (x, y) -> permutation.paired(x, y).map(PermutationTest.Result::p)),
                        NullCase.of(
                                        "paired TOST, difference at the bound of ±1.5 SD",
                                        (random, n) -> p(Equivalence.within(-1.5, 1.5)
                                                .paired(plus(1.5, normal(random, n)), normal(random, n))
                                                .map(Equivalence.Result::p)))
                                .between(0.03, 0.05, BOTH_SIDES)));
    }

    private static NullCase pairs(String name, Samples test) {
        return NullCase.of(name, (random, n) -> {
            double[] first = normal(random, n);
            double[] second = normal(random, n);
            for (int i = 0; i < n; i++) {
                double level = random.nextGaussian();
                first[i] += level;
                second[i] += level;
            }
            return p(test.p(first, second));
        });
    }
}
