package org.lacrima.core.hrv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Formulas of packages that the library has otherwise, as plainly as they can be written. */
final class PeerFormulas {
    private PeerFormulas() {}

    /** Standard deviation over n − ddof. */
    static double sd(double[] x, int ddof) {
        double mean = mean(x);
        return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - ddof));
    }

    static double mean(double[] x) {
        return Arrays.stream(x).average().orElse(Double.NaN);
    }

    static double median(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    static double[] differences(double[] x) {
        double[] d = new double[Math.max(0, x.length - 1)];
        for (int i = 0; i < d.length; i++) {
            d[i] = x[i + 1] - x[i];
        }
        return d;
    }

    /** Slope of the least-squares line of y over x. */
    static double slope(double[] x, double[] y) {
        double mx = mean(x);
        double my = mean(y);
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
        }
        return xy / xx;
    }

    /** Distances of all pairs of points of m successive values, in ascending order. */
    static double[] distances(double[] x, int m) {
        int points = x.length - m + 1;
        double[] distances = new double[points * (points - 1) / 2];
        int next = 0;
        for (int i = 0; i < points; i++) {
            for (int j = i + 1; j < points; j++) {
                double squares = 0;
                for (int k = 0; k < m; k++) {
                    squares += (x[i + k] - x[j + k]) * (x[i + k] - x[j + k]);
                }
                distances[next++] = Math.sqrt(squares);
            }
        }
        Arrays.sort(distances);
        return distances;
    }

    /** How many of the ascending values lie below a bound. */
    static int below(double[] ascending, double bound) {
        int at = Arrays.binarySearch(ascending, bound);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && ascending[at - 1] == bound) {
            at--;
        }
        return at;
    }

    /** Pairs of points of m successive values of which the first is one of some points and none differs by more than r. */
    static long pairs(double[] x, int m, int points, IntPredicate first, double r) {
        long pairs = 0;
        for (int i = 0; i < points; i++) {
            for (int j = 0; first.test(i) && j < points; j++) {
                boolean near = i != j;
                for (int k = 0; near && k < m; k++) {
                    near = Math.abs(x[i + k] - x[j + k]) <= r;
                }
                pairs += near ? 1 : 0;
            }
        }
        return pairs;
    }

    /** Sample entropy of 2 intervals within 0.2·SD (n), n − 2 templates of 2 against n − 1, n − 2 of 3 among themselves. */
    static double unevenSampleEntropy(double[] x) {
        double r = 0.2 * sd(x, 0);
        int n = x.length;
        long b = pairs(x, 2, n - 1, i -> i < n - 2, r);
        long a = pairs(x, 3, n - 2, i -> true, r);
        return -Math.log((double) a / b);
    }

    /** Triangular index, and TINN by least squares, of bins of 1/128 s from the shortest interval on. */
    static double[] triangleFromShortest(double[] x) {
        double width = 1000.0 / 128;
        double least = Arrays.stream(x).min().orElseThrow();
        double most = Arrays.stream(x).max().orElseThrow();
        int edges = (int) Math.ceil((most + width - least) / width);
        double[] edge = new double[edges];
        for (int i = 0; i < edges; i++) {
            edge[i] = least + i * width;
        }
        int[] counts = new int[edges - 1];
        for (double v : x) {
            int bin = (int) ((v - least) / width);
            while (bin > 0 && v < edge[bin]) {
                bin--;
            }
            while (bin + 1 < edges && v >= edge[bin + 1]) {
                bin++;
            }
            if (bin < counts.length || v == edge[edges - 1]) {
                counts[Math.min(bin, counts.length - 1)]++;
            }
        }
        int peak = 0;
        for (int i = 1; i < counts.length; i++) {
            peak = counts[i] > counts[peak] ? i : peak;
        }
        double best = Double.POSITIVE_INFINITY;
        double tinn = 0;
        for (int n = 0; n < peak; n++) {
            for (int m = peak + 1; m < edges; m++) {
                double error = 0;
                for (int i = 0; i < counts.length; i++) {
                    double side = i <= peak ? (double) (i - n) / (peak - n) : (double) (m - i) / (m - peak);
                    error += Math.pow(counts[i] - counts[peak] * Math.max(0, side), 2);
                }
                if (error < best) {
                    best = error;
                    tinn = edge[m] - edge[n];
                }
            }
        }
        return new double[] {(double) x.length / counts[peak], tinn};
    }

    /** Recurrence rate, longest and mean line, determinism and entropy of lines as systole counts them. */
    static double[] systoleRecurrence(double[] x) {
        int m = 10;
        int points = x.length - m + 1;
        double radius = Math.sqrt(m) * sd(x, 0);
        long recurrences = points;
        long longest = 0;
        double sum = 0;
        Map<Integer, Integer> lines = new TreeMap<>();
        for (int lag = 1; lag < points; lag++) {
            int length = 0;
            for (int i = 0; i <= points - lag; i++) {
                boolean near = i < points - lag && distance(x, i, i + lag, m) <= radius;
                recurrences += near ? 1 : 0;
                if (near) {
                    length++;
                } else if (length > 0) {
                    if (lag < points / 2) {
                        longest = Math.max(longest, length);
                        lines.merge(length, 2, Integer::sum);
                    }
                    length = 0;
                }
            }
        }
        lines.keySet().removeIf(length -> length <= 2);
        double count = lines.values().stream().mapToInt(c -> c).sum();
        double entropy = 0;
        for (Map.Entry<Integer, Integer> line : lines.entrySet()) {
            sum += line.getKey() * line.getValue();
            entropy -= line.getValue() / count * Math.log(line.getValue() / count);
        }
        double pairs = ((double) points * points - points) / 2;
        return new double[] {
            100 * recurrences / pairs,
            longest,
            sum / count,
            100 * sum / (2.0 * (recurrences - points) + points - points),
            entropy
        };
    }

    private static double distance(double[] x, int i, int j, int m) {
        double squares = 0;
        for (int k = 0; k < m; k++) {
            squares += (x[i + k] - x[j + k]) * (x[i + k] - x[j + k]);
        }
        return Math.sqrt(squares);
    }

    /** Higuchi's dimension of curves without their last step. */
    static double higuchiWithoutLastStep(double[] x, int longest) {
        double[] logK = new double[longest];
        double[] logL = new double[longest];
        for (int k = 1; k <= longest; k++) {
            double mean = 0;
            for (int m = 0; m < k; m++) {
                int steps = (x.length - m - 1) / k;
                double length = 0;
                for (int j = 1; j < steps; j++) {
                    length += Math.abs(x[m + j * k] - x[m + (j - 1) * k]);
                }
                mean += length / k * (x.length - 1) / ((double) k * steps) / k;
            }
            logK[k - 1] = Math.log(1.0 / k);
            logL[k - 1] = Math.log(mean);
        }
        return slope(logK, logL);
    }

    /** Detrended fluctuation over consecutive windows of 4·1.2^k intervals, up to a tenth of all. */
    static double dfaOfGrowingScales(double[] x) {
        double[] walk = new double[x.length];
        double mean = mean(x);
        for (int i = 0; i < x.length; i++) {
            walk[i] = (i > 0 ? walk[i - 1] : 0) + x[i] - mean;
        }
        int last = (int) Math.floor(Math.log(0.1 * x.length / 4) / Math.log(1.2));
        List<Double> logN = new ArrayList<>();
        List<Double> logF = new ArrayList<>();
        int before = 0;
        for (int k = 0; k <= last; k++) {
            int n = (int) Math.floor(4 * Math.pow(1.2, k));
            double f = fluctuation(walk, n);
            if (n > before && f > 0) {
                logN.add(Math.log(n));
                logF.add(Math.log(f));
            }
            before = n;
        }
        return slope(
                logN.stream().mapToDouble(v -> v).toArray(),
                logF.stream().mapToDouble(v -> v).toArray());
    }

    /** Root mean square distance of a walk from a line in each of its consecutive windows. */
    static double fluctuation(double[] walk, int n) {
        int windows = walk.length / n;
        double[] at = new double[n];
        Arrays.setAll(at, i -> i);
        double squares = 0;
        for (int w = 0; w < windows; w++) {
            double[] y = Arrays.copyOfRange(walk, w * n, (w + 1) * n);
            double slope = slope(at, y);
            double meanY = mean(y);
            for (int i = 0; i < n; i++) {
                double off = y[i] - meanY - slope * (i - (n - 1) / 2.0);
                squares += off * off;
            }
        }
        return Math.sqrt(squares / (windows * n));
    }

    /**
     * SDANN and SDNN index of segments of some minutes as NeuroKit2 cuts them: as many as fit by rounding, 3 at least, by
     * the intervals summed in seconds, each without its last one; which side of a boundary a beat upon it falls is up to
     * the rounding of that sum.
     */
    static double[] neuroKit2Segments(double[] x, int minutes) {
        double[] sums = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] / 1000;
            sums[i] = sum * 1000;
        }
        double length = minutes * 60_000.0;
        int segments = (int) Math.rint(Arrays.stream(x).sum() / length);
        if (segments < 3) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double[] means = new double[segments];
        double[] sds = new double[segments];
        for (int s = 0; s < segments; s++) {
            int from = firstAtLeast(sums, s * length);
            int to = firstAtLeast(sums, (s + 1) * length) - 1;
            double[] segment = Arrays.copyOfRange(x, from, Math.max(from, to));
            means[s] = mean(segment);
            sds[s] = segment.length > 1 ? sd(segment, 1) : Double.NaN;
        }
        return new double[] {
            sd(Arrays.stream(means).filter(Double::isFinite).toArray(), 1),
            mean(Arrays.stream(sds).filter(Double::isFinite).toArray())
        };
    }

    private static int firstAtLeast(double[] ascending, double bound) {
        int at = 0;
        while (at < ascending.length && ascending[at] < bound) {
            at++;
        }
        return at;
    }
}
