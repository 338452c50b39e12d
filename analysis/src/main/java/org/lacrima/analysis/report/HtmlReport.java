package org.lacrima.analysis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacrima.analysis.chart.Chart;
import org.lacrima.analysis.chart.CurveChart;
import org.lacrima.analysis.chart.ForestChart;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.Outcome;
import org.lacrima.core.study.Study;
import org.lacrima.core.table.ResultTable;

/**
 * The report of a comparison: one page of HTML that needs nothing else, neither network nor script. It can be printed,
 * read on a phone, in the dark, by keyboard and by a screen reader. The same comparison gives the same page, apart from
 * the versions it names.
 *
 * <p>Numbers are rounded for reading; the {@code value} of each {@code data} element is the number itself.
 */
public final class HtmlReport {

    private static final List<Outcome.Source> SOURCES =
            List.of(Outcome.Source.BEATS, Outcome.Source.RESPIRATION, Outcome.Source.SALIVA, Outcome.Source.RATING);

    /** Pictures of one column, side by side where there is room. */
    private static final String PANELS = "panels";

    /** Pictures that are too wide for a phone and scroll there. */
    private static final String WIDE = "wide";

    private final Comparison comparison;
    private final Optional<Study> study;
    private final String command;
    private final Map<String, String> versions;

    private HtmlReport(Comparison comparison, Optional<Study> study, String command, Map<String, String> versions) {
        this.comparison = comparison;
        this.study = study;
        this.command = command;
        this.versions = versions;
    }

