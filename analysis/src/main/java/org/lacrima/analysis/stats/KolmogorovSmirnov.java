package org.lacrima.analysis.stats;

import java.util.Arrays;
import java.util.Locale;

/**
 * The two-sample Kolmogorov–Smirnov test: {@code D = max|F₁(x) − F₂(x)|} over both empirical distributions.
 *
 * <p>The exact p is the share of the {@code C(N, n₁)} relabellings of the pooled values with a D at least as large; with
 * ties it is conditional on them (Schröer &amp; Trenkler 1995), as in R from 4.2 on. It counts paths through the
 * {@code n₁ × n₂} lattice and is made up to 10⁸ points. The asymptotic p is the Kolmogorov limit
 * {@code 2 Σ (−1)^{k−1} exp(−2k²·D²·n₁n₂⁄N)}.
 *
 * <p>Not estimable where a sample is empty. Source: Schröer &amp; Trenkler 1995, doi:10.1016/0167-9473(94)00040-P.
 * Immutable.
 */
public final class KolmogorovSmirnov {

    private static final double LARGEST_LATTICE = 1e8;

    private KolmogorovSmirnov() {}

    /** Two-sided. */
    public static KolmogorovSmirnov withDefaults() {
        return new KolmogorovSmirnov();
    }

    /** Tests whether two samples come from one distribution. */
    public Inference<Result> test(double[] first, double[] second) {
        Sample x = Sample.of(first);
        Sample y = Sample.of(second);
        int n1 = x.size();
        int n2 = y.size();
        if (n1 == 0 || n2 == 0) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "groups of %d and %d, at least 1 value each needed", n1, n2));
        }
        boolean[] checked = endsOfTies(first, second);
        long distance = latticeDistance(x.sorted(), y.sorted());
        double d = distance / ((double) n1 * n2);
        Inference<Double> exact = (double) n1 * n2 > LARGEST_LATTICE
                ? Inference.notEstimable(String.format(
                        Locale.ROOT, "groups of %d and %d are too large for the exact distribution", n1, n2))
                : Inference.of(exactP(n1, n2, distance, checked));
        double scaled = d * Math.sqrt((double) n1 * n2 / (n1 + (double) n2));
        return Inference.of(new Result(d, n1, n2, exact, kolmogorovTail(scaled)));
    }

    /** For each count of values, smallest first, whether the next value differs: only there can D be read off. */
    private static boolean[] endsOfTies(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        Arrays.sort(all);
        boolean[] ends = new boolean[all.length + 1];
        for (int i = 1; i < all.length; i++) {
            ends[i] = all[i - 1] != all[i];
        }
        ends[all.length] = true;
        return ends;
    }

    /** {@code D·n₁·n₂}, a whole number. */
    private static long latticeDistance(double[] x, double[] y) {
        long largest = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] == at) {
                i++;
            }
            while (j < y.length && y[j] == at) {
                j++;
            }
            largest = Math.max(largest, Math.abs((long) i * y.length - (long) j * x.length));
        }
        return largest;
    }

    /**
     * The probability that a random path from (0, 0) to (n₁, n₂) strays as far as observed: at each point the mean over
     * where it came from, or one where it has strayed. Sums of positive numbers only, so that small p keep their digits.
     */
    private static double exactP(int n1, int n2, long distance, boolean[] checked) {
        double[] strayed = new double[n2 + 1];
        for (int i = 0; i <= n1; i++) {
            for (int j = 0; j <= n2; j++) {
                boolean far = checked[i + j] && Math.abs((long) i * n2 - (long) j * n1) >= distance;
                if (far) {
                    strayed[j] = 1;
                } else if (i + j == 0) {
                    strayed[j] = 0;
                } else {
                    double fromLeft = i == 0 ? 0 : strayed[j] * i;
                    double fromBelow = j == 0 ? 0 : strayed[j - 1] * j;
                    strayed[j] = (fromLeft + fromBelow) / (i + j);
                }
            }
        }
        return strayed[n2];
    }

    private static double kolmogorovTail(double z) {
        if (z < 0.2) {
            return 1;
        }
        double tail = 0;
        for (int k = 1; k <= 100; k++) {
            double term = 2 * Math.exp(-2.0 * k * k * z * z);
            tail += k % 2 == 1 ? term : -term;
            if (term < 1e-18 * Math.abs(tail)) {
                break;
            }
        }
        return Math.min(1, Math.max(0, tail));
    }

    /**
     * The outcome of a Kolmogorov–Smirnov test.
     *
     * @param d largest distance of the two empirical distributions
     * @param n1 values in the first sample
     * @param n2 values in the second sample
     * @param exactP p by all relabellings, conditional on ties
     * @param asymptoticP p by the Kolmogorov limit
     */
    public record Result(double d, int n1, int n2, Inference<Double> exactP, double asymptoticP)
            implements StatisticalResult {

        /** The exact p where there is one, else the asymptotic. */
        public double p() {
            return exactP.value().orElse(asymptoticP);
        }

        @Override
        public String apa() {
            return String.format(Locale.ROOT, "Kolmogorov–Smirnov D = %s, %s", Apa.number(d), Apa.p(p()));
        }
    }
}
