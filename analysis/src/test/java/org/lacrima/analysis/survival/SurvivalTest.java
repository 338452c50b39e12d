package org.lacrima.analysis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.core.recovery.CensoredTime;

/** Worked cases, properties and data that cannot answer. */
class SurvivalTest {

    private static TimesToEvent times(double... secondsNegativeWhereCensored) {
        double[] seconds = new double[secondsNegativeWhereCensored.length];
        boolean[] events = new boolean[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = Math.abs(secondsNegativeWhereCensored[i]);
            events[i] = secondsNegativeWhereCensored[i] >= 0;
        }
        return TimesToEvent.of(seconds, events);
    }

    @Test
    void theProductLimitOfFourPersonsIsWorkedByHand() {
        SurvivalCurve curve = KaplanMeier.withDefaults().of(times(2, -3, 4, -5)).orThrow();

        assertThat(curve.at(1.9)).isEqualTo(1);
        assertThat(curve.at(2)).isEqualTo(0.75);
        assertThat(curve.at(4)).isEqualTo(0.375);
        assertThat(curve.restrictedMean(5).orThrow().seconds()).isCloseTo(2 + 2 * 0.75 + 0.375, within(1e-12));
    }

    @Test
    void withoutCensoringTheCurveIsTheShareAndTheRestrictedMeanTheMean() {
        SurvivalCurve curve =
                KaplanMeier.withDefaults().of(times(10, 20, 30, 40, 50)).orThrow();

        assertThat(curve.at(30)).isCloseTo(0.4, within(1e-15));
        assertThat(curve.restrictedMean(60).orThrow().seconds()).isCloseTo(30, within(1e-12));
        assertThat(curve.quantile(0.5).orThrow().seconds()).isEqualTo(30);
    }

    @Test
    void whoeverIsInsideTheBandAtTheStartRecoversAtTimeZero() {
        TimesToEvent mixed = TimesToEvent.of(
                List.of(CensoredTime.event(0), CensoredTime.between(20, 30), CensoredTime.after(60, "end")));

        assertThat(KaplanMeier.withDefaults().of(mixed).orThrow().at(0)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(mixed.secondsAt(1)).isEqualTo(30);
        assertThat(mixed.events()).isEqualTo(2);
    }

    @Test
    void coxsEstimateTurnsItsSignWithTheCovariate() {
        TimesToEvent times = times(3, 5, -6, 8, 9, -12, 15, 4, 7, 20);
        double[] rsa = {1.2, 0.4, 2.2, 1.9, 0.7, 1.4, 2.0, 1.0, 0.2, 1.7};
        double[] reversed = Arrays.stream(rsa).map(x -> 7 - 2 * x).toArray();

        CoxFit fit = CoxModel.efron()
                .fit(times, Covariates.of(10).withNumber("lnRSA", rsa))
                .orThrow();
        CoxFit other = CoxModel.efron()
                .fit(times, Covariates.of(10).withNumber("lnRSA", reversed))
                .orThrow();

        assertThat(other.coefficients().get(0).estimate())
                .isCloseTo(-fit.coefficients().get(0).estimate() / 2, within(1e-10));
        assertThat(other.logLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-10));
        assertThat(other.likelihoodRatio().p()).isCloseTo(fit.likelihoodRatio().p(), within(1e-10));
    }

    @Test
    void withoutTiesBreslowAndEfronAgreeAndTheScoreTestIsTheLogRankTest() {
        TimesToEvent criers = times(3, 5, -6, 8, 9.5);
        TimesToEvent others = times(4, 7, 12, -13, 15, 18);
        TimesToEvent all = criers.and(others);
        double[] isCrier = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0};
        Covariates group = Covariates.of(11).withNumber("crier", isCrier);

        CoxFit efron = CoxModel.efron().fit(all, group).orThrow();
        CoxFit breslow = CoxModel.breslow().fit(all, group).orThrow();
        LogRank.Result logRank = LogRank.withDefaults()
                .test(Map.of("crier", criers, "other", others))
                .orThrow();

        assertThat(efron.logLikelihood()).isCloseTo(breslow.logLikelihood(), within(1e-12));
        assertThat(efron.score().statistic()).isCloseTo(logRank.test().statistic(), within(1e-12));
    }

    @Test
    void dataThatCannotAnswerSayWhy() {
        TimesToEvent censored = times(-5, -6, -7);
        TimesToEvent nobody = times();
        assertThat(KaplanMeier.withDefaults().of(nobody).reason()).contains("nobody is at risk");
        SurvivalCurve flat = KaplanMeier.withDefaults().of(censored).orThrow();
        assertThat(flat.quantile(0.5).reason()).contains("still without the event");
        assertThat(flat.restrictedMean(100).reason()).contains("nobody was observed to the horizon");
        assertThat(flat.apa()).isEqualTo("0 of 3 had the event, median not reached");
        assertThat(LogRank.withDefaults()
                        .test(Map.of("crier", censored, "other", censored))
                        .reason())
                .contains("all times are censored");
        assertThat(LogRank.withDefaults()
                        .test(Map.of("crier", censored, "other", nobody))
                        .reason())
                .contains("other is empty");
        assertThat(CoxModel.efron()
                        .fit(censored, Covariates.of(3).withNumber("age", 1, 2, 3))
                        .reason())
                .contains("all times are censored");
        assertThat(CoxModel.efron()
                        .fit(times(1, 2, 3), Covariates.of(3).withNumber("age", 20, 20, 20))
                        .reason())
                .contains("age is constant");
        assertThat(CoxModel.efron()
                        .fit(
                                times(1, 2, 3, 4),
                                Covariates.of(4)
                                        .withNumber("age", 20, 30, 25, 40)
                                        .withNumber("months", 240, 360, 300, 480))
                        .reason())
                .contains("months is a combination");
        assertThat(CoxModel.efron()
                        .fit(times(1, 2, 3, 4, -5, -6), Covariates.of(6).withNumber("crier", 1, 1, 1, 1, 0, 0))
                        .reason())
                .contains("crier")
                .contains("no maximum");
        assertThat(Turnbull.of(List.of()).reason()).contains("nobody");
        assertThat(CumulativeIncidence.of(List.of()).reason()).contains("nobody");
    }

    @Test
    void aCallersMistakeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimesToEvent.of(new double[] {1, -2}, new boolean[2]))
                .withMessageContaining("time 1")
                .withMessageContaining("-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxModel.efron().fit(times(1, 2), Covariates.of(3)))
                .withMessageContaining("2 times");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariates.of(2).withFactor("group", List.of("a", "b"), "c"))
                .withMessageContaining("nobody has the level c");
    }
}
