package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.RecoveryMetric;
import org.lacrima.core.rsa.PeakToTrough;
import org.lacrima.core.rsa.RespirationMetrics;
import org.lacrima.core.rsa.RsaMetrics;

/**
 * The page of the catalogue is made from the code, and from the files of claims that other tests hold the code to: so it
 * cannot say what is not so. Where it differs, this test leaves the right page in {@code target/}.
 */
class CatalogueTest {

    @Test
    void thePageOfTheCatalogueSaysWhatTheCodeSays() throws IOException {
        String page = page();
        Path made = Path.of("target", "catalogue.md");
        Files.createDirectories(made.getParent());
        Files.writeString(made, page);

        Path committed = Path.of(System.getProperty("lacrima.root", ".."))
                .resolve("docs")
                .resolve("catalogue.md");

        assertThat(committed)
                .as("docs/catalogue.md is out of date: copy %s there", made)
                .content(StandardCharsets.UTF_8)
                .isEqualTo(page);
    }

    @Test
    void everyMetricHasAWitnessThatIsNotOurs() throws IOException {
        Map<String, TreeSet<String>> witnesses = witnesses();
        for (HrvMetric metric : HrvMetrics.all()) {
            assertThat(witnesses)
                    .as("a line of %s in profiles.csv, *-made or analytic.csv", metric)
                    .containsKey(metric.name());
        }
    }

    private static String page() throws IOException {
        Map<String, TreeSet<String>> witnesses = witnesses();
        StringBuilder page = new StringBuilder("""
                # Catalogue of HRV, RSA and recovery metrics

                Made from the code by `CatalogueTest`; edit the metric, not this page. `m` counts successive differences within
                contiguous beats. *Checked against* names whose values the tests compare with, at a relative 1e-9 for closed
                forms and 1e-6 where a step is interpolated or iterated, on the made series in every clone and on real
                recordings where they are at hand; the test run writes the deviations, recording by recording, to
                `core/target/agreement-*.md`. A source without DOI has none, as a chapter of a book, or none that could be
                checked.

                ## Heart beats

                | name | unit | definition | needs | at gaps | source | checked against |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (HrvMetric metric : HrvMetrics.all()) {
            row(page, metric, String.join(", ", witnesses.getOrDefault(metric.name(), new TreeSet<>())));
        }
        page.append("""

                ## Respiratory sinus arrhythmia

                | name | unit | definition | needs | at gaps | source | checked against |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        RsaMetrics.ofBeats().forEach(metric -> row(page, metric, "closed forms, SciPy 1.17.1"));
        RsaMetrics.ofHeartAndBreath()
                .forEach(metric ->
                        row(page, metric, metric instanceof PeakToTrough ? "closed forms, NeuroKit2" : "closed forms"));
        page.append("""

                ## Respiration

                | name | unit | definition | needs | at gaps | source | checked against |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        RespirationMetrics.all().forEach(metric -> row(page, metric, "closed forms"));
        page.append("""

                ## Recovery

                Of any course of one person: a metric of beats, a signal, a rating, an analyte. `B`, `T` and `R` are its levels at
                baseline, during the task and during the recovery, `X(t)` is its trace; see [recovery](recovery.md). Units are
                those of a heart rate in bpm.

                | name | unit | definition | needs | source | caution |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (RecoveryMetric metric : RecoveryMetric.values()) {
            row(
                    page,
                    metric.key(),
                    metric.unitFor(Unit.BPM).symbol(),
                    metric.definition(),
                    metric.minimumData(),
                    metric.source().toString(),
                    metric.caution().orElse(""));
        }
        return page.toString();
    }

    private static void row(StringBuilder page, Metric<?> metric, String witnesses) {
        row(
                page,
                metric.name(),
                metric.unit().symbol(),
                metric.definition(),
                metric.minimumData(),
                metric.gapRule(),
                metric.source().toString(),
                witnesses);
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ")
                .append(Arrays.stream(cells).map(CatalogueTest::cell).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** Whose values each metric is compared with, gathered from the files that the tests read. */
    private static Map<String, TreeSet<String>> witnesses() throws IOException {
        Map<String, TreeSet<String>> witnesses = new LinkedHashMap<>();
        for (String line : lines("profiles.csv")) {
            String[] cells = line.split(",", 8);
            add(witnesses, cells[3], Profile.ofKey(cells[2]).orElseThrow().authority());
        }
        for (String line : lines("time-domain-made.csv")) {
            String[] cells = line.split(",", -1);
            add(witnesses, cells[1], cells[2]);
        }
        for (String line : lines("analytic.csv")) {
            String[] cells = line.split(",", 2);
            add(witnesses, cells[0], cells[1]);
        }
        return witnesses;
    }

    private static void add(Map<String, TreeSet<String>> witnesses, String metric, String witness) {
        if (HrvMetrics.named(metric).isPresent()) {
            witnesses.computeIfAbsent(metric, m -> new TreeSet<>()).add(witness);
        }
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(CatalogueTest.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(l -> !l.startsWith("#") && !l.startsWith("series,"))
                    .toList();
        }
    }
}
