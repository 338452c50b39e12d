package org.lacrima.benchmarks.textbook;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.lacrima.core.beats.BeatClass;

/**
 * Artifact correction after Lipponen and Tarvainen 2019 of beats without a gap, the quartiles of every window taken anew
 * by Commons Math.
 */
public final class TextbookCorrection {
    private static final double SMALLEST_THRESHOLD = 20;

    private TextbookCorrection() {}

    /** Classified and corrected once. */
    public static double[] once(double[] rr) {
        BeatClass[] classes = classify(rr);
        return artifacts(classes) > 0 ? repaired(rr, classes) : rr;
    }

    /** Again and again as long as that lowers the number of artifacts. */
    public static double[] iterated(double[] rr) {
        double[] current = rr;
        BeatClass[] classes = classify(current);
        int before = Integer.MAX_VALUE;
        while (artifacts(classes) > 0 && artifacts(classes) < before) {
            before = artifacts(classes);
            current = repaired(current, classes);
            classes = classify(current);
        }
        return current;
    }

    private static int artifacts(BeatClass[] classes) {
        return (int) Arrays.stream(classes).filter(BeatClass::isArtifact).count();
    }

    private static BeatClass[] classify(double[] rr) {
        int n = rr.length;
        double[] difference = new double[n];
        double[] median = new double[n];
        double[] fromMedian = new double[n];
        for (int i = 0; i < n; i++) {
            difference[i] = i == 0 ? Double.NaN : rr[i] - rr[i - 1];
            median[i] = percentile(window(rr, i, 11), 50);
            double distance = rr[i] - median[i];
            fromMedian[i] = distance < 0 ? 2 * distance : distance;
        }
        double[] limit = new double[n];
        for (int i = 0; i < n; i++) {
            limit[i] = threshold(fromMedian, i);
        }
        double[] d = new double[n + 2];
        Arrays.fill(d, Double.NaN);
        double[] m = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = difference[i] / threshold(difference, i);
            m[i] = fromMedian[i] / limit[i];
        }
        return decided(rr, median, limit, d, m);
    }

    private static BeatClass[] decided(double[] rr, double[] median, double[] limit, double[] d, double[] m) {
        BeatClass[] classes = new BeatClass[rr.length];
        Arrays.fill(classes, BeatClass.NORMAL);
        boolean ectopicTested = true;
        for (int i = 0; i < rr.length; i++) {
            boolean test = ectopicTested;
            ectopicTested = true;
            if (!(Math.abs(d[i]) > 1 || Math.abs(m[i]) > 3)) {
                continue;
            }
            if (test && i > 0 && ectopic(d[i], d[i - 1], d[i + 1])) {
                mark(classes, i - 1, BeatClass.ECTOPIC);
                continue;
            }
            ectopicTested = !(Math.abs(d[i + 1]) < Math.abs(d[i + 2]));
            double third = Double.isNaN(d[i + 2]) ? d[i + 1] : d[i + 2];
            double next = d[i] >= 0 ? Math.min(d[i + 1], third) : Math.max(d[i + 1], third);
            boolean rises = d[i] > 1 && next < -1;
            boolean falls = d[i] < -1 && next > 1;
            if (rises || (!falls && m[i] > 3)) {
                double excess = rr[i] / 2 - median[i];
                mark(
                        classes,
                        i,
                        Math.abs(excess) < limit[i] ? BeatClass.MISSED : excess > 0 ? BeatClass.LOST : BeatClass.LONG);
            } else if (falls || m[i] < -3) {
                double withNext = i + 1 < rr.length ? Math.abs(rr[i] + rr[i + 1] - median[i]) : Double.MAX_VALUE;
                double withPrevious = i > 0 ? Math.abs(rr[i - 1] + rr[i] - median[i]) : Double.MAX_VALUE;
                if (Math.min(withNext, withPrevious) >= limit[i]) {
                    mark(classes, i, BeatClass.SHORT);
                } else {
                    mark(classes, withPrevious < withNext ? i - 1 : i, BeatClass.EXTRA);
                }
            }
        }
        for (int i = 1; i < classes.length; i++) {
            if (classes[i - 1] == BeatClass.EXTRA && rank(classes[i]) == 1) {
                classes[i] = BeatClass.NORMAL;
            }
        }
        return classes;
    }

    private static boolean ectopic(double d, double before, double after) {
        return d > 1
                ? Math.max(before, after) < -0.13 * d - 0.17
                : d < -1 && Math.min(before, after) > -0.13 * d + 0.17;
    }

    /** Of two claims on one beat the one that explains more stays. */
    private static void mark(BeatClass[] classes, int i, BeatClass claim) {
        if (rank(claim) > rank(classes[i])) {
            classes[i] = claim;
        }
    }

    private static int rank(BeatClass beatClass) {
        return switch (beatClass) {
            case NORMAL -> 0;
            case LONG, SHORT, OUTLIER -> 1;
            case MISSED, LOST -> 2;
            case ECTOPIC -> 3;
            case EXTRA -> 4;
        };
    }

    private static double threshold(double[] values, int i) {
        double[] absolute = Arrays.stream(window(values, i, 91))
                .filter(v -> !Double.isNaN(v))
                .map(Math::abs)
                .toArray();
        double deviation = (percentile(absolute, 75) - percentile(absolute, 25)) / 2;
        return Math.max(SMALLEST_THRESHOLD, 5.2 * deviation);
    }

    private static double[] window(double[] values, int centre, int width) {
        return Arrays.copyOfRange(
                values, Math.max(0, centre - width / 2), Math.min(values.length, centre + width / 2 + 1));
    }

    private static double percentile(double[] values, double percent) {
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, percent);
    }

    /** Extra beats out, missed beats in midway, the others midway between where their neighbours were. */
    private static double[] repaired(double[] rr, BeatClass[] classes) {
        double[] whole = new double[2 * rr.length];
        BeatClass[] kept = new BeatClass[2 * rr.length];
        int n = 0;
        double joined = 0;
        for (int i = 0; i < rr.length; i++) {
            if (classes[i] == BeatClass.EXTRA && i + 1 < rr.length) {
                joined += rr[i];
            } else if (classes[i] == BeatClass.MISSED) {
                for (int half = 0; half < 2; half++) {
                    whole[n] = (joined + rr[i]) / 2;
                    kept[n++] = BeatClass.NORMAL;
                }
                joined = 0;
            } else {
                whole[n] = joined + rr[i];
                kept[n++] = classes[i];
                joined = 0;
            }
        }
        double[] moved = Arrays.copyOf(whole, n);
        boolean[] dropped = new boolean[n];
        for (int i = 0; i < n; i++) {
            if (kept[i].isArtifact()) {
                if (i + 1 < n && (i > 0 || kept[i] == BeatClass.ECTOPIC)) {
                    double shift = (whole[i + 1] - whole[i]) / 2;
                    moved[i] += shift;
                    moved[i + 1] -= shift;
                } else {
                    dropped[i] = true;
                }
            }
        }
        int left = 0;
        for (int i = 0; i < n; i++) {
            if (!dropped[i]) {
                moved[left++] = moved[i];
            }
        }
        return Arrays.copyOf(moved, left);
    }
}
