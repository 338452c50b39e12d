package org.lacrima.core.recovery;

/** Makes residuals that resemble the one before independent: {@code (vᵢ − ρᵢ · vᵢ₋₁) ⁄ √(1 − ρᵢ²)}, ρᵢ by the step in time. */
final class Whitening {
    private final double[] rho;

    private Whitening(double[] rho) {
        this.rho = rho;
    }

    static Whitening none(int n) {
        return new Whitening(new double[n]);
    }

    /**
     * Correlation that decays with time.
     *
     * @param t times in s
     * @param correlation at a distance of one mean step, from 0 to below 1
     */
    static Whitening of(double[] t, double correlation) {
        int n = t.length;
        double meanStep = (t[n - 1] - t[0]) / (n - 1);
        double[] rho = new double[n];
        for (int i = 1; i < n && correlation > 0; i++) {
            rho[i] = Math.pow(correlation, (t[i] - t[i - 1]) / meanStep);
        }
        return new Whitening(rho);
    }

    double[] apply(double[] values) {
        double[] white = new double[values.length];
        white[0] = values[0];
        for (int i = 1; i < values.length; i++) {
            white[i] = (values[i] - rho[i] * values[i - 1]) / Math.sqrt(1 - rho[i] * rho[i]);
        }
        return white;
    }

    /** Logarithm of the determinant of the correlation matrix. */
    double logDeterminant() {
        double sum = 0;
        for (double r : rho) {
            sum += Math.log1p(-r * r);
        }
        return sum;
    }
}
