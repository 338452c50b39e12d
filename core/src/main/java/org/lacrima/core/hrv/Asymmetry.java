package org.lacrima.core.hrv;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Unit;

/**
 * Heart rate asymmetry: how unlike decelerations (points above the line of identity of the Poincaré plot) are to
 * accelerations (points below it). A point is a pair (x, y) of contiguous intervals, m of them in all; d is its distance
 * to the line of identity, c its distance to the perpendicular through the centroid.
 */
public final class Asymmetry {
    private Asymmetry() {}

    private static final Citation GUZIK_2006 =
            new Citation("Guzik, Piskorski, Krauze, Wykretowicz & Wysocki", 2006, "10.1515/BMT.2006.054");
    private static final Citation KARMAKAR_2012 = new Citation("Karmakar, Khandoker & Palaniswami", 2012, "");
    private static final Citation YAN_2017 = new Citation("Yan et al.", 2017, "10.1186/s12938-017-0402-3");
    private static final Citation PORTA_2008 = new Citation("Porta et al.", 2008, "10.1152/ajpregu.00129.2008");
    private static final Citation PISKORSKI_2011 = new Citation("Piskorski & Guzik", 2011, "10.1007/s11517-011-0834-z");

    /** Guzik's index: share of decelerations in the distances to the line of identity. */
    public static final HrvMetric GI =
            share("GI", "100 · Σ d over decelerations ⁄ Σ d", GUZIK_2006, t -> 100 * t.distanceUp / t.distance);

    /** Slope index: share of decelerations in the angles to the line of identity. */
    public static final HrvMetric SI = share(
            "SI",
            "100 · Σ θ over decelerations ⁄ Σ θ, θ = |45° − arctan(y ⁄ x)|",
            KARMAKAR_2012,
            t -> 100 * t.angleUp / t.angle);

    /** Area index: share of decelerations in the sectors between points and line of identity. */
    public static final HrvMetric AI = share(
            "AI",
            "100 · Σ S over decelerations ⁄ Σ S, S = ½ · θ · (x² + y²), θ = |45° − arctan(y ⁄ x)|",
            YAN_2017,
            t -> 100 * t.areaUp / t.area);

    /** Porta's index: share of accelerations in the points off the line of identity. */
    public static final HrvMetric PI = share(
            "PI",
            "100 · number of accelerations ⁄ number of points off the line of identity",
            PORTA_2008,
            t -> 100.0 * t.downs / (t.ups + t.downs));

