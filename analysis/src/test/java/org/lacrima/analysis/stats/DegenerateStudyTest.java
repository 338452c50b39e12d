package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.analysis.agreement.BlandAltman;
import org.lacrima.analysis.agreement.CoderAgreement;
import org.lacrima.analysis.agreement.CronbachAlpha;
import org.lacrima.analysis.agreement.Icc;
import org.lacrima.analysis.agreement.OnsetLag;
import org.lacrima.analysis.confounding.LogisticRegression;
import org.lacrima.analysis.confounding.PropensityWeighting;
import org.lacrima.analysis.meta.EggerTest;
import org.lacrima.analysis.meta.MetaAnalysis;
import org.lacrima.analysis.meta.StudyEffect;
import org.lacrima.analysis.models.DegreesOfFreedom;
import org.lacrima.analysis.models.LinearModel;
import org.lacrima.analysis.models.MixedModel;
import org.lacrima.analysis.models.ModelData;
import org.lacrima.analysis.models.ModelFormula;
import org.lacrima.analysis.models.RepeatedMeasuresAnova;
import org.lacrima.analysis.models.SumsOfSquares;
import org.lacrima.analysis.survival.CoxModel;
import org.lacrima.analysis.survival.CumulativeIncidence;
import org.lacrima.analysis.survival.KaplanMeier;
import org.lacrima.analysis.survival.LogRank;
import org.lacrima.analysis.survival.SurvivalCurve;
import org.lacrima.analysis.survival.TimesToEvent;
import org.lacrima.analysis.survival.Turnbull;
import org.lacrima.core.recovery.CensoredTime;

/**
 * Studies that cannot answer, or hardly, put to every procedure of models, survival, meta-analysis, agreement and
 * confounding: numbers or a reason, never a NaN, never the exception of a search.
 */
class DegenerateStudyTest {

    /** People with an outcome, a group, two covariates and a time to an event; each is the same of all or follows a rule. */
    private record Study(
            String name,
            double[] y,
            boolean[] isCrier,
            double[] age,
            double[] mood,
            double[] seconds,
            boolean[] events) {

        int n() {
            return y.length;
        }

        List<String> groups() {
            return IntStream.range(0, n())
                    .mapToObj(i -> isCrier[i] ? "crier" : "noncrier")
                    .toList();
        }

        Covariates covariates() {
            return Covariates.of(n()).withNumber("age", age).withNumber("mood", mood);
        }

        TimesToEvent times() {
            return TimesToEvent.of(seconds, events);
        }

        List<CensoredTime> censored() {
            return IntStream.range(0, n())
                    .mapToObj(i -> events[i] ? CensoredTime.event(seconds[i]) : CensoredTime.after(seconds[i], "end"))
                    .toList();
        }

        Map<String, TimesToEvent> arms() {
            Map<String, TimesToEvent> arms = new LinkedHashMap<>();
            for (boolean crier : new boolean[] {true, false}) {
                int[] who =
                        IntStream.range(0, n()).filter(i -> isCrier[i] == crier).toArray();
                boolean[] ended = new boolean[who.length];
                for (int i = 0; i < who.length; i++) {
                    ended[i] = events[who[i]];
                }
                arms.put(
                        crier ? "crier" : "noncrier",
                        TimesToEvent.of(
                                Arrays.stream(who).mapToDouble(i -> seconds[i]).toArray(), ended));
            }
            return arms;
        }

        ModelData people() {
            return ModelData.empty()
                    .withNumbers("y", y)
                    .withNumbers("age", age)
                    .withNumbers("mood", mood)
                    .withCategory("group", groups());
        }

        /** Three phases of each person. */
        ModelData phases() {
            double[] values = new double[3 * n()];
            double[] ages = new double[3 * n()];
            double[] moods = new double[3 * n()];
            List<String> ids = new ArrayList<>();
            List<String> phases = new ArrayList<>();
            List<String> group = new ArrayList<>();
            for (int row = 0; row < values.length; row++) {
                int i = row / 3;
                values[row] = y[i] + (row % 3) * (y[i] - y[0]) * (y[i] - y[0]);
                ages[row] = age[i];
                moods[row] = mood[i];
                ids.add("p" + i);
                phases.add("phase " + row % 3);
                group.add(groups().get(i));
            }
            return ModelData.empty()
                    .withNumbers("y", values)
                    .withNumbers("age", ages)
                    .withNumbers("mood", moods)
                    .withCategory("id", ids)
                    .withCategory("phase", phases)
                    .withCategory("group", group);
        }

        List<StudyEffect> effects() {
            return IntStream.range(0, n())
                    .mapToObj(i -> new StudyEffect("study " + i, y[i], 0.1 + mood[i] * mood[i]))
                    .toList();
        }

        double[][] ratings() {
            return IntStream.range(0, n())
                    .mapToObj(i -> new double[] {y[i], age[i], mood[i]})
                    .toArray(double[][]::new);
        }

        List<Boolean> codes(boolean[] marks) {
            return IntStream.range(0, n()).mapToObj(i -> marks[i]).toList();
        }
    }

