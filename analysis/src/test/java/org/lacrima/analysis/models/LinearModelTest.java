package org.lacrima.analysis.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.ResultTable;

/**
 * Analyses of variance and covariance of made data. Figures: numpy 2.4.6 {@code linalg.lstsq} of the larger and the smaller
 * model, columns coded +1 and −1, and scipy 1.17.1 {@code stats.f}.
 */
class LinearModelTest {

    private static final String ANCOVA = "recovery ~ baseline + age + group*support";

    private static LinearFit fit(String formula) {
        return LinearModel.withDefaults()
                .fit(ModelFormula.parse(formula), MadeData.people())
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "TYPE_II, baseline, 1.1686551944933437, 8.856456631628376, 0.017708731249067355",
        "TYPE_II, age, 0.0840894215794934, 0.6372575237817423, 0.4477526148272375",
        "TYPE_II, group, 0.39235095071388804, 2.973365622083412, 0.12293257581069028",
        "TYPE_II, support, 0.006532992544149074, 0.04950918407297368, 0.8294951500764045",
        "TYPE_II, group:support, 0.006673940325049532, 0.05057733309995024, 0.8276997901350482",
        "TYPE_III, baseline, 1.168655194493341, 8.856456631628356, 0.017708731249067453",
        "TYPE_III, age, 0.08408942157949162, 0.6372575237817288, 0.44775261482724205",
        "TYPE_III, group, 0.3695109424389842, 2.8002764648145604, 0.13278453788053354",
        "TYPE_III, support, 0.0025876684148198326, 0.019610209410673977, 0.892092697686823",
        "TYPE_III, group:support, 0.006673940325049532, 0.05057733309995024, 0.8276997901350482",
    })
    void termsOfAnAnalysisOfCovariance(SumsOfSquares type, String term, double squares, double f, double p) {
        TermTest test = fit(ANCOVA).tests(type).stream()
                .filter(t -> t.term().equals(term))
                .findFirst()
                .orElseThrow();

        assertThat(test.squares()).isCloseTo(squares, within(1e-12));
        assertThat(test.f()).isCloseTo(f, within(1e-10));
        assertThat(test.p()).isCloseTo(p, within(1e-11));
        assertThat(test.df2()).isEqualTo(8);
        assertThat(test.errorSquares()).isCloseTo(1.0556413185108962, within(1e-12));
    }

    @Test
    void adjustedMeans() {
        List<Coefficient> means = fit(ANCOVA).marginalMeans("group").means();

        assertThat(means).extracting(Coefficient::name).containsExactly("crier", "noncrier");
        assertThat(means.get(0).estimate()).isCloseTo(5.8613221075976085, within(1e-12));
        assertThat(means.get(0).standardError()).isCloseTo(0.1958606418347077, within(1e-12));
        assertThat(means.get(0).interval().low()).isCloseTo(5.40966665760303, within(1e-10));
        assertThat(means.get(1).estimate()).isCloseTo(5.449684063494477, within(1e-12));
        assertThat(means.get(1).standardError()).isCloseTo(0.12731768816762365, within(1e-12));
    }

    @Test
    void homogeneityOfSlopes() {
        TermTest test =
                fit("recovery ~ baseline + group").slopeHomogeneity().orThrow().get(0);

        assertThat(test.f()).isCloseTo(0.0021422555555221587, within(1e-12));
        assertThat(test.p()).isCloseTo(0.9639947614226055, within(1e-12));
        assertThat(fit("recovery ~ group").slopeHomogeneity().reason()).contains("covariate");
    }

    @ParameterizedTest
    @EnumSource(Coding.class)
    void theCodingChangesCoefficientsOnly(Coding coding) {
        LinearFit coded = LinearModel.withDefaults()
                .withCoding(coding)
                .fit(ModelFormula.parse(ANCOVA), MadeData.people())
                .orThrow();

        assertThat(coded.summary().rSquared()).isCloseTo(fit(ANCOVA).summary().rSquared(), within(1e-13));
        assertThat(coded.tests(SumsOfSquares.TYPE_III).get(2).f()).isCloseTo(2.8002764648145604, within(1e-10));
        assertThat(coded.marginalMeans("group").means().get(1).estimate()).isCloseTo(5.449684063494477, within(1e-12));
    }

    @Test
    void codingsAreNamedAsInR() {
        assertThat(names(Coding.TREATMENT)).containsExactly("(Intercept)", "groupnoncrier", "age");
        assertThat(names(Coding.SUM)).containsExactly("(Intercept)", "group1", "age");
        assertThat(names(Coding.HELMERT)).containsExactly("(Intercept)", "group1", "age");
    }

    private static List<String> names(Coding coding) {
        return LinearModel.withDefaults()
                .withCoding(coding)
                .fit(ModelFormula.parse("recovery ~ group + age"), MadeData.people())
                .orThrow()
                .coefficients()
                .stream()
                .map(Coefficient::name)
                .toList();
    }

    @Test
    void resultsAreSentencesAndRows() {
        List<TermTest> tests = fit("recovery ~ baseline + group").tests(SumsOfSquares.TYPE_II);
        ResultTable table = StatisticalResult.toTable("ancova", "Recovery by group", tests);

        assertThat(tests.get(1).apa())
                .matches("group \\(type II\\): F\\(1, 11\\) = \\d+\\.\\d\\d, p = \\.\\d{3}, partial η² = \\.\\d{3}, 90%"
                        + " CI .*");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.columns())
                .extracting(c -> c.name())
                .contains("squares", "error_squares", "df1", "df2", "f", "p", "n");
    }

    @Test
    void missingValuesAreLeftOutAndCounted() {
        ModelData data = ModelData.empty()
                .withMetrics(
                        "rmssd",
                        List.of(
                                metric(31),
                                metric(35),
                                metric(28),
                                MetricValue.notEstimable("RMSSD", Unit.ONE, "9 beats, 30 needed"),
                                metric(40)))
                .withNumbers("age", 20, 25, 21, 30, 33);
        LinearFit fit = LinearModel.withDefaults()
                .fit(ModelFormula.parse("rmssd ~ age"), data)
                .orThrow();

        assertThat(fit.observations()).isEqualTo(4);
        assertThat(fit.leftOut()).isEqualTo(Map.of("rmssd: 9 beats, 30 needed", 1));
    }

    private static MetricValue metric(double value) {
        return MetricValue.of("RMSSD", value, Unit.ONE, 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "y ~ x + twice ; twice is a linear combination",
                "y ~ one ; one has one level only, all",
                "y ~ group*cell ; no row has group:cell = b:q",
                "same ~ group ; same is constant",
                "y ~ x + x2 + x3 + group ; 5 observations and 5 coefficients",
                "same ~ 1 ; same is constant",
            })
    void dataThatCannotAnswerSayWhy(String formula, String reason) {
        ModelData data = ModelData.empty()
                .withNumbers("y", 1, 3, 2, 5, 4)
                .withNumbers("same", 7.1, 7.1, 7.1, 7.1, 7.1)
                .withNumbers("x", 1, 2, 3, 4, 5)
                .withNumbers("x2", 1, 4, 9, 16, 25)
                .withNumbers("x3", 1, 8, 27, 64, 125)
                .withNumbers("twice", 2, 4, 6, 8, 10)
                .withCategory("one", List.of("all", "all", "all", "all", "all"))
                .withCategory("group", List.of("a", "a", "a", "b", "b"))
                .withCategory("cell", List.of("p", "q", "q", "p", "p"));
        Inference<LinearFit> fit = LinearModel.withDefaults().fit(ModelFormula.parse(formula), data);

        assertThat(fit.isEstimable()).isFalse();
        assertThat(fit.reason()).contains(reason);
    }

    @Test
    void theCallersMistakesAreNamed() {
        LinearModel model = LinearModel.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.fit(ModelFormula.parse("recovery ~ weight"), MadeData.people()))
                .withMessageContaining("no column weight")
                .withMessageContaining("baseline");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.fit(ModelFormula.parse("group ~ age"), MadeData.people()))
                .withMessageContaining("group holds categories");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.fit(ModelFormula.parse("recovery ~ age + (1 | group)"), MadeData.people()))
                .withMessageContaining("MixedModel");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelData.empty().withNumbers("x", 1, Double.NaN))
                .withMessageContaining("value 1 of x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelData.empty().withNumbers("x", 1, 2).withNumbers("y", 1))
                .withMessageContaining("1 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MadeData.people().withLevels("group", "laugher"))
                .withMessageContaining("no level laugher");
    }
}
