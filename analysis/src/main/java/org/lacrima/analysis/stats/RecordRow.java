package org.lacrima.analysis.stats;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/** A result record as a table row: its components in their order, intervals and nested results spread over columns. */
final class RecordRow {

    private final List<Column> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    private RecordRow() {}

    static ResultTable of(String name, String caption, Object result) {
        RecordRow row = new RecordRow();
        row.spread("", result);
        ResultTable.Builder table = ResultTable.named(name, caption);
        row.columns.forEach(table::columns);
        return table.row(row.cells).build();
    }

    private void spread(String prefix, Object result) {
        for (RecordComponent component : result.getClass().getRecordComponents()) {
            String name = prefix + snake(component.getName());
            add(name, component.getGenericType(), value(component, result));
        }
    }

    private static Object value(RecordComponent component, Object result) {
        try {
            return component.getAccessor().invoke(result);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private void add(String name, Type type, Object value) {
        if (value instanceof Number number) {
            number(name, cell(number.doubleValue()));
        } else if (value instanceof Inference<?> inference) {
            inferred(name, type, inference);
        } else if (value instanceof Record nested) {
            spread(name + "_", nested);
        } else if (!(value instanceof List<?>)) {
            columns.add(Column.text(name, words(name)));
            cells.add(Cell.of(value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : value.toString()));
        }
    }

    /** What is missing keeps the columns it would have, so that rows of one kind of result fit together. */
    private void inferred(String name, Type type, Inference<?> inference) {
        if (inference instanceof Inference.Answer<?> answer) {
            add(name, type, answer.answer());
            return;
        }
        Type inner = type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : type;
        if (inner instanceof Class<?> c && c.isRecord()) {
            for (RecordComponent component : c.getRecordComponents()) {
                number(name + "_" + snake(component.getName()), Cell.missing(inference.reason()));
            }
        } else {
            number(name, Cell.missing(inference.reason()));
        }
    }

    private void number(String name, Cell cell) {
        columns.add(Column.number(name, Unit.ONE, words(name)));
        cells.add(cell);
    }

    private static Cell cell(double value) {
        return Double.isFinite(value) ? Cell.of(value) : Cell.missing("unbounded");
    }

    private static String snake(String camel) {
        return camel.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String words(String snake) {
        return snake.replace('_', ' ');
    }
}
