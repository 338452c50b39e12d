package org.lacrima.analysis.compare;

import static org.lacrima.analysis.compare.ComparisonTables.cell;
import static org.lacrima.core.table.Column.number;
import static org.lacrima.core.table.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacrima.analysis.models.FixedEffectTest;
import org.lacrima.analysis.models.MeanDifference;
import org.lacrima.analysis.models.MixedFit;
import org.lacrima.analysis.models.TermTest;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.PairwiseTests;
import org.lacrima.analysis.survival.CoxFit;
import org.lacrima.analysis.survival.LogRank;
import org.lacrima.analysis.survival.SurvivalCurve;
import org.lacrima.analysis.survival.Turnbull;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.CensoredTime;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.ResultTable;

/** The answers beyond the contrast as tables, tidy; a table that a plan asks nothing of is not there. */
final class ModelTables {

    private ModelTables() {}

    static List<ResultTable> of(Comparison comparison, StudyModels models) {
        List<ResultTable> tables = new ArrayList<>();
        tables.add(robust(models));
        if (!models.arms().isEmpty()) {
            tables.add(arms(models));
            tables.add(armPairs(models));
        }
        if (!models.adjusted().isEmpty()) {
            tables.add(adjusted(models));
        }
        if (!models.phases().isEmpty()) {
            tables.add(phaseModels(models));
            tables.add(phaseTests(models));
            tables.add(phaseContrasts(models));
        }
        models.recovery().ifPresent(recovery -> tables.addAll(recovery(comparison, recovery)));
        return tables;
    }

    private static ResultTable robust(StudyModels models) {
        ResultTable.Builder table = ResultTable.named(
                        "robust", "The contrast by procedures that lean on fewer assumptions, focal − reference")
                .columns(
                        text("outcome", "Key of the outcome"),
                        number("yuen_difference", Unit.ONE, "Difference of the 20 % trimmed means, outcome's unit"),
                        number("yuen_low", Unit.ONE, "Lower limit of its interval"),
                        number("yuen_high", Unit.ONE, "Upper limit of its interval"),
                        number("yuen_t", Unit.ONE, "Yuen's t"),
                        number("yuen_df", Unit.ONE, "Its degrees of freedom"),
                        number("yuen_p", Unit.ONE, "Its two-sided p"),
                        number("superiority", Unit.ONE, "P(X < Y) + P(X = Y)/2 of Brunner and Munzel, X focal"),
                        number("brunner_munzel_t", Unit.ONE, "Brunner and Munzel's statistic"),
                        number("brunner_munzel_df", Unit.ONE, "Its degrees of freedom"),
                        number("brunner_munzel_p", Unit.ONE, "Its two-sided p"),
                        number("permutation_p", Unit.ONE, "Two-sided p of the difference of means by relabelling"),
                        number("relabellings", Unit.COUNT, "How many, all or drawn with the plan's seed"));
        for (RobustComparison r : models.robust()) {
            table.row(
                    Cell.of(r.outcome().key()),
                    cell(r.yuen(), t -> t.difference()),
                    cell(r.yuen(), t -> t.interval().low()),
                    cell(r.yuen(), t -> t.interval().high()),
                    cell(r.yuen(), t -> t.statistic()),
                    cell(r.yuen(), t -> t.df()),
                    cell(r.yuen(), t -> t.p()),
                    cell(r.brunnerMunzel(), b -> b.superiority()),
                    cell(r.brunnerMunzel(), b -> b.statistic()),
                    cell(r.brunnerMunzel(), b -> b.df()),
                    cell(r.brunnerMunzel(), b -> b.p()),
                    cell(r.permutation(), p -> p.p()),
                    cell(r.permutation(), p -> (double) p.relabellings()));
        }
        return table.build();
    }

    private static ResultTable arms(StudyModels models) {
        ResultTable.Builder table = ResultTable.named("arms", "All arms together, outcome by outcome")
                .columns(
                        text("outcome", "Key of the outcome"),
                        text("arms", "Each arm with n, mean and SD"),
                        number("welch_f", Unit.ONE, "Welch's analysis of variance"),
                        number("welch_df1", Unit.ONE, "Degrees of freedom of the arms"),
                        number("welch_df2", Unit.ONE, "Degrees of freedom of the error"),
                        number("welch_p", Unit.ONE, "Its p"),
                        number("omega_squared", Unit.ONE, "Share of variance explained, ω²"),
                        number("kruskal_wallis_h", Unit.ONE, "Kruskal and Wallis's H"),
                        number("kruskal_wallis_df", Unit.COUNT, "Its degrees of freedom"),
                        number("kruskal_wallis_p", Unit.ONE, "Its p"));
        for (ArmComparison a : models.arms()) {
            table.row(
                    Cell.of(a.outcome().key()),
                    Cell.of(a.arms().stream().map(ModelTables::describe).collect(Collectors.joining(" | "))),
                    cell(a.welch(), w -> w.f()),
                    cell(a.welch(), w -> w.df1()),
                    cell(a.welch(), w -> w.df2()),
                    cell(a.welch(), w -> w.p()),
                    cell(a.welch(), w -> w.explained().omegaSquared()),
                    cell(a.kruskalWallis(), k -> k.h()),
                    cell(a.kruskalWallis(), k -> (double) k.df()),
                    cell(a.kruskalWallis(), k -> k.p()));
        }
        return table.build();
    }

