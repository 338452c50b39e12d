package org.lacrima.analysis.nulls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.SimulatedPower;

/** Writes docs/statistics-null.md: how often each test rejects where nothing differs. */
final class NullPage {

    static final int[] SIZES = {12, 30, 65};
    private static final double LEVEL = 0.05;

    private NullPage() {}

    /**
     * Simulates and writes.
     *
     * @param arguments the page to write, studies per cell
     */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), page(NullSection.all(), Integer.parseInt(arguments[1])));
    }

    /** The share of rejections of one test at one size, with its interval of 99.9 %. */
    static SimulatedPower.Result rejections(NullCase test, int n, int studies) {
        ToDoubleFunction<SplittableRandom> study = random -> test.study().p(random, n);
        return SimulatedPower.withDefaults()
                .withStudies(studies)
                .withSeed(n)
                .withConfidence(0.999)
                .of(study);
    }

    static String page(List<NullSection> sections, int studies) {
        List<String> lines = new ArrayList<>();
        lines.add("# How often tests reject where nothing differs");
        lines.add("");
        lines.add("A test at 5 % should reject one study in twenty where nothing differs, at the sizes that studies of"
                + " crying and stress have. Each cell is the share of " + studies
                + " simulated studies that a test rejects at"
                + " p < .05, with its exact 99.9 % binomial interval; where 5 % lies outside, the share is **bold** and the"
                + " reason stands below the table. A study that cannot answer rejects nothing.");
        lines.add("");
        lines.add(
                "Made by the program `NullPage` (in the tests of `analysis`) from seed n; the build tries every test on a"
                        + " few studies of 12.");
        for (NullSection section : sections) {
            lines.add("");
            lines.addAll(lines(section, studies));
        }
        lines.add("");
        return String.join("\n", lines);
    }

    private static List<String> lines(NullSection section, int studies) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + section.title());
        lines.add("");
        lines.add(section.studies() + " *n*: " + section.unit() + ".");
        lines.add("");
        lines.add("| test | n = 12 | n = 30 | n = 65 |");
        lines.add("|---|---|---|---|");
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (NullCase test : section.cases()) {
            List<SimulatedPower.Result> results = IntStream.of(SIZES)
                    .mapToObj(n -> rejections(test, n, studies))
                    .toList();
            lines.add("| " + test.name() + " | "
                    + String.join(" | ", results.stream().map(NullPage::cell).toList()) + " |");
            if (results.stream().anyMatch(result -> !result.interval().contains(LEVEL))) {
                reasons.computeIfAbsent(
                                test.reason().isEmpty() ? "no reason is known" : test.reason(),
                                reason -> new ArrayList<>())
                        .add(test.name());
            }
        }
        if (!reasons.isEmpty()) {
            lines.add("");
            reasons.forEach((reason, tests) -> lines.add("- " + String.join("; ", tests) + ": " + reason + "."));
        }
        return lines;
    }

    private static String cell(SimulatedPower.Result result) {
        Interval interval = result.interval();
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * result.power());
        return String.format(
                Locale.ROOT,
                "%s [%.1f, %.1f]",
                interval.contains(LEVEL) ? share : "**" + share + "**",
                100 * interval.low(),
                100 * interval.high());
    }
}
