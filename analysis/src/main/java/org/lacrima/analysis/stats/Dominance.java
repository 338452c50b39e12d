package org.lacrima.analysis.stats;

import java.util.Locale;

/**
 * How often values of one sample exceed those of another: Cliff's δ with its interval, and the same number as rank-biserial
 * correlation, as Vargha and Delaney's A and as the common-language effect size.
 *
 * <p>{@code δ = P(X > Y) − P(X < Y)} over all pairs, {@code A = (δ + 1)⁄2}; the rank-biserial correlation
 * {@code 2U⁄(n₁n₂) − 1} is the same number as δ. The variance is Cliff's unbiased estimate
 * {@code (n₂²Σ(δᵢ. − δ)² + n₁²Σ(δ.ⱼ − δ)² − Σ(δᵢⱼ − δ)²) ⁄ (n₁n₂(n₁ − 1)(n₂ − 1))}, not below
 * {@code (1 − δ²)⁄(n₁n₂ − 1)}, and the interval is his asymmetric one,
 * {@code (δ − δ³ ± z·s·√((1 − δ²)² + z²s²)) ⁄ (1 − δ² + z²s²)}.
 *
 * <p>Not estimable where a group has fewer than two values. Where the samples do not overlap, δ is ±1 and its interval,
 * whose variance is zero, has no estimate.
 *
 * <p>Sources: Cliff 1996, doi:10.1207/s15327906mbr3103_4; Vargha &amp; Delaney 2000, doi:10.3102/10769986025002101.
 * Immutable.
 */
public final class Dominance {

    private final double confidence;

    private Dominance(double confidence) {
        this.confidence = confidence;
    }

    /** Interval of 95 %. */
    public static Dominance withDefaults() {
        return new Dominance(0.95);
    }

    /** With an interval of another confidence, between 0 and 1. */
    public Dominance withConfidence(double newConfidence) {
        return new Dominance(Interval.requireConfidence(newConfidence));
    }

    /** How often first values exceed second ones. */
    public Inference<Result> of(double[] first, double[] second) {
        Sample x = Sample.of(first);
        Sample y = Sample.of(second);
        int n1 = x.size();
        int n2 = y.size();
        if (n1 < 2 || n2 < 2) {
            return Inference.notEstimable(
                    String.format(Locale.ROOT, "groups of %d and %d, at least 2 values each needed", n1, n2));
        }
        double[] rows = new double[n1];
        double[] columns = new double[n2];
        double untied = 0;
        for (int i = 0; i < n1; i++) {
            for (int j = 0; j < n2; j++) {
                double sign = Math.signum(first[i] - second[j]);
                rows[i] += sign;
                columns[j] += sign;
                untied += sign * sign;
            }
        }
        double pairs = (double) n1 * n2;
        double delta = Sample.mean(rows) / n2;
        double ofRows = 0;
        for (double row : rows) {
            ofRows += (row / n2 - delta) * (row / n2 - delta);
        }
        double ofColumns = 0;
        for (double column : columns) {
            ofColumns += (column / n1 - delta) * (column / n1 - delta);
        }
        double ofPairs = untied - pairs * delta * delta;
        double unbiased =
                ((double) n2 * n2 * ofRows + (double) n1 * n1 * ofColumns - ofPairs) / (pairs * (n1 - 1) * (n2 - 1));
        double variance = Math.max(unbiased, (1 - delta * delta) / (pairs - 1));
        double pooledSpread = Math.sqrt(x.variance() + y.variance());
        Inference<Double> parametric = pooledSpread > 0
                ? Inference.of(Asymptotic.cdf((x.mean() - y.mean()) / pooledSpread))
                : Inference.notEstimable("both groups are constant");
        return Inference.of(
                new Result(delta, interval(delta, variance), variance, (delta + 1) / 2, parametric, n1, n2));
    }

    private Inference<Interval> interval(double delta, double variance) {
        if (!(variance > 0)) {
            return Inference.notEstimable("the samples do not overlap, which leaves no variance");
        }
        double z = Asymptotic.quantile(1 - (1 - confidence) / 2);
        double spread = z * z * variance;
        double rest = 1 - delta * delta;
        double centre = delta - delta * delta * delta;
        double half = z * Math.sqrt(variance) * Math.sqrt(rest * rest + spread);
        double low = (centre - half) / (rest + spread);
        double high = (centre + half) / (rest + spread);
        return Inference.of(new Interval(Math.max(-1, low), Math.min(1, high), confidence));
    }

    /**
     * Dominance of one sample over another.
     *
     * @param delta Cliff's δ, which is also the rank-biserial correlation
     * @param interval its asymmetric confidence interval
     * @param variance its variance
     * @param superiority Vargha and Delaney's A: {@code P(X > Y) + P(X = Y)⁄2}
     * @param commonLanguage the same under normal distributions, {@code Φ((m₁ − m₂) ⁄ √(s₁² + s₂²))} (McGraw &amp; Wong
     *     1992, doi:10.1037/0033-2909.111.2.361)
     * @param n1 values in the first sample
     * @param n2 values in the second sample
     */
    public record Result(
            double delta,
            Inference<Interval> interval,
            double variance,
            double superiority,
            Inference<Double> commonLanguage,
            int n1,
            int n2)
            implements StatisticalResult {

        @Override
        public String apa() {
            String limits = interval.value().map(i -> ", " + i).orElse("");
            return "Cliff δ = " + Apa.number(delta) + limits + ", A = " + Apa.number(superiority);
        }
    }
}
