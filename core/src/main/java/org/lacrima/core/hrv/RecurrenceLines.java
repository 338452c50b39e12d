package org.lacrima.core.hrv;

import org.lacrima.core.hrv.RecurrenceOptions.MainDiagonal;
import org.lacrima.core.hrv.RecurrenceOptions.Norm;

/**
 * The diagonal lines of a recurrence plot by length, without the plot: those above and below the main diagonal, and that
 * one where it counts. A line ends where one of its two stretches of the series does.
 */
final class RecurrenceLines {
    private final int points;
    /** How many lines there are of each length. */
    private final long[] lines;

    private long pairs;

    private RecurrenceLines(int points) {
        this.points = points;
        this.pairs = (long) points * (points - 1);
        this.lines = new long[points + 1];
    }

    static RecurrenceLines of(
            double[] x, Resolution resolution, Runs runs, int m, double radius, Norm norm, MainDiagonal mainDiagonal) {
        RecurrenceLines above;
        if (norm == Norm.MAXIMUM) {
            above = maximum(x, runs, m, radius);
        } else if (WholeSquares.suit(resolution, m) && (runs.count() == 1 || m > 1)) {
            above = whole(x, resolution, runs, m, radius);
        } else {
            above = euclidean(x, runs, m, radius);
        }
        return above.wholePlot(mainDiagonal);
    }

    private static RecurrenceLines whole(double[] x, Resolution resolution, Runs runs, int m, double radius) {
        WholeSquares squares = WholeSquares.of(x, resolution, m);
        long[] lines = new long[squares.points() + 1];
        squares.forEach(new LinesOfBits(squares.points(), runs, m, WholeSquares.bound(radius, resolution), lines));
        RecurrenceLines found = new RecurrenceLines(runs.templates(m));
        System.arraycopy(lines, 0, found.lines, 0, found.lines.length);
        return found;
    }

    private RecurrenceLines wholePlot(MainDiagonal mainDiagonal) {
        lines[0] = 0;
        for (int length = 1; length <= points; length++) {
            lines[length] *= 2;
        }
        if (mainDiagonal == MainDiagonal.COUNTED) {
            lines[points]++;
            pairs += points;
        }
        return this;
    }

    private static RecurrenceLines euclidean(double[] x, Runs runs, int m, double radius) {
        PairDistances distances = new PairDistances(x, runs, m);
        RecurrenceLines found = new RecurrenceLines(distances.points());
        int[] starts = runs.templateStarts(m);
        boolean[] begins = runs.beginnings(x.length);
        double bound = radius * radius;
        distances.forEachDiagonal((squares, count, lag) -> {
            int line = 0;
            for (int t = 0; t < count; t++) {
                boolean near = squares[t] <= bound;
                if (!near || begins[starts[t]] || begins[starts[t + lag]]) {
                    found.lines[line]++;
                    line = 0;
                }
                line += near ? 1 : 0;
            }
            found.lines[line]++;
        });
        return found;
    }

    /** A point recurs by its largest difference exactly when m successive differences are small: no point is built. */
    private static RecurrenceLines maximum(double[] x, Runs runs, int m, double radius) {
        RecurrenceLines found = new RecurrenceLines(runs.templates(m));
        boolean[] begins = runs.beginnings(x.length);
        for (int lag = 1; lag < x.length; lag++) {
            int close = 0;
            for (int i = 0; i + lag < x.length; i++) {
                boolean broken = begins[i] || begins[i + lag];
                boolean near = Math.abs(x[i] - x[i + lag]) <= radius;
                if (!near || broken) {
                    found.lines[Math.max(0, close - m + 1)]++;
                    close = 0;
                }
                close += near ? 1 : 0;
            }
            found.lines[Math.max(0, close - m + 1)]++;
        }
        return found;
    }

    int points() {
        return points;
    }

    /** How many pairs of points could recur. */
    long pairs() {
        return pairs;
    }

    /** Number of lines of so many points or more. */
    long count(int shortest) {
        long count = 0;
        for (int length = shortest; length < lines.length; length++) {
            count += lines[length];
        }
        return count;
    }

    /** Points in lines of so many points or more; every recurrence is in a line of one or more. */
    long pointsIn(int shortest) {
        long in = 0;
        for (int length = shortest; length < lines.length; length++) {
            in += length * lines[length];
        }
        return in;
    }

    /** Points of the longest line beside the main diagonal. */
    int longest() {
        int longest = points - 1;
        while (longest > 0 && lines[longest] == 0) {
            longest--;
        }
        return longest;
    }

    /** Shannon entropy, in nats, of the lengths of lines of so many points or more. */
    double entropy(int shortest) {
        double total = count(shortest);
        double entropy = 0;
        for (int length = shortest; length < lines.length; length++) {
            if (lines[length] > 0) {
                double p = lines[length] / total;
                entropy -= p * Math.log(p);
            }
        }
        return entropy;
    }
}
