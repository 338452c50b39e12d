package org.lacrima.core.beats;

import java.util.Arrays;
import java.util.Locale;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.series.BeatSeries;

/**
 * Artifacts by a criterion that the person's own beats set: a successive difference between what true beats can do and what
 * an artifact must do.
 *
 * <p>With the quartile deviation QD of all successive differences,
 * {@code criterion = (3.32 · QD + (median − 2.9 · QD) ⁄ 3) ⁄ 2}, where the first term is the maximum expected difference of
 * true beats and the second the minimal difference that an artifact makes. An interval that leaves its predecessor by more is
 * judged by its surroundings: long, and half of it fits between its neighbours: {@link BeatClass#MISSED}; short, and joined
 * with its shorter neighbour it fits: {@link BeatClass#EXTRA}; beyond the criterion on both sides all the same:
 * {@link BeatClass#OUTLIER}; otherwise a true change of level.
 *
 * <p>The criterion loses power where heart period varies much (first term above the second), and was validated up to about
 * 8 % of artifacts. Fewer than {@value #FEWEST_DIFFERENCES} differences set no criterion: all beats count as normal.
 *
 * <p>Source: Berntson, Quigley, Jang and Boysen 1990, doi:10.1111/j.1469-8986.1990.tb01982.x.
 */
public final class Berntson1990 implements BeatClassifier {
    /** Number of successive differences below which quartiles mean nothing. */
    public static final int FEWEST_DIFFERENCES = 8;

    private static final Citation SOURCE =
            new Citation("Berntson, Quigley, Jang & Boysen", 1990, "10.1111/j.1469-8986.1990.tb01982.x");

    private final double tolerance;

    private Berntson1990(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The criterion as published. */
    public static Berntson1990 withDefaults() {
        return new Berntson1990(1);
    }

    /** The same with the criterion multiplied; larger is more tolerant. */
    public Berntson1990 withTolerance(double newTolerance) {
        if (!(newTolerance > 0) || Double.isInfinite(newTolerance)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the tolerance must be positive and finite, got %s", newTolerance));
        }
        return new Berntson1990(newTolerance);
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "Berntson 1990 (criterion times %s)", tolerance);
    }

    @Override
    public Citation source() {
        return SOURCE;
    }

    @Override
    public BeatClassification classify(BeatSeries beats) {
        int n = beats.size();
        double[] rr = beats.toMillis();
        double[] differences = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (beats.isContiguousAt(i)) {
                differences[i] = rr[i] - rr[i - 1];
                count++;
            }
        }
        BeatClass[] classes = BeatClassification.allNormal(n);
        double[] threshold = new double[n];
        if (count >= FEWEST_DIFFERENCES) {
            double criterion = tolerance * criterion(rr, formed(beats, differences, count));
            Arrays.fill(threshold, criterion);
            Surroundings around = new Surroundings(beats, rr, criterion);
            for (int i = 0; i < n; i++) {
                mark(around, differences, i, classes);
            }
        }
        return BeatClassification.owning(classes, differences, threshold);
    }

    private static double[] formed(BeatSeries beats, double[] differences, int count) {
        double[] formed = new double[count];
        int next = 0;
        for (int i = 0; i < differences.length; i++) {
            if (beats.isContiguousAt(i)) {
                formed[next++] = differences[i];
            }
        }
        return formed;
    }

    static double criterion(double[] rr, double[] differences) {
        double quartileDeviation = (quantile(differences, 0.75) - quantile(differences, 0.25)) / 2;
        double greatestExpected = 3.32 * quartileDeviation;
        double smallestOfArtifact = (quantile(rr, 0.5) - 2.9 * quartileDeviation) / 3;
        return (greatestExpected + smallestOfArtifact) / 2;
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
    }

    private static void mark(Surroundings around, double[] differences, int i, BeatClass[] classes) {
        boolean first = !around.linked(i);
        boolean last = !around.linked(i + 1);
        if (first && last) {
            return;
        }
        double criterion = around.criterion;
        double before = first ? Double.NaN : differences[i];
        double after = last ? Double.NaN : -differences[i + 1];
        boolean isLong = before > criterion || (first && after > criterion);
        boolean isShort = before < -criterion || (first && after < -criterion);
        boolean bothLong = !(before <= criterion) && !(after <= criterion);
        boolean bothShort = !(before >= -criterion) && !(after >= -criterion);
        if (isLong && around.fits(around.rr[i] / 2, i - 1, i + 1)) {
            classes[i] = BeatClass.MISSED;
        } else if (isShort && around.extraBeat(i) >= 0) {
            classes[around.extraBeat(i)] = BeatClass.EXTRA;
        } else if (((isLong && bothLong) || (isShort && bothShort)) && classes[i] == BeatClass.NORMAL) {
            classes[i] = i > 0 && around.linked(i) && classes[i - 1] == BeatClass.EXTRA
                    ? BeatClass.NORMAL
                    : BeatClass.OUTLIER;
        }
    }

    private static final class Surroundings {
        private final BeatSeries beats;
        private final double[] rr;
        private final double criterion;

        Surroundings(BeatSeries beats, double[] rr, double criterion) {
            this.beats = beats;
            this.rr = rr;
            this.criterion = criterion;
        }

        /** Whether interval {@code i} follows its predecessor without a gap. */
        boolean linked(int i) {
            return i > 0 && i < rr.length && beats.isContiguousAt(i);
        }

        /** Whether an interval is within the criterion of those at two indices; one beyond the run does not object. */
        boolean fits(double millis, int before, int after) {
            boolean fitsBefore = !linked(before + 1) || Math.abs(millis - rr[before]) <= criterion;
            boolean fitsAfter = !linked(after) || Math.abs(millis - rr[after]) <= criterion;
            return fitsBefore && fitsAfter;
        }

        /** The beat between a short interval and its shorter neighbour, if both joined fit their surroundings; or −1. */
        int extraBeat(int i) {
            double previous = linked(i) ? rr[i - 1] : Double.POSITIVE_INFINITY;
            double next = linked(i + 1) ? rr[i + 1] : Double.POSITIVE_INFINITY;
            int beat = previous < next ? i - 1 : i;
            double joined = rr[i] + Math.min(previous, next);
            return fits(joined, beat - 1, beat + 2) ? beat : -1;
        }
    }
}
