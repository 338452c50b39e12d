package org.lacrima.analysis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacrima.analysis.stats.ChiSquaredTest;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.R;

/** Time to recovery against R 4.2.2's survival 3.5-3. */
class SurvivalAgreementTest {

    private static final double CLOSED_FORM = 1e-9;
    private static final double BY_NEWTON = 1e-7;

    private static TimesToEvent recovery(R.Table table) {
        double[] seconds = table.numbers("recovery_time_s");
        double[] marks = table.numbers("recovered");
        boolean[] events = new boolean[marks.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = marks[i] == 1;
        }
        return TimesToEvent.of(seconds, events);
    }

    private static TimesToEvent recovery(String group) {
        return recovery(R.table("analysis_wide.csv").where("group", group));
    }

    @ParameterizedTest
    @EnumSource(KaplanMeier.Scale.class)
    void curvesAgree(KaplanMeier.Scale scale) {
        String id = "km_" + scale.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        JsonNode theirs = R.values("survival", id);
        JsonNode strata = theirs.path("strata");
        for (String group : List.of("noncrier", "neutral", "crier")) {
            SurvivalCurve curve = KaplanMeier.withDefaults()
                    .withScale(scale)
                    .of(recovery(group))
                    .orThrow();
            int row = 0;
            while (!strata.get(row).textValue().equals("group=" + group)) {
                row++;
            }
            for (SurvivalCurve.Step step : curve.steps()) {
                String what = id + " " + group + " " + step.seconds() + " s";
                assertThat(step.seconds())
                        .isEqualTo(theirs.path("time").get(row).doubleValue());
                assertThat(step.atRisk())
                        .isEqualTo(theirs.path("n_risk").get(row).intValue());
                assertThat(step.events())
                        .isEqualTo(theirs.path("n_event").get(row).intValue());
                assertThat(step.censored())
                        .isEqualTo(theirs.path("n_censor").get(row).intValue());
                agrees(what + " S", step.survival(), theirs.path("surv").get(row), CLOSED_FORM);
                agrees(what + " SE", step.standardError(), theirs.path("se").get(row), CLOSED_FORM);
                Interval limits = step.limits().orThrow();
                agrees(what + " low", limits.low(), theirs.path("lower").get(row), CLOSED_FORM);
                agrees(what + " high", limits.high(), theirs.path("upper").get(row), CLOSED_FORM);
                row++;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KaplanMeier.Scale.class)
    void quantilesAndRestrictedMeansAgree(KaplanMeier.Scale scale) {
        String id = "km_" + scale.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        JsonNode theirs = R.values("survival", id);
        for (int g = 0; g < 3; g++) {
            String group = theirs.path("quantile_strata").get(g).textValue().replace("group=", "");
            SurvivalCurve curve = KaplanMeier.withDefaults()
                    .withScale(scale)
                    .of(recovery(group))
                    .orThrow();
            for (int q = 0; q < 3; q++) {
                String what = id + " " + group + " quantile " + (q + 1);
                SurvivalCurve.Quantile ours = curve.quantile(0.25 * (q + 1)).orThrow();
                agrees(what, ours.seconds(), theirs.path("quantile").get(g).get(q), CLOSED_FORM);
                agrees(
                        what + " low",
                        ours.interval().low(),
                        theirs.path("quantile_lower").get(g).get(q),
                        CLOSED_FORM);
                JsonNode high = theirs.path("quantile_upper").get(g).get(q);
                if (high.isNull()) {
                    assertThat(ours.interval().high()).isInfinite();
                } else {
                    agrees(what + " high", ours.interval().high(), high, CLOSED_FORM);
                }
            }
            RestrictedMean mean = curve.restrictedMean(300).orThrow();
            agrees(
                    id + " " + group + " RMST",
                    mean.seconds(),
                    theirs.path("rmst300").get(g),
                    CLOSED_FORM);
            agrees(
                    id + " " + group + " RMST SE",
                    mean.standardError(),
                    theirs.path("rmst300_se").get(g),
                    CLOSED_FORM);
        }
    }

    @Test
    void cumulativeHazardAgrees() {
        JsonNode theirs = R.values("survival", "nelson_aalen_overall");
        SurvivalCurve curve = KaplanMeier.withDefaults()
                .of(recovery(R.table("analysis_wide.csv")))
                .orThrow();
        assertThat(curve.steps()).hasSameSizeAs(theirs.path("time"));
        for (int i = 0; i < curve.steps().size(); i++) {
            SurvivalCurve.Step step = curve.steps().get(i);
            agrees(
                    "Nelson–Aalen " + step.seconds(),
                    step.cumulativeHazard(),
                    theirs.path("cumhaz").get(i),
                    CLOSED_FORM);
            agrees(
                    "Nelson–Aalen SE " + step.seconds(),
                    step.hazardStandardError(),
                    theirs.path("std_chaz").get(i),
                    CLOSED_FORM);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void logRankTestsAgree(int rho) {
        String id = "logrank_rho" + rho;
        JsonNode theirs = R.values("survival", id);
        LogRank test = rho == 0 ? LogRank.withDefaults() : LogRank.petoPeto();
        Map<String, TimesToEvent> three = new LinkedHashMap<>();
        for (String group : List.of("noncrier", "neutral", "crier")) {
            three.put(group, recovery(group));
        }
        Map<String, TimesToEvent> two = new LinkedHashMap<>(three);
        two.remove("neutral");

        LogRank.Result ofThree = test.test(three).orThrow();
        LogRank.Result ofTwo = test.test(two).orThrow();

        for (int g = 0; g < 3; g++) {
            agrees(
                    id + " observed " + g,
                    ofThree.groups().get(g).observed(),
                    theirs.path("obs").get(g),
                    CLOSED_FORM);
            agrees(
                    id + " expected " + g,
                    ofThree.groups().get(g).expected(),
                    theirs.path("exp").get(g),
                    CLOSED_FORM);
        }
        agrees(id + " χ² of three", ofThree.test().statistic(), theirs.path("chisq3"), CLOSED_FORM);
        agrees(id + " p of three", ofThree.test().p(), theirs.path("p3"), CLOSED_FORM);
        agrees(id + " χ² of two", ofTwo.test().statistic(), theirs.path("chisq2"), CLOSED_FORM);
        agrees(id + " p of two", ofTwo.test().p(), theirs.path("p2"), CLOSED_FORM);
    }

    @ParameterizedTest
    @CsvSource({"efron, group_only", "efron, with_depression", "breslow, group_only", "breslow, with_depression"})
    void coxRegressionsAgree(String ties, String model) {
        String id = "cox_" + ties + " " + model;
        JsonNode theirs = R.values("survival", "cox_" + ties).path(model);
        boolean adjusted = model.equals("with_depression");
        R.Table table = R.table("analysis_wide.csv");
        if (adjusted) {
            table = table.complete("depression");
        }
        R.Table rows = table;
        List<String> groups = new ArrayList<>(
                rows.rows().stream().map(row -> rows.text(row, "group")).toList());
        Covariates covariates = Covariates.of(groups.size()).withFactor("group", groups, "noncrier");
        if (adjusted) {
            covariates = covariates.withNumber("depression", rows.numbers("depression"));
        }
        CoxModel cox = ties.equals("efron") ? CoxModel.efron() : CoxModel.breslow();
        CoxFit fit = cox.fit(recovery(rows), covariates).orThrow();

        for (int i = 0; i < fit.coefficients().size(); i++) {
            CoxFit.Coefficient ours = fit.coefficients().get(i);
            int t = theirIndex(theirs, ours.name());
            agrees(id + " coef " + i, ours.estimate(), theirs.path("coef").get(t), BY_NEWTON);
            agrees(id + " HR " + i, ours.hazardRatio(), theirs.path("hr").get(t), BY_NEWTON);
            agrees(id + " SE " + i, ours.standardError(), theirs.path("se").get(t), BY_NEWTON);
            agrees(id + " z " + i, ours.z(), theirs.path("z").get(t), BY_NEWTON);
            agrees(id + " p " + i, ours.p(), theirs.path("p").get(t), BY_NEWTON);
            agrees(
                    id + " low " + i,
                    ours.interval().low(),
                    theirs.path("hr_lower").get(t),
                    BY_NEWTON);
            agrees(
                    id + " high " + i,
                    ours.interval().high(),
                    theirs.path("hr_upper").get(t),
                    BY_NEWTON);
        }
        agrees(
                id + " log-likelihood at 0",
                fit.nullLogLikelihood(),
                theirs.path("loglik").get(0),
                BY_NEWTON);
        agrees(
                id + " log-likelihood",
                fit.logLikelihood(),
                theirs.path("loglik").get(1),
                BY_NEWTON);
        agrees(
                id + " likelihood ratio",
                fit.likelihoodRatio().statistic(),
                theirs.path("lrt").get(0),
                BY_NEWTON);
        agrees(
                id + " likelihood ratio p",
                fit.likelihoodRatio().p(),
                theirs.path("lrt").get(2),
                BY_NEWTON);
        assertThat(fit.wald().statistic()).isCloseTo(theirs.path("wald").get(0).doubleValue(), within(0.005));
        agrees(id + " Wald p", fit.wald().p(), theirs.path("wald").get(2), BY_NEWTON);
        agrees(id + " score", fit.score().statistic(), theirs.path("score").get(0), BY_NEWTON);
        agrees(id + " score p", fit.score().p(), theirs.path("score").get(2), BY_NEWTON);
        agrees(
                id + " concordance",
                fit.concordance().orThrow().concordance(),
                theirs.path("concordance").get(0),
                CLOSED_FORM);
        agrees(
                id + " concordance SE",
                fit.concordance().orThrow().standardError(),
                theirs.path("concordance").get(1),
                CLOSED_FORM);
        for (int t = 0; t < fit.proportionality().size(); t++) {
            ChiSquaredTest ours = fit.proportionality().get(t).orThrow();
            agrees(id + " zph " + t, ours.statistic(), theirs.path("zph_chisq").get(t), BY_NEWTON);
            agrees(id + " zph p " + t, ours.p(), theirs.path("zph_p").get(t), BY_NEWTON);
        }
        int last = theirs.path("zph_chisq").size() - 1;
        agrees(
                id + " zph all",
                fit.allProportional().orThrow().statistic(),
                theirs.path("zph_chisq").get(last),
                BY_NEWTON);
    }

    private static int theirIndex(JsonNode theirs, String name) {
        for (int t = 0; t < theirs.path("term").size(); t++) {
            if (theirs.path("term").get(t).textValue().equals(name.replace(" ", ""))) {
                return t;
            }
        }
        throw new AssertionError("R has no term " + name);
    }

    @Test
    void differenceOfRestrictedMeansAgrees() {
        JsonNode theirs = R.values("survival", "rmst_difference");
        RestrictedMean.Difference ours =
                mean("crier").minus(mean("noncrier"), 0.95).orThrow();

        agrees("RMST difference", ours.seconds(), theirs.path("diff"), CLOSED_FORM);
        agrees("RMST difference SE", ours.standardError(), theirs.path("diff_se"), CLOSED_FORM);
        agrees("RMST difference z", ours.z(), theirs.path("z"), CLOSED_FORM);
        agrees("RMST difference p", ours.p(), theirs.path("p"), CLOSED_FORM);
        agrees("RMST difference interval", ours.interval(), theirs.path("ci95"), CLOSED_FORM);
    }

    private static RestrictedMean mean(String group) {
        return KaplanMeier.withDefaults()
                .of(recovery(group))
                .orThrow()
                .restrictedMean(300)
                .orThrow();
    }
}