    private interface Rule {
        double of(int person);
    }

    private static double[] numbers(int n, Rule rule) {
        return IntStream.range(0, n).mapToDouble(rule::of).toArray();
    }

    private static boolean[] marks(int n, Rule rule) {
        boolean[] marks = new boolean[n];
        for (int i = 0; i < n; i++) {
            marks[i] = rule.of(i) > 0;
        }
        return marks;
    }

    private static final Rule Y = i -> Math.sin(2.3 * i);
    private static final Rule CRIER = i -> (i * 5) % 3 == 0 || i == 4 ? 1 : 0;
    private static final Rule AGE = i -> 20 + (7 * i) % 13;
    private static final Rule MOOD = i -> Math.cos(1.7 * i);
    private static final Rule SECONDS = i -> 10 + (37 * i) % 101;
    private static final Rule EVENT = i -> i % 4;

    private static Study study(String name, int n, Rule y, Rule crier, Rule age, Rule mood, Rule time, Rule event) {
        return new Study(
                name,
                numbers(n, y),
                marks(n, crier),
                numbers(n, age),
                numbers(n, mood),
                numbers(n, time),
                marks(n, event));
    }

    private static final List<Study> STUDIES = List.of(
            study("nobody", 0, Y, CRIER, AGE, MOOD, SECONDS, EVENT),
            study("one person", 1, Y, CRIER, AGE, MOOD, SECONDS, EVENT),
            study("two people", 2, Y, CRIER, AGE, MOOD, SECONDS, EVENT),
            study("three people", 3, Y, CRIER, AGE, MOOD, SECONDS, EVENT),
            study("four people", 4, Y, CRIER, AGE, MOOD, SECONDS, EVENT),
            study("nothing special", 16, Y, CRIER, AGE, MOOD, SECONDS, EVENT),
            study("constant outcome", 16, i -> 3, CRIER, AGE, MOOD, SECONDS, EVENT),
            study("outcome that the group explains", 16, CRIER, CRIER, AGE, MOOD, SECONDS, EVENT),
            study("criers only", 16, Y, i -> 1, AGE, MOOD, SECONDS, EVENT),
            study("one crier", 16, Y, i -> i == 3 ? 1 : 0, AGE, MOOD, SECONDS, EVENT),
            study("constant covariate", 16, Y, CRIER, i -> 21, MOOD, SECONDS, EVENT),
            study("collinear covariates", 16, Y, CRIER, AGE, i -> 2 * AGE.of(i) - 7, SECONDS, EVENT),
            study("covariate that is the outcome", 16, AGE, CRIER, AGE, MOOD, SECONDS, EVENT),
            study(
                    "groups that a covariate separates",
                    16,
                    Y,
                    CRIER,
                    i -> 30 * CRIER.of(i) + AGE.of(i),
                    MOOD,
                    SECONDS,
                    EVENT),
            study("all censored", 16, Y, CRIER, AGE, MOOD, SECONDS, i -> 0),
            study("one event", 16, Y, CRIER, AGE, MOOD, SECONDS, i -> i == 5 ? 1 : 0),
            study("all events at one time", 16, Y, CRIER, AGE, MOOD, i -> 60, i -> 1),
            study("all events at the start", 16, Y, CRIER, AGE, MOOD, i -> 0, i -> 1),
            study("events of criers only", 16, Y, CRIER, AGE, MOOD, SECONDS, CRIER),
            study(
                    "criers all before the others",
                    16,
                    Y,
                    CRIER,
                    AGE,
                    MOOD,
                    i -> SECONDS.of(i) + 200 * (1 - CRIER.of(i)),
                    i -> 1),
            study("times that a covariate orders", 16, Y, CRIER, i -> -SECONDS.of(i), MOOD, SECONDS, i -> 1),
            study(
                    "large numbers",
                    16,
                    i -> 1e8 + Y.of(i),
                    CRIER,
                    i -> 1e8 + AGE.of(i),
                    MOOD,
                    i -> 1e8 + SECONDS.of(i),
                    EVENT));

