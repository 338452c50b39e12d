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

/**
 * A result record as a table row: its components in their order, intervals and nested results spread over columns; lists,
 * whose length differs between results, become tables of their own.
 */
final class RecordRow {

    private final List<Column> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Listed> lists = new ArrayList<>();

    /** A list that was met, with the path to it. */
    private record Listed(String name, Type element, List<?> values) {}

    private RecordRow() {}

    static ResultTable of(String name, String caption, Object result) {
        return of(result).table(name, caption);
    }

    /** The row of a result, then each of its lists that is not empty. */
    static List<ResultTable> tables(String name, String caption, Object result) {
        RecordRow row = of(result);
        List<ResultTable> tables = new ArrayList<>();
        tables.add(row.table(name, caption));
        for (Listed list : row.lists) {
            if (!list.values().isEmpty()) {
                tables.add(list(name + "_" + list.name(), caption + ": " + words(list.name()), list));
            }
        }
        return tables;
    }

    private static RecordRow of(Object result) {
        RecordRow row = new RecordRow();
        row.spread("", result);
        return row;
    }

    private ResultTable table(String name, String caption) {
        return new ResultTable(name, caption, columns, List.of(cells));
    }

    private static ResultTable list(String name, String caption, Listed list) {
        List<RecordRow> rows = new ArrayList<>();
        for (Object value : list.values()) {
            RecordRow row = new RecordRow();
            row.number("index", Cell.of(rows.size() + 1));
            row.element(list.element(), value);
            rows.add(row);
        }
        return new ResultTable(
                name,
                caption,
                rows.get(0).columns,
                rows.stream().map(row -> row.cells).toList());
    }

    private void element(Type type, Object value) {
        if (value instanceof List<?> row) {
            Type inner = argument(type);
            for (int i = 0; i < row.size(); i++) {
                add("value_" + (i + 1), inner, row.get(i));
            }
        } else if (value instanceof Record item && !(value instanceof Inference<?>)) {
            spread("", item);
        } else {
            add("value", type, value);
        }
    }

    private void spread(String prefix, Object result) {
        for (RecordComponent component : result.getClass().getRecordComponents()) {
            add(prefix + snake(component.getName()), component.getGenericType(), value(component, result));
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
        } else if (value instanceof Inference.Answer<?> inference) {
            add(name, argument(type), inference.answer());
        } else if (value instanceof Inference<?> inference) {
            missing(name, argument(type), inference.reason());
        } else if (value instanceof Record nested) {
            spread(name + "_", nested);
        } else if (value instanceof List<?> list) {
            lists.add(new Listed(name, argument(type), list));
        } else {
            text(name, value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : value.toString());
        }
    }

    /** What is missing keeps the columns it would have, so that rows of one kind of result fit together. */
    private void missing(String name, Type type, String reason) {
        Class<?> raw = raw(type);
        if (raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                missing(name + "_" + snake(component.getName()), component.getGenericType(), reason);
            }
        } else if (Inference.class.isAssignableFrom(raw)) {
            missing(name, argument(type), reason);
        } else if (isNumber(raw)) {
            number(name, Cell.missing(reason));
        } else if (!List.class.isAssignableFrom(raw)) {
            text(name, "");
        }
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class);
    }

    private static Type argument(Type type) {
        return type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : type;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType p) {
            return raw(p.getRawType());
        }
        return type instanceof Class<?> c ? c : Object.class;
    }

    private void number(String name, Cell cell) {
        columns.add(Column.number(name, Unit.ONE, words(name)));
        cells.add(cell);
    }

    private void text(String name, String word) {
        columns.add(Column.text(name, words(name)));
        cells.add(Cell.of(word));
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
