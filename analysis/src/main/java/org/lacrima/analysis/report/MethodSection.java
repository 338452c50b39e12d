package org.lacrima.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.Outcome;
import org.lacrima.core.cortisol.SalivaMetrics;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.rsa.HeartPanel;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.OutcomeKind;

/** How the results were made: every field of the plan, the definition and the source of every metric and test. */
final class MethodSection {

    private record Parameter(String field, String value, String meaning) {}

    private record Method(String name, String definition, Citation source) {}

    private static final List<Method> STATISTICS = List.of(
            new Method(
                    "Welch's t",
                    "t = (m₁ − m₂) ⁄ √(s₁²⁄n₁ + s₂²⁄n₂), degrees of freedom after Welch and Satterthwaite",
                    new Citation("Welch", 1947, "10.2307/2332510")),
            new Method(
                    "Mann–Whitney U",
                    "pairs in which the focal value is larger, ties one half; exact p over all relabellings of the"
                            + " midranks",
                    new Citation("Mann & Whitney", 1947, "10.1214/aoms/1177730491")),
            new Method(
                    "Hedges g",
                    "g = J·(m₁ − m₂) ⁄ s_pooled, J = 1 − 3 ⁄ (4·df − 1)",
                    new Citation("Hedges", 1981, "10.3102/10769986006002107")),
            new Method(
                    "interval of g",
                    "noncentralities of t at which the observed t lies at either tail, times the standard error",
                    new Citation("Cumming & Finch", 2001, "10.1177/0013164401614002")),
            new Method(
                    "p Holm",
                    "p values in ascending order times m, m − 1, …, made monotone, at most 1",
                    new Citation("Holm, Scandinavian Journal of Statistics 6:65–70", 1979, "")));

    private final Comparison comparison;
    private final Markup page;

    MethodSection(Comparison comparison, Markup page) {
        this.comparison = comparison;
        this.page = page;
    }

    void writeParameters() {
        open("Parameters", "Every field of the analysis plan, as lacrima.json has it", "Field", "Value", "Meaning");
        for (Parameter parameter : parameters(comparison.plan())) {
            page.open("tr")
                    .open("th", "scope", "row")
                    .element("code", parameter.field())
                    .close();
            page.element("td", parameter.value(), "class", "words");
            page.element("td", parameter.meaning(), "class", "words").close();
        }
        close();
    }

    private static List<Parameter> parameters(AnalysisPlan plan) {
        return List.of(
                new Parameter("task", plan.task(), "Task whose files are read"),
                new Parameter(
                        "phases",
                        plan.phases().entrySet().stream()
                                .map(p -> p.getKey() + " (" + lower(p.getValue().role()) + ", "
                                        + p.getValue()
                                                .window()
                                                .map(w -> Numbers.plain(w.startSeconds()) + " s to "
                                                        + Numbers.plain(w.endSeconds()) + " s")
                                                .orElse("as the events say")
                                        + ")")
                                .collect(Collectors.joining(", ")),
                        "Phases in order, with role and time"),
                new Parameter(
                        "contrast",
                        plan.contrast().focal() + " − " + plan.contrast().reference(),
                        "Groups compared; differences are first minus second"),
                new Parameter("metrics", orNone(plan.metrics()), "Metrics of beats and breathing"),
                new Parameter(
                        "outcomes",
                        orNone(plan.outcomes().stream().map(OutcomeKind::key).toList()),
                        "What is made of each metric"),
                new Parameter(
                        "minimumPhaseSeconds",
                        Numbers.plain(plan.minimumPhaseSeconds()) + " s",
                        "A phase with less data gives no value"),
                new Parameter(
                        "minimumReactivityPercent",
                        Numbers.plain(plan.minimumReactivityPercent()) + "%",
                        "Percent recovery needs a response of at least this share of the baseline"),
                new Parameter("correction", plan.correction().key(), "How artifacts are treated"),
                new Parameter(
                        "maximumCorrectedPercent",
                        Numbers.plain(plan.maximumCorrectedPercent()) + "%",
                        "A phase with more corrected beats gives no value"),
                new Parameter("saliva", saliva(plan), "How saliva samples become outcomes"),
                new Parameter(
                        "ratings",
                        plan.ratings().isEmpty() ? "all there are" : String.join(", ", plan.ratings()),
                        "Ratings compared"),
                new Parameter("confidence", Numbers.plain(plan.confidence()), "Level of confidence intervals"),
                new Parameter("seed", Long.toString(plan.seed()), "Start of every random procedure"),
                new Parameter("assignment", plan.models().assignment().key(), "How people came into their groups"),
                new Parameter(
                        "arms",
                        orNone(plan.models().arms().stream().map(Group::name).toList()),
                        "Groups compared all together"),
                new Parameter("covariates", orNone(plan.models().covariates()), "What comparisons are adjusted for"),
                new Parameter("families", families(plan), "Outcomes within which p is adjusted"),
                new Parameter("timeToRecovery", timeToRecovery(plan), "When a person counts as recovered"));
    }

