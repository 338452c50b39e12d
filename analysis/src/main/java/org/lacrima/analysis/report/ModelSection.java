package org.lacrima.analysis.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/** What a plan asks beyond the contrast: robust tests, arms, covariates, phases by a mixed model, time to recovery. */
final class ModelSection {

    /** Curves step by step and values person by person are for files, not for readers. */
    private static final Set<String> SHOWN = Set.of(
            "robust",
            "arms",
            "arm-pairs",
            "adjusted",
            "phase-models",
            "phase-tests",
            "phase-contrasts",
            "recovery-tests",
            "recovery-cox",
            "recovery-times");

    /** Columns of many words, which the table's file has. */
    private static final Set<String> LEFT_TO_FILES = Set.of("terms", "slopes", "left_out_reasons");

    private ModelSection() {}

    static List<ResultTable> shown(List<ResultTable> tables) {
        return tables.stream()
                .filter(t -> SHOWN.contains(t.name()) && !t.rows().isEmpty())
                .toList();
    }

    static void write(List<ResultTable> tables, Markup page) {
        for (ResultTable table : shown(tables)) {
            String heading = heading(table.name());
            page.element("h3", heading);
            page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", heading + ", table");
            page.open("table", "class", "numbers").element("caption", table.caption());
            page.open("thead").open("tr");
            List<Column> columns = table.columns();
            for (Column column : columns) {
                if (LEFT_TO_FILES.contains(column.name())) {
                    continue;
                }
                page.element(
                        "th",
                        column.name().replace('_', ' '),
                        "scope",
                        "col",
                        "title",
                        column.description(),
                        "class",
                        column.kind() == Column.Kind.TEXT ? "words" : "count");
            }
            page.close().close().open("tbody");
            for (List<Cell> row : table.rows()) {
                page.open("tr");
                for (int c = 0; c < row.size(); c++) {
                    if (!LEFT_TO_FILES.contains(columns.get(c).name())) {
                        write(columns.get(c), row.get(c), c == 0 ? "th" : "td", page);
                    }
                }
                page.close();
            }
            page.close().close().close();
        }
    }

    private static String heading(String name) {
        String words = name.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void write(Column column, Cell cell, String tag, Markup page) {
        if (cell instanceof Cell.Value number) {
            page.open(tag);
            page.element("data", shown(column, number.value()), "value", Double.toString(number.value()));
            page.close();
        } else if (cell instanceof Cell.Missing missing) {
            page.element(tag, "–", "class", "missing", "title", missing.reason());
        } else {
            String words = ((Cell.Text) cell).text();
            if (tag.equals("th")) {
                page.element(tag, words, "scope", "row", "class", "words");
            } else {
                page.element(tag, words, "class", "words");
            }
        }
    }

    private static String shown(Column column, double value) {
        if (column.name().equals("p")
                || column.name().endsWith("_p")
                || column.name().startsWith("p_")) {
            return Numbers.p(value);
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Numbers.fixed(value, 0)
                : Numbers.fixed(value, Numbers.decimalsFor(value));
    }
}
