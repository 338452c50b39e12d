package org.lacrima.analysis.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.analysis.meta.MetaAnalysis.Reference;
import org.lacrima.analysis.meta.MetaAnalysis.Tau;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.R;

/** Several studies together, against R 4.2.2's metafor 3.8-1 and by hand. */
class MetaAnalysisTest {

    private static final double CLOSED_FORM = 1e-9;
    private static final double BY_SEARCH = 1e-6;

    /** leave1out stops its search for τ² at metafor's default, five digits after the point. */
    private static final double BY_DEFAULT_SEARCH = 5e-5;

    /** uniroot stops at its default tolerance. */
    private static final double BY_COARSE_SEARCH = 2e-4;

    private static List<StudyEffect> effects(String measure) {
        R.Table table = R.table("meta.csv");
        double[][] c = new double[6][];
        String[] names = {"n1", "m1", "sd1", "n2", "m2", "sd2"};
        for (int i = 0; i < 6; i++) {
            c[i] = table.numbers(names[i]);
        }
        List<StudyEffect> effects = new ArrayList<>();
        for (int s = 0; s < c[0].length; s++) {
            StudyEffect.Group first = new StudyEffect.Group((int) c[0][s], c[1][s], c[2][s]);
            StudyEffect.Group second = new StudyEffect.Group((int) c[3][s], c[4][s], c[5][s]);
            effects.add(
                    measure.equals("SMD")
                            ? StudyEffect.standardisedMeanDifference("study " + s, first, second)
                            : StudyEffect.meanDifference("study " + s, first, second));
        }
        return effects;
    }

