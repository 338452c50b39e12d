package org.lacrima.analysis.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.R;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.analysis.stats.TTest;

/** Repeated measures against R 4.2.2 (afex 1.2-1, car 3.1-1), and of made data against dummy-coded least squares. */
class RepeatedMeasuresAnovaTest {

    private static final double CLOSED_FORM = 1e-8;

    @ParameterizedTest
    @CsvSource({"lnrsa, group", "hr, group", "lnrsa,", "hr,"})
    void agreesWithAfex(String response, String between) {
        String id = (between == null ? "rm_within_" : "rm_mixed_") + response;
        JsonNode theirs = R.values("repeated_measures", id);
        R.Table table = R.table("analysis_long.csv").complete(response);
        ModelData data = ModelData.empty()
                .withNumbers(response, table.numbers(response))
                .withCategory("group", table.texts("group"))
                .withCategory("phase", table.texts("phase"))
                .withCategory("id", table.texts("id"));
        RepeatedMeasuresAnova anova = RepeatedMeasuresAnova.of(response, "id").within("phase");
        List<RepeatedMeasuresTest> ours =
                (between == null ? anova : anova.between(between)).test(data).orThrow();

        JsonNode terms = theirs.path("term");
        assertThat(ours).hasSize(terms.size() - 1);
        int spherical = 0;
        for (int i = 0; i < ours.size(); i++) {
            RepeatedMeasuresTest test = ours.get(i);
            String what = id + " " + test.term();
            assertThat(test.term()).isEqualTo(terms.get(i + 1).textValue());
            assertThat(test.n()).isEqualTo(theirs.path("n_complete").intValue());
            agrees(what + " SS", test.squares(), theirs.path("SS").get(i + 1), CLOSED_FORM);
            agrees(
                    what + " SS error",
                    test.errorSquares(),
                    theirs.path("SS_error").get(i + 1),
                    CLOSED_FORM);
            agrees(what + " df1", test.df1(), theirs.path("df1").get(i + 1), 0);
            agrees(what + " df2", test.df2(), theirs.path("df2").get(i + 1), 0);
            agrees(what + " F", test.f(), theirs.path("F").get(i + 1), CLOSED_FORM);
            agrees(what + " p", test.p(), theirs.path("p").get(i + 1), CLOSED_FORM);
            agrees(
                    what + " η²",
                    test.partialEtaSquared(),
                    theirs.path("partial_eta2").get(i + 1),
                    CLOSED_FORM);
            agrees(
                    what + " ges",
                    test.generalisedEtaSquared(),
                    at(theirs.path("ges").path("value"), i),
                    CLOSED_FORM);
            if (test.sphericity().isEstimable()) {
                Sphericity s = test.sphericity().orThrow();
                JsonNode corrections = theirs.path("corrections");
                agrees(
                        what + " W",
                        s.mauchlyW().orThrow(),
                        at(theirs.path("mauchly").path("W"), spherical),
                        CLOSED_FORM);
                agrees(
                        what + " W p",
                        s.mauchlyP().orThrow(),
                        at(theirs.path("mauchly").path("p"), spherical),
                        CLOSED_FORM);
                agrees(what + " GG", s.greenhouseGeisser(), at(corrections.path("GG_eps"), spherical), CLOSED_FORM);
                agrees(what + " GG p", s.greenhouseGeisserP(), at(corrections.path("p_GG"), spherical), CLOSED_FORM);
                agrees(
                        what + " HF",
                        s.huynhFeldt().orThrow(),
                        at(corrections.path("HF_eps_unclipped"), spherical),
                        CLOSED_FORM);
                agrees(what + " HF p", s.huynhFeldtP().orThrow(), at(corrections.path("p_HF"), spherical), CLOSED_FORM);
                spherical++;
            }
        }
    }

    private static JsonNode at(JsonNode values, int i) {
        return values.isArray() ? values.get(i) : values;
    }

