package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a model says, in the notation of Wilkinson and Rogers (1973, doi:10.2307/2346786) as R reads it:
 * {@code value ~ group * phase + age + (1 + time | participant)}.
 *
 * <ul>
 *   <li>{@code a + b}: both; {@code a:b}: their interaction; {@code a * b}: {@code a + b + a:b};
 *   <li>{@code 1}: the intercept, which is there unless {@code 0 +} or {@code - 1} takes it away; {@code - a:b} takes a term
 *       away; parentheses group: {@code (a + b) * c};
 *   <li>{@code (1 + time | participant)}: intercept and slope that vary between participants and are correlated;
 *       {@code (1 + time || participant)}: uncorrelated;
 *   <li>{@code (1 | lab/participant)}: participants within labs, short for {@code (1 | lab) + (1 | lab:participant)};
 *   <li>a name with other signs than letters, digits, dots and underscores stands in backticks: {@code `LF/HF`}.
 * </ul>
 *
 * <p>Terms are ordered by the number of variables in them, as in R. Immutable.
 */
public final class ModelFormula {

    private final String response;
    private final boolean intercept;
    private final List<Term> terms;
    private final List<Random> random;

    ModelFormula(String response, boolean intercept, List<Term> terms, List<Random> random) {
        this.response = response;
        this.intercept = intercept;
        this.terms = List.copyOf(terms);
        this.random = List.copyOf(random);
    }

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException naming the position of the first sign that does not belong, and what is expected
     */
    public static ModelFormula parse(String text) {
        return new FormulaParser(text).formula();
    }

    /** Name of the column that is explained. */
    public String response() {
        return response;
    }

    boolean hasIntercept() {
        return intercept;
    }

    List<Term> terms() {
        return terms;
    }

    List<Random> random() {
        return random;
    }

    /** The same with only the fixed terms that are listed. */
    ModelFormula withTerms(List<Term> kept) {
        return new ModelFormula(response, intercept, kept, random);
    }

    /** Every column that the formula names, the response first. */
    Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        names.add(response);
        terms.forEach(t -> names.addAll(t.variables()));
        random.forEach(r -> r.terms().forEach(t -> names.addAll(t.variables())));
        random.forEach(r -> names.addAll(r.grouping()));
        return names;
    }

    /** The formula, as it was understood. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (!intercept) {
            parts.add("0");
        }
        terms.forEach(t -> parts.add(t.label()));
        random.forEach(r -> parts.add(r.toString()));
        return quoted(response) + " ~ " + (parts.isEmpty() ? "1" : String.join(" + ", parts));
    }

    static String quoted(String name) {
        return name.matches("[\\p{L}_.][\\p{L}\\p{N}_.]*") ? name : "`" + name + "`";
    }

    /** Variables whose product is a term; none for the intercept. */
    record Term(Set<String> variables) {
        static Term of(String... names) {
            return new Term(new LinkedHashSet<>(List.of(names)));
        }

        Term and(Term other) {
            Set<String> both = new LinkedHashSet<>(variables);
            both.addAll(other.variables);
            return new Term(both);
        }

        Term without(String variable) {
            Set<String> rest = new LinkedHashSet<>(variables);
            rest.remove(variable);
            return new Term(rest);
        }

        boolean contains(Term other) {
            return variables.containsAll(other.variables);
        }

        String label() {
            return variables.stream().map(ModelFormula::quoted).collect(Collectors.joining(":"));
        }
    }

    /**
     * Columns that vary between the levels of a grouping.
     *
     * @param intercept whether the level itself varies
     * @param terms terms that vary
     * @param grouping variables whose combinations are the groups
     */
    record Random(boolean intercept, List<Term> terms, List<String> grouping) {
        String groupingLabel() {
            return grouping.stream().map(ModelFormula::quoted).collect(Collectors.joining(":"));
        }

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>();
            parts.add(intercept ? "1" : "0");
            terms.forEach(t -> parts.add(t.label()));
            return String.format(Locale.ROOT, "(%s | %s)", String.join(" + ", parts), groupingLabel());
        }
    }
}
