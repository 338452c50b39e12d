package org.lacrima.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is known of each person beside the outcome: numbers and factors, one value per person and in one order. A factor
 * becomes one column of 0 and 1 for each level but its reference. Immutable.
 */
public final class Covariates {

    private final List<Term> terms;
    private final int persons;

    private Covariates(List<Term> terms, int persons) {
        this.terms = terms;
        this.persons = persons;
    }

    /** No covariates yet, of so many persons. */
    public static Covariates of(int persons) {
        return new Covariates(List.of(), persons);
    }

    /**
     * With a number per person.
     *
     * @throws IllegalArgumentException if there is not one finite value per person
     */
    public Covariates withNumber(String name, double... values) {
        requireLength(name, values.length);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%s of person %d must be finite, got %s", name, i, values[i]));
            }
        }
        return with(new Term(name, List.of(new Coefficient(name, values.clone()))));
    }

    /**
     * With a factor.
     *
     * @param values one level per person
     * @param reference level that the others are compared with; the other levels follow in the order of their first
     *     appearance
     * @throws IllegalArgumentException if there is not one level per person or nobody has the reference
     */
    public Covariates withFactor(String name, List<String> values, String reference) {
        requireLength(name, values.size());
        if (!values.contains(reference)) {
            throw new IllegalArgumentException("nobody has the level " + reference + " of " + name + ", the levels are "
                    + values.stream().distinct().toList());
        }
        List<Coefficient> columns = new ArrayList<>();
        for (String level : values.stream().distinct().toList()) {
            if (!level.equals(reference)) {
                double[] column = values.stream()
                        .mapToDouble(v -> v.equals(level) ? 1 : 0)
                        .toArray();
                columns.add(new Coefficient(name + " " + level, column));
            }
        }
        return with(new Term(name, columns));
    }

    private Covariates with(Term term) {
        if (terms.stream().anyMatch(t -> t.name().equals(term.name()))) {
            throw new IllegalArgumentException("there is a covariate " + term.name() + " already");
        }
        List<Term> more = new ArrayList<>(terms);
        more.add(term);
        return new Covariates(List.copyOf(more), persons);
    }

    private void requireLength(String name, int length) {
        if (length != persons) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s has %d values for %d persons", name, length, persons));
        }
    }

    /** Number of persons. */
    public int persons() {
        return persons;
    }

    /** The terms in their order. */
    public List<Term> terms() {
        return terms;
    }

    /** The coefficients of all terms, in order. */
    public List<Coefficient> coefficients() {
        return terms.stream().flatMap(t -> t.coefficients().stream()).toList();
    }

    /** For each term, the positions of its coefficients. */
    public List<int[]> positions() {
        List<int[]> positions = new ArrayList<>();
        int from = 0;
        for (Term term : terms) {
            int to = from + term.coefficients().size();
            positions.add(IntStream.range(from, to).toArray());
            from = to;
        }
        return positions;
    }

    /**
     * Why the columns do not determine their coefficients: the first that is constant or a combination of those before it;
     * empty where they do.
     */
    public Optional<String> lack() {
        List<double[]> orthogonal = new ArrayList<>();
        for (Coefficient coefficient : coefficients()) {
            double[] rest = centred(coefficient.values());
            double before = squares(rest);
            if (!(before > 0)) {
                return Optional.of(coefficient.name() + " is constant");
            }
            for (int round = 0; round < 2; round++) {
                for (double[] other : orthogonal) {
                    subtractProjection(rest, other);
                }
            }
            if (squares(rest) < 1e-14 * before) {
                return Optional.of(coefficient.name() + " is a combination of the covariates before it");
            }
            orthogonal.add(rest);
        }
        return Optional.empty();
    }

    private static double[] centred(double[] values) {
        double mean = Sample.mean(values);
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(v -> v * v).sum();
    }

    private static void subtractProjection(double[] values, double[] other) {
        double product = 0;
        for (int i = 0; i < values.length; i++) {
            product += values[i] * other[i];
        }
        double share = product / squares(other);
        for (int i = 0; i < values.length; i++) {
            values[i] -= share * other[i];
        }
    }

    /**
     * A covariate.
     *
     * @param name its name
     * @param coefficients its columns: one of a number, one per level but the reference of a factor
     */
    public record Term(String name, List<Coefficient> coefficients) {
        /** Copies the columns. */
        public Term {
            coefficients = List.copyOf(coefficients);
        }
    }

    /** A column of the model, with its name. */
    public static final class Coefficient {
        private final String name;
        private final double[] values;

        private Coefficient(String name, double[] values) {
            this.name = name;
            this.values = values;
        }

        /** Name of the covariate, with the level of a factor. */
        public String name() {
            return name;
        }

        /** A copy of the values, one per person. */
        public double[] values() {
            return values.clone();
        }
    }
}
