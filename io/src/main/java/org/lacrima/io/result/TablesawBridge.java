package org.lacrima.io.result;

import java.util.ArrayList;
import java.util.List;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** To Tablesaw and back; apart from the rest, so that who never asks for a Tablesaw table never loads it. */
final class TablesawBridge {
    private static final String REASON = "_reason";
    private static final String NO_REASON = "missing in the table it came from";

    private TablesawBridge() {}

    static Table toTablesaw(ResultTable table) {
        Table result = Table.create(table.name());
        List<StringColumn> reasons = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            Column column = table.columns().get(c);
            if (column.kind() == Column.Kind.TEXT) {
                result.addColumns(words(table, c));
                continue;
            }
            DoubleColumn numbers = DoubleColumn.create(column.name());
            StringColumn why = StringColumn.create(column.name() + REASON);
            boolean anyMissing = false;
            for (List<Cell> row : table.rows()) {
                if (row.get(c) instanceof Cell.Value value) {
                    numbers.append(value.value());
                    why.appendMissing();
                } else {
                    numbers.appendMissing();
                    why.append(row.get(c) instanceof Cell.Missing missing ? missing.reason() : "");
                    anyMissing = true;
                }
            }
            result.addColumns(numbers);
            if (anyMissing) {
                reasons.add(why);
            }
        }
        reasons.forEach(result::addColumns);
        return result;
    }

    private static StringColumn words(ResultTable table, int c) {
        StringColumn words = StringColumn.create(table.columns().get(c).name());
        for (List<Cell> row : table.rows()) {
            words.append(row.get(c) instanceof Cell.Text text ? text.text() : "");
        }
        return words;
    }

    static ResultTable fromTablesaw(Table table) {
        List<tech.tablesaw.columns.Column<?>> kept =
                table.columns().stream().filter(c -> !isReason(table, c.name())).toList();
        ResultTable.Builder result = ResultTable.named(table.name() == null ? "" : table.name(), "");
        for (tech.tablesaw.columns.Column<?> column : kept) {
            result.columns(
                    column instanceof NumericColumn
                            ? Column.number(column.name(), Unit.ONE, "")
                            : Column.text(column.name(), ""));
        }
        for (int row = 0; row < table.rowCount(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (tech.tablesaw.columns.Column<?> column : kept) {
                cells.add(cell(table, column, row));
            }
            result.row(cells);
        }
        return result.build();
    }

    private static boolean isReason(Table table, String name) {
        if (!name.endsWith(REASON)) {
            return false;
        }
        String explained = name.substring(0, name.length() - REASON.length());
        return table.columns().stream().anyMatch(c -> c.name().equals(explained) && c instanceof NumericColumn);
    }

    private static Cell cell(Table table, tech.tablesaw.columns.Column<?> column, int row) {
        if (!(column instanceof NumericColumn<?> numbers)) {
            return Cell.of(column.getString(row));
        }
        double value = numbers.getDouble(row);
        if (!numbers.isMissing(row) && Double.isFinite(value)) {
            return Cell.of(value);
        }
        String why = column.name() + REASON;
        boolean explained = table.containsColumn(why) && !table.column(why).isMissing(row);
        return Cell.missing(explained ? table.column(why).getString(row) : NO_REASON);
    }
}