    private static Named<Function<Study, List<Inference<?>>>> named(
            String name, Function<Study, List<Inference<?>>> procedure) {
        return Named.of(name, procedure);
    }

    private static List<Inference<?>> linear(Study study, String formula) {
        return LinearModel.withDefaults()
                .fit(ModelFormula.parse(formula), study.people())
                .value()
                .map(fit -> List.<Inference<?>>of(
                        Inference.of(fit.summary()),
                        Inference.of(fit.coefficients()),
                        Inference.of(fit.tests(SumsOfSquares.TYPE_I)),
                        Inference.of(fit.tests(SumsOfSquares.TYPE_II)),
                        Inference.of(fit.tests(SumsOfSquares.TYPE_III)),
                        fit.slopeHomogeneity()))
                .orElseGet(() -> List.of(LinearModel.withDefaults().fit(ModelFormula.parse(formula), study.people())));
    }

    private static List<Inference<?>> mixed(Study study, String formula, DegreesOfFreedom df) {
        Inference<?> fit = MixedModel.withDefaults()
                .withDegreesOfFreedom(df)
                .fit(ModelFormula.parse(formula), study.phases())
                .map(f -> List.<Object>of(
                        f.summary(), f.coefficients(), f.tests(), f.varianceComponents(), f.randomEffects()));
        return List.of(fit);
    }

    private static List<Inference<?>> curve(Study study, KaplanMeier.Scale scale) {
        Inference<SurvivalCurve> curve =
                KaplanMeier.withDefaults().withScale(scale).of(study.times());
        List<Inference<?>> answers = new ArrayList<>(List.of(curve));
        curve.value().ifPresent(c -> {
            answers.add(c.quantile(0.25));
            answers.add(c.quantile(0.5));
            answers.add(c.restrictedMean(60));
            c.restrictedMean(60).value().ifPresent(mean -> answers.add(mean.minus(mean, 0.95)));
        });
        return answers;
    }

