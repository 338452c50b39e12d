package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * Observations in long form, one per row: named columns of numbers and of categories. A missing number carries its reason;
 * a model leaves out the rows in which a column that it uses is missing, and counts them. Immutable.
 */
public final class ModelData {

    private final Map<String, Numbers> numbers;
    private final Map<String, Category> categories;

    private ModelData(Map<String, Numbers> numbers, Map<String, Category> categories) {
        this.numbers = numbers;
        this.categories = categories;
    }

    /** No columns yet; the first that is added fixes the number of rows. */
    public static ModelData empty() {
        return new ModelData(Map.of(), Map.of());
    }

    /**
     * The columns of a table: numbers stay numbers, missing cells keep their reasons, words are categories whose levels
     * stand in the order of their first appearance; an empty word is a missing one.
     */
    public static ModelData of(ResultTable table) {
        ModelData data = empty();
        for (int c = 0; c < table.columns().size(); c++) {
            Column column = table.columns().get(c);
            List<Cell> cells = new ArrayList<>();
            for (List<Cell> row : table.rows()) {
                cells.add(row.get(c));
            }
            data = column.kind() == Column.Kind.TEXT
                    ? data.withCategory(
                            column.name(),
                            cells.stream()
                                    .map(cell -> ((Cell.Text) cell).text())
                                    .toList())
                    : data.withCells(column.name(), cells);
        }
        return data;
    }

    /**
     * With a column of numbers.
     *
     * @throws IllegalArgumentException if a value is not finite, the name is taken, or the number of rows differs
     */
    public ModelData withNumbers(String name, double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "value %d of %s must be finite, got %s", i, name, values[i]));
            }
        }
        String[] reasons = new String[values.length];
        Arrays.fill(reasons, "");
        return with(name, new Numbers(values.clone(), reasons));
    }

    /**
     * With a column of metrics: what is not estimable is missing, for its reason.
     *
     * @throws IllegalArgumentException if the name is taken, or the number of rows differs
     */
    public ModelData withMetrics(String name, List<MetricValue> values) {
        return withCells(name, values.stream().map(Cell::of).toList());
    }

    private ModelData withCells(String name, List<Cell> cells) {
        double[] values = new double[cells.size()];
        String[] reasons = new String[cells.size()];
        for (int i = 0; i < values.length; i++) {
            reasons[i] = "";
            if (cells.get(i) instanceof Cell.Value value) {
                values[i] = value.value();
            } else if (cells.get(i) instanceof Cell.Missing missing) {
                reasons[i] = missing.reason().isEmpty() ? "no reason given" : missing.reason();
            }
        }
        return with(name, new Numbers(values, reasons));
    }

    /**
     * With a column of categories, whose levels stand in the order of their first appearance. An empty label is missing.
     *
     * @throws IllegalArgumentException if the name is taken, or the number of rows differs
     */
    public ModelData withCategory(String name, List<String> labels) {
        LinkedHashSet<String> levels = new LinkedHashSet<>(labels);
        levels.remove("");
        return with(name, Category.of(name, labels, List.copyOf(levels)));
    }

    /**
     * With the levels of a category in another order; the first is the reference of treatment coding. Rows of levels that
     * are not named are left out.
     *
     * @throws IllegalArgumentException if there is no such category, or a level does not occur in it
     */
    public ModelData withLevels(String name, String... levels) {
        Category category = categories.get(name);
        if (category == null) {
            throw new IllegalArgumentException("no category " + name + ", but " + categories.keySet());
        }
        for (String level : levels) {
            if (!category.levels().contains(level)) {
                throw new IllegalArgumentException(
                        "category " + name + " has no level " + level + ", but " + category.levels());
            }
        }
        Map<String, Category> changed = new LinkedHashMap<>(categories);
        changed.put(
                name, Category.of(name, category.labels(), List.copyOf(new LinkedHashSet<>(Arrays.asList(levels)))));
        return new ModelData(numbers, changed);
    }

    private ModelData with(String name, Numbers column) {
        requireNew(name, column.values().length);
        Map<String, Numbers> more = new LinkedHashMap<>(numbers);
        more.put(name, column);
        return new ModelData(more, categories);
    }

    private ModelData with(String name, Category column) {
        requireNew(name, column.codes().length);
        Map<String, Category> more = new LinkedHashMap<>(categories);
        more.put(name, column);
        return new ModelData(numbers, more);
    }

    private void requireNew(String name, int rows) {
        if (has(name)) {
            throw new IllegalArgumentException("there is a column " + name + " already");
        }
        if (!(numbers.isEmpty() && categories.isEmpty()) && rows != rows()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "column %s has %d rows, the others have %d", name, rows, rows()));
        }
    }

    /** Number of rows. */
    public int rows() {
        return numbers.isEmpty()
                ? categories.values().stream()
                        .findFirst()
                        .map(c -> c.codes().length)
                        .orElse(0)
                : numbers.values().iterator().next().values().length;
    }

    /** Names of the columns. */
    public List<String> names() {
        List<String> names = new ArrayList<>(numbers.keySet());
        names.addAll(categories.keySet());
        return names;
    }

    boolean has(String name) {
        return numbers.containsKey(name) || categories.containsKey(name);
    }

    boolean isCategory(String name) {
        return categories.containsKey(name);
    }

    Numbers numbers(String name) {
        Numbers column = numbers.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column of numbers is called " + name + "; numbers are "
                    + numbers.keySet() + ", categories " + categories.keySet());
        }
        return column;
    }

    /** A category, or numbers that serve as names, such as the number of a participant. */
    Category category(String name) {
        Category column = categories.get(name);
        if (column != null) {
            return column;
        }
        Numbers number = numbers(name);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < number.values().length; i++) {
            labels.add(number.isMissing(i) ? "" : label(number.values()[i]));
        }
        LinkedHashSet<String> levels = new LinkedHashSet<>(labels);
        levels.remove("");
        return Category.of(name, labels, List.copyOf(levels));
    }

    private static String label(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    /** Numbers and, where one is missing, why; an empty reason where it is there. */
    static final class Numbers {
        private final double[] values;
        private final String[] reasons;

        Numbers(double[] values, String[] reasons) {
            this.values = values;
            this.reasons = reasons;
        }

        double[] values() {
            return values;
        }

        String[] reasons() {
            return reasons;
        }

        boolean isMissing(int row) {
            return !reasons[row].isEmpty();
        }
    }

    /** Labels, their levels, and the level of each row; −1 where it has none. */
    static final class Category {
        private final List<String> labels;
        private final List<String> levels;
        private final int[] codes;

        Category(List<String> labels, List<String> levels, int[] codes) {
            this.labels = labels;
            this.levels = levels;
            this.codes = codes;
        }

        List<String> labels() {
            return labels;
        }

        List<String> levels() {
            return levels;
        }

        int[] codes() {
            return codes;
        }

        static Category of(String name, List<String> labels, List<String> levels) {
            Map<String, Integer> code = new LinkedHashMap<>();
            levels.forEach(level -> code.put(level, code.size()));
            int[] codes = new int[labels.size()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = code.getOrDefault(labels.get(i), -1);
            }
            return new Category(List.copyOf(labels), levels, codes);
        }
    }
}
