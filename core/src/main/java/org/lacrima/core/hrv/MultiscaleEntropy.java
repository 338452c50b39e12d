package org.lacrima.core.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.hrv.Entropy.SampleCounts;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.hrv.MultiscaleOptions.Grain;
import org.lacrima.core.hrv.MultiscaleOptions.Summary;
import org.lacrima.core.hrv.MultiscaleOptions.Undefined;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;

/** Sample entropy of the series as it is and coarse-grained: scale by scale, and summed over scales. */
public final class MultiscaleEntropy {
    private MultiscaleEntropy() {}

    private static final Citation COSTA_2005 =
            new Citation("Costa, Goldberger & Peng", 2005, "10.1103/PhysRevE.71.021906");
    private static final Citation WU_2013 = new Citation("Wu, Wu, Lin, Wang & Lee", 2013, "10.3390/e15031069");
    private static final Citation WU_2014 =
            new Citation("Wu, Wu, Lin, Lee & Peng", 2014, "10.1016/j.physleta.2014.03.034");

    /** How the coarse-grained series of a scale enter its entropy. */
    private enum Variant {
        /** One series, beginning with the first interval. */
        PLAIN,
        /** The mean of the entropies of one series per offset. */
        COMPOSITE,
        /** One entropy from the counts of all offsets. */
        REFINED
    }

    /** Multiscale entropy. */
    public static final HrvMetric MSE = metric(
            "MSE",
            "Σ SampEn(τ), τ = 1 to 5: m = 2, r = 0.15·SDNN, means of τ successive intervals each",
            COSTA_2005,
            Variant.PLAIN);

    /** Composite multiscale entropy. */
    public static final HrvMetric CMSE = metric(
            "CMSE",
            "Σ over τ = 1 to 5 of the mean of SampEn over the series of means of τ intervals that begin at each of τ"
                    + " offsets: m = 2, r = 0.15·SDNN",
            WU_2013,
            Variant.COMPOSITE);

