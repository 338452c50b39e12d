package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where nothing differs, a test at 5 % rejects one study in twenty: over simulated studies of the field's sizes the share of
 * rejections has 5 % within its exact 99.9 % interval (exact rank and permutation tests may stay below, never above).
 */
class NullRejectionTest {

    private static final int[] SIZES = {12, 30, 65};
    private static final int STUDIES = 1000;

    private static Named<ToDoubleBiFunction<double[], double[]>> named(
            String name, ToDoubleBiFunction<double[], double[]> p) {
        return Named.of(name, p);
    }

    static Stream<Arguments> tests() {
        MannWhitney ranks = MannWhitney.withDefaults().withPValues(MannWhitney.PValues.ASYMPTOTIC);
        PermutationTest permutation =
                PermutationTest.withDefaults().withExactLimit(0).withResamples(199);
        return Stream.of(
                        named(
                                "Student",
                                (x, y) -> TTest.student().test(x, y).orThrow().p()),
                        named(
                                "Welch",
                                (x, y) -> TTest.welch().test(x, y).orThrow().p()),
                        named(
                                "Yuen",
                                (x, y) -> TTest.yuen().test(x, y).orThrow().p()),
                        named(
                                "paired t",
                                (x, y) -> TTest.welch().paired(x, y).orThrow().p()),
                        named(
                                "Mann–Whitney",
                                (x, y) -> ranks.test(x, y).orThrow().asymptoticP()),
                        named(
                                "signed rank",
                                (x, y) -> SignedRank.withDefaults()
                                        .paired(x, y)
                                        .orThrow()
                                        .exactP()
                                        .orThrow()),
                        named(
                                "Brunner–Munzel",
                                (x, y) -> BrunnerMunzel.withDefaults()
                                        .test(x, y)
                                        .orThrow()
                                        .p()),
                        named(
                                "permutation",
                                (x, y) -> permutation.test(x, y).orThrow().p()),
                        named(
                                "ANOVA",
                                (x, y) -> OneWayAnova.fisher()
                                        .test(groups(x, y))
                                        .orThrow()
                                        .p()),
                        named(
                                "Welch ANOVA",
                                (x, y) -> OneWayAnova.welch()
                                        .test(groups(x, y))
                                        .orThrow()
                                        .p()),
                        named(
                                "Kruskal–Wallis",
                                (x, y) -> KruskalWallis.withDefaults()
                                        .test(groups(x, y))
                                        .orThrow()
                                        .p()))
                .flatMap(test -> Arrays.stream(SIZES).mapToObj(n -> Arguments.of(test, n)));
    }

    private static Groups groups(double[] x, double[] y) {
        Map<String, double[]> groups = new LinkedHashMap<>();
        groups.put("crier", x);
        groups.put("noncrier", y);
        return Groups.of(groups);
    }

    private static double[] normal(SplittableRandom random, int n) {
        return DoubleStream.generate(random::nextGaussian).limit(n).toArray();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void rejectsOneStudyInTwenty(ToDoubleBiFunction<double[], double[]> test, int n) {
        SimulatedPower.Result result = SimulatedPower.withDefaults()
                .withStudies(STUDIES)
                .withConfidence(0.999)
                .withSeed(n)
                .of(random -> test.applyAsDouble(normal(random, n), normal(random, n)));

        assertThat(result.interval().low()).as(result.apa()).isLessThanOrEqualTo(0.05);
        assertThat(result.interval().high()).as(result.apa()).isGreaterThanOrEqualTo(0.035);
    }
}