    private static String describe(GroupSummary arm) {
        return arm.group() + ": n = " + arm.n()
                + (arm.mean().isEstimable() ? ", mean " + arm.mean().orNaN() : "")
                + (arm.sd().isEstimable() ? ", SD " + arm.sd().orNaN() : "");
    }

    private static ResultTable armPairs(StudyModels models) {
        ResultTable.Builder table = ResultTable.named("arm-pairs", "Every pair of arms by Games and Howell")
                .columns(
                        text("outcome", "Key of the outcome"),
                        text("first", "Arm"),
                        text("second", "Arm it is compared with"),
                        number("difference", Unit.ONE, "Difference as the procedure prints it, outcome's unit"),
                        number("low", Unit.ONE, "Lower simultaneous limit"),
                        number("high", Unit.ONE, "Upper simultaneous limit"),
                        number("p", Unit.ONE, "p adjusted for all pairs"));
        for (ArmComparison a : models.arms()) {
            for (PairwiseTests.Pair pair : a.pairs().value().orElse(List.of())) {
                table.row(
                        Cell.of(a.outcome().key()),
                        Cell.of(pair.first()),
                        Cell.of(pair.second()),
                        Cell.of(pair.difference()),
                        cell(pair.interval(), i -> i.low()),
                        cell(pair.interval(), i -> i.high()),
                        Cell.of(pair.adjustedP()));
            }
        }
        return table.build();
    }

    private static ResultTable adjusted(StudyModels models) {
        ResultTable.Builder table = ResultTable.named(
                        "adjusted",
                        "The contrast adjusted for "
                                + String.join(", ", models.adjusted().get(0).covariates())
                                + " by analysis of covariance, focal − reference")
                .columns(
                        text("outcome", "Key of the outcome"),
                        number("difference", Unit.ONE, "Adjusted difference of the means, outcome's unit"),
                        number("low", Unit.ONE, "Lower limit of its interval"),
                        number("high", Unit.ONE, "Upper limit of its interval"),
                        number("t", Unit.ONE, "Difference by its standard error"),
                        number("df", Unit.ONE, "Degrees of freedom"),
                        number("p", Unit.ONE, "Two-sided p"),
                        text("terms", "Type III test of every term"),
                        text("slopes", "Whether a covariate's slope differs between the groups"),
                        number("left_out", Unit.COUNT, "Persons left out"),
                        text("left_out_reasons", "Who they are and why"));
        for (AdjustedComparison a : models.adjusted()) {
            table.row(
                    Cell.of(a.outcome().key()),
                    cell(a.difference(), d -> d.difference()),
                    cell(a.difference(), d -> d.interval().low()),
                    cell(a.difference(), d -> d.interval().high()),
                    cell(a.difference(), d -> d.t()),
                    cell(a.difference(), d -> d.df()),
                    cell(a.difference(), d -> d.p()),
                    Cell.of(sentences(a.tests())),
                    Cell.of(sentences(a.slopes())),
                    Cell.of(a.leftOut().size()),
                    Cell.of(a.leftOut().stream()
                            .map(GroupSummary.Excluded::toString)
                            .collect(Collectors.joining(" | "))));
        }
        return table.build();
    }

    private static String sentences(Inference<List<TermTest>> tests) {
        return tests.value()
                .map(all -> all.stream().map(TermTest::apa).collect(Collectors.joining(" | ")))
                .orElseGet(() -> "not estimable: " + tests.reason());
    }

