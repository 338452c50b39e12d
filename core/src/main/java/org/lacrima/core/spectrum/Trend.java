package org.lacrima.core.spectrum;

import java.util.Arrays;

/** Least-squares polynomials over evenly spaced samples, by discrete orthogonal (Gram) polynomials. */
final class Trend {
    private Trend() {}

    /** Takes the polynomial of an order off {@code samples[from, to)}, in place. */
    static void removePolynomial(double[] samples, int from, int to, int order) {
        if (order == 0) {
            removeMean(samples, from, to);
        } else if (order == 1) {
            removeLine(samples, from, to);
        } else {
            removeGram(samples, from, to, Math.min(order, to - from - 1));
        }
    }

    static void removeMean(double[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i];
        }
        double mean = sum / (to - from);
        for (int i = from; i < to; i++) {
            samples[i] -= mean;
        }
    }

    static void removeLine(double[] samples, int from, int to) {
        removeMean(samples, from, to);
        int n = to - from;
        double centre = (n - 1) / 2.0;
        double moment = 0;
        for (int i = from; i < to; i++) {
            moment += (i - from - centre) * samples[i];
        }
        double slope = n < 2 ? 0 : moment * 12 / ((double) n * ((double) n * n - 1));
        for (int i = from; i < to; i++) {
            samples[i] -= slope * (i - from - centre);
        }
    }

    private static void removeGram(double[] samples, int from, int to, int order) {
        int n = to - from;
        double scale = Math.max(1, (n - 1) / 2.0);
        double[] before = new double[n];
        double[] current = new double[n];
        Arrays.fill(current, 1);
        double normBefore = 1;
        for (int degree = 0; degree <= order; degree++) {
            double norm = 0;
            double projection = 0;
            for (int i = 0; i < n; i++) {
                norm += current[i] * current[i];
                projection += current[i] * samples[from + i];
            }
            double coefficient = projection / norm;
            double carry = degree == 0 ? 0 : norm / normBefore;
            for (int i = 0; i < n; i++) {
                samples[from + i] -= coefficient * current[i];
                double u = (i - (n - 1) / 2.0) / scale;
                double next = u * current[i] - carry * before[i];
                before[i] = current[i];
                current[i] = next;
            }
            normBefore = norm;
        }
    }
}
