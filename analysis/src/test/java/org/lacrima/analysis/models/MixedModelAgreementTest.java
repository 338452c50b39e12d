package org.lacrima.analysis.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.analysis.stats.Multiplicity;
import org.lacrima.analysis.stats.R;

/** Mixed models against R 4.2.2 (lme4 1.1-31, lmerTest 3.1-3, pbkrtest 0.5.2, emmeans 1.8.4-1). */
class MixedModelAgreementTest {

    /** lme4 stops its search at 1e-9 of the trust region, after which figures of it still differ in the seventh digit. */
    private static final double OPTIMISED = 1e-6;

    /** lmerTest differentiates numerically. */
    private static final double BY_NUMERICAL_DERIVATIVES = 1e-5;

    private static final double KENWARD_ROGER = 1e-4;

    private static ModelData phases(String response) {
        R.Table table = R.table("analysis_long.csv").complete(response);
        return ModelData.empty()
                .withNumbers(response, table.numbers(response))
                .withCategory("group", table.texts("group"))
                .withCategory("phase", table.texts("phase"))
                .withCategory("id", table.texts("id"))
                .withLevels("group", "neutral", "crier", "noncrier")
                .withLevels("phase", "baseline", "film", "stressor", "recovery");
    }

    private static ModelData epochs(String file, String... complete) {
        R.Table table = R.table(file).complete(complete);
        ModelData data = ModelData.empty()
                .withNumbers("lnrsa", table.numbers("lnrsa"))
                .withNumbers("t_min", table.numbers("t_min"))
                .withCategory("group", table.texts("group"))
                .withCategory("id", table.texts("id"))
                .withLevels("group", "noncrier", "crier");
        return complete.length < 2
                ? data
                : data.withNumbers(
                        "resp_c",
                        DoubleStream.of(table.numbers("resp_bpm"))
                                .map(r -> r - 15)
                                .toArray());
    }

    private static ModelData data(String id) {
        if (id.endsWith("_lnrsa") || id.endsWith("_hr")) {
            return phases(id.substring(id.lastIndexOf('_') + 1));
        }
        if (id.endsWith("covariate")) {
            return epochs("analysis_recovery_epochs.csv", "lnrsa", "resp_bpm");
        }
        return id.endsWith("recovery")
                ? epochs("analysis_recovery_epochs.csv", "lnrsa")
                : epochs("lmm_small_unbalanced.csv", "lnrsa");
    }

