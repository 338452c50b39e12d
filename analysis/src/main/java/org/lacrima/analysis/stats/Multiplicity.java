package org.lacrima.analysis.stats;

import java.util.Locale;
import java.util.stream.IntStream;

/** Adjustment of the p values of a family of tests. */
public enum Multiplicity {
    /** No adjustment. */
    NONE("none"),
    /** {@code min(1, m·p)} (Dunn 1961, doi:10.1080/01621459.1961.10482090). */
    BONFERRONI("Bonferroni"),
    /** Step down, family-wise error, any dependence (Holm 1979, Scand J Statist 6:65–70). */
    HOLM("Holm"),
    /** Step up, family-wise error, independent or positively dependent (Hochberg 1988, doi:10.1093/biomet/75.4.800). */
    HOCHBERG("Hochberg"),
    /** Step up, false discovery rate (Benjamini &amp; Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x). */
    BENJAMINI_HOCHBERG("Benjamini–Hochberg"),
    /** Step up, false discovery rate, any dependence (Benjamini &amp; Yekutieli 2001, doi:10.1214/aos/1013699998). */
    BENJAMINI_YEKUTIELI("Benjamini–Yekutieli");

    private final String label;

    Multiplicity(String label) {
        this.label = label;
    }

    /** Name as printed. */
    public String label() {
        return label;
    }

    /**
     * The adjusted p values of a family, in the order given.
     *
     * @throws IllegalArgumentException naming the first that does not lie between 0 and 1
     */
    public double[] adjust(double... p) {
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "p value %d must lie between 0 and 1, got %s", i, p[i]));
            }
        }
        int m = p.length;
        int[] ascending = IntStream.range(0, m)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[m];
        double bound = isStepUp() ? 1 : 0;
        for (int step = 0; step < m; step++) {
            int rank = isStepUp() ? m - step : step + 1;
            int at = ascending[rank - 1];
            double scaled = Math.min(1, p[at] * factor(rank, m));
            bound = this == NONE || this == BONFERRONI
                    ? scaled
                    : isStepUp() ? Math.min(bound, scaled) : Math.max(bound, scaled);
            adjusted[at] = bound;
        }
        return adjusted;
    }

    private boolean isStepUp() {
        return this == HOCHBERG || this == BENJAMINI_HOCHBERG || this == BENJAMINI_YEKUTIELI;
    }

    private double factor(int rank, int m) {
        return switch (this) {
            case NONE -> 1;
            case BONFERRONI -> m;
            case HOLM, HOCHBERG -> m - rank + 1.0;
            case BENJAMINI_HOCHBERG -> (double) m / rank;
            case BENJAMINI_YEKUTIELI -> (double) m / rank * harmonic(m);
        };
    }

    private static double harmonic(int m) {
        double sum = 0;
        for (int i = 1; i <= m; i++) {
            sum += 1.0 / i;
        }
        return sum;
    }
}
