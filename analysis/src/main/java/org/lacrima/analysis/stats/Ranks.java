package org.lacrima.analysis.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Midranks of values, the first of them 1: equal values share the mean of the ranks they take together. */
final class Ranks {

    private final double[] ranks;
    private final double tieTerm;

    private Ranks(double[] ranks, double tieTerm) {
        this.ranks = ranks;
        this.tieTerm = tieTerm;
    }

    static Ranks of(double[] values) {
        int n = values.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[n];
        double tieTerm = 0;
        int from = 0;
        while (from < n) {
            int to = from + 1;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            double tied = to - from;
            tieTerm += tied * tied * tied - tied;
            from = to;
        }
        return new Ranks(ranks, tieTerm);
    }

    /** Midranks of two samples together, the first sample's in front. */
    static Ranks of(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return of(all);
    }

    int size() {
        return ranks.length;
    }

    double at(int i) {
        return ranks[i];
    }

    double[] toArray() {
        return ranks.clone();
    }

    /** {@code Σ(t³ − t)} over groups of {@code t} equal values; 0 without ties. */
    double tieTerm() {
        return tieTerm;
    }

    boolean areTied() {
        return tieTerm > 0;
    }

    double sum(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += ranks[i];
        }
        return sum;
    }

    double mean(int from, int to) {
        return sum(from, to) / (to - from);
    }
}
