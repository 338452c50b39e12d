package org.lacrima.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lacrima.analysis.chart.Chart;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.StudyComparison;
import org.lacrima.analysis.report.HtmlReport;
import org.lacrima.analysis.report.TextSummary;
import org.lacrima.core.study.Study;
import org.lacrima.core.table.ResultTable;
import org.lacrima.examples.cli.Failures.BadInput;
import org.lacrima.io.AtomicFile;
import org.lacrima.io.Loaded;
import org.lacrima.io.Strictness;
import org.lacrima.io.result.ResultTables;
import org.lacrima.io.study.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lacrima compare}: from a study folder to the comparison of its two groups and the report. */
@Command(
        name = "compare",
        description = {
            "Compares the two groups of a study folder by its plan (lacrima.json), prints a summary and writes the"
                    + " report,",
            "its tables and their data dictionaries."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final int JOURNAL_DPI = 300;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "Study folder.")
    private Path folder = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "lacrima-report",
            description = "Where the report goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("lacrima-report");

    @Option(names = "--json", description = "Every table as JSON on standard output, in place of the summary.")
    private boolean json;

    @Option(names = "--charts", description = "The report's pictures also as files, SVG and PNG at 300 dpi.")
    private boolean charts;

    @Option(
            names = "--lenient",
            description = "Go on past faulty lines and files and list them, instead of refusing the folder.")
    private boolean lenient;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Override
    public Integer call() throws IOException, BadInput {
        PrintWriter err = spec.commandLine().getErr();
        Loaded<Study> loaded = StudyReader.withDefaults()
                .with(lenient ? Strictness.LENIENT : Strictness.STRICT)
                .read(folder);
        loaded.problems().forEach(err::println);
        loaded.notes().forEach(err::println);
        Study study = loaded.value();
        Comparison comparison = compare(study);
        Optional<String> problem = comparison.problem();
        if (problem.isPresent()) {
            throw new BadInput("participants.tsv: " + problem.get());
        }
        Path report = write(study, comparison);
        if (json) {
            spec.commandLine().getOut().println(TablesJson.of(study.name(), comparison.toTables()));
            err.println("Report: " + report.toAbsolutePath());
        } else {
            spec.commandLine().getOut().println(TextSummary.of(comparison));
            spec.commandLine().getOut().println("Report: " + report.toAbsolutePath());
        }
        return 0;
    }

    private Comparison compare(Study study) throws BadInput {
        StudyComparison comparison;
        try {
            comparison = StudyComparison.of(study.plan());
        } catch (IllegalArgumentException e) {
            throw new BadInput("lacrima.json: " + e.getMessage());
        }
        return comparison.compare(study, threads.threads());
    }

    /** Makes everything first and writes it then, so that a failure on the way leaves nothing behind. */
    private Path write(Study study, Comparison comparison) throws IOException {
        for (Path place = out.toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.exists(place) && !Files.isDirectory(place)) {
                throw new IOException(place + " is a file; name a folder with --out");
            }
        }
        HtmlReport page = HtmlReport.of(comparison).withStudy(study).withCommand(command());
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        for (ResultTable table : comparison.toTables()) {
            contents.put(out.resolve("tables").resolve(table.name() + ".tsv"), utf8(ResultTables.toTsv(table)));
            contents.put(out.resolve("tables").resolve(table.name() + ".json"), utf8(ResultTables.toDictionary(table)));
        }
        contents.put(out.resolve("comparison.json"), utf8(TablesJson.of(study.name(), comparison.toTables()) + "\n"));
        if (charts) {
            for (Chart chart : page.charts()) {
                contents.put(out.resolve("charts").resolve(chart.name() + ".svg"), utf8(chart.toSvg()));
                contents.put(out.resolve("charts").resolve(chart.name() + ".png"), chart.toPng(JOURNAL_DPI));
            }
        }
        Path report = out.resolve("report.html");
        contents.put(report, utf8(page.toHtml()));
        for (Map.Entry<Path, byte[]> content : contents.entrySet()) {
            AtomicFile.write(content.getKey(), content.getValue());
        }
        return report;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The command that makes this report again. */
    private String command() {
        return "lacrima compare " + quoted(folder) + " --out " + quoted(out) + (charts ? " --charts" : "")
                + (lenient ? " --lenient" : "");
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-".indexOf(c) >= 0)
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }
}