    /** Contribution of decelerations to short-term variability. */
    public static final HrvMetric C1D = contribution("C1d", "SD1d² ⁄ (SD1d² + SD1a²)", t -> t.c1(t.shortUp));
    /** Contribution of accelerations to short-term variability. */
    public static final HrvMetric C1A = contribution("C1a", "SD1a² ⁄ (SD1d² + SD1a²)", t -> t.c1(t.shortDown));
    /** Short-term variability of decelerations. */
    public static final HrvMetric SD1D =
            deviation("SD1d", "√( Σ d² over decelerations ⁄ (m − 1) )", t -> Math.sqrt(t.shortUp));
    /** Short-term variability of accelerations. */
    public static final HrvMetric SD1A =
            deviation("SD1a", "√( Σ d² over accelerations ⁄ (m − 1) )", t -> Math.sqrt(t.shortDown));
    /** Contribution of decelerations to long-term variability. */
    public static final HrvMetric C2D = contribution("C2d", "SD2d² ⁄ (SD2d² + SD2a²)", t -> t.c2(t.longUp));
    /** Contribution of accelerations to long-term variability. */
    public static final HrvMetric C2A = contribution("C2a", "SD2a² ⁄ (SD2d² + SD2a²)", t -> t.c2(t.longDown));
    /** Long-term variability of decelerations. */
    public static final HrvMetric SD2D = deviation(
            "SD2d",
            "√( (Σ c² over decelerations + ½ Σ c² on the line of identity) ⁄ (m − 1) )",
            t -> Math.sqrt(t.longUp));
    /** Long-term variability of accelerations. */
    public static final HrvMetric SD2A = deviation(
            "SD2a",
            "√( (Σ c² over accelerations + ½ Σ c² on the line of identity) ⁄ (m − 1) )",
            t -> Math.sqrt(t.longDown));
    /** Contribution of decelerations to total variability. */
    public static final HrvMetric CD = contribution("Cd", "SDNNd² ⁄ (SDNNd² + SDNNa²)", t -> t.c(t.shortUp + t.longUp));
    /** Contribution of accelerations to total variability. */
    public static final HrvMetric CA =
            contribution("Ca", "SDNNa² ⁄ (SDNNd² + SDNNa²)", t -> t.c(t.shortDown + t.longDown));
    /** Total variability of decelerations. */
    public static final HrvMetric SDNND =
            deviation("SDNNd", "√( (SD1d² + SD2d²) ⁄ 2 )", t -> Math.sqrt((t.shortUp + t.longUp) / 2));
    /** Total variability of accelerations. */
    public static final HrvMetric SDNNA =
            deviation("SDNNa", "√( (SD1a² + SD2a²) ⁄ 2 )", t -> Math.sqrt((t.shortDown + t.longDown) / 2));

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(GI, SI, AI, PI, C1D, C1A, SD1D, SD1A, C2D, C2A, SD2D, SD2A, CD, CA, SDNND, SDNNA);
    }

    private static HrvMetric share(String name, String formula, Citation source, ToDoubleFunction<Sums> index) {
        return metric(name, Unit.PERCENT, formula, source, index);
    }

    private static HrvMetric contribution(String name, String formula, ToDoubleFunction<Sums> index) {
        return metric(name, Unit.ONE, formula, PISKORSKI_2011, index);
    }

    private static HrvMetric deviation(String name, String formula, ToDoubleFunction<Sums> index) {
        return metric(name, Unit.MS, formula, PISKORSKI_2011, index);
    }

    private static HrvMetric metric(
            String name, Unit unit, String formula, Citation source, ToDoubleFunction<Sums> index) {
        return HrvMetric.named(name, unit)
                .definedAs(formula)
                .needing("3 contiguous intervals that are not all equal")
                .atGaps("pairs never cross a gap")
                .from(source)
                .by(w -> {
                    Successive pairs = w.successive();
                    if (pairs.count() < 2) {
                        return TimeDomain.tooFewDifferences(w, 2);
                    }
                    Sums sums = w.shared(Sums.class, Sums::of);
                    if (sums.ups + sums.downs == 0) {
                        return Answer.none("successive intervals are all equal: there is nothing to be asymmetric");
                    }
                    double value = index.applyAsDouble(sums);
                    return Double.isNaN(value)
                            ? Answer.none("no variability along the line of identity to take a share of")
                            : Answer.value(value, pairs.count());
                });
    }

    /** Sums over the points above (up: decelerations) and below (down: accelerations) the line of identity. */
    private static final class Sums {
        private int ups;
        private int downs;
        private double distance;
        private double distanceUp;
        private double angle;
        private double angleUp;
        private double area;
        private double areaUp;
        private double shortUp;
        private double shortDown;
        private double longUp;
        private double longDown;

        static Sums of(Workings w) {
            double[] rr = w.rr();
            Runs runs = w.runs();
            double[] centroid = centroid(rr, runs);
            Sums sums = new Sums();
            double onLine = 0;
            for (int k = 0; k < runs.count(); k++) {
                for (int i = runs.from(k) + 1; i < runs.to(k); i++) {
                    onLine += sums.add(rr[i - 1], rr[i], centroid[0] + centroid[1]);
                }
            }
            sums.longUp += onLine / 2;
            sums.longDown += onLine / 2;
            sums.divideBy(w.successive().count() - 1);
            return sums;
        }

        private static double[] centroid(double[] rr, Runs runs) {
            double x = 0;
            double y = 0;
            int pairs = 0;
            for (int k = 0; k < runs.count(); k++) {
                for (int i = runs.from(k) + 1; i < runs.to(k); i++) {
                    x += rr[i - 1];
                    y += rr[i];
                    pairs++;
                }
            }
            return new double[] {x / pairs, y / pairs};
        }

        /** Adds a point; what it contributes to long-term variability without a direction is returned. */
        private double add(double x, double y, double centroidSum) {
            double along = x + y - centroidSum;
            double squareAlong = along * along / 2;
            double difference = y - x;
            if (difference == 0) {
                return squareAlong;
            }
            // arctan(y/x) − 45° as the angle of one difference: no cancellation between two near-equal angles.
            double theta = Math.abs(Math.atan(difference / (x + y)));
            double sector = theta * (x * x + y * y) / 2;
            double d = Math.abs(difference);
            distance += d;
            angle += theta;
            area += sector;
            if (difference > 0) {
                ups++;
                distanceUp += d;
                angleUp += theta;
                areaUp += sector;
                shortUp += d * d / 2;
                longUp += squareAlong;
            } else {
                downs++;
                shortDown += d * d / 2;
                longDown += squareAlong;
            }
            return 0;
        }

        private void divideBy(int divisor) {
            shortUp /= divisor;
            shortDown /= divisor;
            longUp /= divisor;
            longDown /= divisor;
        }

        private double c1(double part) {
            return part / (shortUp + shortDown);
        }

        private double c2(double part) {
            return part / (longUp + longDown);
        }

        private double c(double part) {
            return part / (shortUp + shortDown + longUp + longDown);
        }
    }
}
