package org.lacrima.analysis.confounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.R;

/** Criers choose themselves: weighting against R 4.2.2 (stats, survey 4.1-1), E-values as published. */
class ConfoundingTest {

    private static final double BY_NEWTON = 1e-7;

    /** glm takes its errors from the weights of the step before the last; a small p magnifies that by z². */
    private static final double P_OF_A_STEP_BEFORE = 1e-6;

    @Test
    void propensityWeightingAgrees() {
        JsonNode theirs = R.values("ipw", "propensity_ipw");
        String[] names = {"depression", "crying_proneness", "age", "lnrsa_baseline"};
        R.Table all = R.table("analysis_wide.csv")
                .complete("depression", "crying_proneness", "age", "lnrsa_baseline", "lnrsa_recovery");
        R.Table table = new R.Table(
                all.header(),
                all.rows().stream()
                        .filter(row -> !all.text(row, "group").equals("neutral"))
                        .toList());
        boolean[] isCrier = new boolean[table.rows().size()];
        for (int i = 0; i < isCrier.length; i++) {
            isCrier[i] = table.text(table.rows().get(i), "group").equals("crier");
        }
        Covariates covariates = Covariates.of(isCrier.length);
        for (String name : names) {
            covariates = covariates.withNumber(name, table.numbers(name));
        }
        PropensityWeighting.Result ours = PropensityWeighting.compare(
                        isCrier, table.numbers("lnrsa_recovery"), covariates, 0.95)
                .orThrow();

        LogisticRegression.Fit fit = ours.propensity();
        for (int c = 0; c < 5; c++) {
            LogisticRegression.Coefficient coefficient = fit.coefficients().get(c);
            agrees(
                    "propensity coef " + c,
                    coefficient.estimate(),
                    theirs.path("coef").get(c),
                    BY_NEWTON);
            agrees(
                    "propensity SE " + c,
                    coefficient.standardError(),
                    theirs.path("se").get(c),
                    BY_NEWTON);
            agrees("propensity z " + c, coefficient.z(), theirs.path("z").get(c), BY_NEWTON);
            agrees("propensity p " + c, coefficient.p(), theirs.path("p").get(c), P_OF_A_STEP_BEFORE);
        }
        agrees("propensity deviance", fit.deviance(), theirs.path("deviance"), BY_NEWTON);
        agrees("propensity null deviance", fit.nullDeviance(), theirs.path("null_deviance"), BY_NEWTON);
        agrees("propensity AIC", fit.aic(), theirs.path("aic"), BY_NEWTON);
        agrees("propensity AUC", fit.discrimination(), theirs.path("auc"), BY_NEWTON);
        for (int i = 0; i < 5; i++) {
            agrees(
                    "propensity " + i,
                    fit.fitted().get(i),
                    theirs.path("ps_first5").get(i),
                    BY_NEWTON);
        }
        agrees("unadjusted", ours.unadjusted(), theirs.path("unadjusted"), BY_NEWTON);
        agrees("ATE Hájek", ours.inAll().difference(), theirs.path("ate_hajek"), BY_NEWTON);
        agrees("ATE Hájek SE", ours.inAll().standardError(), theirs.path("svyglm_se"), BY_NEWTON);
        agrees("ATE Horvitz–Thompson", ours.horvitzThompson(), theirs.path("ate_ht"), BY_NEWTON);
        agrees("ATT Hájek", ours.inCriers().difference(), theirs.path("att_hajek"), BY_NEWTON);
        agrees("doubly robust", ours.doublyRobust().orThrow().difference(), theirs.path("aipw"), BY_NEWTON);
        agrees("doubly robust SE", ours.doublyRobust().orThrow().standardError(), theirs.path("aipw_se"), BY_NEWTON);
        agrees("effective criers", ours.effectiveCriers(), theirs.path("ess_treated"), BY_NEWTON);
        agrees("effective non-criers", ours.effectiveNonCriers(), theirs.path("ess_control"), BY_NEWTON);
        for (int c = 0; c < 4; c++) {
            PropensityWeighting.Balance balance = ours.balance().get(c);
            agrees(
                    "SMD before " + c,
                    balance.before().orThrow(),
                    theirs.path("smd_unweighted").get(c),
                    BY_NEWTON);
            agrees(
                    "SMD after " + c,
                    balance.after().orThrow(),
                    theirs.path("smd_weighted").get(c),
                    BY_NEWTON);
        }
        assertThat(ours.apa()).contains("crying is self-selected");
    }

    @Test
    void aCauseOfCryingAndOutcomeMisleadsThePlainDifferenceAndNotTheWeightedOne() {
        SplittableRandom random = new SplittableRandom(20);
        int n = 4000;
        double[] proneness = new double[n];
        double[] outcome = new double[n];
        boolean[] isCrier = new boolean[n];
        for (int i = 0; i < n; i++) {
            proneness[i] = random.nextGaussian();
            isCrier[i] = random.nextDouble() < 1 / (1 + Math.exp(-proneness[i]));
            outcome[i] = proneness[i] + random.nextGaussian();
        }
        PropensityWeighting.Result result = PropensityWeighting.compare(
                        isCrier, outcome, Covariates.of(n).withNumber("proneness", proneness), 0.95)
                .orThrow();

        assertThat(result.unadjusted()).isGreaterThan(0.6);
        assertThat(result.inAll().difference()).isCloseTo(0, within(0.15));
        assertThat(result.doublyRobust().orThrow().difference()).isCloseTo(0, within(0.1));
    }

    @Test
    void publishedEValuesAreReproduced() {
        EValue smoking = EValue.ofRiskRatio(10.73, new Interval(8.02, 14.36, 0.95));
        EValue formula = EValue.ofRiskRatio(3.9, new Interval(1.8, 8.7, 0.95));

        assertThat(smoking.estimate()).isCloseTo(20.9, within(0.1));
        assertThat(smoking.limit()).isCloseTo(15.5, within(0.1));
        assertThat(formula.estimate()).isCloseTo(7.26, within(0.01));
        assertThat(formula.limit()).isCloseTo(3.0, within(0.01));
        assertThat(EValue.ofRiskRatio(1 / 3.9, new Interval(1 / 8.7, 1 / 1.8, 0.95))
                        .estimate())
                .isCloseTo(formula.estimate(), within(1e-12));
        assertThat(EValue.ofStandardisedDifference(0.1, 0.2).limit()).isEqualTo(1);
    }

    @Test
    void dataThatCannotAnswerSayWhy() {
        Covariates age = Covariates.of(4).withNumber("age", 20, 21, 30, 31);
        assertThat(LogisticRegression.fit(new boolean[4], age, 0.95).reason()).contains("one outcome");
        assertThat(LogisticRegression.fit(new boolean[] {false, false, true, true}, age, 0.95)
                        .reason())
                .contains("without exception");
        assertThat(PropensityWeighting.compare(new boolean[4], new double[4], age, 0.95)
                        .reason())
                .startsWith("no propensity");
        assertThat(PropensityWeighting.compare(
                                new boolean[] {false, true, false, true},
                                new double[] {5, 6, 5, 6},
                                Covariates.of(4).withNumber("age", 20, 21, 30, 31),
                                0.95)
                        .reason())
                .contains("constant within both groups");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EValue.ofRiskRatio(-1, new Interval(0.1, 2, 0.95)))
                .withMessageContaining("above 0");
    }
}