    /**
     * 11 people, {@code i = 0…10}, crier where i is divisible by 3; phases {@code p = 0…2}, sides {@code s = 0, 1}:
     * {@code y = 5 + 0.5·sin(2.1i) + 0.3p·cos(1.3i) + [crier](0.2s + 0.1p) + 0.4·sin(3.7i + 1.9p + 0.8s)}.
     */
    private static ModelData twoWithin() {
        int n = 66;
        return ModelData.empty()
                .withNumbers(
                        "y",
                        IntStream.range(0, n)
                                .mapToDouble(k -> value(k / 6, k / 2 % 3, k % 2))
                                .toArray())
                .withCategory("id", labels(n, k -> "person " + k / 6))
                .withCategory("group", labels(n, k -> k / 6 % 3 == 0 ? "crier" : "noncrier"))
                .withCategory("phase", labels(n, k -> "phase " + k / 2 % 3))
                .withCategory("side", labels(n, k -> k % 2 == 0 ? "left" : "right"));
    }

    private static double value(int i, int p, int s) {
        return 5
                + 0.5 * Math.sin(2.1 * i)
                + 0.3 * p * Math.cos(1.3 * i)
                + (i % 3 == 0 ? 0.2 * s + 0.1 * p : 0)
                + 0.4 * Math.sin(3.7 * i + 1.9 * p + 0.8 * s);
    }

    private static List<String> labels(int n, IntFunction<String> label) {
        return IntStream.range(0, n).mapToObj(label).toList();
    }

    /**
     * Figures: numpy 2.4.6, residual sums of squares of nested models of the long data with a column for each person in each
     * error stratum; scipy 1.17.1 {@code stats.f}. Effects of unequal groups are of type III.
     */
    @ParameterizedTest
    @CsvSource({
        "group, 0.7062680071661482, 12.315143857759375, 1, 9, 0.5161459856183785, 0.4907195472931548,"
                + " 0.035578501743408375",
        "phase, 0.33300316043610323, 6.047821060747982, 2, 18, 0.49555507906417173, 0.6173043960037189,"
                + " 0.017096626333116257",
        "group:phase, 0.5219413332609619, 6.047821060747982, 2, 18, 0.7767213930710583, 0.47472645187924195,"
                + " 0.026539412357103026",
        "side, 0.15150152700685382, 0.011119827155049222, 1, 9, 122.6200483199551, 1.5220979578885713e-06,"
                + " 0.007851361781097407",
        "group:side, 0.16275385489017324, 0.011119827155049222, 1, 9, 131.7272897849351, 1.1242311413479283e-06,"
                + " 0.008429582859633137",
        "phase:side, 0.004468505818064017, 0.7706238919931572, 2, 18, 0.05218700429668648, 0.949294423889883,"
                + " 0.00023335236728889736",
        "group:phase:side, 0.007952045883868664, 0.7706238919931572, 2, 18, 0.09287074239252041, 0.9117450776034762,"
                + " 0.0004151927512976289",
    })
    void twoFactorsWithinAndOneBetween(
            String term, double squares, double error, double df1, double df2, double f, double p, double generalised) {
        RepeatedMeasuresTest test = find(term);

        assertThat(test.squares()).isCloseTo(squares, within(1e-12));
        assertThat(test.errorSquares()).isCloseTo(error, within(1e-11));
        assertThat(test.df1()).isEqualTo(df1);
        assertThat(test.df2()).isEqualTo(df2);
        assertThat(test.f()).isCloseTo(f, within(1e-9 * Math.max(1, f)));
        assertThat(test.p()).isCloseTo(p, within(1e-10));
        assertThat(test.generalisedEtaSquared()).isCloseTo(generalised, within(1e-12));
    }

