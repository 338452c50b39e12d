package org.lacrima.core.beats;

import java.util.Locale;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.series.BeatSeries;

/**
 * An interval is an outlier outside a range that hearts are capable of. Adults: 300 to 2000 ms (200 to 30 beats per
 * minute); infants and animals need another.
 */
public final class PlausibleRange implements BeatClassifier {
    private static final Citation SOURCE = new Citation("Champseix, Ribiere & Le Couedic", 2021, "10.5334/jors.305");

    private final double shortestMillis;
    private final double longestMillis;

    private PlausibleRange(double shortestMillis, double longestMillis) {
        this.shortestMillis = shortestMillis;
        this.longestMillis = longestMillis;
    }

    /** From 300 to 2000 ms, as hrv-analysis has it. */
    public static PlausibleRange withDefaults() {
        return ofMillis(300, 2000);
    }

    /** A range in ms, both ends included. */
    public static PlausibleRange ofMillis(double shortest, double longest) {
        if (!(shortest >= 0 && longest > shortest)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "no range from %s ms to %s ms", shortest, longest));
        }
        return new PlausibleRange(shortest, longest);
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "range %s to %s ms", shortestMillis, longestMillis);
    }

    @Override
    public Citation source() {
        return SOURCE;
    }

    /** The statistic is the interval itself, the threshold the end of the range that it is nearer to. */
    @Override
    public BeatClassification classify(BeatSeries beats) {
        double[] rr = beats.toMillis();
        BeatClass[] classes = BeatClassification.allNormal(rr.length);
        double[] threshold = new double[rr.length];
        for (int i = 0; i < rr.length; i++) {
            boolean low = Math.abs(rr[i] - shortestMillis) < Math.abs(rr[i] - longestMillis);
            threshold[i] = low ? shortestMillis : longestMillis;
            if (rr[i] < shortestMillis || rr[i] > longestMillis) {
                classes[i] = BeatClass.OUTLIER;
            }
        }
        return BeatClassification.owning(classes, rr, threshold);
    }
}
