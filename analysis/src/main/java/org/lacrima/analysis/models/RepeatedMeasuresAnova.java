package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.statistics.distribution.FDistribution;
import org.lacrima.analysis.models.Frame.Factor;
import org.lacrima.analysis.models.ModelFormula.Term;
import org.lacrima.analysis.stats.Inference;

/**
 * Analysis of variance of people measured several times: any number of factors within people (phases, occasions) and
 * between them (groups, which may differ in size), with their interactions.
 *
 * <pre>{@code
 * RepeatedMeasuresAnova.of("lnrsa", "id").within("phase").between("group").test(data).orThrow()
 *         .forEach(test -> System.out.println(test.apa()));
 * }</pre>
 *
 * <p>Each effect within people is a set of orthonormal contrasts of a person's cells, regressed on the factors between
 * people, coded to sum to zero; F compares the contrasts' sum of squares with that of their residuals. Several values of a
 * person in one cell are averaged. A person who lacks a cell is left out: where that is more than a few, a
 * {@link MixedModel} uses everybody.
 *
 * <p>Not estimable where there are no more complete people than groups, a factor has one level, or there is no spread
 * within people. Immutable. Agrees with R's car and afex.
 */
public final class RepeatedMeasuresAnova {

    private final String response;
    private final String person;
    private final List<String> within;
    private final List<String> between;
    private final SumsOfSquares type;

    private RepeatedMeasuresAnova(
            String response, String person, List<String> within, List<String> between, SumsOfSquares type) {
        this.response = response;
        this.person = person;
        this.within = within;
        this.between = between;
        this.type = type;
    }

    /** An analysis of a column of numbers, repeated within a column of people; sums of squares of type III. */
    public static RepeatedMeasuresAnova of(String response, String person) {
        return new RepeatedMeasuresAnova(response, person, List.of(), List.of(), SumsOfSquares.TYPE_III);
    }

    /** With these factors within people. */
    public RepeatedMeasuresAnova within(String... factors) {
        return new RepeatedMeasuresAnova(response, person, List.of(factors), between, type);
    }

    /** With these factors between people, all their interactions included. */
    public RepeatedMeasuresAnova between(String... factors) {
        return new RepeatedMeasuresAnova(response, person, within, List.of(factors), type);
    }

    /** With sums of squares of another type. */
    public RepeatedMeasuresAnova withType(SumsOfSquares newType) {
        return new RepeatedMeasuresAnova(response, person, within, between, newType);
    }

