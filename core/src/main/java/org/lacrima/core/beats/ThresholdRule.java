package org.lacrima.core.beats;

import java.util.Locale;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.series.BeatSeries;

/**
 * An interval is an outlier when it is further from the local median than a threshold that shrinks with the interval:
 * {@code |RRᵢ − median| > T · median ⁄ 1000 ms}.
 *
 * <p>The levels are those of Kubios, whose guide gives T at 60 beats per minute and says that it is smaller at higher
 * rates. The guide gives neither the width of the median nor the law of the scaling; here they are 11 beats and
 * proportionality. Usual correction: {@link CorrectionMethod#CUBIC}.
 *
 * <p>Source: Tarvainen et al. 2014, doi:10.1016/j.cmpb.2013.07.024, and the guide of Kubios HRV 3.
 */
public final class ThresholdRule implements BeatClassifier {

    /** The levels of Kubios by their threshold at 60 beats per minute. */
    public enum Level {
        /** 450 ms. */
        VERY_LOW(450),
        /** 350 ms. */
        LOW(350),
        /** 250 ms. */
        MEDIUM(250),
        /** 150 ms. */
        STRONG(150),
        /** 50 ms. */
        VERY_STRONG(50);

        private final double millis;

        Level(double millis) {
            this.millis = millis;
        }

        /** Threshold at 60 beats per minute, in ms. */
        public double millis() {
            return millis;
        }
    }

    private static final Citation SOURCE = new Citation("Tarvainen et al.", 2014, "10.1016/j.cmpb.2013.07.024");

    private final double thresholdMillis;
    private final int medianWindow;

    private ThresholdRule(double thresholdMillis, int medianWindow) {
        this.thresholdMillis = thresholdMillis;
        this.medianWindow = medianWindow;
    }

    /** One of the levels of Kubios. */
    public static ThresholdRule of(Level level) {
        return ofMillis(level.millis());
    }

    /**
     * A threshold of one's own.
     *
     * @param atSixtyBpm threshold at 60 beats per minute, in ms, positive
     */
    public static ThresholdRule ofMillis(double atSixtyBpm) {
        if (!(atSixtyBpm > 0) || Double.isInfinite(atSixtyBpm)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the threshold must be positive and finite, got %s ms", atSixtyBpm));
        }
        return new ThresholdRule(atSixtyBpm, LipponenTarvainen.MEDIAN_WINDOW);
    }

    /** The same with another number of beats behind each median; odd, at least 3. */
    public ThresholdRule withMedianWindow(int beats) {
        return new ThresholdRule(thresholdMillis, LipponenTarvainen.requireOdd("median window", beats));
    }

    @Override
    public String name() {
        return String.format(
                Locale.ROOT, "threshold %s ms at 60 bpm from the median of %d", thresholdMillis, medianWindow);
    }

    @Override
    public Citation source() {
        return SOURCE;
    }

    @Override
    public BeatClassification classify(BeatSeries beats) {
        double[] rr = beats.toMillis();
        double[] median = new double[rr.length];
        SlidingOrder.median(rr, medianWindow, 0, rr.length, median);
        BeatClass[] classes = BeatClassification.allNormal(rr.length);
        double[] deviation = new double[rr.length];
        double[] threshold = new double[rr.length];
        for (int i = 0; i < rr.length; i++) {
            deviation[i] = rr[i] - median[i];
            threshold[i] = thresholdMillis * median[i] / 1000;
            if (Math.abs(deviation[i]) > threshold[i]) {
                classes[i] = BeatClass.OUTLIER;
            }
        }
        return BeatClassification.owning(classes, deviation, threshold);
    }
}
