package org.lacrima.benchmarks.textbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Time-domain metrics, each computed by itself from the intervals in ms. */
public final class TextbookTimeDomain {
    private static final double SEGMENT_SECONDS = 300;

    private TextbookTimeDomain() {}

    /** SDNN, RMSSD and pNN50. */
    public static double[] sdnnRmssdPnn50(double[] rr) {
        return new double[] {sdnn(rr), rmssd(rr), 100.0 * above(rr, 50) / (rr.length - 1)};
    }

    /**
     * All metrics in the order of the library's catalogue.
     *
     * @param rr intervals in ms
     * @param seconds times at which they end
     */
    public static double[] all(double[] rr, double[] seconds) {
        double mean = new Mean().evaluate(rr);
        double median = quantile(rr, 50);
        double mad = 1.4826
                * quantile(Arrays.stream(rr).map(x -> Math.abs(x - median)).toArray(), 50);
        double[] geometry = TextbookGeometry.all(rr);
        List<double[]> segments = segments(rr, seconds);
        return new double[] {
            mean,
            median,
            sdnn(rr),
            sdann(segments),
            sdnnIndex(segments),
            rmssd(rr),
            Math.log(rmssd(rr)),
            new StandardDeviation().evaluate(differences(rr)),
            above(rr, 50),
            100.0 * above(rr, 50) / (rr.length - 1),
            above(rr, 20),
            100.0 * above(rr, 20) / (rr.length - 1),
            sdnn(rr) / mean,
            rmssd(rr) / mean,
            mad,
            mad / median,
            quantile(rr, 75) - quantile(rr, 25),
            geometry[0],
            geometry[1],
            geometry[2],
            60_000 / mean,
            60_000 / StatUtils.max(rr),
            60_000 / StatUtils.min(rr)
        };
    }

    static double sdnn(double[] rr) {
        return new StandardDeviation().evaluate(rr);
    }

    static double rmssd(double[] rr) {
        double squares = 0;
        for (double d : differences(rr)) {
            squares += d * d;
        }
        return Math.sqrt(squares / (rr.length - 1));
    }

    static double[] differences(double[] rr) {
        double[] differences = new double[rr.length - 1];
        for (int i = 1; i < rr.length; i++) {
            differences[i - 1] = rr[i] - rr[i - 1];
        }
        return differences;
    }

    static double quantile(double[] x, double percent) {
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(x, percent);
    }

    private static int above(double[] rr, double millis) {
        int above = 0;
        for (double d : differences(rr)) {
            if (Math.abs(d) > millis) {
                above++;
            }
        }
        return above;
    }

    private static double sdann(List<double[]> segments) {
        double[] means = segments.stream().mapToDouble(StatUtils::mean).toArray();
        return means.length < 2 ? Double.NaN : new StandardDeviation().evaluate(means);
    }

    private static double sdnnIndex(List<double[]> segments) {
        return segments.stream()
                .mapToDouble(s -> new StandardDeviation().evaluate(s))
                .average()
                .orElse(Double.NaN);
    }

    /** The complete segments of 5 min. */
    private static List<double[]> segments(double[] rr, double[] seconds) {
        double start = seconds[0] - rr[0] / 1000;
        List<double[]> segments = new ArrayList<>();
        int from = 0;
        for (int s = 1; start + s * SEGMENT_SECONDS <= seconds[seconds.length - 1] + 1e-9; s++) {
            int to = from;
            while (to < rr.length && seconds[to] <= start + s * SEGMENT_SECONDS + 1e-9) {
                to++;
            }
            segments.add(Arrays.copyOfRange(rr, from, to));
            from = to;
        }
        return segments;
    }
}