    private static String families(AnalysisPlan plan) {
        return plan.models().families().isEmpty()
                ? "all outcomes are one"
                : plan.models().families().entrySet().stream()
                        .map(f -> f.getKey() + ": " + String.join(", ", f.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static String timeToRecovery(AnalysisPlan plan) {
        return plan.models()
                .timeToRecovery()
                .map(t -> String.format(
                        Locale.ROOT,
                        "%s after the %s, in epochs of %s s, back within %s SD of the baseline for %s s",
                        t.metric(),
                        t.task().name().toLowerCase(Locale.ROOT),
                        Numbers.plain(t.epochSeconds()),
                        Numbers.plain(t.bandSd()),
                        Numbers.plain(t.dwellSeconds())))
                .orElse("not compared");
    }

    private static String saliva(AnalysisPlan plan) {
        List<String> parts = new ArrayList<>();
        parts.add(plan.saliva().analyte());
        parts.add("baseline " + plan.saliva().baselineSample().orElse("the first sample used"));
        parts.add("samples left out: " + orNone(plan.saliva().excludedSamples()));
        parts.add("slopes: "
                + orNone(plan.saliva().slopes().stream()
                        .map(s -> s.from() + " to " + s.to())
                        .toList()));
        return String.join("; ", parts);
    }

    private static String orNone(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    void writeDefinitions() {
        List<Metric<?>> metrics =
                new ArrayList<>(HeartPanel.named(comparison.plan().metrics()).metrics());
        if (comparison.outcomes().stream().anyMatch(o -> o.outcome().source() == Outcome.Source.SALIVA)) {
            metrics.addAll(SalivaMetrics.of(comparison.plan().saliva()));
        }
        if (!metrics.isEmpty()) {
            open(
                    "Metrics",
                    "Definition of each metric, what it needs, how it treats gaps, and its source",
                    "Metric",
                    "Definition",
                    "Needs",
                    "Gaps",
                    "Source");
            for (Metric<?> metric : metrics) {
                page.open("tr").element("th", metric.name(), "scope", "row");
                page.element("td", metric.definition(), "class", "words");
                page.element("td", metric.minimumData(), "class", "words");
                page.element("td", metric.gapRule(), "class", "words");
                writeSource(metric.source());
                page.close();
            }
            close();
        }
        open("Statistics", "Definition and source of each test and effect size", "Statistic", "Definition", "Source");
        for (Method method : STATISTICS) {
            page.open("tr").element("th", method.name(), "scope", "row");
            page.element("td", method.definition(), "class", "words");
            writeSource(method.source());
            page.close();
        }
        close();
    }

    private void writeSource(Citation source) {
        page.open("td", "class", "words").text(source.authors() + " " + source.year());
        if (!source.doi().isEmpty()) {
            page.text(", ").element("a", "doi:" + source.doi(), "href", "https://doi.org/" + source.doi());
        }
        page.close();
    }

    private void open(String heading, String caption, String... heads) {
        page.element("h3", heading);
        page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", heading + ", table");
        page.open("table").element("caption", caption).open("thead").open("tr");
        for (String head : heads) {
            page.element("th", head, "scope", "col");
        }
        page.close().close().open("tbody");
    }

    private void close() {
        page.close().close().close();
    }
}
