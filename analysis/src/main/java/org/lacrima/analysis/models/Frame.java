package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows and columns that a model uses, none missing: numbers, and categories with the levels that occur. The design of a
 * model is built from it, and so is the grid on which marginal means are predicted.
 *
 * @param rows number of rows
 * @param numbers columns of numbers
 * @param categories columns of categories
 * @param groupings columns that people or other groups are told apart by, which may hold numbers
 * @param leftOut rows of the data that are not here, by reason
 */
record Frame(
        int rows,
        Map<String, double[]> numbers,
        Map<String, Factor> categories,
        Map<String, Factor> groupings,
        Map<String, Integer> leftOut) {

    /** Levels, and the level of each row. */
    static final class Factor {
        private final List<String> levels;
        private final int[] codes;

        Factor(List<String> levels, int[] codes) {
            this.levels = levels;
            this.codes = codes;
        }

        List<String> levels() {
            return levels;
        }

        int[] codes() {
            return codes;
        }

        /** The levels that occur, in their order. */
        Factor occurring() {
            boolean[] occurs = new boolean[levels.size()];
            Arrays.stream(codes).forEach(code -> occurs[code] = true);
            int[] shifted = new int[levels.size()];
            List<String> kept = new ArrayList<>();
            for (int level = 0; level < occurs.length; level++) {
                shifted[level] = kept.size();
                if (occurs[level]) {
                    kept.add(levels.get(level));
                }
            }
            return new Factor(
                    List.copyOf(kept), Arrays.stream(codes).map(c -> shifted[c]).toArray());
        }
    }

    /**
     * The complete rows of the columns that are named.
     *
     * @param names columns
     * @param factors those among them that are categories even where they hold numbers
     * @param grouping those that are groupings, whatever else they are
     */
    static Frame of(ModelData data, Set<String> names, Set<String> factors, Set<String> grouping) {
        for (String name : names) {
            if (!data.has(name)) {
                throw new IllegalArgumentException("the data have no column " + name + ", but " + data.names());
            }
        }
        Map<String, Integer> leftOut = new TreeMap<>();
        int[] rows = complete(data, names, leftOut);
        Map<String, double[]> numbers = new LinkedHashMap<>();
        Map<String, Factor> categories = new LinkedHashMap<>();
        Map<String, Factor> groupings = new LinkedHashMap<>();
        for (String name : grouping) {
            groupings.put(name, factor(data.category(name), rows));
        }
        for (String name : names) {
            if (data.isCategory(name) || factors.contains(name)) {
                categories.put(name, factor(data.category(name), rows));
            } else {
                double[] all = data.numbers(name).values();
                numbers.put(
                        name, Arrays.stream(rows).mapToDouble(row -> all[row]).toArray());
            }
        }
        return new Frame(rows.length, numbers, categories, groupings, leftOut);
    }

    private static Factor factor(ModelData.Category all, int[] rows) {
        int[] codes = Arrays.stream(rows).map(row -> all.codes()[row]).toArray();
        return new Factor(all.levels(), codes).occurring();
    }

    private static int[] complete(ModelData data, Set<String> names, Map<String, Integer> leftOut) {
        int[] rows = new int[data.rows()];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            String reason = "";
            for (String name : names) {
                if (data.isCategory(name)) {
                    ModelData.Category column = data.category(name);
                    if (column.codes()[row] < 0) {
                        String label = column.labels().get(row);
                        reason = label.isEmpty() ? name + " is empty" : name + " is " + label;
                    }
                } else if (data.numbers(name).isMissing(row)) {
                    reason = name + ": " + data.numbers(name).reasons()[row];
                }
                if (!reason.isEmpty()) {
                    break;
                }
            }
            if (reason.isEmpty()) {
                rows[n++] = row;
            } else {
                leftOut.merge(reason, 1, Integer::sum);
            }
        }
        return Arrays.copyOf(rows, n);
    }

    boolean isFactor(String name) {
        return categories.containsKey(name);
    }

    double[] number(String name) {
        double[] column = numbers.get(name);
        if (column == null) {
            throw new IllegalArgumentException(name + " holds categories, numbers are needed");
        }
        return column;
    }

    Factor factor(String name) {
        Factor column = categories.get(name);
        if (column == null) {
            throw new IllegalArgumentException(name + " is no category of the model, but " + categories.keySet());
        }
        return column;
    }

    /** The groups that combinations of groupings make, those that occur, in the order of their levels. */
    Factor groups(List<String> names) {
        return product(names.stream().map(this::grouping).toList());
    }

    private Factor grouping(String name) {
        Factor column = groupings.get(name);
        if (column == null) {
            throw new IllegalArgumentException(name + " is no grouping of the model, but " + groupings.keySet());
        }
        return column;
    }

    /** Combinations of several categories as one, those that occur, in the order of their levels. */
    Factor crossed(List<String> names) {
        return product(names.stream().map(this::factor).toList());
    }

    private Factor product(List<Factor> factors) {
        Factor product = factors.get(0);
        for (Factor next : factors.subList(1, factors.size())) {
            List<String> levels = new ArrayList<>();
            for (String a : product.levels()) {
                for (String b : next.levels()) {
                    levels.add(a + ":" + b);
                }
            }
            int[] codes = new int[rows];
            for (int i = 0; i < rows; i++) {
                codes[i] = product.codes()[i] * next.levels().size() + next.codes()[i];
            }
            product = new Factor(levels, codes).occurring();
        }
        return product;
    }
}
