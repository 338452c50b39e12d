package org.lacrima.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.Outcome;
import org.lacrima.analysis.compare.OutcomeComparison;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.ResultTable;

/** The two tables of the comparison: the groups described, and tested. Cells are those of the comparison's own table. */
final class ComparisonSection {

    private static final String NO_NUMBER = "–";

    private final Comparison comparison;
    private final ResultTable table;
    private final Markup page;
    private final String level;

    private ComparisonSection(Comparison comparison, Markup page) {
        this.comparison = comparison;
        this.table = comparison.toTable();
        this.page = page;
        this.level = Numbers.percent(comparison.plan().confidence());
    }

    static void write(Comparison comparison, Markup page) {
        ComparisonSection section = new ComparisonSection(comparison, page);
        section.describe();
        section.test();
    }

    private void describe() {
        String focal = comparison.plan().contrast().focal().name();
        String reference = comparison.plan().contrast().reference().name();
        open(
                "Groups and effects",
                String.format(
                        Locale.ROOT,
                        "Each group on each outcome, in the unit beside it; difference of the means, %s − %s, with its %s confidence"
                                + " interval (Welch); Hedges g with its interval (noncentral t)",
                        focal,
                        reference,
                        level));
        page.open("tr");
        head("Outcome", "rowspan", "2", "scope", "col");
        head(focal, "colspan", "4", "scope", "colgroup");
        head(reference, "colspan", "4", "scope", "colgroup");
        head("Difference", "rowspan", "2", "scope", "col");
        head("Hedges g", "rowspan", "2", "scope", "col");
        page.close().open("tr");
        for (int group = 0; group < 2; group++) {
            Stream.of("n", "Mean", "SD", "Median").forEach(name -> head(name, "scope", "col"));
        }
        page.close().close();
        eachMeasure(11, this::describe);
        close();
    }

    private void describe(int row) {
        int decimals = decimals(comparison.outcomes().get(row));
        name(row);
        for (String side : List.of("focal", "reference")) {
            number(row, side + "_n", 0);
            number(row, side + "_mean", decimals);
            number(row, side + "_sd", decimals);
            number(row, side + "_median", decimals);
        }
        estimate(row, "difference", decimals);
        estimate(row, "hedges_g", 2);
    }

    private void test() {
        open(
                "Tests",
                "Each outcome tested between the groups, two-sided; p Holm is adjusted over the testable outcomes of its family"
                        + "; exact p over all relabellings of the midranks, asymptotic p corrected for ties and"
                        + " continuity");
        page.open("tr");
        head("Outcome", "rowspan", "2", "scope", "col");
        head("Welch", "colspan", "4", "scope", "colgroup");
        head("Mann–Whitney", "colspan", "4", "scope", "colgroup");
        page.close().open("tr");
        Stream.of("t", "df", "p", "p Holm", "U", "p exact", "p asymptotic", "p Holm")
                .forEach(name -> head(name, "scope", "col"));
        page.close().close();
        eachMeasure(9, this::test);
        close();
    }

    private void test(int row) {
        OutcomeComparison o = comparison.outcomes().get(row);
        name(row);
        if (!o.isTestable() && !o.mannWhitney().isEstimable()) {
            page.element("td", "not testable: " + o.reason(), "colspan", "8", "class", "reason");
            return;
        }
        number(row, "welch_t", 2);
        number(row, "welch_df", 1);
        p(row, "welch_p");
        p(row, "welch_p_holm");
        number(row, "mann_whitney_u", Numbers::plain);
        p(row, "mann_whitney_p_exact");
        p(row, "mann_whitney_p");
        p(row, "mann_whitney_p_holm");
    }

    private void open(String heading, String caption) {
        page.element("h3", heading);
        page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", heading + ", table");
        page.open("table", "class", "numbers").element("caption", caption).open("thead");
    }

    private void close() {
        page.close().close();
    }

    private void head(String text, String... attributes) {
        page.element("th", text, attributes);
    }

    /** One body per measure, so that its rows stay together for the eye and for a screen reader. */
    private void eachMeasure(int columns, IntConsumer writeRow) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < comparison.outcomes().size(); row++) {
            rows.computeIfAbsent(measure(row), m -> new ArrayList<>()).add(row);
        }
        for (Map.Entry<String, List<Integer>> measure : rows.entrySet()) {
            page.open("tbody").open("tr", "class", "group");
            page.element("th", measure.getKey(), "colspan", Integer.toString(columns), "scope", "rowgroup");
            page.close();
            for (int row : measure.getValue()) {
                page.open(
                        "tr",
                        "data-outcome",
                        comparison.outcomes().get(row).outcome().key());
                writeRow.accept(row);
                page.close();
            }
            page.close();
        }
    }

    private String measure(int row) {
        Outcome outcome = comparison.outcomes().get(row).outcome();
        return outcome.source() == Outcome.Source.SALIVA
                ? comparison.plan().saliva().analyte()
                : outcome.measure();
    }

    /** The measure stands above its rows already. */
    private void name(int row) {
        Outcome outcome = comparison.outcomes().get(row).outcome();
        String measure = measure(row) + " ";
        String label =
                outcome.label().startsWith(measure) ? outcome.label().substring(measure.length()) : outcome.label();
        page.open("th", "scope", "row").text(label);
        if (!outcome.unit().symbol().isEmpty()) {
            page.text(" ").element("span", outcome.unit().symbol(), "class", "unit");
        }
        page.close();
    }

    private void number(int row, String column, int decimals) {
        number(row, column, value -> Numbers.fixed(value, decimals));
    }

    private void p(int row, String column) {
        number(row, column, Numbers::p);
    }

    private void number(int row, String column, DoubleFunction<String> format) {
        Cell cell = table.cell(row, column);
        if (cell instanceof Cell.Value number) {
            page.open("td");
            data(column, number.value(), format.apply(number.value()));
            page.close();
        } else {
            page.element("td", NO_NUMBER, "class", "missing", "title", reason(cell));
        }
    }

    private void estimate(int row, String column, int decimals) {
        Cell cell = table.cell(row, column);
        if (cell instanceof Cell.Value number
                && table.cell(row, column + "_low") instanceof Cell.Value low
                && table.cell(row, column + "_high") instanceof Cell.Value high) {
            page.open("td", "class", "estimate");
            data(column, number.value(), Numbers.fixed(number.value(), decimals));
            page.text(" [");
            data(column + "_low", low.value(), Numbers.fixed(low.value(), decimals));
            page.text(", ");
            data(column + "_high", high.value(), Numbers.fixed(high.value(), decimals));
            page.text("]").close();
        } else {
            page.element("td", "not testable: " + reason(cell), "class", "reason");
        }
    }

    private void data(String column, double value, String text) {
        page.element("data", text, "class", column, "value", Double.toString(value));
    }

    private static String reason(Cell cell) {
        return cell instanceof Cell.Missing missing ? missing.reason() : "";
    }

    private static int decimals(OutcomeComparison o) {
        OptionalDouble spread = Stream.of(o.focal().sd(), o.reference().sd())
                .filter(MetricValue::isEstimable)
                .mapToDouble(MetricValue::orNaN)
                .max();
        return Numbers.decimalsFor(spread.orElse(0));
    }
}