    private static String key(Tau tau) {
        return switch (tau) {
            case FIXED -> "FE";
            case DERSIMONIAN_LAIRD -> "DL";
            case PAULE_MANDEL -> "PM";
            case HEDGES -> "HE";
            case ML -> "ML";
            case REML -> "REML";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMD", "MD"})
    void pooledEffectsAgree(String measure) {
        JsonNode theirs = R.values("meta", "meta_" + measure);
        List<StudyEffect> effects = effects(measure);
        for (int s = 0; s < effects.size(); s++) {
            agrees(
                    "meta " + measure + " effect " + s,
                    effects.get(s).estimate(),
                    theirs.path("yi").get(s),
                    CLOSED_FORM);
            agrees(
                    "meta " + measure + " variance " + s,
                    effects.get(s).variance(),
                    theirs.path("vi").get(s),
                    CLOSED_FORM);
        }
        for (Tau tau : Tau.values()) {
            for (Reference reference : Reference.values()) {
                boolean isKnappHartung = reference == Reference.KNAPP_HARTUNG;
                if (tau == Tau.FIXED && isKnappHartung) {
                    continue;
                }
                String key = key(tau) + (isKnappHartung ? "_HKSJ" : "");
                MetaAnalysis.Result ours = MetaAnalysis.withDefaults()
                        .withTau(tau)
                        .withReference(reference)
                        .of(effects)
                        .orThrow();
                pooled("meta " + measure + " " + key, ours, theirs.path(key), tau);
            }
        }
    }

    private static void pooled(String what, MetaAnalysis.Result ours, JsonNode theirs, Tau tau) {
        double tolerance =
                tau == Tau.FIXED || tau == Tau.DERSIMONIAN_LAIRD || tau == Tau.HEDGES ? CLOSED_FORM : BY_SEARCH;
        agrees(what + " mean", ours.estimate(), theirs.path("beta"), tolerance);
        agrees(what + " SE", ours.standardError(), theirs.path("se"), tolerance);
        agrees(what + " statistic", ours.statistic(), theirs.path("stat"), tolerance);
        agrees(what + " p", ours.p(), theirs.path("p"), tolerance);
        agrees(what + " interval", ours.interval(), theirs.path("ci"), tolerance);
        agrees(what + " τ²", ours.tau2(), theirs.path("tau2"), tolerance);
        agrees(what + " Q", ours.heterogeneity().statistic(), theirs.path("Q"), CLOSED_FORM);
        agrees(what + " Q p", ours.heterogeneity().p(), theirs.path("Qp"), CLOSED_FORM);
        agrees(what + " I²", 100 * ours.i2(), theirs.path("I2"), tolerance);
        agrees(what + " H²", ours.h2(), theirs.path("H2"), tolerance);
        agrees(what + " log-likelihood", ours.logLikelihood(), theirs.path("logLik"), tolerance);
        if (tau != Tau.FIXED) {
            agrees(what + " τ² SE", ours.tau2StandardError(), theirs.path("se_tau2"), tolerance);
            agrees(what + " prediction", ours.prediction().orThrow(), theirs.path("pi"), tolerance);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMD", "MD"})
    void sensitivityAgrees(String measure) {
        JsonNode theirs = R.values("meta", "meta_" + measure);
        List<StudyEffect> effects = effects(measure);
        MetaAnalysis reml = MetaAnalysis.withDefaults().withReference(Reference.NORMAL);

        agrees(
                "meta " + measure + " τ² limits",
                reml.of(effects).orThrow().tau2Interval(),
                theirs.path("tau2_profile_ci_QP"),
                BY_COARSE_SEARCH);
        EggerTest egger = EggerTest.of(effects).orThrow();
        agrees(
                "meta " + measure + " Egger t",
                egger.t(),
                theirs.path("egger_lm").path("t"),
                CLOSED_FORM);
        agrees(
                "meta " + measure + " Egger p",
                egger.p(),
                theirs.path("egger_lm").path("p"),
                CLOSED_FORM);
        List<Inference<MetaAnalysis.Result>> without = reml.leavingOneOut(effects);
        for (int s = 0; s < effects.size(); s++) {
            MetaAnalysis.Result ours = without.get(s).orThrow();
            String what = "meta " + measure + " without " + s;
            agrees(what, ours.estimate(), theirs.path("leave1out").path("beta").get(s), BY_DEFAULT_SEARCH);
            agrees(
                    what + " SE",
                    ours.standardError(),
                    theirs.path("leave1out").path("se").get(s),
                    BY_DEFAULT_SEARCH);
            agrees(
                    what + " τ²",
                    ours.tau2(),
                    theirs.path("leave1out").path("tau2").get(s),
                    20 * BY_DEFAULT_SEARCH);
        }
    }

    @Test
    void twoStudiesAreWorkedByHand() {
        List<StudyEffect> effects = List.of(new StudyEffect("a", 0, 1), new StudyEffect("b", 3, 1));
        MetaAnalysis.Result dl = MetaAnalysis.withDefaults()
                .withTau(Tau.DERSIMONIAN_LAIRD)
                .withReference(Reference.NORMAL)
                .of(effects)
                .orThrow();

        assertThat(dl.estimate()).isCloseTo(1.5, within(1e-15));
        assertThat(dl.heterogeneity().statistic()).isCloseTo(4.5, within(1e-14));
        assertThat(dl.tau2()).isCloseTo(3.5, within(1e-14));
        assertThat(dl.standardError()).isCloseTo(1.5, within(1e-14));
        assertThat(dl.i2()).isCloseTo(3.5 / 4.5, within(1e-14));
        for (Tau tau : List.of(Tau.PAULE_MANDEL, Tau.REML, Tau.HEDGES)) {
            assertThat(MetaAnalysis.withDefaults()
                            .withTau(tau)
                            .of(effects)
                            .orThrow()
                            .tau2())
                    .as("equal variances leave one answer, %s", tau)
                    .isCloseTo(3.5, within(1e-12));
        }
        assertThat(dl.restrictedLogLikelihood())
                .as("the density of the one contrast (y₁ − y₂)⁄√2, normal with variance v + τ²")
                .isCloseTo(-0.5 * (Math.log(2 * Math.PI * 4.5) + 1), within(1e-12));
        assertThat(dl.apa()).startsWith("2 studies, mean effect = 1.50, 95% CI [−1.44, 4.44], z = 1.00, p = .317");
        assertThat(dl.forestTable("forest").rows()).hasSize(3);
    }

    @Test
    void dataThatCannotAnswerSayWhy() {
        StudyEffect a = new StudyEffect("a", 1, 0.1);
        assertThat(MetaAnalysis.withDefaults().of(List.of(a)).reason()).contains("at least two studies");
        assertThat(MetaAnalysis.withDefaults()
                        .of(List.of(a, new StudyEffect("b", 1, 0.2)))
                        .reason())
                .contains("all effects are equal");
        assertThat(EggerTest.of(List.of(a, a)).reason()).contains("at least three");
        assertThat(EggerTest.of(List.of(a, a, new StudyEffect("b", 2, 0.1))).reason())
                .contains("equally precise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudyEffect("Rottenberg 2003", 0.3, 0))
                .withMessageContaining("Rottenberg 2003");
    }
}
