package org.lacrima.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.OutcomeComparison;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.OutcomeKind;

/**
 * The summary of a comparison for a terminal: what was found in plain sentences, then one line per outcome. At most 40
 * lines of at most 100 columns; where there are more outcomes than fit, those with the least p of Welch's test.
 */
public final class TextSummary {

    private static final int LINES = 40;
    private static final int COLUMNS = 100;
    private static final int LABEL = 48;

    private final String text;

    private TextSummary(String text) {
        this.text = text;
    }

    /** The summary of a comparison. */
    public static TextSummary of(Comparison comparison) {
        Findings findings = new Findings(comparison);
        Contrast contrast = comparison.plan().contrast();
        List<String> lines = new ArrayList<>();
        lines.add(cut(comparison.study() + ": " + contrast.focal() + " − " + contrast.reference(), COLUMNS));
        lines.add("");
        lines.addAll(wrapped(String.join(" ", findings.sentences())));
        if (!findings.testable().isEmpty()) {
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT,
                    "%-" + LABEL + "s %6s %7s %7s %-14s %6s %6s",
                    "Outcome",
                    "n",
                    "diff.",
                    "g",
                    Numbers.percent(comparison.plan().confidence()) + " CI of g",
                    "p",
                    "p Holm"));
            int room = LINES - lines.size();
            List<OutcomeComparison> all = comparison.outcomes();
            boolean allFit = all.size() <= room;
            (allFit ? all : findings.byEvidence().subList(0, room - 1)).forEach(o -> lines.add(line(o)));
            if (!allFit) {
                lines.add("… and " + (all.size() - room + 1) + " more, all in the report");
            }
        }
        return new TextSummary(String.join("\n", lines.subList(0, Math.min(LINES, lines.size()))) + "\n");
    }

    private static String line(OutcomeComparison o) {
        String label = label(o);
        String n = o.focal().n() + "|" + o.reference().n();
        if (!o.isTestable()) {
            return cut(
                    String.format(Locale.ROOT, "%-" + LABEL + "s %6s not testable: %s", label, n, o.reason()), COLUMNS);
        }
        double difference = o.welch().orThrow().difference();
        return String.format(
                        Locale.ROOT,
                        "%-" + LABEL + "s %6s %7s %7s %-14s %6s %6s",
                        label,
                        n,
                        Numbers.fixed(difference, Math.min(3, Numbers.decimalsFor(difference))),
                        o.hedgesG()
                                .value()
                                .map(g -> Numbers.fixed(g.estimate(), 2))
                                .orElse("–"),
                        o.hedgesG()
                                .value()
                                .map(g -> Numbers.interval(g.interval(), 2))
                                .orElse("–"),
                        Numbers.p(o.welch().orThrow().p()),
                        p(o.holmWelchP()))
                .stripTrailing();
    }

    /** The label with its unit; the formula of percent recovery, and then the unit, go where there is no room. */
    private static String label(OutcomeComparison o) {
        String label = o.outcome().kind().equals(Optional.of(OutcomeKind.PERCENT_RECOVERY))
                ? o.outcome().label().replaceFirst(" \\(.*", "")
                : o.outcome().label();
        String withUnit = o.outcome().unit().symbol().isEmpty()
                ? label
                : label + ", " + o.outcome().unit();
        return withUnit.length() <= LABEL ? withUnit : cut(label, LABEL);
    }

    private static String p(Inference<Double> p) {
        return p.value().map(Numbers::p).orElse("–");
    }

    private static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(cut(line.toString(), COLUMNS));
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(cut(line.toString(), COLUMNS));
        return lines;
    }

    private static String cut(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns - 1) + "…";
    }

    /** The lines, each ended by a line feed. */
    @Override
    public String toString() {
        return text;
    }
}