    private static MixedFit fit(String id, String formula) {
        return MixedModel.withDefaults()
                .withCriterion(id.contains("_ml_") ? Criterion.ML : Criterion.REML)
                .fit(ModelFormula.parse(formula), data(id))
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ri_reml_lnrsa, lnrsa ~ group*phase + (1|id)",
        "ri_ml_lnrsa, lnrsa ~ group*phase + (1|id)",
        "ri_reml_hr, hr ~ group*phase + (1|id)",
        "ri_ml_hr, hr ~ group*phase + (1|id)",
        "rs_reml_recovery, lnrsa ~ group*t_min + (1+t_min|id)",
        "rs_ml_recovery, lnrsa ~ group*t_min + (1+t_min|id)",
        "rs_uncorrelated_reml_recovery, lnrsa ~ group*t_min + (1+t_min||id)",
        "ri_reml_recovery, lnrsa ~ group*t_min + (1|id)",
        "rs_reml_recovery_resp_covariate, lnrsa ~ group*t_min + resp_c + (1+t_min|id)",
        "rs_reml_small_unbalanced, lnrsa ~ group*t_min + (1+t_min|id)",
        "ri_reml_small_unbalanced, lnrsa ~ group*t_min + (1|id)",
    })
    void fitsAgree(String id, String formula) {
        JsonNode theirs = R.values("lmm", id);
        MixedFit ours = fit(id, formula);

        MixedFit.Summary summary = ours.summary();
        assertThat(summary.search()).isEqualTo(MixedFit.Search.CONVERGED);
        assertThat(ours.isSingular()).isEqualTo(theirs.path("singular").booleanValue());
        assertThat(summary.n()).isEqualTo(theirs.path("n_obs").intValue());
        assertThat(summary.groups()).isEqualTo(theirs.path("n_groups").intValue());
        agrees(id + " σ", summary.residualSd(), theirs.path("sigma"), OPTIMISED);
        agrees(id + " log-likelihood", summary.logLikelihood(), theirs.path("logLik"), OPTIMISED);
        assertThat(summary.logLikelihood()).isGreaterThan(theirs.path("logLik").doubleValue() - 1e-9);
        agrees(id + " AIC", summary.aic(), theirs.path("aic"), OPTIMISED);
        agrees(id + " BIC", summary.bic(), theirs.path("bic"), OPTIMISED);
        JsonNode theta = theirs.path("theta");
        for (int i = 0; i < ours.relativeFactors().length; i++) {
            agrees(id + " θ " + i, ours.relativeFactors()[i], theta.isArray() ? theta.get(i) : theta, 5e-6);
        }
        JsonNode components = theirs.path("varcomp").path("vcov");
        for (int i = 0; i < components.size(); i++) {
            agrees(id + " variance " + i, ours.varianceComponents().get(i).variance(), components.get(i), 5e-6);
        }
        for (int i = 0; i < ours.coefficients().size(); i++) {
            Coefficient c = ours.coefficients().get(i);
            String what = id + " " + c.name();
            assertThat(c.name()).isEqualTo(theirs.path("term").get(i).textValue());
            agrees(what, c.estimate(), theirs.path("beta").get(i), OPTIMISED);
            agrees(what + " se", c.standardError(), theirs.path("se").get(i), OPTIMISED);
            agrees(what + " df", c.df(), theirs.path("satterthwaite_df").get(i), BY_NUMERICAL_DERIVATIVES);
            agrees(what + " t", c.t(), theirs.path("t").get(i), OPTIMISED);
            agrees(what + " p", c.p(), theirs.path("p_satterthwaite").get(i), BY_NUMERICAL_DERIVATIVES);
        }
        JsonNode people = theirs.path("ranef_ids");
        Map<String, List<Double>> effects = new LinkedHashMap<>();
        ours.randomEffects()
                .forEach(e -> effects.computeIfAbsent(e.level(), l -> new ArrayList<>())
                        .add(e.value()));
        for (int i = 0; i < people.size(); i++) {
            List<Double> ofPerson = effects.get(people.get(i).textValue());
            for (int j = 0; j < ofPerson.size(); j++) {
                agrees(
                        id + " effect " + people.get(i).textValue() + " " + j,
                        ofPerson.get(j),
                        theirs.path("ranef_first5").get(i).get(j),
                        5e-6);
            }
        }
        agree(id + " Satterthwaite", ours.tests(), theirs.path("anova_satterthwaite_type3"), BY_NUMERICAL_DERIVATIVES);
    }

    private static void agree(String what, List<FixedEffectTest> ours, JsonNode theirs, double tolerance) {
        for (int i = 0; i < ours.size(); i++) {
            FixedEffectTest test = ours.get(i);
            assertThat(test.term()).isEqualTo(theirs.path("term").get(i).textValue());
            agrees(what + " F " + test.term(), test.f(), theirs.path("F").get(i), tolerance);
            agrees(
                    what + " df1 " + test.term(),
                    test.df1(),
                    theirs.path("num_df").get(i),
                    0);
            agrees(
                    what + " df2 " + test.term(),
                    test.df2().orThrow(),
                    theirs.path("den_df").get(i),
                    tolerance);
            agrees(
                    what + " p " + test.term(),
                    test.p().orThrow(),
                    theirs.path("p").get(i),
                    tolerance * 10);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ri_reml_lnrsa, lnrsa ~ group*phase + (1|id)",
        "ri_reml_hr, hr ~ group*phase + (1|id)",
        "rs_reml_recovery, lnrsa ~ group*t_min + (1+t_min|id)",
        "rs_reml_small_unbalanced, lnrsa ~ group*t_min + (1+t_min|id)",
        "ri_reml_small_unbalanced, lnrsa ~ group*t_min + (1|id)",
    })
    void kenwardAndRogerAgree(String id, String formula) {
        JsonNode theirs = R.values("lmm", id);
        MixedFit ours = fit(id, formula)
                .withDegreesOfFreedom(DegreesOfFreedom.KENWARD_ROGER)
                .orThrow();
        for (int i = 0; i < ours.coefficients().size(); i++) {
            Coefficient c = ours.coefficients().get(i);
            String what = id + " KR " + c.name();
            agrees(what + " se", c.standardError(), theirs.path("kr_se").get(i), KENWARD_ROGER);
            agrees(what + " df", c.df(), theirs.path("kr_df").get(i), KENWARD_ROGER);
            agrees(what + " t", c.t(), theirs.path("kr_t").get(i), KENWARD_ROGER);
            agrees(what + " p", c.p(), theirs.path("kr_p").get(i), KENWARD_ROGER);
        }
        agree(id + " KR", ours.tests(), theirs.path("anova_kr"), KENWARD_ROGER);
    }

    @ParameterizedTest
    @CsvSource({
        "lnrsa, SATTERTHWAITE, emmeans_satterthwaite_lnrsa",
        "lnrsa, KENWARD_ROGER, emmeans_kenward-roger_lnrsa",
        "hr, SATTERTHWAITE, emmeans_satterthwaite_hr",
        "hr, KENWARD_ROGER, emmeans_kenward-roger_hr",
    })
    void marginalMeansAgreeWithEmmeans(String response, DegreesOfFreedom df, String id) {
        JsonNode theirs = R.values("lmm", id);
        double tolerance = df == DegreesOfFreedom.KENWARD_ROGER ? KENWARD_ROGER : BY_NUMERICAL_DERIVATIVES;
        MarginalMeans means = MixedModel.withDefaults()
                .withDegreesOfFreedom(df)
                .fit(ModelFormula.parse(response + " ~ group*phase + (1|id)"), phases(response))
                .orThrow()
                .marginalMeansWithin("phase", "group");
        for (int i = 0; i < means.means().size(); i++) {
            Coefficient mean = means.means().get(i);
            assertThat(mean.name())
                    .isEqualTo(theirs.path("phase").get(i).textValue() + " "
                            + theirs.path("group").get(i).textValue());
            String what = id + " " + mean.name();
            agrees(what, mean.estimate(), theirs.path("emmean").get(i), OPTIMISED);
            agrees(what + " se", mean.standardError(), theirs.path("se").get(i), OPTIMISED);
            agrees(what + " df", mean.df(), theirs.path("df").get(i), tolerance);
            agrees(what + " low", mean.interval().low(), theirs.path("lower").get(i), OPTIMISED);
            agrees(what + " high", mean.interval().high(), theirs.path("upper").get(i), OPTIMISED);
        }
        List<MeanDifference> single = means.pairs(Multiplicity.NONE);
        List<MeanDifference> tukey = means.tukeyPairs();
        for (int i = 0; i < single.size(); i++) {
            MeanDifference pair = single.get(i);
            String what = id + " " + theirs.path("contrast").get(i).textValue();
            assertThat(pair.within() + " " + pair.first() + " - " + pair.second())
                    .isEqualTo(theirs.path("contrast").get(i).textValue());
            agrees(what, -pair.difference(), theirs.path("estimate").get(i), OPTIMISED);
            agrees(
                    what + " se",
                    pair.standardError(),
                    theirs.path("contrast_se").get(i),
                    OPTIMISED);
            agrees(what + " df", pair.df(), theirs.path("contrast_df").get(i), tolerance);
            agrees(what + " t", -pair.t(), theirs.path("t").get(i), OPTIMISED);
            agrees(what + " p", pair.p(), theirs.path("p").get(i), OPTIMISED);
            agrees(
                    what + " low",
                    -pair.interval().high(),
                    theirs.path("ci_lower").get(i),
                    OPTIMISED);
            agrees(
                    what + " high",
                    -pair.interval().low(),
                    theirs.path("ci_upper").get(i),
                    OPTIMISED);
            agrees(
                    what + " Tukey",
                    tukey.get(i).adjustedP(),
                    theirs.path("p_tukey").get(i),
                    OPTIMISED);
        }
    }

    @Test
    void slopesAgreeWithEmtrends() {
        JsonNode theirs = R.values("lmm", "emtrends_recovery");
        MarginalMeans slopes =
                fit("rs_reml_recovery", "lnrsa ~ group*t_min + (1+t_min|id)").slopes("t_min", "group");
        for (int i = 0; i < 2; i++) {
            Coefficient slope = slopes.means().get(i);
            assertThat(slope.name()).isEqualTo(theirs.path("group").get(i).textValue());
            agrees(
                    "slope " + slope.name(),
                    slope.estimate(),
                    theirs.path("slope").get(i),
                    OPTIMISED);
            agrees(
                    "slope se " + slope.name(),
                    slope.standardError(),
                    theirs.path("se").get(i),
                    OPTIMISED);
            agrees("slope df " + slope.name(), slope.df(), theirs.path("df").get(i), BY_NUMERICAL_DERIVATIVES);
            agrees(
                    "slope low " + slope.name(),
                    slope.interval().low(),
                    theirs.path("lower").get(i),
                    OPTIMISED);
            agrees(
                    "slope high " + slope.name(),
                    slope.interval().high(),
                    theirs.path("upper").get(i),
                    OPTIMISED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa", "hr"})
    void likelihoodRatiosAgree(String response) {
        JsonNode theirs = R.values("lmm", "lrt_interaction_" + response);
        List<MixedFit> fits = Arrays.asList(
                fit("ri_ml_" + response, response + " ~ group + phase + (1|id)"),
                fit("ri_ml_" + response, response + " ~ group * phase + (1|id)"));
        LikelihoodRatioTest ours = LikelihoodRatioTest.of(fits.get(0), fits.get(1));
        agrees("LRT log-likelihood 0 " + response, ours.simplerLogLikelihood(), theirs.path("logLik0"), OPTIMISED);
        agrees("LRT log-likelihood 1 " + response, ours.richerLogLikelihood(), theirs.path("logLik1"), OPTIMISED);
        agrees("LRT χ² " + response, ours.chiSquared(), theirs.path("chisq"), OPTIMISED);
        agrees("LRT df " + response, ours.df(), theirs.path("df"), 0);
        agrees("LRT p " + response, ours.p(), theirs.path("p"), OPTIMISED);
    }

    @Test
    void aVarianceIsTestedOnItsBoundary() {
        JsonNode theirs = R.values("lmm", "ri_reml_recovery");
        LikelihoodRatioTest ours = LikelihoodRatioTest.of(
                fit("ri_reml_recovery", "lnrsa ~ group*t_min + (1|id)"),
                fit("rs_reml_recovery", "lnrsa ~ group*t_min + (1+t_min|id)"));
        agrees("slope LRT χ²", ours.chiSquared(), theirs.path("lrt_slope_chisq"), OPTIMISED);
        agrees("slope LRT p", ours.p(), theirs.path("lrt_p_df2"), 1e-4);
        agrees("slope LRT p boundary", ours.boundaryP().orThrow(), theirs.path("lrt_p_mixture"), 1e-4);
    }
}
