package org.lacrima.analysis.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.analysis.stats.Multiplicity;
import org.lacrima.analysis.stats.R;

/** Analyses of variance and covariance against R 4.2.2 (stats, car 3.1-1, emmeans 1.8.4-1). */
class LinearModelAgreementTest {

    private static final double CLOSED_FORM = 1e-8;

    /** R's own ptukey and qtukey stop at about 1e-10 absolute and 1e-4 relative respectively. */
    private static final double BY_PTUKEY = 1e-5;

    private static ModelData people() {
        R.Table table = R.table("analysis_wide.csv").complete("lnrsa_recovery", "lnrsa_baseline", "depression");
        return ModelData.empty()
                .withNumbers("lnrsa_recovery", table.numbers("lnrsa_recovery"))
                .withNumbers("lnrsa_baseline", table.numbers("lnrsa_baseline"))
                .withNumbers("depression", table.numbers("depression"))
                .withCategory("group", table.texts("group"))
                .withCategory("support", table.texts("support"))
                .withLevels("group", "neutral", "crier", "noncrier");
    }

    private static LinearFit fit(String formula) {
        return LinearModel.withDefaults()
                .fit(ModelFormula.parse(formula), people())
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "twoway_type1, TYPE_I, lnrsa_recovery ~ group*support",
        "twoway_type2, TYPE_II, lnrsa_recovery ~ group*support",
        "twoway_type3, TYPE_III, lnrsa_recovery ~ group*support",
        "ancova_type2, TYPE_II, lnrsa_recovery ~ lnrsa_baseline + depression + group",
        "ancova_type3, TYPE_III, lnrsa_recovery ~ lnrsa_baseline + depression + group",
        "ancova_slope_homogeneity_type2, TYPE_II, lnrsa_recovery ~ lnrsa_baseline*group",
        "ancova_slope_homogeneity_type3, TYPE_III, lnrsa_recovery ~ lnrsa_baseline*group",
    })
    void termsAgreeWithCar(String id, SumsOfSquares type, String formula) {
        JsonNode theirs = R.values("anova", id);
        List<TermTest> ours = fit(formula).tests(type);
        int row = theirs.path("term").get(0).textValue().equals("(Intercept)") ? 1 : 0;
        for (TermTest test : ours) {
            assertThat(test.term()).isEqualTo(theirs.path("term").get(row).textValue());
            String what = id + " " + test.term();
            agrees(what + " SS", test.squares(), theirs.path("SS").get(row), CLOSED_FORM);
            agrees(what + " df", test.df1(), theirs.path("df").get(row), CLOSED_FORM);
            agrees(what + " F", test.f(), theirs.path("F").get(row), CLOSED_FORM);
            agrees(what + " p", test.p(), theirs.path("p").get(row), CLOSED_FORM);
            if (theirs.has("partial_eta2")) {
                agrees(
                        what + " η²",
                        test.explained().etaSquared(),
                        theirs.path("partial_eta2").get(row),
                        CLOSED_FORM);
            }
            if (theirs.has("partial_omega2")) {
                agrees(
                        what + " ω²",
                        test.explained().omegaSquared(),
                        theirs.path("partial_omega2").get(row),
                        CLOSED_FORM);
            }
            row++;
        }
        agrees(id + " SS error", ours.get(0).errorSquares(), theirs.path("SS").get(row), CLOSED_FORM);
    }

    @Test
    void adjustedMeansAgreeWithEmmeans() {
        JsonNode theirs = R.values("anova", "ancova_adjusted_means");
        MarginalMeans means =
                fit("lnrsa_recovery ~ lnrsa_baseline + depression + group").marginalMeans("group");
        for (int i = 0; i < 3; i++) {
            Coefficient mean = means.means().get(i);
            assertThat(mean.name()).isEqualTo(theirs.path("level").get(i).textValue());
            String what = "adjusted mean " + mean.name();
            agrees(what, mean.estimate(), theirs.path("emmean").get(i), CLOSED_FORM);
            agrees(what + " se", mean.standardError(), theirs.path("se").get(i), CLOSED_FORM);
            agrees(what + " df", mean.df(), theirs.path("df").get(i), CLOSED_FORM);
            agrees(what + " low", mean.interval().low(), theirs.path("lower").get(i), CLOSED_FORM);
            agrees(what + " high", mean.interval().high(), theirs.path("upper").get(i), CLOSED_FORM);
        }
        List<MeanDifference> none = means.pairs(Multiplicity.NONE);
        List<MeanDifference> holm = means.pairs(Multiplicity.HOLM);
        List<MeanDifference> tukey = means.tukeyPairs();
        for (int i = 0; i < 3; i++) {
            String what = "adjusted " + theirs.path("contrast").get(i).textValue();
            agrees(what, -none.get(i).difference(), theirs.path("estimate").get(i), CLOSED_FORM);
            agrees(
                    what + " se",
                    none.get(i).standardError(),
                    theirs.path("contrast_se").get(i),
                    CLOSED_FORM);
            agrees(what + " t", -none.get(i).t(), theirs.path("t").get(i), CLOSED_FORM);
            agrees(what + " p", none.get(i).p(), theirs.path("p_none").get(i), CLOSED_FORM);
            agrees(
                    what + " low",
                    -none.get(i).interval().high(),
                    theirs.path("ci_none_lower").get(i),
                    CLOSED_FORM);
            agrees(
                    what + " high",
                    -none.get(i).interval().low(),
                    theirs.path("ci_none_upper").get(i),
                    CLOSED_FORM);
            agrees(
                    what + " Holm",
                    holm.get(i).adjustedP(),
                    theirs.path("p_holm").get(i),
                    CLOSED_FORM);
            agrees(
                    what + " Tukey",
                    tukey.get(i).adjustedP(),
                    theirs.path("p_tukey").get(i),
                    BY_PTUKEY);
            agrees(
                    what + " Tukey low",
                    -tukey.get(i).interval().high(),
                    theirs.path("ci_tukey_lower").get(i),
                    BY_PTUKEY);
            agrees(
                    what + " Tukey high",
                    -tukey.get(i).interval().low(),
                    theirs.path("ci_tukey_upper").get(i),
                    BY_PTUKEY);
        }
    }

    @Test
    void coefficientsAgreeWithLm() {
        JsonNode theirs = R.values("anova", "ols_treatment_coding");
        LinearFit fit = fit("lnrsa_recovery ~ lnrsa_baseline + depression + group");
        int i = 0;
        for (Coefficient ours : fit.coefficients()) {
            assertThat(ours.name()).isEqualTo(theirs.path("term").get(i).textValue());
            String what = "lm " + ours.name();
            agrees(what, ours.estimate(), theirs.path("estimate").get(i), CLOSED_FORM);
            agrees(what + " se", ours.standardError(), theirs.path("se").get(i), CLOSED_FORM);
            agrees(what + " t", ours.t(), theirs.path("t").get(i), CLOSED_FORM);
            agrees(what + " p", ours.p(), theirs.path("p").get(i), CLOSED_FORM);
            agrees(what + " low", ours.interval().low(), theirs.path("ci_lower").get(i), CLOSED_FORM);
            agrees(
                    what + " high",
                    ours.interval().high(),
                    theirs.path("ci_upper").get(i),
                    CLOSED_FORM);
            i++;
        }
        LinearFit.Summary summary = fit.summary();
        agrees("lm σ", summary.residualSd(), theirs.path("sigma"), CLOSED_FORM);
        agrees("lm R²", summary.rSquared(), theirs.path("r2"), CLOSED_FORM);
        agrees("lm adjusted R²", summary.adjustedRSquared(), theirs.path("adj_r2"), CLOSED_FORM);
        agrees("lm log-likelihood", summary.logLikelihood(), theirs.path("logLik"), CLOSED_FORM);
        agrees("lm AIC", summary.aic(), theirs.path("aic"), CLOSED_FORM);
        agrees("lm BIC", summary.bic(), theirs.path("bic"), CLOSED_FORM);
    }

    @Test
    void homogeneityOfSlopesIsTheInteractionOfTheLargerModel() {
        JsonNode theirs = R.values("anova", "ancova_slope_homogeneity_type3");
        TermTest ours = fit("lnrsa_recovery ~ lnrsa_baseline + group")
                .slopeHomogeneity()
                .orThrow()
                .get(0);
        agrees("homogeneity of slopes F", ours.f(), theirs.path("F").get(3), CLOSED_FORM);
        agrees("homogeneity of slopes p", ours.p(), theirs.path("p").get(3), CLOSED_FORM);
    }
}
