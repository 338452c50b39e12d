package org.lacrima.core.beats;

import java.util.Locale;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.series.BeatSeries;

/**
 * Rules that compare an interval with a few before or around it and reject it beyond a share of them, as they are used on
 * Holter recordings. They call every rejected interval an {@link BeatClass#OUTLIER}.
 *
 * <ul>
 *   <li>{@link #malik}: {@code |RRᵢ − RRᵢ₋₁| ≤ 20 % · RRᵢ₋₁} is accepted;
 *   <li>{@link #kamath}: up to 32.5 % longer or 24.5 % shorter than {@code RRᵢ₋₁};
 *   <li>{@link #karlsson}: less than 20 % from the mean of both neighbours;
 *   <li>{@link #acar}: less than 20 % from the mean of the accepted ones of the last nine.
 * </ul>
 *
 * <p>An interval without what it would be compared with (the first of a run, the first nine of a series) is accepted. Usual
 * correction: {@link CorrectionMethod#LINEAR}.
 */
public final class RelativeRule implements BeatClassifier {

    /** What becomes of an interval whose reference was itself rejected. */
    public enum AfterRejection {
        /** It is compared all the same; where nine in a row were rejected there is no reference, and it is accepted. */
        COMPARE,
        /**
         * As hrv-analysis 1.0.3 has it: the interval after one that Malik's or Kamath's rule rejected is accepted
         * unseen, and where Acar's rule has rejected nine in a row it rejects all that follow.
         */
        HRV_ANALYSIS
    }

    private enum Kind {
        MALIK("Malik"),
        KAMATH("Kamath"),
        KARLSSON("Karlsson"),
        ACAR("Acar");

        private final String author;

        Kind(String author) {
            this.author = author;
        }
    }

    private static final int ACAR_MEMORY = 9;

    private final Kind kind;
    private final double longer;
    private final double shorter;
    private final AfterRejection afterRejection;

    private RelativeRule(Kind kind, double longer, double shorter, AfterRejection afterRejection) {
        this.kind = kind;
        this.longer = longer;
        this.shorter = shorter;
        this.afterRejection = afterRejection;
    }

    /** At most 20 % from the interval before. */
    public static RelativeRule malik() {
        return new RelativeRule(Kind.MALIK, 0.2, 0.2, AfterRejection.COMPARE);
    }

    /** At most 32.5 % longer and 24.5 % shorter than the interval before. */
    public static RelativeRule kamath() {
        return new RelativeRule(Kind.KAMATH, 0.325, 0.245, AfterRejection.COMPARE);
    }

    /** Less than 20 % from the mean of the intervals before and after. */
    public static RelativeRule karlsson() {
        return new RelativeRule(Kind.KARLSSON, 0.2, 0.2, AfterRejection.COMPARE);
    }

    /** Less than 20 % from the mean of those of the last nine intervals that were accepted. */
    public static RelativeRule acar() {
        return new RelativeRule(Kind.ACAR, 0.2, 0.2, AfterRejection.COMPARE);
    }

    /** The same rule with another share of the reference in both directions, between 0 and 1. */
    public RelativeRule withShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the share must lie between 0 and 1, got %s", share));
        }
        return new RelativeRule(kind, share, share, afterRejection);
    }

    /** The same rule with another way to go on after a rejection. */
    public RelativeRule with(AfterRejection newAfterRejection) {
        return new RelativeRule(kind, longer, shorter, newAfterRejection);
    }

    @Override
    public String name() {
        return String.format(
                Locale.ROOT,
                "%s (+%s %%, -%s %%%s)",
                kind.author,
                100 * longer,
                100 * shorter,
                afterRejection == AfterRejection.HRV_ANALYSIS ? ", as hrv-analysis" : "");
    }

    @Override
    public Citation source() {
        return switch (kind) {
            case MALIK -> new Citation("Malik, Farrell, Cripps & Camm", 1989, "");
            case KAMATH -> new Citation("Kamath & Fallen", 1995, "");
            case KARLSSON -> new Citation("Karlsson, Hörnsten, Rydberg & Wiklund", 2012, "10.1186/1475-925X-11-2");
            case ACAR -> new Citation("Acar, Savelieva, Hemingway & Malik", 2000, "10.1016/S0169-2607(00)00081-X");
        };
    }

    @Override
    public BeatClassification classify(BeatSeries beats) {
        int n = beats.size();
        double[] rr = beats.toMillis();
        BeatClass[] classes = BeatClassification.allNormal(n);
        double[] deviation = new double[n];
        double[] threshold = new double[n];
        for (int i = 0; i < n; i++) {
            double reference = reference(beats, rr, classes, i);
            if (Double.isNaN(reference)) {
                continue;
            }
            deviation[i] = rr[i] - reference;
            threshold[i] = (deviation[i] > 0 ? longer : shorter) * reference;
            if (rejects(Math.abs(deviation[i]), threshold[i])) {
                classes[i] = BeatClass.OUTLIER;
            }
        }
        return BeatClassification.owning(classes, deviation, threshold);
    }

    private boolean rejects(double deviation, double threshold) {
        boolean inclusive = kind == Kind.MALIK || kind == Kind.KAMATH;
        return inclusive ? deviation > threshold : deviation >= threshold;
    }

    /** What interval {@code i} is compared with; NaN where it is accepted unseen. */
    private double reference(BeatSeries beats, double[] rr, BeatClass[] classes, int i) {
        return switch (kind) {
            case MALIK, KAMATH -> {
                boolean unseen = !beats.isContiguousAt(i)
                        || (afterRejection == AfterRejection.HRV_ANALYSIS && classes[i - 1].isArtifact());
                yield unseen ? Double.NaN : rr[i - 1];
            }
            case KARLSSON ->
                i + 1 < rr.length && beats.isContiguousAt(i) && beats.isContiguousAt(i + 1)
                        ? (rr[i - 1] + rr[i + 1]) / 2
                        : Double.NaN;
            case ACAR -> i < ACAR_MEMORY ? Double.NaN : meanOfAccepted(rr, classes, i);
        };
    }

    private double meanOfAccepted(double[] rr, BeatClass[] classes, int i) {
        double[] nine = new double[ACAR_MEMORY];
        int accepted = 0;
        for (int k = 0; k < ACAR_MEMORY; k++) {
            int at = i - ACAR_MEMORY + k;
            if (!classes[at].isArtifact()) {
                nine[k] = rr[at];
                accepted++;
            }
        }
        if (accepted == 0) {
            return afterRejection == AfterRejection.HRV_ANALYSIS ? 0 : Double.NaN;
        }
        // In pairs, as numpy sums: an interval at exactly 20 % is decided by the last bit of the mean.
        double sum =
                ((nine[0] + nine[1]) + (nine[2] + nine[3])) + ((nine[4] + nine[5]) + (nine[6] + nine[7])) + nine[8];
        return sum / accepted;
    }
}
