package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.analysis.agreement.CoderAgreement;
import org.lacrima.analysis.agreement.Icc;
import org.lacrima.analysis.confounding.LogisticRegression;
import org.lacrima.analysis.meta.MetaAnalysis;
import org.lacrima.analysis.meta.StudyEffect;
import org.lacrima.analysis.survival.CoxFit;
import org.lacrima.analysis.survival.CoxModel;
import org.lacrima.analysis.survival.LogRank;
import org.lacrima.analysis.survival.TimesToEvent;

/**
 * Made data with figures that need no recordings: likelihoods written down in Python and maximised with mpmath 1.3.0 at 40
 * digits, delta-method errors by its numerical derivatives, distributions by scipy 1.17.1.
 */
class IndependentFiguresTest {

    private static final double[] SECONDS = {5, 5, 8, 8, 8, 12, 12, 20, 25, 25, 30, 30};
    private static final boolean[] EVENTS = {true, true, true, false, true, true, true, false, true, true, false, true};
    private static final double[] IS_CRIER = {1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0};
    private static final double[] AGE = {24, 31, 22, 40, 28, 35, 26, 33, 29, 45, 38, 27};

    private static Offset<Double> relative(double expected, double share) {
        return within(share * Math.abs(expected));
    }

    private static void is(double ours, double expected, double share) {
        assertThat(ours).isCloseTo(expected, relative(expected, share));
    }

    @Test
    void coxWithTiesByEfronAndByBreslow() {
        Covariates covariates = Covariates.of(12).withNumber("crier", IS_CRIER).withNumber("age", AGE);
        TimesToEvent times = TimesToEvent.of(SECONDS, EVENTS);
        CoxFit efron = CoxModel.efron().fit(times, covariates).orThrow();
        CoxFit breslow = CoxModel.breslow().fit(times, covariates).orThrow();

        is(efron.coefficients().get(0).estimate(), 0.3340395663834418, 1e-8);
        is(efron.coefficients().get(1).estimate(), -0.08097527438481599, 1e-8);
        is(efron.coefficients().get(0).standardError(), 0.7936108658574295, 1e-8);
        is(efron.coefficients().get(1).standardError(), 0.06787898435126826, 1e-8);
        is(efron.nullLogLikelihood(), -16.29833504154795, 1e-12);
        is(efron.logLikelihood(), -14.91710377262553, 1e-12);
        is(efron.score().statistic(), 2.613045586282562, 1e-10);
        is(efron.wald().statistic(), 2.411803211746517, 1e-8);
        is(breslow.coefficients().get(0).estimate(), 0.2216148135675647, 1e-8);
        is(breslow.coefficients().get(1).standardError(), 0.06802251181884864, 1e-8);
        is(breslow.logLikelihood(), -15.69686212588903, 1e-12);
        is(breslow.score().statistic(), 2.306963697706198, 1e-10);
    }

    @Test
    void logRankByHypergeometricMomentsInFractions() {
        Map<String, TimesToEvent> arms = Map.of("crier", arm(1), "noncrier", arm(0));
        LogRank.Result logRank = LogRank.withDefaults().test(arms).orThrow();
        LogRank.Result early = LogRank.petoPeto().test(arms).orThrow();
        LogRank.Group criers = logRank.groups().stream()
                .filter(group -> group.name().equals("crier"))
                .findFirst()
                .orElseThrow();

        assertThat(criers.observed()).isEqualTo(4);
        is(criers.expected(), 2.704761904761905, 1e-14);
        is(logRank.test().statistic(), 1.1500764528154703, 1e-13);
        is(logRank.test().p(), 0.28353314594158213, 1e-12);
        is(early.test().statistic(), 0.7765692807727925, 1e-13);
    }

    private static TimesToEvent arm(double crier) {
        int[] who = IntStream.range(0, 12).filter(i -> IS_CRIER[i] == crier).toArray();
        double[] seconds = new double[who.length];
        boolean[] events = new boolean[who.length];
        for (int i = 0; i < who.length; i++) {
            seconds[i] = SECONDS[who[i]];
            events[i] = EVENTS[who[i]];
        }
        return TimesToEvent.of(seconds, events);
    }

