package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.ResultTable;

/** Data that cannot answer get a reason, never a NaN and never an exception. */
class DegenerateDataTest {

    private static final List<double[]> SAMPLES = List.of(
            new double[] {},
            new double[] {3},
            new double[] {3, 3},
            new double[] {3, 3, 3, 3, 3, 3},
            new double[] {0, 0, 0},
            new double[] {1, 2},
            new double[] {1, 2, 3, 4, 5},
            new double[] {101, 102, 103, 104, 105},
            new double[] {1e-300, 2e-300, 3e-300},
            new double[] {1e150, 2e150, 4e150},
            new double[] {1e9 + 1, 1e9 + 2, 1e9 + 3});

    private static Named<BiFunction<double[], double[], Inference<? extends StatisticalResult>>> named(
            String name, BiFunction<double[], double[], Inference<? extends StatisticalResult>> test) {
        return Named.of(name, test);
    }

    static Stream<Named<BiFunction<double[], double[], Inference<? extends StatisticalResult>>>> procedures() {
        return Stream.of(
                named("Student", (x, y) -> TTest.student().test(x, y)),
                named("Welch", (x, y) -> TTest.welch().test(x, y)),
                named("Yuen", (x, y) -> TTest.yuen().test(x, y)),
                named("one-sample t", (x, y) -> TTest.welch().oneSample(x)),
                named("Mann–Whitney", (x, y) -> MannWhitney.withDefaults().test(x, y)),
                named("signed rank", (x, y) -> SignedRank.withDefaults().oneSample(x)),
                named("Brunner–Munzel", (x, y) -> BrunnerMunzel.withDefaults().test(x, y)),
                named(
                        "Kolmogorov–Smirnov",
                        (x, y) -> KolmogorovSmirnov.withDefaults().test(x, y)),
                named("permutation", (x, y) -> PermutationTest.withDefaults().test(x, y)),
                named(
                        "studentised permutation",
                        (x, y) -> PermutationTest.withDefaults()
                                .withStatistic(PermutationTest.Statistic.STUDENTISED)
                                .test(x, y)),
                named("Cohen d", (x, y) -> StandardisedDifference.cohenD().of(x, y)),
                named("Hedges g", (x, y) -> StandardisedDifference.hedgesG().of(x, y)),
                named("Glass Δ", (x, y) -> StandardisedDifference.glassDelta().of(x, y)),
                named("d_av", (x, y) -> StandardisedDifference.averageSd().of(x, y)),
                named("dominance", (x, y) -> Dominance.withDefaults().of(x, y)),
                named(
                        "bootstrap",
                        (x, y) -> Bootstrap.withDefaults()
                                .withResamples(200)
                                .of(
                                        x,
                                        y,
                                        (a, b) -> Sample.of(a).mean()
                                                - Sample.of(b).mean())),
                named("ANOVA", (x, y) -> OneWayAnova.fisher().test(groups(x, y))),
                named("Welch ANOVA", (x, y) -> OneWayAnova.welch().test(groups(x, y))),
                named("Kruskal–Wallis", (x, y) -> KruskalWallis.withDefaults().test(groups(x, y))),
                named("Tukey", (x, y) -> first(PairwiseTests.tukey().test(groups(x, y)))),
                named(
                        "Games–Howell",
                        (x, y) -> first(PairwiseTests.gamesHowell().test(groups(x, y)))),
                named(
                        "Dunn",
                        (x, y) -> first(PairwiseTests.dunn(Multiplicity.HOLM).test(groups(x, y)))));
    }

    private static Groups groups(double[] x, double[] y) {
        Map<String, double[]> groups = new LinkedHashMap<>();
        groups.put("crier", x);
        groups.put("noncrier", y);
        return Groups.of(groups);
    }

    private static Inference<PairwiseTests.Pair> first(Inference<List<PairwiseTests.Pair>> pairs) {
        return pairs.map(p -> p.get(0));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyPairOfSamplesGivesNumbersOrAReason(
            BiFunction<double[], double[], Inference<? extends StatisticalResult>> procedure) {
        for (double[] x : SAMPLES) {
            for (double[] y : SAMPLES) {
                Inference<? extends StatisticalResult> answer = procedure.apply(x, y);
                if (answer.isEstimable()) {
                    StatisticalResult result = answer.value().orElseThrow();
                    ResultTable row = result.toTable("row");
                    assertThat(row.rows()).hasSize(1);
                    assertThat(result.apa()).isNotBlank().doesNotContain("NaN");
                } else {
                    assertThat(answer.reason()).isNotBlank();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void aValueThatIsNotANumberIsTheCallersMistake(
            BiFunction<double[], double[], Inference<? extends StatisticalResult>> procedure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> procedure.apply(new double[] {1, 2, Double.NaN}, new double[] {1, 2, 3}))
                .withMessageContaining("value 2")
                .withMessageContaining("NaN");
    }

    @Test
    void samplesThatDoNotOverlapHaveNoBrunnerMunzelButAPermutationTest() {
        double[] low = {1, 2, 3, 4};
        double[] high = {5, 6, 7, 8};

        assertThat(BrunnerMunzel.withDefaults().test(low, high).reason()).contains("permutation");
        assertThat(PermutationTest.withDefaults().test(low, high).orThrow().p()).isCloseTo(2 / 70.0, within(1e-15));
        assertThat(Dominance.withDefaults().of(low, high).orThrow().delta()).isEqualTo(-1);
    }

    @Test
    void aResultIsARowWithEveryNumber() {
        ResultTable row = TTest.welch()
                .withAlternative(Alternative.GREATER)
                .test(new double[] {1, 2, 3}, new double[] {0, 1, 2})
                .orThrow()
                .toTable("welch");
        List<String> columns = new ArrayList<>();
        row.columns().forEach(c -> columns.add(c.name()));

        assertThat(columns)
                .containsExactly(
                        "name",
                        "alternative",
                        "statistic",
                        "df",
                        "p",
                        "difference",
                        "standard_error",
                        "interval_low",
                        "interval_high",
                        "interval_confidence",
                        "null_difference",
                        "n1",
                        "n2",
                        "mean1",
                        "mean2");
        assertThat(row.cell(0, "difference")).isEqualTo(Cell.of(1.0));
        assertThat(row.cell(0, "interval_high")).isEqualTo(Cell.missing("unbounded"));
    }

    @Test
    void aResultIsASentence() {
        assertThat(TTest.welch()
                        .test(new double[] {1, 2, 3, 4}, new double[] {3, 4, 5, 6})
                        .orThrow()
                        .apa())
                .isEqualTo("Welch t: t(6) = −2.19, p = .071, difference = −2.00, 95% CI [−4.23, 0.23]");
    }
}
