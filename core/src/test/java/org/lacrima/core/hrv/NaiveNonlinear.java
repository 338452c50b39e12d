package org.lacrima.core.hrv;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** The definitions of nonlinear metrics as they stand in the papers, in as few lines as they take. */
final class NaiveNonlinear {
    private NaiveNonlinear() {}

    /** Largest difference between two templates. */
    static double distance(double[] x, int i, int j, int length) {
        double largest = 0;
        for (int k = 0; k < length; k++) {
            largest = Math.max(largest, Math.abs(x[i + k] - x[j + k]));
        }
        return largest;
    }

    static long pairs(double[] x, List<Integer> starts, int length, double r, boolean inclusive) {
        long pairs = 0;
        for (int i = 0; i < starts.size(); i++) {
            for (int j = i + 1; j < starts.size(); j++) {
                double d = distance(x, starts.get(i), starts.get(j), length);
                pairs += inclusive ? (d <= r ? 1 : 0) : (d < r ? 1 : 0);
            }
        }
        return pairs;
    }

    static List<Integer> starts(boolean[] contiguous, int length) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i + length <= contiguous.length; i++) {
            boolean whole = true;
            for (int k = 1; k < length; k++) {
                whole &= contiguous[i + k];
            }
            if (whole) {
                starts.add(i);
            }
        }
        return starts;
    }

    /** Φ of approximate entropy. */
    static double phi(double[] x, int m, double r) {
        int templates = x.length - m + 1;
        double sum = 0;
        for (int i = 0; i < templates; i++) {
            int matches = 0;
            for (int j = 0; j < templates; j++) {
                matches += distance(x, i, j, m) <= r ? 1 : 0;
            }
            sum += Math.log((double) matches / templates);
        }
        return sum / templates;
    }

    /** Root mean square distance of the profile from a line fitted to each consecutive window. */
    static double fluctuation(double[] x, int scale, int step, boolean endExcluded) {
        double mean = Moments.mean(x);
        double[] profile = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] - mean;
            profile[i] = sum;
        }
        double squares = 0;
        int points = 0;
        for (int from = 0; endExcluded ? from < x.length - scale : from <= x.length - scale; from += step) {
            SimpleRegression line = new SimpleRegression();
            for (int k = 0; k < scale; k++) {
                line.addData(k, profile[from + k]);
            }
            squares += line.getSumSquaredErrors();
            points += scale;
        }
        return Math.sqrt(squares / points);
    }
}
