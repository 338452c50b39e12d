package org.lacrima.core.spectrum;

/**
 * The poles of an all-pole model and the power that each carries: with {@code A(z) = Π (1 − zₖ⁄z)}, pole k has
 * {@code cₖ = σ²·zₖ^(p−1) ⁄ ( Π_{j≠k} (zₖ − zⱼ) · Π_j (1 − zⱼzₖ) )}.
 */
final class Poles {
    private static final int MOST_ROUNDS = 200;
    private static final double LONGEST_STEP = 0.5;
    /** The iteration converges cubically: the step after one as short as this would be lost in rounding. */
    private static final double LAST_STEP = 1e-12;

    private final double[] re;
    private final double[] im;
    private final double[] powerRe;
    private final double[] powerIm;
    /** Power of a model without poles. */
    private final double flat;

    private Poles(double[] re, double[] im, double[] powerRe, double[] powerIm, double flat) {
        this.re = re;
        this.im = im;
        this.powerRe = powerRe;
        this.powerIm = powerIm;
        this.flat = flat;
    }

    static Poles of(double[] coefficients, double variance) {
        int p = coefficients.length;
        double[] re = new double[p];
        double[] im = new double[p];
        findRoots(coefficients, re, im);
        for (int k = 0; k < p; k++) {
            // the roots of a real polynomial are real or come in pairs
            im[k] = Math.abs(im[k]) < 1e-13 ? 0 : im[k];
        }
        double[] powerRe = new double[p];
        double[] powerIm = new double[p];
        for (int k = 0; k < p; k++) {
            share(re, im, k, variance, powerRe, powerIm);
        }
        return new Poles(re, im, powerRe, powerIm, p == 0 ? variance : 0);
    }

    int size() {
        return re.length;
    }

    double real(int k) {
        return re[k];
    }

    double imaginary(int k) {
        return im[k];
    }

    /** Real part of the power of pole k. */
    double sharedPower(int k) {
        return powerRe[k];
    }

    /** Power from 0 to a frequency in cycles per sample, up to 0.5. */
    double powerBelow(double cycles) {
        double power = flat * 2 * cycles;
        double angle = 2 * Math.PI * cycles;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int k = 0; k < re.length; k++) {
            // G = Σ zᵗ·sin(ωt)⁄t = (1⁄2i)·( log(1 − z·e^(−iω)) − log(1 − z·e^(iω)) )
            double aRe = 1 - (re[k] * cos + im[k] * sin);
            double aIm = -(im[k] * cos - re[k] * sin);
            double bRe = 1 - (re[k] * cos - im[k] * sin);
            double bIm = -(im[k] * cos + re[k] * sin);
            double logRe = 0.5 * Math.log((aRe * aRe + aIm * aIm) / (bRe * bRe + bIm * bIm));
            double logIm = Math.atan2(aIm, aRe) - Math.atan2(bIm, bRe);
            double gRe = logIm / 2;
            double gIm = -logRe / 2;
            power += powerRe[k] * (2 * cycles + 2 / Math.PI * gRe) - powerIm[k] * (2 / Math.PI * gIm);
        }
        return power;
    }

    private static void share(double[] re, double[] im, int k, double variance, double[] powerRe, double[] powerIm) {
        double bottomRe = 1;
        double bottomIm = 0;
        double topRe = variance;
        double topIm = 0;
        for (int j = 0; j < re.length; j++) {
            double factorRe = 1 - (re[j] * re[k] - im[j] * im[k]);
            double factorIm = -(re[j] * im[k] + im[j] * re[k]);
            double next = bottomRe * factorRe - bottomIm * factorIm;
            bottomIm = bottomRe * factorIm + bottomIm * factorRe;
            bottomRe = next;
            if (j != k) {
                double apartRe = re[k] - re[j];
                double apartIm = im[k] - im[j];
                next = bottomRe * apartRe - bottomIm * apartIm;
                bottomIm = bottomRe * apartIm + bottomIm * apartRe;
                bottomRe = next;
                next = topRe * re[k] - topIm * im[k];
                topIm = topRe * im[k] + topIm * re[k];
                topRe = next;
            }
        }
        double norm = bottomRe * bottomRe + bottomIm * bottomIm;
        powerRe[k] = (topRe * bottomRe + topIm * bottomIm) / norm;
        powerIm[k] = (topIm * bottomRe - topRe * bottomIm) / norm;
    }

    /** All roots of {@code z^p + a₁z^(p−1) + … + aₚ} at once, by the iteration of Ehrlich and Aberth. */
    private static void findRoots(double[] a, double[] re, double[] im) {
        int p = a.length;
        for (int k = 0; k < p; k++) {
            // within the unit circle, where a stable model has its poles, and off every symmetry
            double angle = 2 * Math.PI * (k + 0.3) / p;
            re[k] = 0.9 * Math.cos(angle);
            im[k] = 0.9 * Math.sin(angle);
        }
        int[] moving = new int[p];
        for (int k = 0; k < p; k++) {
            moving[k] = k;
        }
        int left = p;
        for (int round = 0; round < MOST_ROUNDS && left > 0; round++) {
            int still = 0;
            for (int i = 0; i < left; i++) {
                if (improve(a, re, im, moving[i]) >= LAST_STEP) {
                    moving[still++] = moving[i];
                }
            }
            left = still;
        }
    }

    /** Moves root k by one step; returns the length of the step. */
    private static double improve(double[] a, double[] re, double[] im, int k) {
        double x = re[k];
        double y = im[k];
        double valueRe = 1;
        double valueIm = 0;
        double slopeRe = 0;
        double slopeIm = 0;
        for (double coefficient : a) {
            double next = slopeRe * x - slopeIm * y + valueRe;
            slopeIm = slopeRe * y + slopeIm * x + valueIm;
            slopeRe = next;
            next = valueRe * x - valueIm * y + coefficient;
            valueIm = valueRe * y + valueIm * x;
            valueRe = next;
        }
        if (valueRe == 0 && valueIm == 0) {
            return 0;
        }
        double repelRe = 0;
        double repelIm = 0;
        for (int j = 0; j < a.length; j++) {
            if (j != k) {
                double apartRe = x - re[j];
                double apartIm = y - im[j];
                double norm = apartRe * apartRe + apartIm * apartIm;
                if (norm > 0) {
                    double share = 1 / norm;
                    repelRe += apartRe * share;
                    repelIm -= apartIm * share;
                }
            }
        }
        // step = 1 ⁄ (P′⁄P − Σ 1⁄(z − zⱼ))
        double norm = valueRe * valueRe + valueIm * valueIm;
        double bottomRe = (slopeRe * valueRe + slopeIm * valueIm) / norm - repelRe;
        double bottomIm = (slopeIm * valueRe - slopeRe * valueIm) / norm - repelIm;
        double bottom = bottomRe * bottomRe + bottomIm * bottomIm;
        if (!(bottom > 0)) {
            return 0;
        }
        // the poles of a stable model lie within the unit circle: a step out of it, which could overflow, leads nowhere
        double length = 1 / Math.sqrt(bottom);
        double share = Math.min(1, LONGEST_STEP / length);
        re[k] -= share * bottomRe / bottom;
        im[k] += share * bottomIm / bottom;
        return share * length;
    }
}
