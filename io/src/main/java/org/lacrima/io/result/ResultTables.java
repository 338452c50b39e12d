package org.lacrima.io.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;
import org.lacrima.io.AtomicFile;
import org.lacrima.io.json.JsonText;
import tech.tablesaw.api.Table;

/**
 * Results as files and as Tablesaw tables. Numbers are written in full: the shortest decimal that reads back to the same
 * double. A number that does not exist is written with its reason, never as an empty cell alone.
 */
public final class ResultTables {
    private static final String REASON = "_reason";

    private ResultTables() {}

    /**
     * Writes a table as TSV in UTF-8 and its data dictionary as JSON beside it, as BIDS has it: {@code n/a} where there is
     * no number, and for each column with such cells a further column {@code NAME_reason}.
     *
     * @param file where the TSV goes; the dictionary has the same name and ends in {@code .json}
     */
    public static void writeTsv(ResultTable table, Path file) throws IOException {
        Path name = file.getFileName();
        if (name == null) {
            throw new IOException(file + " is not a file that can be written");
        }
        String dictionary = name.toString().replaceFirst("\\.[^.]*$", "") + ".json";
        AtomicFile.writeText(file, toTsv(table));
        AtomicFile.writeText(file.resolveSibling(dictionary), toDictionary(table));
    }

    /** The table as TSV; see {@link #writeTsv}. */
    public static String toTsv(ResultTable table) {
        StringBuilder tsv = new StringBuilder();
        List<Integer> explained = columnsWithMissingCells(table);
        tsv.append(table.columns().stream().map(c -> line(c.name())).collect(Collectors.joining("\t")));
        explained.forEach(
                c -> tsv.append('\t').append(line(table.columns().get(c).name() + REASON)));
        tsv.append('\n');
        for (List<Cell> row : table.rows()) {
            tsv.append(row.stream().map(ResultTables::text).collect(Collectors.joining("\t")));
            explained.forEach(c -> tsv.append('\t')
                    .append(row.get(c) instanceof Cell.Missing missing ? line(missing.reason()) : "n/a"));
            tsv.append('\n');
        }
        return tsv.toString();
    }

    private static List<Integer> columnsWithMissingCells(ResultTable table) {
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            if (table.rows().stream().anyMatch(row -> row.get(column) instanceof Cell.Missing)) {
                columns.add(c);
            }
        }
        return columns;
    }

    private static String text(Cell cell) {
        if (cell instanceof Cell.Value value) {
            return number(value.value());
        }
        return cell instanceof Cell.Text text ? line(text.text()) : "n/a";
    }

    /** A cell has no tab and no line end; a reader of BIDS knows no quotes. */
    private static String line(String text) {
        String plain = text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        return plain.isEmpty() ? "n/a" : plain;
    }

    private static String number(double value) {
        String shortest = NumberOutput.toString(value, true);
        return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
    }

    /** The data dictionary: per column {@code Description} and, where there is one, {@code Units}. */
    public static String toDictionary(ResultTable table) {
        return JsonText.of(json -> {
            json.writeStartObject();
            for (Column column : table.columns()) {
                json.writeObjectFieldStart(column.name());
                writeDescription(json, column);
                json.writeEndObject();
            }
            for (int c : columnsWithMissingCells(table)) {
                String name = table.columns().get(c).name();
                json.writeObjectFieldStart(name + REASON);
                json.writeStringField("Description", "Why there is no value of " + name);
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private static void writeDescription(JsonGenerator json, Column column) throws IOException {
        json.writeStringField("Description", column.description());
        if (!column.unit().symbol().isEmpty()) {
            json.writeStringField("Units", column.unit().symbol());
        }
    }

    /**
     * The table as JSON: {@code name}, {@code caption}, {@code columns} with {@code name}, {@code kind}, {@code unit} and
     * {@code description}, and {@code rows} as objects by column name, in the order of the columns. A number that does not
     * exist is {@code {"notEstimable": "reason"}}.
     */
    public static String toJson(ResultTable table) {
        return JsonText.of(json -> writeJson(table, json));
    }

    private static void writeJson(ResultTable table, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", table.name());
        json.writeStringField("caption", table.caption());
        json.writeArrayFieldStart("columns");
        for (Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("kind", column.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("unit", column.unit().symbol());
            json.writeStringField("description", column.description());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (List<Cell> row : table.rows()) {
            json.writeStartObject();
            for (int c = 0; c < row.size(); c++) {
                json.writeFieldName(table.columns().get(c).name());
                writeCell(row.get(c), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeCell(Cell cell, JsonGenerator json) throws IOException {
        if (cell instanceof Cell.Value value) {
            json.writeNumber(value.value());
        } else if (cell instanceof Cell.Text text) {
            json.writeString(text.text());
        } else if (cell instanceof Cell.Missing missing) {
            json.writeStartObject();
            json.writeStringField("notEstimable", missing.reason());
            json.writeEndObject();
        }
    }

    /**
     * The table as a Tablesaw table: a {@code DoubleColumn} per column of numbers, missing where there is none, a
     * {@code StringColumn} per column of words, and a column {@code NAME_reason} for each column with missing cells.
     */
    public static Table toTablesaw(ResultTable table) {
        return TablesawBridge.toTablesaw(table);
    }

    /**
     * A Tablesaw table as a result: numeric columns are numbers, all others words. Missing numbers take their reason from
     * the column {@code NAME_reason} where there is one, which is then no column of its own. Tablesaw knows neither units
     * nor descriptions, so there are none.
     *
     * @throws IllegalArgumentException if two columns have one name
     */
    public static ResultTable fromTablesaw(Table table) {
        return TablesawBridge.fromTablesaw(table);
    }
}
