package org.lacrima.analysis.stats;

import java.util.Locale;

/**
 * The share of variance that an F test explains, in its usual forms. In a design of one factor the partial shares are the
 * shares of all variance.
 *
 * <p>With {@code F} on {@code d₁} and {@code d₂} degrees of freedom and {@code N = d₁ + d₂ + 1} in a one-way design:
 * {@code η²ₚ = d₁F ⁄ (d₁F + d₂)}, {@code ε²ₚ = d₁(F − 1) ⁄ (d₁F + d₂)}, {@code ω²ₚ = d₁(F − 1) ⁄ (d₁(F − 1) + N)},
 * {@code f = √(η²ₚ ⁄ (1 − η²ₚ))}. ε² and ω² may be negative where F is below 1, and are left so. The interval of η²ₚ has the
 * limits {@code λ ⁄ (λ + d₁ + d₂ + 1)} for the noncentralities λ under which this F lies at the tails of the confidence;
 * 90 % is customary since it agrees with the F test at 5 % (Steiger 2004, doi:10.1037/1082-989X.9.2.164).
 *
 * @param etaSquared partial η²
 * @param interval its confidence interval
 * @param epsilonSquared partial ε²
 * @param omegaSquared partial ω² (Olejnik &amp; Algina 2003, doi:10.1037/1082-989X.8.4.434)
 * @param cohenF Cohen's f
 */
public record ExplainedVariance(
        double etaSquared, Interval interval, double epsilonSquared, double omegaSquared, double cohenF)
        implements StatisticalResult {

    /**
     * The shares behind an F.
     *
     * @param f finite and not negative
     * @param df1 degrees of freedom of the effect, positive
     * @param df2 degrees of freedom of the error, positive
     * @param n number of observations
     * @param confidence confidence of the interval, between 0 and 1
     */
    public static ExplainedVariance ofF(double f, double df1, double df2, int n, double confidence) {
        if (!(f >= 0) || Double.isInfinite(f) || !(df1 > 0) || !(df2 > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "F and its degrees of freedom must be finite and positive, got F(%s, %s) = %s",
                    df1,
                    df2,
                    f));
        }
        double tail = (1 - Interval.requireConfidence(confidence)) / 2;
        double explained = df1 * f;
        double excess = df1 * (f - 1);
        double eta = explained / (explained + df2);
        double low = NoncentralF.noncentralityBeyond(f, df1, df2, tail);
        double high = NoncentralF.noncentralityBeyond(f, df1, df2, 1 - tail);
        double total = df1 + df2 + 1;
        return new ExplainedVariance(
                eta,
                new Interval(low / (low + total), high / (high + total), confidence),
                excess / (explained + df2),
                excess / (excess + n),
                Math.sqrt(explained / df2));
    }

    @Override
    public String apa() {
        return "partial η² = " + Apa.share(etaSquared) + ", " + interval + ", ω² = " + Apa.share(omegaSquared);
    }
}
