package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lacrima.analysis.models.ModelFormula.Random;
import org.lacrima.analysis.models.ModelFormula.Term;

/** Reads the text of a formula by recursive descent: sums of products of names and parentheses. */
final class FormulaParser {

    private final String text;
    private int at;

    FormulaParser(String text) {
        this.text = text;
    }

    ModelFormula formula() {
        String response = name("the name of the response");
        expect('~');
        List<Random> random = new ArrayList<>();
        Sum sum = sum(random);
        if (peek() != END) {
            throw fault("+, -, *, : or the end");
        }
        return new ModelFormula(response, sum.intercept, sum.ordered(), random);
    }

    private static final char END = '\0';

    /** Terms collected from left to right, so that {@code - 1} and {@code 0 +} act on what stands before them. */
    private static final class Sum {
        private boolean intercept = true;
        private final LinkedHashSet<Term> terms = new LinkedHashSet<>();

        List<Term> ordered() {
            return terms.stream()
                    .sorted(Comparator.comparingInt(t -> t.variables().size()))
                    .toList();
        }
    }

    /** Where a sum stands within a formula, random parts may stand beside its terms: {@code random} collects them. */
    private Sum sum(List<Random> random) {
        Sum sum = new Sum();
        boolean minus = peek() == '-';
        if (minus) {
            at++;
        }
        while (true) {
            summand(sum, minus, random);
            char sign = peek();
            if (sign != '+' && sign != '-') {
                return sum;
            }
            minus = sign == '-';
            at++;
        }
    }

    private void summand(Sum sum, boolean minus, List<Random> random) {
        char next = peek();
        if (next == '0' || next == '1') {
            int start = at;
            at++;
            if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at = start;
                throw fault("a name, 0 or 1");
            }
            sum.intercept = next == '1' ? !minus : minus;
            return;
        }
        if (next == '(' && isRandom()) {
            if (minus) {
                throw fault("a term to take away");
            }
            random.addAll(randomPart());
            return;
        }
        Set<Term> terms = product();
        if (minus) {
            sum.terms.removeAll(terms);
        } else {
            sum.terms.addAll(terms);
        }
    }

    /** {@code a * b} and {@code a:b}, the colon binding closer. */
    private Set<Term> product() {
        Set<Term> left = interaction();
        while (peek() == '*') {
            at++;
            Set<Term> right = interaction();
            Set<Term> all = new LinkedHashSet<>(left);
            all.addAll(right);
            all.addAll(crossed(left, right));
            left = all;
        }
        return left;
    }

    private Set<Term> interaction() {
        Set<Term> left = atom();
        while (peek() == ':') {
            at++;
            left = crossed(left, atom());
        }
        return left;
    }

    private static Set<Term> crossed(Set<Term> left, Set<Term> right) {
        Set<Term> all = new LinkedHashSet<>();
        left.forEach(a -> right.forEach(b -> all.add(a.and(b))));
        return all;
    }

    private Set<Term> atom() {
        if (peek() != '(') {
            return new LinkedHashSet<>(List.of(Term.of(name("a name"))));
        }
        at++;
        Set<Term> inner = new LinkedHashSet<>(product());
        while (peek() == '+') {
            at++;
            inner.addAll(product());
        }
        expect(')');
        return inner;
    }

    /** Whether the parenthesis that begins here has a bar of its own. */
    private boolean isRandom() {
        int depth = 0;
        boolean quoted = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '`';
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return false;
                }
                if (c == '|' && depth == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Random> randomPart() {
        expect('(');
        List<Random> none = new ArrayList<>();
        Sum columns = sum(none);
        if (!none.isEmpty()) {
            throw fault("no random part within another");
        }
        expect('|');
        boolean uncorrelated = peek() == '|';
        if (uncorrelated) {
            at++;
        }
        List<List<String>> groupings = groupings();
        expect(')');
        List<Random> parts = new ArrayList<>();
        for (List<String> grouping : groupings) {
            if (uncorrelated) {
                if (columns.intercept) {
                    parts.add(new Random(true, List.of(), grouping));
                }
                columns.ordered().forEach(t -> parts.add(new Random(false, List.of(t), grouping)));
            } else {
                parts.add(new Random(columns.intercept, columns.ordered(), grouping));
            }
        }
        if (!columns.intercept && columns.terms.isEmpty()) {
            throw fault("something that varies before the bar");
        }
        return parts;
    }

    /** {@code a}, {@code a:b}, or {@code a/b} for {@code a} and {@code a:b}. */
    private List<List<String>> groupings() {
        List<List<String>> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        names.add(name("the name of a grouping"));
        while (peek() == ':' || peek() == '/') {
            if (peek() == '/') {
                all.add(List.copyOf(names));
            }
            at++;
            names.add(name("the name of a grouping"));
        }
        all.add(List.copyOf(names));
        return all;
    }

    private String name(String wanted) {
        char first = peek();
        int start = at;
        if (first == '`') {
            int end = text.indexOf('`', at + 1);
            if (end <= at + 1) {
                throw fault("a name and a closing backtick");
            }
            at = end + 1;
            return text.substring(start + 1, end);
        }
        if (!(Character.isLetter(first) || first == '_' || first == '.')) {
            throw fault(wanted);
        }
        while (at < text.length() && isPartOfName(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (peek() == '(') {
            throw fault("no function: add a column to the data that holds " + name + "(…)");
        }
        return name;
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private void expect(char sign) {
        if (peek() != sign) {
            throw fault("'" + sign + "'");
        }
        at++;
    }

    private IllegalArgumentException fault(String wanted) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new IllegalArgumentException(String.format(
                Locale.ROOT, "formula, position %d: expected %s, found %s in \"%s\"", at + 1, wanted, found, text));
    }
}
