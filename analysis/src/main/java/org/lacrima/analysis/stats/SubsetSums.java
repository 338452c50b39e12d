package org.lacrima.analysis.stats;

import java.util.Arrays;

/**
 * Exact null distributions of rank sums: how probable each sum is when every subset is as probable as any other. The
 * shift algorithm of Streitberg &amp; Röhmel (1986, Statistical Software Newsletter 12:10–17), on counts held as doubles:
 * only additions of positive numbers, so that the relative error stays near the number of scores times 1e-16.
 */
final class SubsetSums {

    /** Additions up to which an exact distribution is made: a few tenths of a second. */
    static final double AFFORDABLE = 5e8;

    private SubsetSums() {}

    /** Additions that {@link #ofSize} takes. */
    static double cost(int[] scores, int size) {
        double taken = Math.min(size, scores.length - size);
        return scores.length * taken * largestSum(scores, (int) taken) / 2;
    }

    /**
     * Probabilities of the sums of subsets of a size.
     *
     * @param scores non-negative scores
     * @param size number of scores in a subset
     * @return probability by sum, from 0 to the largest sum
     */
    static double[] ofSize(int[] scores, int size) {
        int total = Arrays.stream(scores).sum();
        int taken = Math.min(size, scores.length - size);
        int largest = largestSum(scores, taken);
        double[][] ways = new double[taken + 1][largest + 1];
        ways[0][0] = 1;
        int[] ascending = scores.clone();
        Arrays.sort(ascending);
        int[] upTo = new int[ascending.length + 1];
        for (int s = 0; s < ascending.length; s++) {
            upTo[s + 1] = upTo[s] + ascending[s];
        }
        for (int s = 0; s < ascending.length; s++) {
            int score = ascending[s];
            int most = Math.min(taken, s + 1);
            int least = Math.max(1, taken - (ascending.length - 1 - s));
            for (int k = most; k >= least; k--) {
                double[] from = ways[k - 1];
                double[] to = ways[k];
                int smallest = Math.max(score, upTo[k - 1] + score);
                for (int sum = upTo[s + 1] - upTo[s + 1 - k]; sum >= smallest; sum--) {
                    to[sum] += from[sum - score];
                }
            }
        }
        double[] probability = normalised(ways[taken]);
        return taken == size ? probability : complement(probability, total);
    }

    /** Probabilities of the sums of subsets of any size: each score is in or out with probability one half. */
    static double[] ofAnySize(int[] scores) {
        int total = Arrays.stream(scores).sum();
        double[] probability = new double[total + 1];
        probability[0] = 1;
        int reached = 0;
        for (int score : scores) {
            reached += score;
            for (int sum = reached; sum >= 0; sum--) {
                double in = sum >= score ? probability[sum - score] : 0;
                probability[sum] = (probability[sum] + in) / 2;
            }
        }
        return probability;
    }

    /** Probability of sums on the side of an observed one, or at least as far from the centre. */
    static double tail(double[] probability, double observed, double centre, Alternative alternative) {
        double slack = 1e-9;
        double distance = Math.abs(observed - centre);
        double tail = 0;
        for (int sum = 0; sum < probability.length; sum++) {
            boolean counts = switch (alternative) {
                case TWO_SIDED -> Math.abs(sum - centre) >= distance - slack;
                case GREATER -> sum >= observed - slack;
                case LESS -> sum <= observed + slack;
            };
            if (counts) {
                tail += probability[sum];
            }
        }
        return Math.min(1, tail);
    }

    private static double[] normalised(double[] ways) {
        double all = 0;
        for (double w : ways) {
            all += w;
        }
        for (int i = 0; i < ways.length; i++) {
            ways[i] /= all;
        }
        return ways;
    }

    private static double[] complement(double[] probability, int total) {
        double[] other = new double[total + 1];
        for (int sum = 0; sum < probability.length; sum++) {
            other[total - sum] = probability[sum];
        }
        return other;
    }

    private static int largestSum(int[] scores, int size) {
        int[] ascending = scores.clone();
        Arrays.sort(ascending);
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += ascending[ascending.length - 1 - i];
        }
        return sum;
    }
}
