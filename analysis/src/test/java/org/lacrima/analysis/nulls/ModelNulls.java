package org.lacrima.analysis.nulls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.lacrima.analysis.models.Criterion;
import org.lacrima.analysis.models.DegreesOfFreedom;
import org.lacrima.analysis.models.LikelihoodRatioTest;
import org.lacrima.analysis.models.LinearModel;
import org.lacrima.analysis.models.MixedModel;
import org.lacrima.analysis.models.ModelData;
import org.lacrima.analysis.models.ModelFormula;
import org.lacrima.analysis.models.RepeatedMeasuresAnova;
import org.lacrima.analysis.models.RepeatedMeasuresTest;
import org.lacrima.analysis.models.SumsOfSquares;

/** Tests of linear and mixed models. */
final class ModelNulls {

    private static final String INTERACTION = "y ~ group * phase + (1 | id)";
    private static final String SLOPES = "steep ~ group * time + (1 + time | id)";

    private ModelNulls() {}

    /** A simulated study in which nothing differs: people, their four phases, and these with a tenth of the rows missing. */
    private static final class Study {
        private final ModelData people;
        private final ModelData phases;
        private final ModelData gappy;

        Study(SplittableRandom random, int n) {
            Table once = new Table();
            Table all = new Table();
            Table some = new Table();
            for (int i = 0; i < n; i++) {
                double level = random.nextGaussian();
                double slope = 0.5 * random.nextGaussian();
                double age = random.nextGaussian();
                once.add(i, 0, age, level, 0, 0);
                for (int phase = 0; phase < 4; phase++) {
                    double error = random.nextGaussian();
                    double y = level + error;
                    double uneven = level + (phase == 3 ? 2 : 1) * error;
                    double steep = level + slope * phase + error;
                    all.add(i, phase, age, y, uneven, steep);
                    if (phase == 0 || random.nextDouble() > 0.13) {
                        some.add(i, phase, age, y, uneven, steep);
                    }
                }
            }
            people = once.data();
            phases = all.data();
            gappy = some.data();
        }
    }

    /** Rows in the making. */
    private static final class Table {
        private final List<double[]> numbers = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        private final List<String> supports = new ArrayList<>();
        private final List<String> phases = new ArrayList<>();

        void add(int person, int phase, double... values) {
            double[] row = Arrays.copyOf(values, values.length + 1);
            row[values.length] = phase;
            numbers.add(row);
            ids.add("p" + person);
            groups.add(person % 2 == 0 ? "crier" : "noncrier");
            supports.add(person % 5 < 2 ? "alone" : "with other");
            phases.add("phase " + phase);
        }

        ModelData data() {
            return ModelData.empty()
                    .withCategory("id", ids)
                    .withCategory("group", groups)
                    .withCategory("support", supports)
                    .withCategory("phase", phases)
                    .withNumbers("age", column(0))
                    .withNumbers("y", column(1))
                    .withNumbers("uneven", column(2))
                    .withNumbers("steep", column(3))
                    .withNumbers("time", column(4));
        }

        private double[] column(int index) {
            return numbers.stream().mapToDouble(row -> row[index]).toArray();
        }
    }

    private static double linear(String formula, SumsOfSquares type, int term, Study study) {
        return LinearModel.withDefaults()
                .fit(ModelFormula.parse(formula), study.people)
                .orThrow()
                .tests(type)
                .get(term)
                .p();
    }

    private static RepeatedMeasuresTest repeated(String response, int term, Study study) {
        return RepeatedMeasuresAnova.of(response, "id")
                .within("phase")
                .between("group")
                .test(study.phases)
                .orThrow()
                .get(term);
    }

    private static double mixed(String formula, DegreesOfFreedom df, ModelData data) {
        return MixedModel.withDefaults()
                .withDegreesOfFreedom(df)
                .fit(ModelFormula.parse(formula), data)
                .orThrow()
                .tests()
                .get(2)
                .p()
                .orThrow();
    }

    private static LikelihoodRatioTest ratio(Criterion criterion, String simpler, String richer, Study study) {
        MixedModel model = MixedModel.withDefaults().withCriterion(criterion);
        return LikelihoodRatioTest.of(
                model.fit(ModelFormula.parse(simpler), study.phases).orThrow(),
                model.fit(ModelFormula.parse(richer), study.phases).orThrow());
    }

    static NullSection section() {
        return new NullSection(
                "Linear and mixed models",
                "Two groups of people (crier, noncrier), four phases each; people differ in level (SD 1), errors have SD 1;"
                        + " where slopes vary, their SD is 0.5 per phase; missing cells are 13 % of the later phases at"
                        + " random.",
                "people in all",
                List.of(
                        test("ANCOVA, group (type III)", s -> linear("y ~ age + group", SumsOfSquares.TYPE_III, 1, s)),
                        test(
                                "two-way ANOVA with unequal cells, interaction (type II)",
                                s -> linear("y ~ group * support", SumsOfSquares.TYPE_II, 2, s)),
                        test(
                                "repeated measures, phase",
                                s -> repeated("y", 1, s).p()),
                        test(
                                "repeated measures, group × phase",
                                s -> repeated("y", 2, s).p()),
                        test(
                                "repeated measures, phase, one of four with four times the variance,"
                                        + " Greenhouse–Geisser",
                                s -> repeated("uneven", 1, s)
                                        .sphericity()
                                        .orThrow()
                                        .greenhouseGeisserP()),
                        test(
                                        "the same, Huynh–Feldt",
                                        s -> repeated("uneven", 1, s)
                                                .sphericity()
                                                .orThrow()
                                                .huynhFeldtP()
                                                .value()
                                                .orElse(1.0))
                                .between(0.05, 0.07, "its ε is estimated, a little high in small studies"),
                        test(
                                "mixed model with missing cells, group × phase, Satterthwaite",
                                s -> mixed(INTERACTION, DegreesOfFreedom.SATTERTHWAITE, s.gappy)),
                        test(
                                "mixed model with missing cells, group × phase, Kenward–Roger",
                                s -> mixed(INTERACTION, DegreesOfFreedom.KENWARD_ROGER, s.gappy)),
                        test(
                                "mixed model with random slopes, group × time, Satterthwaite",
                                s -> mixed(SLOPES, DegreesOfFreedom.SATTERTHWAITE, s.gappy)),
                        test(
                                "mixed model with random slopes, group × time, Kenward–Roger",
                                s -> mixed(SLOPES, DegreesOfFreedom.KENWARD_ROGER, s.gappy)),
                        test(
                                        "likelihood ratio (ML), group × phase",
                                        s -> ratio(Criterion.ML, "y ~ group + phase + (1 | id)", INTERACTION, s)
                                                .p())
                                .between(
                                        0.05,
                                        0.12,
                                        "χ² is too small a reference in small studies, as is known of it: for fixed terms"
                                                + " take the F tests of Kenward and Roger or of Satterthwaite"),
                        test(
                                "likelihood ratio (REML), random slope, on the boundary",
                                s -> ratio(Criterion.REML, "y ~ time + (1 | id)", "y ~ time + (1 + time | id)", s)
                                        .boundaryP()
                                        .orThrow())));
    }

    private static NullCase test(String name, ToDoubleFunction<Study> p) {
        return NullCase.of(name, (random, n) -> p.applyAsDouble(new Study(random, n)));
    }
}
