package org.lacrima.core.beats;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.series.BeatSeries;

/**
 * Classification of beats as ectopic, long, short, missed or extra by thresholds that follow the local variability.
 *
 * <p>With {@code dRRᵢ = RRᵢ − RRᵢ₋₁} and {@code mRRᵢ = RRᵢ − median of 11 intervals} (doubled where negative), each is
 * divided by its threshold {@code Th = 5.2 · quartile deviation of 91 absolute values}, centred on the beat. Then
 *
 * <ul>
 *   <li>ectopic: {@code |dRRᵢ| > 1}, and both neighbouring differences oppose it by more than
 *       {@code 0.13 · |dRRᵢ| + 0.17};
 *   <li>long: {@code dRRᵢ > 1} and one of the next two differences below −1, or {@code mRRᵢ > 3}; short: the mirror image;
 *   <li>missed: long, and {@code |RRᵢ ⁄ 2 − median| < Th₂}; extra: short, and with a neighbouring interval
 *       {@code |RRᵢ + RRᵢ±₁ − median| < Th₂}.
 * </ul>
 *
 * <p>Where the paper leaves room this class decides as follows. A difference belongs to the beat between its two
 * intervals, so that it is the ectopic beat itself that is marked (a known slip of ports marks the next one). Of a short
 * interval's two beats the extra one is that whose removal comes nearer to the median. An interval beyond
 * {@code 2 · (median + Th₂)}, more than one missed beat explains, is {@link BeatClass#LOST}. No threshold falls below
 * {@value #SMALLEST_THRESHOLD_MS} ms, so that a nearly constant series is not all artifacts. Differences never cross a gap;
 * medians and quartiles, which do not depend on succession, do.
 *
 * <p>Source: Lipponen and Tarvainen 2019, doi:10.1080/03091902.2019.1640306.
 */
public final class LipponenTarvainen implements BeatClassifier {
    /** Smallest threshold, in ms: a little more than two quanta of a recording at 128 Hz, whose quartiles may coincide. */
    public static final double SMALLEST_THRESHOLD_MS = 20;

    private static final Citation SOURCE = new Citation("Lipponen & Tarvainen", 2019, "10.1080/03091902.2019.1640306");

    static final double ECTOPIC_SLOPE = 0.13;
    static final double ECTOPIC_OFFSET = 0.17;
    static final double MEDIAN_LIMIT = 3;
    static final double ALPHA = 5.2;
    static final int THRESHOLD_WINDOW = 91;
    static final int MEDIAN_WINDOW = 11;

    private final double alpha;
    private final int thresholdWindow;
    private final int medianWindow;

    private LipponenTarvainen(double alpha, int thresholdWindow, int medianWindow) {
        this.alpha = alpha;
        this.thresholdWindow = thresholdWindow;
        this.medianWindow = medianWindow;
    }

    /** The constants of the paper: α = 5.2, quartiles of 91 beats, median of 11. */
    public static LipponenTarvainen withDefaults() {
        return new LipponenTarvainen(ALPHA, THRESHOLD_WINDOW, MEDIAN_WINDOW);
    }

