package org.lacrima.analysis.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.R;

/** Coders, items and devices against R 4.2.2 (psych 2.2.9 and formulas) and by hand. */
class AgreementTest {

    private static final double CLOSED_FORM = 1e-8;

    @Test
    void intraclassCorrelationsAgree() {
        JsonNode theirs = R.values("agreement", "icc");
        R.Table table = R.table("raters.csv");
        double[][] raters = {table.numbers("r1"), table.numbers("r2"), table.numbers("r3")};
        double[][] ratings = new double[raters[0].length][3];
        for (int i = 0; i < ratings.length; i++) {
            for (int j = 0; j < 3; j++) {
                ratings[i][j] = raters[j][i];
            }
        }
        List<Inference<Icc>> ours = Icc.all(ratings, 0.95);
        for (int form = 0; form < 6; form++) {
            Icc icc = ours.get(form).orThrow();
            String what = theirs.path("type").get(form).textValue();
            agrees(what, icc.icc(), theirs.path("icc").get(form), CLOSED_FORM);
            agrees(what + " F", icc.f(), theirs.path("F").get(form), CLOSED_FORM);
            agrees(what + " df2", icc.df2(), theirs.path("df2").get(form), CLOSED_FORM);
            agrees(what + " p", icc.p(), theirs.path("p").get(form), CLOSED_FORM);
            agrees(what + " low", icc.interval().low(), theirs.path("lower").get(form), CLOSED_FORM);
            agrees(what + " high", icc.interval().high(), theirs.path("upper").get(form), CLOSED_FORM);
        }
    }

    @Test
    void cronbachsAlphaAgrees() {
        JsonNode theirs = R.values("agreement", "cronbach_alpha");
        R.Table table = R.table("items.csv");
        List<double[]> items = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            items.add(table.numbers("item" + i));
        }
        CronbachAlpha ours = CronbachAlpha.of(items, 0.95).orThrow();

