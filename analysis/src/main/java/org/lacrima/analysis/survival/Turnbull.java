package org.lacrima.analysis.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.analysis.stats.SymmetricSystem;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.CensoredTime;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * Turnbull's estimate of the course of an event that is only known to lie between two looks: the distribution over the
 * innermost intervals that maximises the likelihood {@code ∏Σⱼ aᵢⱼpⱼ}, {@code aᵢⱼ} telling whether person i's event may lie in
 * interval j. How the mass lies within an interval cannot be told. With exact and right-censored times only, it is the
 * Kaplan–Meier curve.
 *
 * <p>By expectation–maximisation with Newton's steps on the support, until the Kuhn–Tucker conditions hold to
 * {@code 1e-9}. A competing event counts as censored when it happens. Source: Turnbull 1976,
 * doi:10.1111/j.2517-6161.1976.tb01597.x. Immutable.
 *
 * @param masses the innermost intervals with their probability, in order
 * @param n persons
 * @param logLikelihood log-likelihood at the maximum
 */
public record Turnbull(List<Mass> masses, int n, double logLikelihood) implements StatisticalResult {

    private static final int MOST_ROUNDS = 2000;
    private static final double GAP = 1e-9;

    /** Copies the masses. */
    public Turnbull {
        masses = List.copyOf(masses);
    }

    /**
     * Probability of an interval.
     *
     * @param lowerSeconds the event is after this, or at it where both ends are equal
     * @param upperSeconds the event is not after this; infinite for those who were never seen to have it
     * @param probability probability of the interval
     */
    public record Mass(double lowerSeconds, double upperSeconds, double probability) {}

    private enum End {
        AT_START,
        STOP,
        AFTER_START
    }

    private record Bound(double seconds, End end) {}

    /** The estimate of some persons' times; not estimable without persons. */
    public static Inference<Turnbull> of(List<CensoredTime> persons) {
        if (persons.isEmpty()) {
            return Inference.notEstimable("nobody is at risk, an estimate needs persons");
        }
        List<Mass> innermost = innermost(persons);
        int m = innermost.size();
        int[][] possible = new int[persons.size()][];
        for (int i = 0; i < possible.length; i++) {
            CensoredTime person = persons.get(i);
            possible[i] = IntStream.range(0, m)
                    .filter(j -> isPossible(person, innermost.get(j)))
                    .toArray();
        }
        double[] probability = maximise(possible, m);
        List<Mass> masses = new ArrayList<>();
        for (int j = 0; j < m; j++) {
            if (probability[j] > 0) {
                Mass mass = innermost.get(j);
                masses.add(new Mass(mass.lowerSeconds(), mass.upperSeconds(), probability[j]));
            }
        }
        return Inference.of(new Turnbull(masses, persons.size(), logLikelihood(possible, probability)));
    }

    /** Where the event of a person may lie. */
    private static Bound start(CensoredTime time) {
        return new Bound(
                time.lowerSeconds(), time.status() == CensoredTime.Status.EVENT ? End.AT_START : End.AFTER_START);
    }

    private static Bound stop(CensoredTime time) {
        return new Bound(
                time.status() == CensoredTime.Status.COMPETING ? Double.POSITIVE_INFINITY : time.upperSeconds(),
                End.STOP);
    }

    private static List<Mass> innermost(List<CensoredTime> persons) {
        List<Bound> bounds = new ArrayList<>();
        for (CensoredTime person : persons) {
            bounds.add(start(person));
            bounds.add(stop(person));
        }
        bounds.sort(Comparator.comparingDouble(Bound::seconds).thenComparing(Bound::end));
        List<Mass> masses = new ArrayList<>();
        for (int i = 1; i < bounds.size(); i++) {
            if (bounds.get(i).end() == End.STOP && bounds.get(i - 1).end() != End.STOP) {
                masses.add(new Mass(bounds.get(i - 1).seconds(), bounds.get(i).seconds(), 0));
            }
        }
        return masses;
    }

    private static boolean isPossible(CensoredTime person, Mass mass) {
        return person.lowerSeconds() <= mass.lowerSeconds()
                && stop(person).seconds() >= mass.upperSeconds()
                && (person.status() == CensoredTime.Status.EVENT || mass.upperSeconds() > person.lowerSeconds());
    }

