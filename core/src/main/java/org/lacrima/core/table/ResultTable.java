package org.lacrima.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A table of results: named columns with units and descriptions, rows of cells. Everything that leaves the library as a
 * table (TSV, JSON, a dataframe, a page) is made from this one type. Immutable.
 *
 * @param name short name, fit for a file: {@code comparison}
 * @param caption one sentence for a reader
 * @param columns columns in order, names unique
 * @param rows rows in order, each with one cell per column
 */
public record ResultTable(String name, String caption, List<Column> columns, List<List<Cell>> rows) {

    /** Copies and checks that rows fit the columns. */
    public ResultTable {
        columns = List.copyOf(columns);
        List<List<Cell>> copies = new ArrayList<>(rows.size());
        for (List<Cell> row : rows) {
            requireFit(columns, row, copies.size());
            copies.add(List.copyOf(row));
        }
        rows = List.copyOf(copies);
        if (columns.stream().map(Column::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("column names of table " + name + " must differ: "
                    + columns.stream().map(Column::name).toList());
        }
    }

    private static void requireFit(List<Column> columns, List<Cell> row, int index) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "row %d has %d cells for %d columns", index, row.size(), columns.size()));
        }
        for (int c = 0; c < row.size(); c++) {
            boolean fits = columns.get(c).kind() == Column.Kind.TEXT
                    ? row.get(c) instanceof Cell.Text
                    : !(row.get(c) instanceof Cell.Text);
            if (!fits) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "row %d: column %s does not take %s",
                        index,
                        columns.get(c).name(),
                        row.get(c)));
            }
        }
    }

    /** Position of a column. */
    public int indexOf(String columnName) {
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).name().equals(columnName)) {
                return c;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + columnName + ", but "
                + columns.stream().map(Column::name).toList());
    }

    /** The cell in a row and a named column. */
    public Cell cell(int row, String columnName) {
        return rows.get(row).get(indexOf(columnName));
    }

    /** A table in the making. */
    public static Builder named(String name, String caption) {
        return new Builder(name, caption);
    }

    /** Collects columns, then rows. */
    public static final class Builder {
        private final String name;
        private final String caption;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<Cell>> rows = new ArrayList<>();

        private Builder(String name, String caption) {
            this.name = name;
            this.caption = caption;
        }

        /** Adds columns. */
        public Builder columns(Column... added) {
            columns.addAll(Arrays.asList(added));
            return this;
        }

        /** Adds a row. */
        public Builder row(Cell... cells) {
            return row(Arrays.asList(cells));
        }

        /** Adds a row. */
        public Builder row(List<Cell> cells) {
            rows.add(List.copyOf(cells));
            return this;
        }

        /** The table. */
        public ResultTable build() {
            return new ResultTable(name, caption, columns, rows);
        }
    }
}