        agrees("α", ours.alpha(), theirs.path("alpha"), CLOSED_FORM);
        agrees("α standardised", ours.standardised(), theirs.path("std_alpha"), CLOSED_FORM);
        agrees("α interval", ours.interval(), theirs.path("feldt_ci95"), CLOSED_FORM);
        for (int i = 0; i < 6; i++) {
            agrees(
                    "α without item " + i,
                    ours.withoutItem().get(i),
                    theirs.path("alpha_drop").get(i),
                    CLOSED_FORM);
            agrees(
                    "item–rest r " + i,
                    ours.itemRest().get(i),
                    theirs.path("item_rest_r").get(i),
                    CLOSED_FORM);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "binary, cry, NONE, unweighted",
        "binary, cry, LINEAR, linear",
        "intensity, int, NONE, unweighted",
        "intensity, int, LINEAR, linear",
        "intensity, int, QUADRATIC, quadratic"
    })
    void codersAgreementAgrees(String what, String column, CoderAgreement.Weights weights, String key) {
        JsonNode theirs = R.values("agreement", "kappa_ac1").path(what).path(key);
        R.Table table = R.table("coders.csv");
        List<Double> first = boxed(table.numbers("coder1_" + column));
        List<Double> second = boxed(table.numbers("coder2_" + column));
        List<Double> categories = first.stream().distinct().sorted().toList();
        CoderAgreement ours =
                CoderAgreement.of(first, second, categories, weights, 0.95).orThrow();
        CoderAgreement.Coefficient kappa = ours.kappa().orThrow();
        CoderAgreement.ChanceTest chance = ours.chance().orThrow();

        String id = "κ " + what + " " + key;
        agrees(id + " observed", ours.observed(), theirs.path("po"), CLOSED_FORM);
        agrees(id + " chance", kappa.chance(), theirs.path("pe"), CLOSED_FORM);
        agrees(id, kappa.value(), theirs.path("kappa"), CLOSED_FORM);
        agrees(id + " SE", kappa.standardError(), theirs.path("se"), CLOSED_FORM);
        agrees(id + " interval", kappa.interval(), theirs.path("ci95"), CLOSED_FORM);
        agrees(id + " SE by chance", chance.standardError(), theirs.path("se_null"), CLOSED_FORM);
        agrees(id + " z", chance.z(), theirs.path("z_null"), CLOSED_FORM);
        JsonNode gwet = theirs.path("gwet_AC");
        agrees(id + " AC", ours.gwet().value(), gwet.path("ac"), CLOSED_FORM);
        agrees(id + " AC chance", ours.gwet().chance(), gwet.path("pe"), CLOSED_FORM);
        agrees(id + " AC SE", ours.gwet().standardError(), gwet.path("se"), CLOSED_FORM);
        agrees(id + " AC interval", ours.gwet().interval(), gwet.path("ci95_normal"), CLOSED_FORM);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Test
    void devicesAgreementAgrees() {
        JsonNode theirs = R.values("agreement", "bland_altman");
        R.Table table = R.table("devices.csv");
        BlandAltman ours =
                BlandAltman.of(table.numbers("ecg"), table.numbers("ppg"), 0.95).orThrow();

        agrees("Bland–Altman bias", ours.bias(), theirs.path("bias"), CLOSED_FORM);
        agrees("Bland–Altman SD", ours.sd(), theirs.path("sd"), CLOSED_FORM);
        agrees("Bland–Altman limits", ours.limits(), theirs.path("loa_1.96"), CLOSED_FORM);
        agrees("Bland–Altman bias interval", ours.biasInterval(), theirs.path("bias_ci95"), CLOSED_FORM);
        agrees("Bland–Altman limit SE", ours.limitStandardError(), theirs.path("loa_se"), CLOSED_FORM);
        agrees("Bland–Altman lower limit", ours.lowerLimitInterval(), theirs.path("loa_lower_ci95"), CLOSED_FORM);
        agrees("Bland–Altman upper limit", ours.upperLimitInterval(), theirs.path("loa_upper_ci95"), CLOSED_FORM);
        agrees("Bland–Altman slope", ours.slope().orThrow().perUnit(), theirs.path("prop_bias_slope"), CLOSED_FORM);
        agrees("Bland–Altman slope p", ours.slope().orThrow().p(), theirs.path("prop_bias_p"), CLOSED_FORM);
        agrees("Lin's concordance", ours.concordance(), theirs.path("lin_ccc"), CLOSED_FORM);
    }

    @Test
    void shroutAndFleissTableOfFourJudgesIsReproduced() {
        double[][] sixTargetsFourJudges = {
            {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
        };
        double[] published = {.17, .29, .71, .44, .62, .91};
        List<Inference<Icc>> ours = Icc.all(sixTargetsFourJudges, 0.95);
        for (int form = 0; form < 6; form++) {
            assertThat(ours.get(form).orThrow().icc()).isCloseTo(published[form], within(0.005));
        }
    }

    @Test
    void acDoesNotCollapseWhereNearlyEveryoneCries() {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            first.add(i < 95 ? 1 : i < 98 ? 0 : 1);
            second.add(i < 97 ? i >= 95 ? 1 : 1 : 0);
        }
        CoderAgreement agreement = CoderAgreement.of(first, second, List.of(0, 1), CoderAgreement.Weights.NONE, 0.95)
                .orThrow();

        assertThat(agreement.observed()).isCloseTo(0.96, within(1e-12));
        assertThat(agreement.kappa().orThrow().value()).isLessThan(0.35);
        assertThat(agreement.gwet().value()).isGreaterThan(0.95);
    }

    @Test
    void lagsOfOnsetsAreDescribed() {
        OnsetLag lag = OnsetLag.of(new double[] {10, 50, 90, 130}, new double[] {11, 49, 94, 130}, 1.5)
                .orThrow();

        assertThat(lag.meanSeconds()).isEqualTo(1);
        assertThat(lag.medianAbsoluteSeconds()).isEqualTo(1);
        assertThat(lag.largestSeconds()).isEqualTo(4);
        assertThat(lag.shareWithin()).isEqualTo(0.75);
    }

    @Test
    void dataThatCannotAnswerSayWhy() {
        assertThat(Icc.of(Icc.Form.AGREEMENT_SINGLE, new double[][] {{1, 2}}, 0.95)
                        .reason())
                .contains("two persons");
        assertThat(Icc.of(Icc.Form.AGREEMENT_SINGLE, new double[][] {{1, 1}, {2, 2}}, 0.95)
                        .reason())
                .contains("no error");
        assertThat(CronbachAlpha.of(List.of(new double[] {1, 2}, new double[] {3, 3}), 0.95)
                        .reason())
                .contains("item 2 is constant");
        CoderAgreement same = CoderAgreement.of(
                        List.of("cry", "cry"),
                        List.of("cry", "cry"),
                        List.of("cry", "none"),
                        CoderAgreement.Weights.NONE,
                        0.95)
                .orThrow();
        assertThat(same.kappa().reason()).contains("one category");
        assertThat(same.gwet().value()).isEqualTo(1);
        assertThat(same.apa()).contains("κ not estimable");
        assertThat(BlandAltman.of(new double[] {1, 2, 3}, new double[] {0, 1, 2}, 0.95)
                        .reason())
                .contains("all differences are equal");
        assertThat(OnsetLag.of(new double[0], new double[0], 1).reason()).contains("no bout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoderAgreement.of(
                        List.of("cry"), List.of("sob"), List.of("cry", "none"), CoderAgreement.Weights.NONE, 0.95))
                .withMessageContaining("sob");
    }
}