    private static double[] maximise(int[][] possible, int m) {
        double[] p = new double[m];
        Arrays.fill(p, 1.0 / m);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (int step = 0; step < 10; step++) {
                expectationMaximisation(possible, p);
            }
            newton(possible, p);
            if (gap(possible, p) <= GAP) {
                dropEmpty(possible, p);
                newton(possible, p);
                break;
            }
        }
        return p;
    }

    /** At the maximum an interval whose gradient is below n has no mass; the steps only come near to none. */
    private static void dropEmpty(int[][] possible, double[] p) {
        double[] gradient = gradient(possible, p);
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            p[j] = p[j] < 1e-6 && gradient[j] < possible.length * (1 - 1e-7) ? 0 : p[j];
            sum += p[j];
        }
        for (int j = 0; j < p.length; j++) {
            p[j] /= sum;
        }
    }

    private static double[] gradient(int[][] possible, double[] p) {
        double[] gradient = new double[p.length];
        for (int[] person : possible) {
            double likelihood = likelihood(person, p);
            for (int j : person) {
                gradient[j] += 1 / likelihood;
            }
        }
        return gradient;
    }

    private static double likelihood(int[] person, double[] p) {
        double sum = 0;
        for (int j : person) {
            sum += p[j];
        }
        return sum;
    }

    private static double logLikelihood(int[][] possible, double[] p) {
        return Arrays.stream(possible)
                .mapToDouble(person -> Math.log(likelihood(person, p)))
                .sum();
    }

    private static void expectationMaximisation(int[][] possible, double[] p) {
        double[] gradient = gradient(possible, p);
        for (int j = 0; j < p.length; j++) {
            p[j] *= gradient[j] / possible.length;
        }
    }

    /** How far the Kuhn–Tucker conditions are from holding, as a share of n. */
    private static double gap(int[][] possible, double[] p) {
        double n = possible.length;
        double gap = 0;
        double[] gradient = gradient(possible, p);
        for (int j = 0; j < p.length; j++) {
            gap = Math.max(gap, gradient[j] / n - 1);
            gap = Math.max(gap, p[j] * Math.abs(gradient[j] / n - 1));
        }
        return gap;
    }

    /**
     * One step towards the maximum on the intervals that still have mass, by the Hessian of
     * {@code log-likelihood − n·Σpⱼ}, whose maximum is the same; shortened until no mass is lost and the likelihood does not
     * fall.
     */
    private static void newton(int[][] possible, double[] p) {
        int[] support = IntStream.range(0, p.length).filter(j -> p[j] > 1e-7).toArray();
        int[] position = new int[p.length];
        Arrays.fill(position, -1);
        for (int s = 0; s < support.length; s++) {
            position[support[s]] = s;
        }
        double[][] hessian = new double[support.length][support.length];
        for (int[] person : possible) {
            double likelihood = likelihood(person, p);
            for (int j : person) {
                for (int k : person) {
                    if (position[j] >= 0 && position[k] >= 0) {
                        hessian[position[j]][position[k]] += 1 / (likelihood * likelihood);
                    }
                }
            }
        }
        double[] gradient = gradient(possible, p);
        double[] score = Arrays.stream(support)
                .mapToDouble(j -> gradient[j] - possible.length)
                .toArray();
        SymmetricSystem.inverse(hessian).ifPresent(inverse -> {
            double[] move = SymmetricSystem.times(inverse, score);
            double before = logLikelihood(possible, p);
            for (double factor = 1; factor > 1e-4; factor /= 2) {
                double[] next = p.clone();
                double sum = 0;
                boolean isInside = true;
                for (int s = 0; s < support.length; s++) {
                    next[support[s]] += factor * move[s];
                    isInside &= next[support[s]] > 0;
                }
                for (double mass : next) {
                    sum += mass;
                }
                for (int j = 0; j < next.length; j++) {
                    next[j] /= sum;
                }
                if (isInside && logLikelihood(possible, next) >= before) {
                    System.arraycopy(next, 0, p, 0, p.length);
                    return;
                }
            }
        });
    }

    /** Lowest share that may still be without the event after a time, in s. */
    public double lowestAt(double seconds) {
        return masses.stream()
                .filter(m -> m.lowerSeconds() >= seconds && m.upperSeconds() > seconds)
                .mapToDouble(Mass::probability)
                .sum();
    }

    /** Highest share that may still be without the event after a time, in s. */
    public double highestAt(double seconds) {
        return masses.stream()
                .filter(m -> m.upperSeconds() > seconds)
                .mapToDouble(Mass::probability)
                .sum();
    }

    @Override
    public String apa() {
        double never = masses.stream()
                .filter(mass -> Double.isInfinite(mass.upperSeconds()))
                .mapToDouble(Mass::probability)
                .sum();
        return String.format(
                Locale.ROOT,
                "Turnbull's estimate of %d persons, share not seen to have the event = %s, log-likelihood = %s",
                n,
                Apa.share(never),
                Apa.number(logLikelihood));
    }

    @Override
    public ResultTable toTable(String tableName) {
        ResultTable.Builder table = ResultTable.named(tableName, apa())
                .columns(
                        Column.number("after", Unit.S, "the event is after this time"),
                        Column.number("until", Unit.S, "the event is not after this time"),
                        Column.number("probability", Unit.ONE, "probability of the interval"));
        for (Mass mass : masses) {
            table.row(List.of(
                    Cell.of(mass.lowerSeconds()),
                    Double.isInfinite(mass.upperSeconds())
                            ? Cell.missing("not seen to have the event")
                            : Cell.of(mass.upperSeconds()),
                    Cell.of(mass.probability())));
        }
        return table.build();
    }
}
