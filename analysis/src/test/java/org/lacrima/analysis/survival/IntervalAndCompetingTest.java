package org.lacrima.analysis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lacrima.core.recovery.CensoredTime;

/** Events between two looks, and events that another may forestall. */
class IntervalAndCompetingTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    /** Months to cosmetic deterioration after radiotherapy, as (last seen without, first seen with]. */
    private static final double[][] FINKELSTEIN_WOLFE_1985 = {
        {45, INF}, {6, 10}, {0, 7}, {46, INF}, {46, INF}, {7, 16}, {17, INF}, {7, 14}, {37, 44}, {0, 8}, {4, 11},
        {15, INF}, {11, 15}, {22, INF}, {46, INF}, {46, INF}, {25, 37}, {46, INF}, {26, 40}, {46, INF}, {27, 34},
        {36, 44}, {46, INF}, {36, 48}, {37, INF}, {40, INF}, {17, 25}, {46, INF}, {11, 18}, {38, INF}, {5, 12},
        {37, INF}, {0, 5}, {18, INF}, {24, INF}, {36, INF}, {5, 11}, {19, 35}, {17, 25}, {24, INF}, {32, INF},
        {33, INF}, {19, 26}, {37, INF}, {34, INF}, {36, INF}
    };

    @Test
    void turnbullsEstimateOfThePublishedExampleAgrees() {
        List<CensoredTime> times = new ArrayList<>();
        for (double[] interval : FINKELSTEIN_WOLFE_1985) {
            times.add(
                    interval[1] == INF
                            ? CensoredTime.after(interval[0], "end of study")
                            : CensoredTime.between(interval[0], interval[1]));
        }

        Turnbull ours = Turnbull.of(times).orThrow();

        // scipy 1.17.1: SLSQP from the same likelihood, polished by expectation–maximisation to 1e-16
        double[][] theirs = {
            {4, 5, 0.046346773992893824},
            {6, 7, 0.033363370934643186},
            {7, 8, 0.0886673680627073},
            {11, 12, 0.07075292179236435},
            {24, 25, 0.09264583658501302},
            {33, 34, 0.08178576490254723},
            {38, 40, 0.12087982735383468},
            {46, 48, 0.46555813637599647}
        };
        assertThat(ours.masses()).hasSize(theirs.length);
        for (int j = 0; j < theirs.length; j++) {
            assertThat(ours.masses().get(j).lowerSeconds()).isEqualTo(theirs[j][0]);
            assertThat(ours.masses().get(j).upperSeconds()).isEqualTo(theirs[j][1]);
            assertThat(ours.masses().get(j).probability()).isCloseTo(theirs[j][2], within(1e-8));
        }
        assertThat(ours.logLikelihood()).isCloseTo(-58.06002195399098, within(1e-9));
    }

    @Test
    void withExactAndRightCensoredTimesTurnbullIsKaplanMeier() {
        SplittableRandom random = new SplittableRandom(7);
        List<CensoredTime> times = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double seconds = 5 * random.nextInt(1, 40);
            times.add(random.nextInt(3) == 0 ? CensoredTime.after(seconds, "left") : CensoredTime.event(seconds));
        }
        SurvivalCurve curve =
                KaplanMeier.withDefaults().of(TimesToEvent.of(times)).orThrow();
        Turnbull turnbull = Turnbull.of(times).orThrow();

        for (SurvivalCurve.Step step : curve.steps()) {
            assertThat(turnbull.highestAt(step.seconds())).isCloseTo(step.survival(), within(1e-8));
        }
    }

    @Test
    void theBoundsOfACourseKnownByIntervalsEncloseTheTruth() {
        List<CensoredTime> times = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            times.add(CensoredTime.between(10 * (i - 1), 10 * i));
        }
        Turnbull turnbull = Turnbull.of(times).orThrow();

        assertThat(turnbull.lowestAt(100)).isCloseTo(0.75, within(1e-9));
        assertThat(turnbull.highestAt(100)).isCloseTo(0.75, within(1e-9));
        assertThat(turnbull.lowestAt(105)).isCloseTo(0.725, within(1e-9));
        assertThat(turnbull.highestAt(105)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void withoutCensoringTheIncidenceIsTheShareWithItsBinomialError() {
        List<CensoredTime> times = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            times.add(i % 3 == 0 ? CensoredTime.competing(i, "second bout") : CensoredTime.event(i));
        }
        CumulativeIncidence incidence = CumulativeIncidence.of(times).orThrow();

        CumulativeIncidence.Step last = incidence.steps().get(19);
        assertThat(last.event()).isCloseTo(14 / 20.0, within(1e-12));
        assertThat(last.competing()).isCloseTo(6 / 20.0, within(1e-12));
        assertThat(last.neither()).isCloseTo(0, within(1e-12));
        CumulativeIncidence.Step tenth = incidence.steps().get(9);
        double share = 7 / 20.0;
        assertThat(tenth.event()).isCloseTo(share, within(1e-12));
        assertThat(tenth.eventStandardError()).isCloseTo(Math.sqrt(share * (1 - share) / 20), within(1e-12));
    }

    @Test
    void withoutCompetingEventsTheIncidenceIsOneMinusKaplanMeierWithGreenwoodsError() {
        SplittableRandom random = new SplittableRandom(3);
        List<CensoredTime> times = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double seconds = random.nextInt(1, 30);
            times.add(random.nextInt(3) == 0 ? CensoredTime.after(seconds, "left") : CensoredTime.event(seconds));
        }
        SurvivalCurve curve =
                KaplanMeier.withDefaults().of(TimesToEvent.of(times)).orThrow();
        CumulativeIncidence incidence = CumulativeIncidence.of(times).orThrow();

        List<SurvivalCurve.Step> events =
                curve.steps().stream().filter(s -> s.events() > 0).toList();
        for (int i = 0; i < events.size(); i++) {
            CumulativeIncidence.Step step = incidence.steps().get(i);
            assertThat(step.event()).isCloseTo(1 - events.get(i).survival(), within(1e-12));
            assertThat(step.eventStandardError()).isCloseTo(events.get(i).standardError(), within(1e-12));
        }
    }
}
