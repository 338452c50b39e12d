package org.lacrima.analysis.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.core.table.ResultTable;

/**
 * Mixed models of made courses. Figures: the deviance by its definition, with the dense matrix of all observations' covariance,
 * at the least that Newton's method finds with 40 digits (mpmath 1.3.0; gradient below 1e-22); degrees of freedom by
 * differences of 40 digits (Satterthwaite) and by Kenward and Roger's formulas with dense matrices (numpy 2.4.6).
 */
class MixedModelTest {

    private static final Offset<Double> TIGHT = within(1e-9);
    private static final String SLOPES = "y ~ group*time + (1 + time | id)";
    private static final String CROSSED = "y ~ group*time + (1 | id) + (1 | epoch)";

    private static MixedFit fit(double slopes, String formula, Criterion criterion) {
        return MixedModel.withDefaults()
                .withCriterion(criterion)
                .fit(ModelFormula.parse(formula), MadeData.courses(slopes))
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "REML, 31.311106512503289, 2.58581876437869, 0.595868742021475, 0.944503156872619, 0.0393579815067715",
        "ML, 23.788868365999774, 2.24444887795126, 0.57147034137908, 0.758738542826064, 0.0394086437008748",
    })
    void interceptsAndSlopes(
            Criterion criterion, double deviance, double theta0, double theta1, double theta2, double sigma2) {
        MixedFit fit = fit(0.3, SLOPES, criterion);

        assertThat(fit.logLikelihood()).isCloseTo(-deviance / 2, within(1e-12));
        assertThat(fit.relativeFactors()[0]).isCloseTo(theta0, TIGHT);
        assertThat(fit.relativeFactors()[1]).isCloseTo(theta1, TIGHT);
        assertThat(fit.relativeFactors()[2]).isCloseTo(theta2, TIGHT);
        List<VarianceComponent> components = fit.varianceComponents();
        assertThat(components.get(3).variance()).isCloseTo(sigma2, TIGHT);
        assertThat(components.get(0).variance()).isCloseTo(sigma2 * theta0 * theta0, TIGHT);
        assertThat(components.get(1).variance()).isCloseTo(sigma2 * (theta1 * theta1 + theta2 * theta2), TIGHT);
        assertThat(components.get(2).correlation().orThrow()).isCloseTo(theta1 / Math.hypot(theta1, theta2), TIGHT);
        assertThat(fit.summary().search()).isEqualTo(MixedFit.Search.CONVERGED);
        assertThat(fit.summary().fit()).isEqualTo(MixedFit.Fit.REGULAR);
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, REML, (Intercept), 5.28939316550349, 0.240066754798243, 7.062443229838309",
        "0.3, REML, groupnoncrier, -0.161682477855715, 0.36120486371974, 7.149530871262927",
        "0.3, REML, time, 0.165943667094758, 0.110290839718299, 7.234581519627305",
        "0.3, REML, groupnoncrier:time, -0.055045856455144, 0.164795404459311, 7.128432524070042",
        "0.3, ML, (Intercept), 5.29333171291104, 0.211343811483882, 9.084278336086408",
        "0.3, ML, groupnoncrier, -0.160539959184022, 0.318264348052052, 9.228361389660593",
        "0.3, ML, time, 0.163906510639876, 0.0971814342389335, 9.364534981834737",
        "0.3, ML, groupnoncrier:time, -0.0558639424599212, 0.145055390127918, 9.193182577598897",
        "0.1, REML, (Intercept), 5.29414025156934, 0.242356096571104, 7.070537998755453",
        "0.1, REML, groupnoncrier, -0.169175488088824, 0.364463354600775, 7.142318787336799",
        "0.1, REML, time, 0.150836171768739, 0.0526030486736346, 12.859042695080165",
        "0.1, REML, groupnoncrier:time, -0.0551122724146239, 0.0778944480358405, 12.413429959907308",
    })
    void coefficientsAndSatterthwaitesDegreesOfFreedom(
            double slopes, Criterion criterion, String name, double estimate, double se, double df) {
        agree(find(fit(slopes, SLOPES, criterion), name), estimate, se, df);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, (Intercept), 5.30353936397386, 0.281646104114618, 8.026645711324498",
        "0.1, groupnoncrier, -0.1919668683887, 0.415585199477937, 7.5962695732181045",
        "0.1, time, 0.141672928538884, 0.0561230538673498, 7.576742299153977",
        "0.1, groupnoncrier:time, -0.040720656290585, 0.0644480876399049, 31.054421342514587",
        "0.3, (Intercept), 5.33139214388355, 0.322753509484061, 7.954392949147345",
        "0.3, groupnoncrier, -0.208158222173979, 0.485677764526765, 8.055407832181741",
        "0.3, time, 0.135040546443031, 0.0664319657082241, 35.105048707631155",
        "0.3, groupnoncrier:time, -0.0235923578375899, 0.0979701397372449, 35.07675578635418",
    })
    void crossedGroupings(double slopes, String name, double estimate, double se, double df) {
        agree(find(fit(slopes, CROSSED, Criterion.REML), name), estimate, se, df);
    }

    private static void agree(Coefficient ours, double estimate, double se, double df) {
        assertThat(ours.estimate()).isCloseTo(estimate, TIGHT);
        assertThat(ours.standardError()).isCloseTo(se, TIGHT);
        assertThat(ours.df()).isCloseTo(df, within(1e-7 * df));
    }

    private static Coefficient find(MixedFit fit, String name) {
        return fit.coefficients().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void crossedVariances() {
        MixedFit fit = fit(0.1, CROSSED, Criterion.REML);

        assertThat(fit.logLikelihood()).isCloseTo(-19.331450982563464 / 2, within(1e-12));
        assertThat(fit.relativeFactors()[0]).isCloseTo(3.30542319565822, TIGHT);
        assertThat(fit.relativeFactors()[1]).isCloseTo(0.40469448013401, TIGHT);
        assertThat(fit.isSingular()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, y ~ group*time + (1 + time | id), groupnoncrier, 0.36166885679658656, 7.003397088284462,"
                + " 0.1998497852101419",
        "0.3, y ~ group*time + (1 + time | id), time, 0.11054947518775408, 7.044969646657224, 2.2532428196987033",
        "0.3, y ~ group*time + (1 + time | id), groupnoncrier:time, 0.1651466384485873, 6.941644605355529,"
                + " 0.11109890803816384",
        "0.1, y ~ group*time + (1 + time | id), time, 0.053548461857034386, 6.882146628728496, 7.934453181048204",
        "0.1, y ~ group*time + (1 | id) + (1 | epoch), time, 0.056167739506189744, 7.56466256665829, 6.362090622559111",
        "0.1, y ~ group*time + (1 | id) + (1 | epoch), groupnoncrier:time, 0.06453567434362127, 31.168722845303165,"
                + " 0.39813451856095766",
    })
    void kenwardAndRoger(double slopes, String formula, String name, double se, double df, double f) {
        MixedFit fit = fit(slopes, formula, Criterion.REML)
                .withDegreesOfFreedom(DegreesOfFreedom.KENWARD_ROGER)
                .orThrow();
        Coefficient c = find(fit, name);

        assertThat(c.standardError()).isCloseTo(se, TIGHT);
        assertThat(c.df()).isCloseTo(df, within(1e-7));
        assertThat(c.t() * c.t()).isCloseTo(f, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.12412090800166176, 0.4761484647572177", "0.1, 0.13416844794426522, 0.5052603471597419"})
    void randomEffects(double slopes, double first, double second) {
        List<RandomEffect> effects = fit(slopes, SLOPES, Criterion.REML).randomEffects();

        assertThat(effects).hasSize(18);
        assertThat(effects.get(0).level()).isEqualTo("person 0");
        assertThat(effects.get(0).value()).isCloseTo(first, TIGHT);
        assertThat(effects.get(2).level()).isEqualTo("person 1");
        assertThat(effects.get(2).value()).isCloseTo(second, TIGHT);
        assertThat(effects).allSatisfy(e -> assertThat(e.conditionalSd()).isPositive());
    }

    @Test
    void aPerfectCorrelationIsReportedAsSingular() {
        MixedFit fit = fit(0.1, SLOPES, Criterion.REML);

        assertThat(fit.isSingular()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(-17.850007614883596 / 2, within(1e-12));
        assertThat(fit.summary().search()).isEqualTo(MixedFit.Search.CONVERGED);
        assertThat(fit.varianceComponents().get(2).correlation().orThrow()).isCloseTo(1, within(1e-9));
        assertThat(fit.summary().apa()).contains("singular fit");
    }

    @Test
    void aVarianceOfZeroIsReportedAsSingularAndLeavesTheSimplerModel() {
        MixedFit crossed = fit(0.3, CROSSED, Criterion.REML);

        assertThat(crossed.isSingular()).isTrue();
        assertThat(crossed.varianceComponents().get(1).variance()).isCloseTo(0, within(1e-12));
        assertThat(crossed.logLikelihood())
                .isCloseTo(fit(0.3, "y ~ group*time + (1 | id)", Criterion.REML).logLikelihood(), TIGHT);
    }

    @Test
    void residualsAndFittedValuesMakeTheResponse() {
        Residuals residuals = fit(0.3, SLOPES, Criterion.REML).residuals();
        ResultTable quantiles = residuals.normalQuantiles("qq");

        assertThat(residuals.raw()).hasSize(46);
        for (int i = 0; i < 46; i++) {
            assertThat(residuals.raw()[i] + residuals.fitted()[i])
                    .isCloseTo(MadeData.courses(0.3).numbers("y").values()[i], within(1e-12));
        }
        assertThat(quantiles.rows()).hasSize(46);
        assertThat(residuals.byGroup("people").rows()).hasSize(9);
    }

    @Test
    void nestedGroupingsAreClustersOfTheirOwn() {
        ModelData data = MadeData.courses(0.3)
                .withCategory(
                        "lab",
                        MadeData.courses(0.3).category("id").labels().stream()
                                .map(id -> "lab " + (id.charAt(7) - '0') / 3)
                                .toList());
        MixedFit nested = MixedModel.withDefaults()
                .fit(ModelFormula.parse("y ~ time + (1 | lab/id)"), data)
                .orThrow();
        MixedFit spelt = MixedModel.withDefaults()
                .fit(ModelFormula.parse("y ~ time + (1 | lab) + (1 | id)"), data)
                .orThrow();

        assertThat(nested.logLikelihood()).isCloseTo(spelt.logLikelihood(), TIGHT);
        assertThat(nested.varianceComponents())
                .extracting(VarianceComponent::grouping)
                .containsExactly("lab", "lab:id", "Residual");
    }

    @Test
    void theUnitOfTimeChangesNothingButTheUnit() {
        ModelData seconds = MadeData.courses(0.3)
                .withNumbers(
                        "seconds",
                        Arrays.stream(MadeData.courses(0.3).numbers("time").values())
                                .map(t -> 60 * t)
                                .toArray());
        MixedFit perMinute = fit(0.3, SLOPES, Criterion.ML);
        MixedFit perSecond = MixedModel.withDefaults()
                .withCriterion(Criterion.ML)
                .fit(ModelFormula.parse("y ~ group*seconds + (1 + seconds | id)"), seconds)
                .orThrow();

        assertThat(perSecond.logLikelihood()).isCloseTo(perMinute.logLikelihood(), TIGHT);
        assertThat(60 * find(perSecond, "seconds").estimate())
                .isCloseTo(find(perMinute, "time").estimate(), TIGHT);
        assertThat(find(perSecond, "seconds").df())
                .isCloseTo(find(perMinute, "time").df(), within(1e-6));
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        ModelData data = MadeData.courses(0.3);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 46).boxed().toList());
        Collections.shuffle(order, new Random(3));
        ModelData shuffled = ModelData.empty()
                .withNumbers(
                        "y",
                        order.stream()
                                .mapToDouble(i -> data.numbers("y").values()[i])
                                .toArray())
                .withNumbers(
                        "time",
                        order.stream()
                                .mapToDouble(i -> data.numbers("time").values()[i])
                                .toArray())
                .withCategory(
                        "id",
                        order.stream()
                                .map(i -> data.category("id").labels().get(i))
                                .toList())
                .withCategory(
                        "group",
                        order.stream()
                                .map(i -> data.category("group").labels().get(i))
                                .toList())
                .withLevels("group", "crier", "noncrier");
        MixedFit fit = MixedModel.withDefaults()
                .fit(ModelFormula.parse(SLOPES), shuffled)
                .orThrow();

        assertThat(fit.logLikelihood()).isCloseTo(-31.311106512503289 / 2, TIGHT);
        assertThat(find(fit, "time").estimate()).isCloseTo(0.165943667094758, TIGHT);
    }

    @Test
    void resultsAreSentencesAndRows() {
        MixedFit fit = fit(0.3, SLOPES, Criterion.REML);

        assertThat(fit.tests().get(0).apa())
                .matches("group: F\\(1, 7\\.15\\) = 0\\.20, p = \\.668 \\(Satterthwaite\\)");
        assertThat(find(fit, "time").apa()).startsWith("time: b = 0.17, 95% CI [");
        assertThat(StatisticalResult.toTable("coefficients", "Coefficients", fit.coefficients())
                        .rows())
                .hasSize(4);
        assertThat(StatisticalResult.toTable("tests", "Tests", fit.tests()).rows())
                .hasSize(3);
        assertThat(StatisticalResult.toTable("variances", "Variances", fit.varianceComponents())
                        .rows())
                .hasSize(4);
        assertThat(StatisticalResult.toTable("effects", "Effects", fit.randomEffects())
                        .rows())
                .hasSize(18);
        assertThat(fit.summary().toTable("fit").rows()).hasSize(1);
        assertThat(StatisticalResult.toTable(
                                "pairs", "Pairs", fit.marginalMeans("group").tukeyPairs())
                        .rows())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "y ~ x + (1 | own) ; each of the 6 levels of own has one observation",
                "y ~ x + (1 | one) ; one has one level only, all",
                "y ~ x + (1 + x + z | id) ; 6 observations for 9 random effects of id",
                "flat ~ x + (1 | id) ; flat is constant",
                "steps ~ 1 + (1 | id) ; steps does not vary within id",
                "y ~ x + twice + (1 | id) ; twice is a linear combination",
                "y ~ one + (1 | id) ; one has one level only",
                "y ~ id + (1 | id) ; (Intercept) varies between levels of id in the random part, but the fixed part"
                        + " explains",
            })
    void dataThatCannotAnswerSayWhy(String formula, String reason) {
        ModelData data = ModelData.empty()
                .withNumbers("y", 1, 3, 2, 5, 4, 7)
                .withNumbers("flat", 2, 2, 2, 2, 2, 2)
                .withNumbers("steps", 1.1, 1.1, 2.3, 2.3, 3.1, 3.1)
                .withNumbers("x", 1, 2, 3, 1, 2, 4)
                .withNumbers("z", 5, 2, 3, 9, 2, 7)
                .withNumbers("twice", 2, 4, 6, 2, 4, 8)
                .withCategory("id", List.of("a", "a", "b", "b", "c", "c"))
                .withCategory("own", List.of("a", "b", "c", "d", "e", "f"))
                .withCategory("one", List.of("all", "all", "all", "all", "all", "all"));
        Inference<MixedFit> fit = MixedModel.withDefaults().fit(ModelFormula.parse(formula), data);

        assertThat(fit.isEstimable()).isFalse();
        assertThat(fit.reason()).contains(reason);
    }

    @Test
    void numbersMayBeACovariateAndAGroupingAtOnce() {
        ModelData data = MadeData.courses(0.1);
        MixedFit fit = MixedModel.withDefaults()
                .fit(ModelFormula.parse("y ~ group*time + (1 | id) + (1 | time)"), data)
                .orThrow();

        assertThat(fit.logLikelihood()).isCloseTo(-19.331450982563464 / 2, within(1e-12));
        assertThat(fit.randomEffects()).extracting(RandomEffect::level).contains("0", "0.5", "2.5");
    }

    @Test
    void kenwardAndRogerNeedsReml() {
        assertThat(fit(0.3, SLOPES, Criterion.ML)
                        .withDegreesOfFreedom(DegreesOfFreedom.KENWARD_ROGER)
                        .reason())
                .contains("REML");
    }

    @Test
    void likelihoodRatiosOfModelsThatCannotBeComparedAreTheCallersMistake() {
        MixedFit reml = fit(0.3, SLOPES, Criterion.REML);
        MixedFit ml = fit(0.3, SLOPES, Criterion.ML);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatioTest.of(fit(0.3, "y ~ time + (1 | id)", Criterion.REML), reml))
                .withMessageContaining("fit both by ML");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatioTest.of(ml, reml))
                .withMessageContaining("one criterion");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatioTest.of(ml, fit(0.3, "y ~ group + (1 | id)", Criterion.ML)))
                .withMessageContaining("is not contained in");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixedModel.withDefaults().fit(ModelFormula.parse("y ~ time"), MadeData.courses(0.3)))
                .withMessageContaining("LinearModel");
    }

    /** Whatever the data are, the answer is finite or has a reason, and no search ends in an exception. */
    @Test
    void anyDataGiveNumbersOrAReason() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> formulas = List.of(
                "y ~ group*time + (1 + time | id)",
                "y ~ group*time + (1 + time || id)",
                "y ~ group + (1 | id)",
                "y ~ group*epoch + (1 | id)",
                CROSSED);
        for (int round = 0; round < 60; round++) {
            int kind = round % 4;
            double[] y = MadeData.courses(0.3).numbers("y").values().clone();
            for (int i = 0; i < y.length; i++) {
                y[i] = switch (kind) {
                    case 0 -> random.nextGaussian();
                    case 1 -> Math.rint(random.nextDouble());
                    case 2 -> 1e-8 * random.nextGaussian() + 1e6;
                    default -> 1e8 * random.nextGaussian();
                };
            }
            ModelData data = MadeData.courses(0.3).withNumbers("other", y);
            ModelFormula formula =
                    ModelFormula.parse(formulas.get(round % formulas.size()).replace("y ~", "other ~"));
            for (DegreesOfFreedom df : DegreesOfFreedom.values()) {
                Inference<MixedFit> fit =
                        MixedModel.withDefaults().withDegreesOfFreedom(df).fit(formula, data);
                if (fit.isEstimable()) {
                    assertThat(fit.orThrow().summary().search())
                            .as(fit.orThrow().summary().toString())
                            .isEqualTo(MixedFit.Search.CONVERGED);
                    assertThat(fit.orThrow().coefficients())
                            .allSatisfy(c -> assertThat(c.p()).isBetween(0.0, 1.0));
                    assertThat(fit.orThrow().tests())
                            .allSatisfy(t -> assertThat(t.apa()).doesNotContain("NaN"));
                } else {
                    assertThat(fit.reason()).isNotBlank();
                }
            }
        }
    }
}