    /** Refined composite multiscale entropy. */
    public static final HrvMetric RCMSE = metric(
            "RCMSE",
            "Σ over τ = 1 to 5 of ln(ΣB ⁄ ΣA), matching pairs of SampEn summed over the series of means of τ intervals"
                    + " that begin at each of τ offsets: m = 2, r = 0.15·SDNN",
            WU_2014,
            Variant.REFINED);

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(MSE, CMSE, RCMSE);
    }

    /**
     * The entropy of every scale of one of these metrics under its options, from scale 1 up; named after the metric and
     * the scale, such as {@code MSE(3)}.
     *
     * @throws IllegalArgumentException if the metric is none of {@link #all()}
     */
    public static List<MetricValue> curve(HrvMetric metric, BeatSeries beats) {
        Workings w = new Workings(beats, metric.options());
        int largest = metric.options().nonlinear().multiscale().scales();
        List<MetricValue> curve = new ArrayList<>();
        for (int scale = 1; scale <= largest; scale++) {
            Answer answer = w.isEmpty() ? Answer.none("no interval") : atScale(w, variant(metric), scale);
            String name = metric.name() + "(" + scale + ")";
            curve.add(
                    answer.reason().isEmpty()
                            ? MetricValue.of(name, answer.value(), Unit.ONE, answer.n())
                            : MetricValue.notEstimable(name, Unit.ONE, answer.reason()));
        }
        return List.copyOf(curve);
    }

    private static Variant variant(HrvMetric metric) {
        int at = List.of("MSE", "CMSE", "RCMSE").indexOf(metric.name());
        if (at < 0) {
            throw new IllegalArgumentException("metric must be MSE, CMSE or RCMSE, got " + metric);
        }
        return Variant.values()[at];
    }

    private static HrvMetric metric(String name, String formula, Citation source, Variant variant) {
        return HrvMetric.named(name, Unit.ONE)
                .definedAs(formula)
                .needing("matching templates of 3 at every scale; about 200 intervals as a rule")
                .atGaps("neither means nor templates cross a gap")
                .from(source)
                .by(w -> summary(w, variant));
    }

    private static Answer summary(Workings w, Variant variant) {
        MultiscaleOptions options = w.options().nonlinear().multiscale();
        int largest = options.share() == 0 ? options.scales() : Math.min(options.scales(), w.n() / options.share() - 1);
        List<Double> entropies = new ArrayList<>();
        for (int scale = 1; scale <= largest; scale++) {
            Answer answer = atScale(w, variant, scale);
            if (answer.reason().isEmpty()) {
                entropies.add(answer.value());
            } else if (options.undefined() == Undefined.REFUSE) {
                return Answer.none("at scale " + scale + ": " + answer.reason());
            }
        }
        if (entropies.isEmpty()) {
            return Answer.none(w.n() + " intervals offer no scale with an entropy");
        }
        double sum = entropies.stream().mapToDouble(Double::doubleValue).sum();
        double ends = (entropies.get(0) + entropies.get(entropies.size() - 1)) / 2;
        return Answer.value(options.summary() == Summary.SUM ? sum : (sum - ends) / entropies.size(), w.n());
    }

    private static Answer atScale(Workings w, Variant variant, int scale) {
        if (w.isConstant()) {
            return Answer.none("all intervals are equal, so the tolerance is 0");
        }
        Grain grain = variant == Variant.PLAIN
                ? Grain.MEANS
                : w.options().nonlinear().multiscale().grain();
        Counts counts = w.shared(Counts.class, Counts::new);
        double r = counts.tolerance;
        if (variant == Variant.PLAIN) {
            return counts.of(grain, scale, 0).entropy(r);
        }
        return variant == Variant.COMPOSITE ? meanOverOffsets(w, counts, grain, scale) : pooled(counts, grain, scale);
    }

    private static Answer meanOverOffsets(Workings w, Counts counts, Grain grain, int scale) {
        double sum = 0;
        int defined = 0;
        for (int offset = 0; offset < scale; offset++) {
            Answer answer = counts.of(grain, scale, offset).entropy(counts.tolerance);
            if (answer.reason().isEmpty()) {
                sum += answer.value();
                defined++;
            } else if (w.options().nonlinear().multiscale().undefined() == Undefined.REFUSE) {
                return Answer.none(String.format(Locale.ROOT, "from interval %d on, %s", offset, answer.reason()));
            }
        }
        return defined == 0
                ? Answer.none("no offset has matching templates")
                : Answer.value(sum / defined, w.n() / scale);
    }

    private static Answer pooled(Counts counts, Grain grain, int scale) {
        SampleCounts pooled = counts.of(grain, scale, 0);
        for (int offset = 1; offset < scale; offset++) {
            pooled = pooled.plus(counts.of(grain, scale, offset));
        }
        return pooled.entropy(counts.tolerance);
    }

    /** Counts of matching templates by scale and offset, each made once for the three variants. */
    private static final class Counts {
        private final Workings w;
        private final double tolerance;
        private final List<SampleCounts> means = new ArrayList<>();
        private final List<SampleCounts> everyNth = new ArrayList<>();

        Counts(Workings w) {
            this.w = w;
            this.tolerance = Entropy.tolerance(
                    w,
                    w.options().nonlinear().multiscale().tolerance(),
                    w.options().nonlinear().entropy().toleranceSd());
        }

        SampleCounts of(Grain grain, int scale, int offset) {
            List<SampleCounts> known = grain == Grain.MEANS ? means : everyNth;
            int at = scale * (scale - 1) / 2 + offset;
            while (known.size() <= at) {
                known.add(SampleCounts.NOT_COUNTED);
            }
            if (known.get(at).equals(SampleCounts.NOT_COUNTED)) {
                known.set(at, count(grain, scale, offset));
            }
            return known.get(at);
        }

        private SampleCounts count(Grain grain, int scale, int offset) {
            EntropyOptions options = w.options().nonlinear().entropy();
            Coarse coarse = Coarse.of(w.rr(), w.runs(), grain, scale, offset);
            Ranks ranks = scale == 1 ? Entropy.ranks(w) : Ranks.of(coarse.values);
            return SampleCounts.of(
                    ranks, coarse.runs, options.dimension(), tolerance, options.match(), options.templates());
        }
    }

    /** A coarse-grained series and where its gaps are. */
    private static final class Coarse {
        private final double[] values;
        private final Runs runs;

        private Coarse(double[] values, Runs runs) {
            this.values = values;
            this.runs = runs;
        }

        static Coarse of(double[] x, Runs runs, Grain grain, int scale, int offset) {
            int[] lengths = new int[runs.count()];
            int n = 0;
            for (int k = 0; k < runs.count(); k++) {
                int length = runs.to(k) - runs.from(k);
                lengths[k] = Math.max(0, grain == Grain.MEANS ? (length - offset) / scale : length / scale);
                n += lengths[k];
            }
            double[] values = new double[n];
            int next = 0;
            for (int k = 0; k < runs.count(); k++) {
                for (int i = 0; i < lengths[k]; i++) {
                    int from = runs.from(k) + offset + i * scale;
                    values[next++] = grain == Grain.MEANS ? mean(x, from, scale) : x[from];
                }
            }
            return new Coarse(values, Runs.ofLengths(lengths));
        }

        private static double mean(double[] x, int from, int count) {
            double sum = 0;
            for (int i = from; i < from + count; i++) {
                sum += x[i];
            }
            return sum / count;
        }
    }
}