    @Test
    void varianceBetweenStudiesAndKnappHartung() {
        double[] estimates = {0.62, -0.10, 0.35, 1.10, 0.20, 0.05};
        double[] variances = {0.04, 0.09, 0.06, 0.12, 0.03, 0.05};
        List<StudyEffect> effects = IntStream.range(0, 6)
                .mapToObj(i -> new StudyEffect("study " + i, estimates[i], variances[i]))
                .toList();
        MetaAnalysis reml = MetaAnalysis.withDefaults();
        MetaAnalysis.Result ours = reml.of(effects).orThrow();

        is(ours.tau2(), 0.06697496786732526, 1e-6);
        is(ours.estimate(), 0.3407337723110568, 1e-6);
        is(ours.standardError(), 0.1581381093226681, 1e-6);
        is(ours.p(), 0.08375027073592925, 1e-6);
        is(ours.interval().low(), -0.06577317903566365, 1e-5);
        is(ours.interval().high(), 0.7472407236577772, 1e-6);
        is(ours.heterogeneity().statistic(), 11.23135922330097, 1e-13);
        is(tau2(reml.withTau(MetaAnalysis.Tau.ML), effects), 0.03707455260944532, 1e-6);
        is(tau2(reml.withTau(MetaAnalysis.Tau.PAULE_MANDEL), effects), 0.09683509749685769, 1e-6);
    }

    private static double tau2(MetaAnalysis analysis, List<StudyEffect> effects) {
        return analysis.of(effects).orThrow().tau2();
    }

    /** Gwet's variance of the mean with divisor n, as the oracle in R has it; irrCAC divides by n − 1. */
    @ParameterizedTest
    @CsvSource({
        "NONE, 0.6047058823529412, 0.07349467539017699, 0.6071094480823199, 0.07395192320253262",
        "LINEAR, 0.6695352839931153, 0.0673792991915065, 0.6643356643356643, 0.06729086085424589",
        "QUADRATIC, 0.7312430011198208, 0.06838333057890025, 0.7211895910780669, 0.06907110394574144"
    })
    void kappaWithTheErrorOfTheDeltaMethodAndGwetsAc(
            CoderAgreement.Weights weights, double kappa, double kappaError, double ac, double acError) {
        int[][] table = {{20, 5, 1}, {4, 15, 6}, {2, 3, 24}};
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int count = 0; count < table[i][j]; count++) {
                    first.add(i);
                    second.add(j);
                }
            }
        }
        CoderAgreement ours = CoderAgreement.of(first, second, List.of(0, 1, 2), weights, 0.95)
                .orThrow();

        is(ours.kappa().orThrow().value(), kappa, 1e-12);
        is(ours.kappa().orThrow().standardError(), kappaError, 1e-12);
        is(ours.gwet().value(), ac, 1e-12);
        is(ours.gwet().standardError(), acError, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_WAY_SINGLE, 0.16574176840547544, -0.13293232487475098, 0.722560062328121",
        "AGREEMENT_SINGLE, 0.2897637795275591, 0.018786513374712016, 0.7610843696489529",
        "CONSISTENCY_SINGLE, 0.7148407148407149, 0.3424647650339253, 0.9458582599553595"
    })
    void intervalsOfTheRatingsOfShroutAndFleiss(Icc.Form form, double icc, double low, double high) {
        double[][] sixTargetsFourJudges = {
            {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
        };
        Icc ours = Icc.of(form, sixTargetsFourJudges, 0.95).orThrow();

        is(ours.icc(), icc, 1e-12);
        is(ours.interval().low(), low, 1e-9);
        is(ours.interval().high(), high, 1e-9);
    }

    @Test
    void logisticRegression() {
        boolean[] cried = {false, false, true, false, true, true, false, true, true, false, true, false};
        double[] proneness = {-1.2, 0.3, 0.8, -0.4, 1.5, 0.1, -0.9, 0.6, 1.1, 0.9, -0.2, 0.2};
        LogisticRegression.Fit ours = LogisticRegression.fit(
                        cried, Covariates.of(12).withNumber("proneness", proneness), 0.95)
                .orThrow();

        is(ours.coefficients().get(0).estimate(), -0.4748761316806573, 1e-9);
        is(ours.coefficients().get(1).estimate(), 1.837862962391483, 1e-9);
        is(ours.coefficients().get(0).standardError(), 0.763488380658375, 1e-9);
        is(ours.coefficients().get(1).standardError(), 1.138535134166933, 1e-9);
        is(ours.deviance(), 12.68468390106674, 1e-12);
        is(ours.nullDeviance(), 12 * 2 * Math.log(2), 1e-12);
    }
}