    /** The report of a comparison: what was measured of people and groups. */
    public static HtmlReport of(Comparison comparison) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(
                "Lacrima",
                Objects.requireNonNullElse(HtmlReport.class.getPackage().getImplementationVersion(), "unreleased"));
        versions.put("Java", Runtime.version() + ", " + System.getProperty("java.vendor", "unknown vendor"));
        return new HtmlReport(comparison, Optional.empty(), "", versions);
    }

    /** With the study behind the comparison, for pictures of what was recorded: the curves of saliva samples. */
    public HtmlReport withStudy(Study newStudy) {
        return new HtmlReport(comparison, Optional.of(newStudy), command, versions);
    }

    /** With the exact command that makes this report again. */
    public HtmlReport withCommand(String newCommand) {
        return new HtmlReport(comparison, study, newCommand, versions);
    }

    /** With the version of a part that took part in the making; the part is listed after those before it. */
    public HtmlReport withVersion(String part, String version) {
        Map<String, String> more = new LinkedHashMap<>(versions);
        more.put(part, version);
        return new HtmlReport(comparison, study, command, more);
    }

    /** The page. */
    public String toHtml() {
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        writeHead(page);
        page.open("body");
        page.element("a", "Skip to the results", "class", "skip", "href", "#summary");
        Map<String, Runnable> sections = sections(page);
        page.open("header");
        page.element("p", "Lacrima report", "class", "kind");
        page.element("h1", comparison.study());
        page.close();
        page.open("nav", "aria-label", "Sections").open("ul");
        sections.keySet()
                .forEach(title -> page.open("li")
                        .element("a", title, "href", "#" + id(title))
                        .close());
        page.close().close();
        page.open("main");
        sections.forEach((title, content) -> {
            page.open("section", "id", id(title), "aria-labelledby", id(title) + "-heading");
            page.element("h2", title, "id", id(title) + "-heading");
            content.run();
            page.close();
        });
        page.close();
        page.open("footer");
        page.element(
                "p",
                "Made by Lacrima, a library for research. It is not a medical device: nothing here is meant for"
                        + " diagnosis, treatment or monitoring of a person.");
        page.close().close().close();
        return page.toString();
    }

    private static String id(String title) {
        return title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private Map<String, Runnable> sections(Markup page) {
        DataSection data = new DataSection(comparison, page);
        MethodSection method = new MethodSection(comparison, page);
        Map<String, Runnable> sections = new LinkedHashMap<>();
        sections.put(
                "Summary",
                () -> page.element("p", String.join(" ", new Findings(comparison).sentences()), "class", "summary"));
        sections.put("Participants", data::writeFlow);
        putPictures(sections, page, "Heart over phases", overPhases(Outcome.Source.BEATS), PANELS);
        putPictures(sections, page, "Breathing over phases", overPhases(Outcome.Source.RESPIRATION), PANELS);
        putPictures(sections, page, "Saliva over time", salivaOverTime(), PANELS);
        putPictures(sections, page, "Affect over phases", overPhases(Outcome.Source.RATING), PANELS);
        putPictures(sections, page, "Effects", forests(), WIDE);
        if (!comparison.outcomes().isEmpty()) {
            sections.put("Comparison", () -> ComparisonSection.write(comparison, page));
        }
        List<ResultTable> models = ModelSection.shown(comparison.toTables());
        if (!models.isEmpty()) {
            sections.put("Models", () -> {
                page.element("p", comparison.plan().models().assignment().caution());
                ModelSection.write(models, page);
            });
        }
        if (comparison.persons().stream().anyMatch(person -> !person.phases().isEmpty())) {
            sections.put("Data quality", data::writeQuality);
        }
        sections.put("Exclusions", data::writeExclusions);
        sections.put("Method", () -> {
            method.writeParameters();
            method.writeDefinitions();
        });
        sections.put("Making of", () -> writeMaking(page));
        return sections;
    }

    /** The pictures of the report, in its order: each can be had for itself, as SVG or as PNG. */
    public List<Chart> charts() {
        return Stream.of(
                        overPhases(Outcome.Source.BEATS),
                        overPhases(Outcome.Source.RESPIRATION),
                        salivaOverTime(),
                        overPhases(Outcome.Source.RATING),
                        forests())
                .flatMap(List::stream)
                .toList();
    }

    private List<Chart> overPhases(Outcome.Source source) {
        return outcomes(source)
                .map(Outcome::measure)
                .distinct()
                .map(measure -> CurveChart.overPhases(comparison, measure))
                .toList();
    }

    private List<Chart> salivaOverTime() {
        return study.filter(s -> outcomes(Outcome.Source.SALIVA).findAny().isPresent()).stream()
                .map(CurveChart::ofSaliva)
                .toList();
    }

    private List<Chart> forests() {
        return SOURCES.stream()
                .filter(source -> outcomes(source).findAny().isPresent())
                .map(source -> ForestChart.of(comparison, source))
                .toList();
    }

    private Stream<Outcome> outcomes(Outcome.Source source) {
        return comparison.outcomes().stream().map(o -> o.outcome()).filter(o -> o.source() == source);
    }

    private static void putPictures(
            Map<String, Runnable> sections, Markup page, String title, List<Chart> charts, String layout) {
        if (!charts.isEmpty()) {
            sections.put(title, () -> writePictures(page, charts, layout));
        }
    }

    private static void writePictures(Markup page, List<Chart> charts, String layout) {
        page.open("div", "class", layout);
        for (Chart chart : charts) {
            page.open("figure");
            if (layout.equals(WIDE)) {
                page.open(
                        "div", "class", "card scroll", "role", "region", "tabindex", "0", "aria-label", chart.title());
            } else {
                page.open("div", "class", "card");
            }
            page.raw(svg(chart));
            page.close();
            page.open("figcaption")
                    .element("strong", chart.title() + ".")
                    .text(" " + chart.caption())
                    .close();
            page.close();
        }
        page.close();
    }

    /** A machine without fonts cannot draw letters; its report still has every number, and words for the picture. */
    private static String svg(Chart chart) {
        try {
            return chart.toSvg();
        } catch (RuntimeException | LinkageError | InternalError e) {
            Markup instead = new Markup();
            instead.element(
                    "p",
                    "This picture could not be drawn (" + rootCause(e)
                            + "). Java needs a font for it: install fontconfig and a font"
                            + " such as DejaVu. What it would show: " + chart.altText());
            return instead.toString();
        }
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }

    private void writeMaking(Markup page) {
        if (!command.isEmpty()) {
            page.element("h3", "Command");
            page.element("p", "This report is made again by");
            page.open("pre", "tabindex", "0").element("code", command).close();
        }
        page.element("h3", "Versions");
        page.open("ul");
        versions.forEach((part, version) -> page.element("li", part + " " + version));
        page.element("li", Chart.drawnBy());
        page.close();
    }

    private void writeHead(Markup page) {
        String css = stylesheet();
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'sha256-" + digest(css) + "'; base-uri 'none'; form-action 'none'");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.empty("meta", "name", "referrer", "content", "no-referrer");
        page.element("title", comparison.study() + " – Lacrima report");
        page.raw("<style>" + css + "</style>\n");
        page.close();
    }

    private static String stylesheet() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(in, "report.css is missing from the jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css could not be read from the jar", e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
