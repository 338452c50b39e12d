package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several groups against R 4.2.2 (stats, rstatix 0.7.2 formulas). */
class SeveralGroupsAgreementTest {

    private static final double CLOSED_FORM = 1e-9;

    /** R's own ptukey and qtukey stop at about 1e-10 absolute and 1e-4 relative respectively. */
    private static final double BY_PTUKEY = 1e-5;

    /** The oracle's limit was searched by uniroot; mpmath 1.3.0 has our digits, see {@link NoncentralDistributionTest}. */
    private static final double BY_UNIROOT = 1e-7;

    private static Groups groups(String column) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (String group : List.of("neutral", "crier", "noncrier")) {
            values.put(group, R.wide(group, column));
        }
        return Groups.of(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "hr_film", "crying_proneness", "depression"})
    void analysesOfVarianceAgree(String column) {
        String id = "oneway_" + column;
        JsonNode theirs = R.values("anova", id);
        OneWayAnova.Result ours = OneWayAnova.fisher().test(groups(column)).orThrow();

        agrees(id + " SS between", ours.betweenSquares(), theirs.path("SS").get(0), CLOSED_FORM);
        agrees(id + " SS within", ours.withinSquares(), theirs.path("SS").get(1), CLOSED_FORM);
        agrees(id + " F", ours.f(), theirs.path("F"), CLOSED_FORM);
        agrees(id + " p", ours.p(), theirs.path("p"), CLOSED_FORM);
        agrees(id + " η²", ours.explained().etaSquared(), theirs.path("eta2"), CLOSED_FORM);
        agrees(id + " ω²", ours.explained().omegaSquared(), theirs.path("omega2"), CLOSED_FORM);
        agrees(id + " ε²", ours.explained().epsilonSquared(), theirs.path("epsilon2"), CLOSED_FORM);
        agrees(id + " f", ours.explained().cohenF(), theirs.path("cohen_f"), CLOSED_FORM);
        agrees(id + " η² interval", ours.explained().interval(), theirs.path("eta2_ci90_ncf"), BY_UNIROOT);

        JsonNode welch = R.values("anova", "welch_anova_" + column);
        OneWayAnova.Result any = OneWayAnova.welch().test(groups(column)).orThrow();
        agrees("welch_anova_" + column + " F", any.f(), welch.path("F"), CLOSED_FORM);
        agrees("welch_anova_" + column + " df", any.df2(), welch.path("df").get(1), CLOSED_FORM);
        agrees("welch_anova_" + column + " p", any.p(), welch.path("p"), CLOSED_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "hr_film", "crying_proneness", "depression"})
    void tukeyAndGamesHowellAgree(String column) {
        String id = "tukey_" + column;
        JsonNode theirs = R.values("anova", id);
        List<PairwiseTests.Pair> ours =
                PairwiseTests.tukey().test(groups(column)).orThrow();
        for (int i = 0; i < 3; i++) {
            PairwiseTests.Pair pair = ours.get(i);
            assertThat(pair.second() + "-" + pair.first())
                    .isEqualTo(theirs.path("pair").get(i).textValue());
            String what = id + " " + pair.second() + "-" + pair.first();
            agrees(what, pair.difference(), theirs.path("diff").get(i), CLOSED_FORM);
            agrees(what + " p", pair.p(), theirs.path("p_adj").get(i), BY_PTUKEY);
            agrees(
                    what + " low",
                    pair.interval().orThrow().low(),
                    theirs.path("lwr").get(i),
                    BY_PTUKEY);
            agrees(
                    what + " high",
                    pair.interval().orThrow().high(),
                    theirs.path("upr").get(i),
                    BY_PTUKEY);
        }
        String gh = "games_howell_" + column;
        JsonNode howell = R.values("anova", gh);
        List<PairwiseTests.Pair> any =
                PairwiseTests.gamesHowell().test(groups(column)).orThrow();
        for (int i = 0; i < 3; i++) {
            PairwiseTests.Pair pair = any.get(i);
            String what = gh + " " + pair.second() + "-" + pair.first();
            agrees(what + " se", pair.standardError(), howell.path("se").get(i), CLOSED_FORM);
            agrees(what + " df", pair.df().orThrow(), howell.path("df").get(i), CLOSED_FORM);
            agrees(what + " q", pair.statistic(), howell.path("q").get(i), CLOSED_FORM);
            agrees(what + " p", pair.p(), howell.path("p").get(i), BY_PTUKEY);
            agrees(
                    what + " low",
                    pair.interval().orThrow().low(),
                    howell.path("lwr").get(i),
                    BY_PTUKEY);
            agrees(
                    what + " high",
                    pair.interval().orThrow().high(),
                    howell.path("upr").get(i),
                    BY_PTUKEY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "hr_film", "crying_proneness", "depression"})
    void kruskalAndDunnAgree(String column) {
        String id = "kruskal_dunn_" + column;
        JsonNode theirs = R.values("anova", id);
        KruskalWallis.Result ours =
                KruskalWallis.withDefaults().test(groups(column)).orThrow();
        agrees(id + " H", ours.h(), theirs.path("H"), CLOSED_FORM);
        agrees(id + " p", ours.p(), theirs.path("p"), CLOSED_FORM);
        agrees(id + " ε²", ours.epsilonSquared(), theirs.path("epsilon2_rank"), CLOSED_FORM);
        agrees(id + " η²", ours.etaSquared(), theirs.path("eta2_H"), CLOSED_FORM);
        for (Map.Entry<Multiplicity, String> adjustment : Map.of(
                        Multiplicity.NONE, "dunn_p",
                        Multiplicity.HOLM, "p_holm",
                        Multiplicity.BONFERRONI, "p_bonferroni",
                        Multiplicity.HOCHBERG, "p_hochberg",
                        Multiplicity.BENJAMINI_HOCHBERG, "p_BH",
                        Multiplicity.BENJAMINI_YEKUTIELI, "p_BY")
                .entrySet()) {
            List<PairwiseTests.Pair> pairs =
                    PairwiseTests.dunn(adjustment.getKey()).test(groups(column)).orThrow();
            for (int i = 0; i < 3; i++) {
                agrees(
                        id + " z " + i,
                        pairs.get(i).statistic(),
                        theirs.path("dunn_z").get(i),
                        CLOSED_FORM);
                agrees(
                        id + " " + adjustment.getValue() + " " + i,
                        pairs.get(i).adjustedP(),
                        theirs.path(adjustment.getValue()).get(i),
                        CLOSED_FORM);
            }
        }
    }

    @Test
    void adjustmentsOfAFamilyAgree() {
        JsonNode theirs = R.values("anova", "p_adjust_family");
        List<String> tests = new ArrayList<>();
        theirs.path("p").fieldNames().forEachRemaining(tests::add);
        double[] p = tests.stream()
                .mapToDouble(t -> theirs.path("p").path(t).doubleValue())
                .toArray();
        Map<Multiplicity, String> names = Map.of(
                Multiplicity.HOLM, "holm",
                Multiplicity.BONFERRONI, "bonferroni",
                Multiplicity.HOCHBERG, "hochberg",
                Multiplicity.BENJAMINI_HOCHBERG, "BH",
                Multiplicity.BENJAMINI_YEKUTIELI, "BY");
        names.forEach((adjustment, name) -> {
            double[] ours = adjustment.adjust(p);
            for (int i = 0; i < p.length; i++) {
                String test = tests.get(i);
                agrees(
                        "p_adjust " + name + " " + test,
                        ours[i],
                        theirs.path(name).get(i),
                        CLOSED_FORM);
            }
        });
    }
}
