package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lacrima.analysis.models.ModelFormula.Term;

/**
 * How the terms of a formula become columns. A category is coded by its contrasts where the term without it is in the model
 * too, and else by one column for each level, as R does it; so that the columns span the same space under every coding.
 */
final class Design {

    /** The columns {@code from} (inclusive) to {@code to} (exclusive) of a term; the intercept is a term of no variables. */
    record Block(Term term, int from, int to) {}

    private final Coding coding;
    private final Map<String, List<String>> levels;
    private final List<Term> terms;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /**
     * A design for the terms.
     *
     * @param intercept whether a column of ones comes first
     * @param terms terms in order
     * @param coding coding of categories
     * @param frame data, for the levels of the categories
     */
    Design(boolean intercept, List<Term> terms, Coding coding, Frame frame) {
        this.coding = coding;
        this.terms = new ArrayList<>();
        this.levels = new LinkedHashMap<>();
        frame.categories().forEach((name, factor) -> levels.put(name, factor.levels()));
        if (intercept) {
            this.terms.add(Term.of());
        }
        this.terms.addAll(terms);
        Set<Term> present = new HashSet<>(this.terms);
        for (Term term : this.terms) {
            int from = names.size();
            names.addAll(columnNames(term, present));
            blocks.add(new Block(term, from, names.size()));
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    List<String> names() {
        return names;
    }

    int columns() {
        return names.size();
    }

    /** The columns of the design for the rows of a frame, column by column. */
    double[][] columns(Frame frame) {
        Set<Term> present = new HashSet<>(terms);
        List<double[]> all = new ArrayList<>();
        for (Term term : terms) {
            List<double[]> product = new ArrayList<>();
            double[] ones = new double[frame.rows()];
            Arrays.fill(ones, 1);
            product.add(ones);
            for (String variable : term.variables()) {
                List<double[]> next = new ArrayList<>();
                for (double[] factor : variableColumns(variable, term, present, frame)) {
                    for (double[] before : product) {
                        next.add(times(before, factor));
                    }
                }
                product = next;
            }
            all.addAll(product);
        }
        return all.toArray(new double[0][]);
    }

    private static double[] times(double[] a, double[] b) {
        double[] c = new double[a.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = a[i] * b[i];
        }
        return c;
    }

    private boolean byContrasts(String variable, Term term, Set<Term> present) {
        return present.contains(term.without(variable));
    }

    private List<double[]> variableColumns(String variable, Term term, Set<Term> present, Frame frame) {
        List<String> known = levels.get(variable);
        if (known == null) {
            return List.of(frame.number(variable));
        }
        int[] codes = frame.factor(variable).codes();
        boolean contrasts = byContrasts(variable, term, present);
        List<double[]> columns = new ArrayList<>();
        for (int c = 0; c < (contrasts ? known.size() - 1 : known.size()); c++) {
            double[] column = new double[codes.length];
            for (int i = 0; i < codes.length; i++) {
                column[i] = contrasts ? coding.at(codes[i], c, known.size()) : codes[i] == c ? 1 : 0;
            }
            columns.add(column);
        }
        return columns;
    }

    private List<String> columnNames(Term term, Set<Term> present) {
        List<String> product = List.of(term.variables().isEmpty() ? "(Intercept)" : "");
        for (String variable : term.variables()) {
            List<String> next = new ArrayList<>();
            for (String label : labels(variable, term, present)) {
                for (String before : product) {
                    next.add(before.isEmpty() ? label : before + ":" + label);
                }
            }
            product = next;
        }
        return product;
    }

    private List<String> labels(String variable, Term term, Set<Term> present) {
        List<String> known = levels.get(variable);
        if (known == null) {
            return List.of(variable);
        }
        boolean contrasts = byContrasts(variable, term, present);
        List<String> labels = new ArrayList<>();
        for (int c = 0; c < (contrasts ? known.size() - 1 : known.size()); c++) {
            labels.add(
                    contrasts
                            ? coding.label(variable, known.get(Math.min(c + 1, known.size() - 1)), c)
                            : variable + known.get(c));
        }
        return labels;
    }
}