    static Stream<Named<Function<Study, List<Inference<?>>>>> procedures() {
        List<Named<Function<Study, List<Inference<?>>>>> all = new ArrayList<>(List.of(
                named("analysis of covariance", s -> linear(s, "y ~ age + mood + group")),
                named("interaction", s -> linear(s, "y ~ group * age")),
                named(
                        "random intercepts, Satterthwaite",
                        s -> mixed(s, "y ~ group * phase + age + mood + (1 | id)", DegreesOfFreedom.SATTERTHWAITE)),
                named(
                        "random intercepts, Kenward–Roger",
                        s -> mixed(s, "y ~ group * phase + (1 | id)", DegreesOfFreedom.KENWARD_ROGER)),
                named("random slopes", s -> mixed(s, "y ~ age + (1 + mood | id)", DegreesOfFreedom.SATTERTHWAITE)),
                named(
                        "repeated measures",
                        s -> List.of(RepeatedMeasuresAnova.of("y", "id")
                                .within("phase")
                                .between("group")
                                .test(s.phases()))),
                named("log-rank", s -> List.of(LogRank.withDefaults().test(s.arms()))),
                named("Peto–Peto", s -> List.of(LogRank.petoPeto().test(s.arms()))),
                named("Cox, Efron", s -> List.of(CoxModel.efron().fit(s.times(), s.covariates()))),
                named("Cox, Breslow", s -> List.of(CoxModel.breslow().fit(s.times(), s.covariates()))),
                named("Turnbull", s -> List.of(Turnbull.of(s.censored()))),
                named("cumulative incidence", s -> List.of(CumulativeIncidence.of(s.censored()))),
                named("Egger", s -> List.of(EggerTest.of(s.effects()))),
                named(
                        "leaving one study out",
                        s -> List.copyOf(MetaAnalysis.withDefaults().leavingOneOut(s.effects()))),
                named("intraclass correlations", s -> List.copyOf(Icc.all(s.ratings(), 0.95))),
                named("Cronbach α", s -> List.of(CronbachAlpha.of(List.of(s.y(), s.age(), s.mood()), 0.95))),
                named("Bland–Altman", s -> List.of(BlandAltman.of(s.y(), s.age(), 0.95))),
                named("Bland–Altman of a device with itself", s -> List.of(BlandAltman.of(s.y(), s.y(), 0.95))),
                named("lags of onsets", s -> List.of(OnsetLag.of(s.seconds(), s.seconds(), 1))),
                named("logistic regression", s -> List.of(LogisticRegression.fit(s.isCrier(), s.covariates(), 0.95))),
                named(
                        "propensity weighting",
                        s -> List.of(PropensityWeighting.compare(s.isCrier(), s.y(), s.covariates(), 0.95)))));
        for (KaplanMeier.Scale scale : KaplanMeier.Scale.values()) {
            all.add(named("Kaplan–Meier " + scale, s -> curve(s, scale)));
        }
        for (MetaAnalysis.Tau tau : MetaAnalysis.Tau.values()) {
            for (MetaAnalysis.Reference reference : MetaAnalysis.Reference.values()) {
                all.add(named(
                        "meta-analysis " + tau + " " + reference,
                        s -> List.of(MetaAnalysis.withDefaults()
                                .withTau(tau)
                                .withReference(reference)
                                .of(s.effects()))));
            }
        }
        for (CoderAgreement.Weights weights : CoderAgreement.Weights.values()) {
            all.add(named(
                    "agreement of coders, weights " + weights,
                    s -> List.of(CoderAgreement.of(
                            s.codes(s.isCrier()), s.codes(s.events()), List.of(false, true), weights, 0.95))));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyStudyGivesNumbersOrAReason(Function<Study, List<Inference<?>>> procedure) {
        for (Study study : STUDIES) {
            for (Inference<?> answer : procedure.apply(study)) {
                if (answer.isEstimable()) {
                    requireNumbers(study.name(), answer.value().orElseThrow());
                } else {
                    assertThat(answer.reason()).as(study.name()).isNotBlank().doesNotContain("NaN");
                }
            }
        }
    }

    /** Nothing in a result, however deep, is NaN, and it prints itself. */
    private static void requireNumbers(String where, Object value) {
        if (value instanceof Double number) {
            assertThat(number).as(where).isNotNaN();
        } else if (value instanceof List<?> list) {
            list.forEach(element -> requireNumbers(where, element));
        } else if (value instanceof Inference<?> inference) {
            inference.value().ifPresent(answer -> requireNumbers(where, answer));
        } else if (value instanceof Record result) {
            for (RecordComponent component : result.getClass().getRecordComponents()) {
                try {
                    requireNumbers(
                            where + " " + component.getName(),
                            component.getAccessor().invoke(result));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (result instanceof StatisticalResult printed) {
                assertThat(printed.apa()).as(where).isNotBlank().doesNotContain("NaN");
                assertThat(printed.toTables("result")).as(where).isNotEmpty();
            }
        }
    }
}
