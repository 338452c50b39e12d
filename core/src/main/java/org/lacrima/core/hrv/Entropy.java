package org.lacrima.core.hrv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.hrv.EntropyOptions.ApproximateMean;
import org.lacrima.core.hrv.EntropyOptions.Match;
import org.lacrima.core.hrv.EntropyOptions.Templates;
import org.lacrima.core.hrv.EntropyOptions.ToleranceSd;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.hrv.TemplateMatches.Counts;
import org.lacrima.core.hrv.TemplateMatches.Partners;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Unit;

/** Entropies: how little of the next interval is known from the ones before it. */
public final class Entropy {
    private Entropy() {}

    private static final Citation RICHMAN_2000 =
            new Citation("Richman & Moorman", 2000, "10.1152/ajpheart.2000.278.6.H2039");
    private static final Citation PINCUS_1991 = new Citation("Pincus", 1991, "10.1073/pnas.88.6.2297");
    private static final Citation CHEN_2007 = new Citation("Chen, Wang, Xie & Yu", 2007, "10.1109/TNSRE.2007.897025");
    private static final Citation SHANNON_1948 = new Citation("Shannon", 1948, "10.1002/j.1538-7305.1948.tb01338.x");
    private static final String TEMPLATES = "templates never cross a gap";

    /** Sample entropy. */
    public static final HrvMetric SAMPLE = HrvMetric.named("SampEn", Unit.ONE)
            .definedAs(
                    "ln(B ⁄ A), B and A pairs of templates of 2 and of 3 intervals whose distance (largest difference)"
                            + " is at most 0.2·SDNN; the same n − 2 templates for both")
            .needing("4 contiguous intervals, and a pair of templates of 3 intervals that match")
            .atGaps(TEMPLATES)
            .from(RICHMAN_2000)
            .by(Entropy::sample);

    /** Approximate entropy. */
    public static final HrvMetric APPROXIMATE = HrvMetric.named("ApEn", Unit.ONE)
            .definedAs(
                    "Φ(2) − Φ(3), Φ(m) mean of ln(share of the n − m + 1 templates of m intervals whose distance is at"
                            + " most 0.2·SDNN, itself included)")
            .needing("4 contiguous intervals that are not all equal")
            .atGaps(TEMPLATES)
            .from(PINCUS_1991)
            .by(Entropy::approximate);

    /** Fuzzy entropy. */
    public static final HrvMetric FUZZY = HrvMetric.named("FuzzyEn", Unit.ONE)
            .definedAs(
                    "ln(φ(2) ⁄ φ(3)), φ(m) mean over all pairs of exp(−(d ⁄ SDNN)² ⁄ 0.2), d largest difference of two"
                            + " templates of m intervals, each taken about its own mean; the same n − 2 templates for both")
            .needing(
                    "4 contiguous intervals that are not all equal; at most 20 000 where they are not multiples of one step")
            .atGaps(TEMPLATES)
            .from(CHEN_2007)
            .by(Entropy::fuzzy);

