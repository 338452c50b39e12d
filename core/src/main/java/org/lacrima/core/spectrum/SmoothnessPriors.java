package org.lacrima.core.spectrum;

/**
 * The smoothness-priors trend {@code (I + λ²·D₂ᵀD₂)⁻¹ z} of Tarvainen, Ranta-aho &amp; Karjalainen 2002
 * (doi:10.1109/10.979357), D₂ the second differences. The matrix has five diagonals, so an LDLᵀ factorisation solves it
 * in linear time.
 */
final class SmoothnessPriors {
    private SmoothnessPriors() {}

    /** Takes the trend off, in place. */
    static void remove(double[] z, double lambda) {
        // a line has no second differences, so it is trend entirely; without it the solution keeps its digits
        Trend.removeLine(z, 0, z.length);
        int n = z.length;
        if (n < 3) {
            return;
        }
        double weight = lambda * lambda;
        double[] pivot = new double[n];
        double[] left = new double[n];
        double[] left2 = new double[n];
        double[] trend = new double[n];
        for (int i = 0; i < n; i++) {
            int squares = (i <= n - 3 ? 1 : 0) + (i >= 1 && i <= n - 2 ? 4 : 0) + (i >= 2 ? 1 : 0);
            double d = 1 + weight * squares;
            double t = z[i];
            if (i >= 2) {
                left2[i] = weight / pivot[i - 2];
                d -= left2[i] * weight;
                t -= left2[i] * trend[i - 2];
            }
            if (i >= 1) {
                double beside = -2 * weight * ((i <= n - 2 ? 1 : 0) + (i >= 2 ? 1 : 0));
                double reduced = i >= 2 ? beside - weight * left[i - 1] : beside;
                left[i] = reduced / pivot[i - 1];
                d -= left[i] * reduced;
                t -= left[i] * trend[i - 1];
            }
            pivot[i] = d;
            trend[i] = t;
        }
        for (int i = n - 1; i >= 0; i--) {
            double t = trend[i] / pivot[i];
            if (i + 1 < n) {
                t -= left[i + 1] * trend[i + 1];
            }
            if (i + 2 < n) {
                t -= left2[i + 2] * trend[i + 2];
            }
            trend[i] = t;
            z[i] -= t;
        }
    }
}