    /** The same with another multiple of the quartile deviation; larger is more tolerant. */
    public LipponenTarvainen withAlpha(double newAlpha) {
        if (!(newAlpha > 0) || Double.isInfinite(newAlpha)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "alpha must be positive and finite, got %s", newAlpha));
        }
        return new LipponenTarvainen(newAlpha, thresholdWindow, medianWindow);
    }

    /** The same with another number of beats behind each threshold; odd, at least 3. */
    public LipponenTarvainen withThresholdWindow(int beats) {
        return new LipponenTarvainen(alpha, requireOdd("threshold window", beats), medianWindow);
    }

    /** The same with another number of beats behind each median; odd, at least 3. */
    public LipponenTarvainen withMedianWindow(int beats) {
        return new LipponenTarvainen(alpha, thresholdWindow, requireOdd("median window", beats));
    }

    static int requireOdd(String name, int beats) {
        if (beats < 3 || beats % 2 == 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be odd and at least 3 beats, got %d", name, beats));
        }
        return beats;
    }

    @Override
    public String name() {
        return String.format(
                Locale.ROOT,
                "Lipponen-Tarvainen (alpha %s, quartiles of %d, median of %d)",
                alpha,
                thresholdWindow,
                medianWindow);
    }

    @Override
    public Citation source() {
        return SOURCE;
    }

    /**
     * The beats repaired as the paper does it, again and again until the number of artifacts stops falling: an extra beat
     * is taken out, a missed one put in midway, any other placed midway between its neighbours; lost signal becomes a gap.
     */
    public Correction correct(BeatSeries beats) {
        return Corrector.of(this, CorrectionMethod.REPAIR).with(Passes.ITERATED).correct(beats);
    }

    @Override
    public BeatClassification classify(BeatSeries beats) {
        return new Memory().classify(beats, new int[0]);
    }

    /** What one classification of a recording leaves for the next, after a correction: thresholds far from any change. */
    final class Memory {
        private @Nullable Deviations known;

        /**
         * Classifies a series, bit-equal to {@link LipponenTarvainen#classify}.
         *
         * @param source for each interval the one that it was in the series classified before, or a negative number
         */
        BeatClassification classify(BeatSeries beats, int[] source) {
            double[] rr = beats.toMillis();
            boolean[] contiguous = beats.toContiguous();
            double[] differences = differences(rr, contiguous);
            Deviations before = known;
            Deviations deviations = before == null
                    ? Deviations.of(
                            rr,
                            differences,
                            new Deviations.Rule(alpha, thresholdWindow, medianWindow, SMALLEST_THRESHOLD_MS))
                    : before.after(rr, differences, source);
            known = deviations;
            return classification(rr, contiguous, deviations);
        }
    }

    private static BeatClassification classification(double[] rr, boolean[] contiguous, Deviations deviations) {
        int n = rr.length;
        Marks marks = new Marks(deviations);
        boolean ectopicTested = true;
        for (int i = 0; i < n; i++) {
            double d = deviations.difference[i];
            double m = deviations.fromMedian[i];
            boolean testEctopic = ectopicTested;
            ectopicTested = true;
            if (!(Math.abs(d) > 1 || Math.abs(m) > MEDIAN_LIMIT)) {
                continue;
            }
            if (testEctopic && isEctopic(deviations.difference, i)) {
                marks.byDifference(i - 1, i, BeatClass.ECTOPIC);
                continue;
            }
            // The paper takes the next beat into the long-or-short test without an ectopic test of its own.
            ectopicTested = !(Math.abs(at(deviations.difference, i + 1)) < Math.abs(at(deviations.difference, i + 2)));
            double next = following(deviations.difference, i);
            boolean rises = d > 1 && next < -1;
            boolean falls = d < -1 && next > 1;
            if (rises || (!falls && m > MEDIAN_LIMIT)) {
                marks.of(i, rises, longClass(rr[i], deviations.median[i], deviations.medianThreshold[i]));
            } else if (falls || m < -MEDIAN_LIMIT) {
                int extra = extraBeat(rr, contiguous, i, deviations.median[i], deviations.medianThreshold[i]);
                marks.of(extra < 0 ? i : extra, falls, extra < 0 ? BeatClass.SHORT : BeatClass.EXTRA);
            }
        }
        return marks.toClassification();
    }

    private static double[] differences(double[] rr, boolean[] contiguous) {
        double[] differences = new double[rr.length];
        for (int i = 0; i < rr.length; i++) {
            differences[i] = contiguous[i] ? rr[i] - rr[i - 1] : Double.NaN;
        }
        return differences;
    }

    /** An ectopic beat needs both neighbours: at the edge of a run it cannot be told from a missed one. */
    private static boolean isEctopic(double[] difference, int i) {
        double d = difference[i];
        double opposing = Deviations.lessOpposed(d, at(difference, i - 1), at(difference, i + 1));
        return (d > 1 && opposing < -ECTOPIC_SLOPE * d - ECTOPIC_OFFSET)
                || (d < -1 && opposing > -ECTOPIC_SLOPE * d + ECTOPIC_OFFSET);
    }

    private static double following(double[] difference, int i) {
        double second = at(difference, i + 1);
        double third = at(difference, i + 2);
        return Deviations.moreOpposed(difference[i], second, Double.isNaN(third) ? second : third);
    }

    private static double at(double[] values, int i) {
        return i >= 0 && i < values.length ? values[i] : Double.NaN;
    }

    private static BeatClass longClass(double rr, double median, double threshold) {
        double excess = rr / 2 - median;
        return Math.abs(excess) < threshold ? BeatClass.MISSED : excess > 0 ? BeatClass.LOST : BeatClass.LONG;
    }

    /** The beat without which interval {@code i} and a neighbour make a normal interval, or −1. */
    private static int extraBeat(double[] rr, boolean[] contiguous, int i, double median, double threshold) {
        double withNext = i + 1 < rr.length && contiguous[i + 1]
                ? Math.abs(rr[i] + rr[i + 1] - median)
                : Double.POSITIVE_INFINITY;
        double withPrevious = contiguous[i] ? Math.abs(rr[i - 1] + rr[i] - median) : Double.POSITIVE_INFINITY;
        if (Math.min(withNext, withPrevious) >= threshold) {
            return -1;
        }
        return withPrevious < withNext ? i - 1 : i;
    }

    /** The classes under construction: of two claims on one beat the one that explains more stays. */
    private static final class Marks {
        private final Deviations deviations;
        private final BeatClass[] classes;
        private final double[] statistic;
        private final double[] threshold;

        Marks(Deviations deviations) {
            this.deviations = deviations;
            int n = deviations.median.length;
            classes = BeatClassification.allNormal(n);
            statistic = new double[n];
            threshold = new double[n];
            for (int i = 0; i < n; i++) {
                double d = deviations.difference[i];
                if (!Double.isNaN(d)) {
                    statistic[i] = d * deviations.differenceThreshold[i];
                    threshold[i] = deviations.differenceThreshold[i];
                }
            }
        }

        void of(int beat, boolean differs, BeatClass beatClass) {
            if (differs) {
                byDifference(beat, beat, beatClass);
            } else if (explainsMore(beatClass, classes[beat])) {
                classes[beat] = beatClass;
                statistic[beat] = deviations.fromMedian[beat] * deviations.medianThreshold[beat];
                threshold[beat] = MEDIAN_LIMIT * deviations.medianThreshold[beat];
            }
        }

        void byDifference(int beat, int difference, BeatClass beatClass) {
            if (explainsMore(beatClass, classes[beat])) {
                classes[beat] = beatClass;
                statistic[beat] = deviations.difference[difference] * deviations.differenceThreshold[difference];
                threshold[beat] = deviations.differenceThreshold[difference];
            }
        }

        private static boolean explainsMore(BeatClass challenger, BeatClass holder) {
            return rank(challenger) > rank(holder);
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

        BeatClassification toClassification() {
            // The interval after an extra beat is joined with the one before it: nothing is wrong with it by itself.
            for (int i = 1; i < classes.length; i++) {
                if (classes[i - 1] == BeatClass.EXTRA && rank(classes[i]) == 1) {
                    classes[i] = BeatClass.NORMAL;
                }
            }
            return BeatClassification.owning(classes, statistic, threshold);
        }
    }
}