    /** Shannon entropy of the histogram. */
    public static final HrvMetric SHANNON = HrvMetric.named("ShannonEn", new Unit("bit"))
            .definedAs("−Σ p · log₂ p, p share of the intervals in each bin of 1/128 s = 7.8125 ms from 0")
            .from(SHANNON_1948)
            .by(Entropy::shannon);

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(SAMPLE, APPROXIMATE, FUZZY, SHANNON);
    }

    /** The tolerance in ms. */
    static double tolerance(Workings w, double standardDeviations, ToleranceSd divisor) {
        int n = w.n();
        int of = divisor == ToleranceSd.N_MINUS_1 ? n - 1 : divisor == ToleranceSd.N ? n : n + 1;
        return standardDeviations * Math.sqrt(w.sumOfSquares() / of);
    }

    static Ranks ranks(Workings w) {
        return w.shared(Ranks.class, of -> Ranks.of(of.rr()));
    }

    private static Answer sample(Workings w) {
        EntropyOptions options = w.options().nonlinear().entropy();
        int m = options.dimension();
        Answer unfit = unfit(w, m);
        if (unfit != null) {
            return unfit;
        }
        double r = tolerance(w, options.tolerance(), options.toleranceSd());
        SampleCounts counts = SampleCounts.of(ranks(w), w.runs(), m, r, options.match(), options.templates());
        return counts.entropy(r);
    }

    private static Answer approximate(Workings w) {
        EntropyOptions options = w.options().nonlinear().entropy();
        int m = options.dimension();
        Answer unfit = unfit(w, m);
        if (unfit != null) {
            return unfit;
        }
        double r = tolerance(w, options.tolerance(), options.toleranceSd());
        int[] starts = prolongableFirst(w.runs(), m);
        int prolongable = w.runs().templates(m + 1);
        Counts counts = TemplateMatches.of(
                ranks(w), starts, prolongable, m, r, options.match() == Match.WITHIN, Partners.ALL_AND_SELF);
        double entropy = mean(counts.shorter(), starts.length, options.approximateMean())
                - mean(counts.longer(), prolongable, options.approximateMean());
        return Answer.value(entropy, starts.length);
    }

    /** Mean over the templates of the logarithm of the share that matches each, or the logarithm of the mean share. */
    private static double mean(int[] matches, int templates, ApproximateMean mean) {
        if (mean == ApproximateMean.LOGARITHM_OF_MEAN) {
            return Math.log((double) Counts.sum(matches) / templates / templates);
        }
        double sum = 0;
        for (int count : matches) {
            // A template that exists matches itself; 0 marks one that cannot be prolonged.
            sum += count == 0 ? 0 : Math.log((double) count / templates);
        }
        return sum / templates;
    }

    private static Answer fuzzy(Workings w) {
        EntropyOptions options = w.options().nonlinear().entropy();
        int m = options.dimension();
        Answer unfit = unfit(w, m);
        if (unfit != null) {
            return unfit;
        }
        Resolution resolution = w.resolution();
        if (w.n() > options.fuzzyLongest() && !FuzzyMatches.isFast(resolution, m + 1)) {
            return Answer.none(w.n() + " intervals that are not multiples of one step, of which every pair of templates"
                    + " would be compared; at most " + options.fuzzyLongest() + ": take windows, or raise the limit");
        }
        int[] starts = w.runs().templateStarts(m + 1);
        FuzzyMatches matches = new FuzzyMatches(
                w.rr(), starts, tolerance(w, 1, options.toleranceSd()), options.fuzzyExponent(), options.tolerance());
        double shorter = matches.sum(m, resolution);
        double longer = matches.sum(m + 1, resolution);
        return longer > 0
                ? Answer.value(Math.log(shorter / longer), starts.length)
                : Answer.none(starts.length + " templates, none of which resembles another");
    }

    private static Answer shannon(Workings w) {
        double[] sorted = w.sorted();
        double width = w.options().nonlinear().entropy().shannonBinMillis();
        double entropy = 0;
        int from = 0;
        for (int to = 1; to <= sorted.length; to++) {
            if (to == sorted.length || bin(sorted[to], width) != bin(sorted[from], width)) {
                double p = (double) (to - from) / sorted.length;
                entropy -= p * Math.log(p);
                from = to;
            }
        }
        return Answer.value(entropy / Math.log(2), w.n());
    }

    private static double bin(double interval, double width) {
        return width == 0 ? interval : Math.floor(interval / width);
    }

    private static @Nullable Answer unfit(Workings w, int m) {
        if (w.runs().longest() < m + 2) {
            return Answer.none(String.format(
                    Locale.ROOT,
                    "longest run without a gap has %d interval(s), %d needed",
                    w.runs().longest(),
                    m + 2));
        }
        return w.isConstant() ? Answer.none("all intervals are equal, so the tolerance is 0") : null;
    }

    /** Starts of the templates of m intervals: those that can be prolonged, then those at the end of a run. */
    static int[] prolongableFirst(Runs runs, int m) {
        int[] starts = Arrays.copyOf(runs.templateStarts(m + 1), runs.templates(m));
        int next = runs.templates(m + 1);
        for (int k = 0; k < runs.count(); k++) {
            if (runs.to(k) - runs.from(k) >= m) {
                starts[next++] = runs.to(k) - m;
            }
        }
        return starts;
    }

    /**
     * Pairs of templates that match.
     *
     * @param shorter pairs over m intervals
     * @param longer pairs over m + 1 intervals
     * @param shorterTemplates templates of m intervals
     * @param longerTemplates templates of m + 1 intervals
     * @param m length of the shorter templates
     */
    record SampleCounts(long shorter, long longer, int shorterTemplates, int longerTemplates, int m) {
        static final SampleCounts NOT_COUNTED = new SampleCounts(-1, -1, -1, -1, -1);

        /** Both counts together, as if of one series. */
        SampleCounts plus(SampleCounts other) {
            return new SampleCounts(
                    shorter + other.shorter,
                    longer + other.longer,
                    shorterTemplates + other.shorterTemplates,
                    longerTemplates + other.longerTemplates,
                    m);
        }

        static SampleCounts of(Ranks ranks, Runs runs, int m, double r, Match match, Templates templates) {
            boolean all = templates == Templates.ALL;
            int[] starts = all ? prolongableFirst(runs, m) : runs.templateStarts(m + 1);
            int prolongable = runs.templates(m + 1);
            Counts counts = TemplateMatches.of(
                    ranks, starts, prolongable, m, r, match == Match.WITHIN, Partners.EACH_PAIR_ONCE);
            return new SampleCounts(
                    Counts.sum(counts.shorter()), Counts.sum(counts.longer()), starts.length, prolongable, m);
        }

        /** Natural logarithm of the shares' ratio, or why there is none. */
        Answer entropy(double r) {
            if (longerTemplates < 2) {
                return Answer.none(longerTemplates + " templates of " + (m + 1) + " contiguous intervals, 2 needed");
            }
            if (longer == 0) {
                return Answer.none(String.format(
                        Locale.ROOT,
                        "no two templates of %d intervals lie within the tolerance of %.4g ms of each other",
                        shorter == 0 ? m : m + 1,
                        r));
            }
            // With equally many templates the shares' divisors are the same, and leaving them out keeps B ⁄ A exact.
            double ratio = shorterTemplates == longerTemplates
                    ? (double) shorter / longer
                    : (shorter / pairs(shorterTemplates)) / (longer / pairs(longerTemplates));
            return Answer.value(Math.log(ratio), shorterTemplates);
        }

        private static double pairs(double templates) {
            return templates * (templates - 1) / 2;
        }
    }
}