    private static ResultTable phaseModels(StudyModels models) {
        ResultTable.Builder table = ResultTable.named("phase-models", "Each measure over all phases by a mixed model")
                .columns(
                        text("measure", "What is measured"),
                        text("unit", "Its unit"),
                        text("formula", "The model"),
                        number("n", Unit.COUNT, "Values"),
                        number("participants", Unit.COUNT, "Persons"),
                        number("log_likelihood", Unit.ONE, "Restricted log-likelihood"),
                        number("aic", Unit.ONE, "Akaike's criterion"),
                        number("residual_sd", Unit.ONE, "SD of the residuals, measure's unit"),
                        text("fit", "Whether a variance is zero, and whether the search converged"),
                        text("left_out", "Values left out, by reason"));
        for (PhaseModel m : models.phases()) {
            Inference<MixedFit.Summary> fit = m.fit();
            table.row(
                    Cell.of(m.measure()),
                    Cell.of(m.unit().symbol()),
                    Cell.of(fit.value().map(MixedFit.Summary::formula).orElse("")),
                    cell(fit, s -> (double) s.n()),
                    cell(fit, s -> (double) s.groups()),
                    cell(fit, s -> s.logLikelihood()),
                    cell(fit, s -> s.aic()),
                    cell(fit, s -> s.residualSd()),
                    Cell.of(fit.value()
                            .map(s -> words(s.fit().name()) + ", "
                                    + words(s.search().name()))
                            .orElseGet(() -> "not estimable: " + fit.reason())),
                    Cell.of(m.leftOut().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(e -> e.getValue() + ": " + e.getKey())
                            .collect(Collectors.joining(" | "))));
        }
        return table.build();
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static ResultTable phaseTests(StudyModels models) {
        ResultTable.Builder table = ResultTable.named(
                        "phase-tests", "Tests of the mixed models, type III, Satterthwaite's degrees of freedom")
                .columns(
                        text("measure", "What is measured"),
                        text("term", "Term of the model"),
                        number("f", Unit.ONE, "F"),
                        number("df1", Unit.ONE, "Degrees of freedom of the term"),
                        number("df2", Unit.ONE, "Degrees of freedom of the denominator"),
                        number("p", Unit.ONE, "p"));
        for (PhaseModel m : models.phases()) {
            for (FixedEffectTest test : m.tests()) {
                table.row(
                        Cell.of(m.measure()),
                        Cell.of(test.term()),
                        Cell.of(test.f()),
                        Cell.of(test.df1()),
                        cell(test.df2(), df -> df),
                        cell(test.p(), p -> p));
            }
        }
        return table.build();
    }

    private static ResultTable phaseContrasts(StudyModels models) {
        ResultTable.Builder table = ResultTable.named(
                        "phase-contrasts",
                        "Groups within each phase by the mixed models, second − first; p adjusted by Holm within the phase")
                .columns(
                        text("measure", "What is measured"),
                        text("phase", "Phase"),
                        text("first", "Group"),
                        text("second", "Group it is taken from"),
                        number("difference", Unit.ONE, "Difference of the marginal means, measure's unit"),
                        number("low", Unit.ONE, "Lower limit of its interval"),
                        number("high", Unit.ONE, "Upper limit of its interval"),
                        number("t", Unit.ONE, "Difference by its standard error"),
                        number("df", Unit.ONE, "Degrees of freedom"),
                        number("p", Unit.ONE, "Two-sided p"),
                        number("p_holm", Unit.ONE, "p adjusted within the phase"));
        for (PhaseModel m : models.phases()) {
            for (MeanDifference d : m.contrasts()) {
                table.row(
                        Cell.of(m.measure()),
                        Cell.of(d.within()),
                        Cell.of(d.first()),
                        Cell.of(d.second()),
                        Cell.of(d.difference()),
                        Cell.of(d.interval().low()),
                        Cell.of(d.interval().high()),
                        Cell.of(d.t()),
                        Cell.of(d.df()),
                        Cell.of(d.p()),
                        Cell.of(d.adjustedP()));
            }
        }
        return table.build();
    }

    private static List<ResultTable> recovery(Comparison comparison, RecoveryComparison recovery) {
        List<ResultTable> tables = new ArrayList<>();
        tables.add(times(comparison, recovery));
        tables.add(curves(recovery));
        tables.add(intervals(recovery));
        tables.add(recoveryTests(recovery));
        recovery.cox().value().map(fit -> fit.toTable("recovery-cox")).ifPresent(tables::add);
        return tables;
    }

    private static ResultTable times(Comparison comparison, RecoveryComparison recovery) {
        ResultTable.Builder table = ResultTable.named(
                        "recovery-times",
                        "How long each person took until " + recovery.plan().metric() + " was back")
                .columns(
                        text("participant", "Participant"),
                        text("group", "Group"),
                        text("status", "What is known of the time"),
                        number("not_before", Unit.S, "The return was not before this"),
                        number("not_after", Unit.S, "The return was not after this"),
                        text("note", "Why the return was not seen"));
        for (PersonResult person : comparison.persons()) {
            Inference<CensoredTime> time = person.timeToRecovery();
            Optional<CensoredTime> known = time.value();
            table.row(
                    Cell.of(person.participant().id()),
                    Cell.of(person.participant().group().name()),
                    Cell.of(known.map(t -> words(t.status().name())).orElse("unknown")),
                    cell(time, CensoredTime::lowerSeconds),
                    known.map(t -> Double.isFinite(t.upperSeconds())
                                    ? Cell.of(t.upperSeconds())
                                    : Cell.missing(t.note()))
                            .orElseGet(() -> Cell.missing(time.reason())),
                    Cell.of(known.map(CensoredTime::note).orElse(time.reason())));
        }
        return table.build();
    }

    private static ResultTable curves(RecoveryComparison recovery) {
        ResultTable.Builder table = ResultTable.named(
                        "recovery-curves", "Share not yet back, by group (Kaplan–Meier; limits on the log scale)")
                .columns(
                        text("group", "Group"),
                        number("time", Unit.S, "Time from the offset"),
                        number("at_risk", Unit.COUNT, "Persons at risk just before"),
                        number("events", Unit.COUNT, "Returns at this time"),
                        number("censored", Unit.COUNT, "Persons last seen at this time"),
                        number("survival", Unit.ONE, "Share not yet back"),
                        number("low", Unit.ONE, "Lower limit"),
                        number("high", Unit.ONE, "Upper limit"));
        recovery.curves().forEach((group, curve) -> {
            for (SurvivalCurve.Step step :
                    curve.value().map(SurvivalCurve::steps).orElse(List.of())) {
                table.row(
                        Cell.of(group),
                        Cell.of(step.seconds()),
                        Cell.of(step.atRisk()),
                        Cell.of(step.events()),
                        Cell.of(step.censored()),
                        Cell.of(step.survival()),
                        cell(step.limits(), l -> l.low()),
                        cell(step.limits(), l -> l.high()));
            }
        });
        return table.build();
    }

    private static ResultTable intervals(RecoveryComparison recovery) {
        ResultTable.Builder table = ResultTable.named(
                        "recovery-intervals", "When people came back, between epochs, by group (Turnbull)")
                .columns(
                        text("group", "Group"),
                        number("after", Unit.S, "The return is after this"),
                        number("until", Unit.S, "The return is not after this"),
                        number("probability", Unit.ONE, "Probability"));
        recovery.intervals().forEach((group, estimate) -> {
            for (Turnbull.Mass mass : estimate.value().map(Turnbull::masses).orElse(List.of())) {
                table.row(
                        Cell.of(group),
                        Cell.of(mass.lowerSeconds()),
                        Double.isFinite(mass.upperSeconds())
                                ? Cell.of(mass.upperSeconds())
                                : Cell.missing("not seen to be back"),
                        Cell.of(mass.probability()));
            }
        });
        return table.build();
    }

    private static ResultTable recoveryTests(RecoveryComparison recovery) {
        ResultTable.Builder table = ResultTable.named("recovery-tests", "Whether groups differ in the time to recovery")
                .columns(
                        text("test", "Test"),
                        number("statistic", Unit.ONE, "χ², or z of a difference"),
                        number("df", Unit.COUNT, "Degrees of freedom of χ²"),
                        number("p", Unit.ONE, "p"),
                        text("sentence", "The result in words"));
        Inference<LogRank.Result> logRank = recovery.logRank();
        table.row(
                Cell.of("log-rank"),
                cell(logRank, r -> r.test().statistic()),
                cell(logRank, r -> (double) r.test().df()),
                cell(logRank, r -> r.test().p()),
                Cell.of(logRank.value().map(LogRank.Result::apa).orElse(logRank.reason())));
        Inference<CoxFit> cox = recovery.cox();
        table.row(
                Cell.of("Cox, likelihood ratio"),
                cell(cox, f -> f.likelihoodRatio().statistic()),
                cell(cox, f -> (double) f.likelihoodRatio().df()),
                cell(cox, f -> f.likelihoodRatio().p()),
                Cell.of(cox.value().map(CoxFit::apa).orElse(cox.reason())));
        table.row(
                Cell.of("Cox, proportional hazards"),
                cell(cox.flatMap(CoxFit::allProportional), t -> t.statistic()),
                cell(cox.flatMap(CoxFit::allProportional), t -> (double) t.df()),
                cell(cox.flatMap(CoxFit::allProportional), t -> t.p()),
                Cell.of(cox.flatMap(CoxFit::allProportional)
                        .value()
                        .map(t -> t.apa())
                        .orElseGet(() -> cox.flatMap(CoxFit::allProportional).reason())));
        table.row(
                Cell.of("restricted means"),
                cell(recovery.difference(), d -> d.z()),
                Cell.missing("a z has no degrees of freedom"),
                cell(recovery.difference(), d -> d.p()),
                Cell.of(recovery.difference()
                        .value()
                        .map(d -> d.apa())
                        .orElse(recovery.difference().reason())));
        return table.build();
    }
}