    /**
     * Tests every effect: those between people, then each effect within people and its interactions with those between.
     *
     * @throws IllegalArgumentException if there is no factor within, the data lack a column, or a person has two levels of a
     *     factor between
     */
    public Inference<List<RepeatedMeasuresTest>> test(ModelData data) {
        if (within.isEmpty()) {
            throw new IllegalArgumentException("no factor within people: use LinearModel");
        }
        Set<String> factors = new LinkedHashSet<>(within);
        factors.addAll(between);
        factors.add(person);
        Set<String> names = new LinkedHashSet<>(factors);
        names.add(response);
        Frame frame = Frame.of(data, names, factors, Set.of());
        for (String factor : factors) {
            if (frame.rows() == 0 || frame.factor(factor).levels().size() < 2) {
                return Inference.notEstimable(factor
                        + (frame.rows() == 0 ? " has no complete row" : " has one level only")
                        + (frame.leftOut().isEmpty() ? "" : "; left out: " + frame.leftOut()));
            }
        }
        Cells cells = Cells.of(frame, response, person, within, between);
        if (cells.values.length < 2) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "%d of %d people have a value in each of the %d cells of %s: a mixed model uses everybody",
                    cells.values.length,
                    frame.factor(person).levels().size(),
                    cells.count,
                    within));
        }
        return test(cells, frame);
    }

    private Inference<List<RepeatedMeasuresTest>> test(Cells cells, Frame frame) {
        List<Term> betweenTerms = subsets(between).stream().skip(1).toList();
        for (String factor : between) {
            if (cells.people.factor(factor).levels().size() < 2) {
                return Inference.notEstimable("complete people have one level of " + factor + " only");
            }
        }
        Design design = new Design(true, betweenTerms, Coding.SUM, cells.people);
        double[][] columns = design.columns(cells.people);
        OrthonormalBasis basis = new OrthonormalBasis();
        for (int j = 0; j < columns.length; j++) {
            if (!basis.add(columns[j])) {
                return Inference.notEstimable("no complete person is in one of the cells of " + between);
            }
        }
        int errorDf = cells.values.length - basis.size();
        if (errorDf < 1) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "%d complete people in %d groups leave nothing to estimate an error from",
                    cells.values.length,
                    basis.size()));
        }
        Hypotheses hypotheses = new Hypotheses(design, columns);
        List<Effect> effects = new ArrayList<>();
        double allErrors = 0;
        for (Term inside : subsets(within)) {
            double[][] scores = cells.scores(contrasts(inside, frame));
            double[][] error = products(Arrays.stream(scores).map(basis::rest).toArray(double[][]::new));
            double errorSquares = trace(error);
            double spread = Arrays.stream(scores)
                    .mapToDouble(z -> OrthonormalBasis.dot(z, z))
                    .sum();
            if (!(errorSquares > 1e-24 * spread) || errorSquares <= 0) {
                return Inference.notEstimable(
                        inside.variables().isEmpty()
                                ? "people of a group do not differ on average: no spread to compare groups with"
                                : "people do not differ in " + inside.label() + ": no spread to compare it with");
            }
            allErrors += errorSquares;
            for (Design.Block block : design.blocks()) {
                Term term = block.term().and(inside);
                if (!term.variables().isEmpty()) {
                    double squares = Arrays.stream(scores)
                            .mapToDouble(z -> hypotheses.squares(block, type, z))
                            .sum();
                    effects.add(new Effect(
                            term, squares, (block.to() - block.from()) * scores.length, error, errorSquares));
                }
            }
        }
        List<RepeatedMeasuresTest> tests = new ArrayList<>();
        for (Effect effect : effects) {
            tests.add(effect.test(errorDf, allErrors, cells));
        }
        return Inference.of(List.copyOf(tests));
    }

    /** An effect before all errors are known. */
    private static final class Effect {
        private final Term term;
        private final double squares;
        private final int df;
        private final double[][] error;
        private final double errorSquares;

        Effect(Term term, double squares, int df, double[][] error, double errorSquares) {
            this.term = term;
            this.squares = squares;
            this.df = df;
            this.error = error;
            this.errorSquares = errorSquares;
        }

        RepeatedMeasuresTest test(int errorDf, double allErrors, Cells cells) {
            double df2 = (double) errorDf * error.length;
            double f = squares / df / (errorSquares / df2);
            return new RepeatedMeasuresTest(
                    term.label(),
                    f,
                    df,
                    df2,
                    FDistribution.of(df, df2).survivalProbability(f),
                    squares,
                    errorSquares,
                    squares / (squares + errorSquares),
                    squares / (squares + allErrors),
                    error.length > 1
                            ? Inference.of(Sphericity.of(error, cells.count, errorDf, f, df, df2))
                            : Inference.notEstimable("one contrast is spherical by itself"),
                    cells.values.length);
        }
    }

    /** All subsets of some factors as terms, the empty one first, then by size. */
    private static List<Term> subsets(List<String> factors) {
        List<Term> all = new ArrayList<>(List.of(Term.of()));
        for (String factor : factors) {
            List<Term> with = new ArrayList<>();
            all.forEach(term -> with.add(term.and(Term.of(factor))));
            all.addAll(with);
        }
        all.sort(Comparator.comparingInt(t -> t.variables().size()));
        return all;
    }

    /** Orthonormal contrasts of the cells for an effect: the factors in it by their differences, the others by their mean. */
    private double[][] contrasts(Term inside, Frame frame) {
        double[][] product = {{1}};
        for (String factor : within) {
            int k = frame.factor(factor).levels().size();
            double[][] own = inside.variables().contains(factor) ? differences(k) : mean(k);
            double[][] next = new double[product.length * own.length][];
            for (int a = 0; a < product.length; a++) {
                for (int b = 0; b < own.length; b++) {
                    next[a * own.length + b] = crossed(product[a], own[b]);
                }
            }
            product = next;
        }
        return product;
    }

    private static double[] crossed(double[] a, double[] b) {
        double[] c = new double[a.length * b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                c[i * b.length + j] = a[i] * b[j];
            }
        }
        return c;
    }

    private static double[][] mean(int k) {
        double[] mean = new double[k];
        Arrays.fill(mean, 1 / Math.sqrt(k));
        return new double[][] {mean};
    }

    private static double[][] differences(int k) {
        double[][] rows = new double[k - 1][k];
        for (int c = 0; c < k - 1; c++) {
            double length = Math.sqrt((c + 1.0) * (c + 2.0));
            for (int level = 0; level < k; level++) {
                rows[c][level] = Coding.HELMERT.at(level, c, k) / length;
            }
        }
        return rows;
    }

    private static double[][] products(double[][] columns) {
        double[][] s = new double[columns.length][columns.length];
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                s[i][j] = OrthonormalBasis.dot(columns[i], columns[j]);
            }
        }
        return s;
    }

    private static double trace(double[][] s) {
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            sum += s[i][i];
        }
        return sum;
    }

    /** Complete people: a row of cell means for each, and their groups. */
    private static final class Cells {
        private final double[][] values;
        private final int count;
        private final Frame people;

        private Cells(double[][] values, int count, Frame people) {
            this.values = values;
            this.count = count;
            this.people = people;
        }

        static Cells of(Frame frame, String response, String person, List<String> within, List<String> between) {
            int count = 1;
            int[] cell = new int[frame.rows()];
            for (String factor : within) {
                Factor levels = frame.factor(factor);
                count *= levels.levels().size();
                for (int i = 0; i < cell.length; i++) {
                    cell[i] = cell[i] * levels.levels().size() + levels.codes()[i];
                }
            }
            Factor ids = frame.factor(person);
            double[] y = frame.number(response);
            double[][] sums = new double[ids.levels().size()][count];
            int[][] counts = new int[ids.levels().size()][count];
            int[] firstRow = new int[ids.levels().size()];
            Arrays.fill(firstRow, -1);
            for (int i = 0; i < cell.length; i++) {
                int who = ids.codes()[i];
                sums[who][cell[i]] += y[i];
                counts[who][cell[i]]++;
                firstRow[who] = firstRow[who] < 0 ? i : firstRow[who];
                requireOneGroup(frame, between, ids.levels().get(who), firstRow[who], i);
            }
            List<Integer> complete = new ArrayList<>();
            for (int who = 0; who < sums.length; who++) {
                if (Arrays.stream(counts[who]).allMatch(c -> c > 0)) {
                    complete.add(who);
                }
            }
            double[][] values = new double[complete.size()][count];
            int[] rows = new int[complete.size()];
            for (int i = 0; i < rows.length; i++) {
                int who = complete.get(i);
                rows[i] = firstRow[who];
                for (int c = 0; c < count; c++) {
                    values[i][c] = sums[who][c] / counts[who][c];
                }
            }
            Map<String, Factor> groups = new LinkedHashMap<>();
            for (String factor : between) {
                Factor all = frame.factor(factor);
                groups.put(
                        factor,
                        new Factor(
                                        all.levels(),
                                        Arrays.stream(rows)
                                                .map(r -> all.codes()[r])
                                                .toArray())
                                .occurring());
            }
            return new Cells(values, count, new Frame(values.length, Map.of(), groups, Map.of(), Map.of()));
        }

        private static void requireOneGroup(Frame frame, List<String> between, String who, int first, int row) {
            for (String factor : between) {
                Factor levels = frame.factor(factor);
                if (levels.codes()[first] != levels.codes()[row]) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "%s is no factor between people: %s has %s and %s",
                            factor,
                            who,
                            levels.levels().get(levels.codes()[first]),
                            levels.levels().get(levels.codes()[row])));
                }
            }
        }

        /** The scores of all people on each contrast. */
        double[][] scores(double[][] contrasts) {
            double[][] scores = new double[contrasts.length][values.length];
            for (int c = 0; c < contrasts.length; c++) {
                for (int i = 0; i < values.length; i++) {
                    scores[c][i] = OrthonormalBasis.dot(contrasts[c], values[i]);
                }
            }
            return scores;
        }
    }
}
