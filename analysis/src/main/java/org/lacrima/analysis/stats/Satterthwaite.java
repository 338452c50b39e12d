package org.lacrima.analysis.stats;

/** Degrees of freedom of a sum of estimated variances (Satterthwaite 1946, doi:10.2307/3002019). */
final class Satterthwaite {

    private Satterthwaite() {}

    /** {@code (a + b)² ⁄ (a²⁄d₁ + b²⁄d₂)}, by shares so that squares neither overflow nor vanish. */
    static double df(double a, double dfA, double b, double dfB) {
        double share = a / (a + b);
        return 1 / (share * share / dfA + (1 - share) * (1 - share) / dfB);
    }
}
