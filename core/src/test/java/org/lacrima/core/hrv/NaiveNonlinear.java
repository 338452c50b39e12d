package org.lacrima.core.hrv;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Mean degree to which templates match, each about its own mean; the same templates for both lengths. */
    static double fuzzy(double[] x, int length, int m, double exponent) {
        double sd = Math.sqrt(Moments.sumOfSquares(x, Moments.mean(x)) / (x.length - 1));
        double[] mean = new double[x.length - m];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Arrays.stream(x, i, i + length).average().orElseThrow();
        }
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            for (int j = i + 1; j < mean.length; j++) {
                double d = 0;
                for (int k = 0; k < length; k++) {
                    d = Math.max(d, Math.abs(x[i + k] - mean[i] - x[j + k] + mean[j]));
                }
                sum += Math.exp(-Math.pow(d / sd, exponent) / 0.2);
            }
        }
        return sum;
    }

    /** Phrases of Lempel and Ziv 1976: grow each until it does not occur before its own last symbol. */
    static int phrases(boolean[] symbols) {
        StringBuilder text = new StringBuilder();
        for (boolean s : symbols) {
            text.append(s ? '1' : '0');
        }
        int phrases = 0;
        for (int from = 0; from < text.length(); phrases++) {
            int to = from + 1;
            while (to <= text.length() && text.substring(0, to - 1).contains(text.substring(from, to))) {
                to++;
            }
            from = to;
        }
        return phrases;
    }

    static boolean recurs(double[] x, int i, int j, int m, double radius, boolean euclidean) {
        double squares = 0;
        for (int k = 0; k < m; k++) {
            squares += (x[i + k] - x[j + k]) * (x[i + k] - x[j + k]);
        }
        return euclidean ? squares <= radius * radius : distance(x, i, j, m) <= radius;
    }

    static long[] pairsWithin(double[] x, int[] starts, int m, double[] radii) {
        long[] within = new long[radii.length];
        for (int i = 0; i < starts.length; i++) {
            for (int j = i + 1; j < starts.length; j++) {
                for (int k = 0; k < radii.length; k++) {
                    within[k] += recurs(x, starts[i], starts[j], m, radii[k], true) ? 1 : 0;
                }
            }
        }
        return within;
    }

    /** Lengths of the diagonal lines above the main diagonal of the recurrence plot. */
    static List<Integer> lines(double[] x, int[] starts, boolean[] begins, int m, double radius, boolean euclidean) {
        List<Integer> lines = new ArrayList<>();
        for (int lag = 1; lag < starts.length; lag++) {
            int line = 0;
            for (int t = 0; t + lag < starts.length; t++) {
                boolean broken = begins[starts[t]] || begins[starts[t + lag]];
                boolean recurs = recurs(x, starts[t], starts[t + lag], m, radius, euclidean);
                if (line > 0 && (broken || !recurs)) {
                    lines.add(line);
                    line = 0;
                }
                line += recurs ? 1 : 0;
            }
            if (line > 0) {
                lines.add(line);
            }
        }
        return lines;
    }
}