    private static RepeatedMeasuresTest find(String term) {
        return RepeatedMeasuresAnova.of("y", "id")
                .within("phase", "side")
                .between("group")
                .test(twoWithin())
                .orThrow()
                .stream()
                .filter(t -> t.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    /** Figures as above; W by {@code linalg.det}; with two contrasts its p is exactly {@code W^((ν − 1)⁄2)}. */
    @ParameterizedTest
    @CsvSource({
        "phase, 0.7888324092109836, 0.38720323868614964, 0.825649569560022, 0.5841227171003283, 0.987452861801658",
        "group:phase, 0.7888324092109836, 0.38720323868614964, 0.825649569560022, 0.4545654175578298,"
                + " 0.987452861801658",
        "phase:side, 0.9624979492545632, 0.8582212257423881, 0.9638535165125774, 0.9447579488672452, 1.221461724714281",
    })
    void sphericity(String term, double w, double exactP, double gg, double ggP, double hf) {
        Sphericity s = find(term).sphericity().orThrow();

        assertThat(s.mauchlyW().orThrow()).isCloseTo(w, within(1e-12));
        assertThat(s.mauchlyP().orThrow()).isCloseTo(exactP, within(2e-3));
        assertThat(s.greenhouseGeisser()).isCloseTo(gg, within(1e-12));
        assertThat(s.greenhouseGeisserP()).isCloseTo(ggP, within(1e-10));
        assertThat(s.huynhFeldt().orThrow()).isCloseTo(hf, within(1e-11));
        assertThat(s.huynhFeldtP().orThrow()).isLessThanOrEqualTo(1);
    }

    @Test
    void withOneGroupAndTwoOccasionsItIsThePairedT() {
        double[] before = {4.1, 5.2, 3.9, 6.0, 5.5};
        double[] after = {4.6, 5.0, 4.9, 6.8, 6.1};
        List<String> id = new ArrayList<>();
        List<String> occasion = new ArrayList<>();
        double[] y = new double[10];
        for (int i = 0; i < 5; i++) {
            y[2 * i] = before[i];
            y[2 * i + 1] = after[i];
            id.addAll(List.of("p" + i, "p" + i));
            occasion.addAll(List.of("before", "after"));
        }
        RepeatedMeasuresTest test = RepeatedMeasuresAnova.of("y", "id")
                .within("occasion")
                .test(ModelData.empty()
                        .withNumbers("y", y)
                        .withCategory("id", id)
                        .withCategory("occasion", occasion))
                .orThrow()
                .get(0);
        double t = TTest.welch().paired(after, before).orThrow().statistic();

        assertThat(test.f()).isCloseTo(t * t, within(1e-10));
        assertThat(test.sphericity().reason()).contains("one contrast");
    }

    @Test
    void resultsAreSentencesAndRows() {
        List<RepeatedMeasuresTest> tests = RepeatedMeasuresAnova.of("y", "id")
                .within("phase")
                .between("group")
                .test(twoWithin())
                .orThrow();

        assertThat(tests.get(1).apa())
                .startsWith("phase: F(2, 18) = ")
                .contains("generalised η² = ")
                .contains("Mauchly's W = ")
                .contains("Greenhouse–Geisser ε = .826");
        assertThat(StatisticalResult.toTable("rm", "Repeated measures", tests).rows())
                .hasSize(3);
    }

    @Test
    void dataThatCannotAnswerSayWhy() {
        List<String> phases = List.of("film", "rest", "film", "rest", "film", "rest");
        ModelData data = ModelData.empty()
                .withNumbers("flat", 3, 3, 3, 3, 3, 3)
                .withNumbers("y", 3, 4, 2, 5, 4, 7)
                .withCategory("id", List.of("a", "a", "b", "b", "c", "c"))
                .withCategory("own", List.of("a", "b", "c", "d", "e", "f"))
                .withCategory("group", List.of("x", "x", "y", "y", "z", "z"))
                .withCategory("one", List.of("all", "all", "all", "all", "all", "all"))
                .withCategory("phase", phases);
        assertThat(reason(RepeatedMeasuresAnova.of("flat", "id").within("phase"), data))
                .contains("no spread", "do not differ");
        assertThat(reason(RepeatedMeasuresAnova.of("y", "id").within("one"), data))
                .contains("one level only");
        assertThat(reason(RepeatedMeasuresAnova.of("y", "id").within("phase").between("group"), data))
                .contains("3 complete people in 3 groups");
        assertThat(reason(RepeatedMeasuresAnova.of("y", "own").within("phase"), data))
                .contains("0 of 6 people")
                .contains("mixed model");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepeatedMeasuresAnova.of("y", "id")
                        .within("phase")
                        .between("own")
                        .test(data))
                .withMessageContaining("own is no factor between people: a has a and b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepeatedMeasuresAnova.of("y", "id").test(data))
                .withMessageContaining("LinearModel");
    }

    private static String reason(RepeatedMeasuresAnova anova, ModelData data) {
        Inference<List<RepeatedMeasuresTest>> answer = anova.test(data);
        assertThat(answer.isEstimable()).isFalse();
        return answer.reason();
    }
}
