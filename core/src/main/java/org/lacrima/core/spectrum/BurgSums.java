package org.lacrima.core.spectrum;

/**
 * Products and energies of forward and backward errors, from which the next reflection follows. The backward error at
 * sample i of order p stands in place i − p, so that those which meet in the next order are p + 1 places apart in their
 * arrays and every pair is written where it was read. Sums run in two strands, so that an addition need not wait for the one
 * before it.
 */
final class BurgSums {
    private double product;
    private double energy;

    /** Adds the errors of order 0, which are the samples. */
    void add(double[] f, double[] b) {
        addUpdated(f, b, 0, 0);
    }

    /** Brings errors to order p and adds those that meet in the next. */
    void addUpdated(double[] f, double[] b, int p, double reflection) {
        int count = f.length - p;
        double firstProduct = 0;
        double firstEnergy = 0;
        double secondProduct = 0;
        double secondEnergy = 0;
        double before = updated(f, b, p, 0, reflection);
        int j = 1;
        for (; j + 1 < count; j += 2) {
            double forward = f[p + j];
            double backward = b[j];
            double ahead = forward + reflection * backward;
            double behind = backward + reflection * forward;
            f[p + j] = ahead;
            b[j] = behind;
            firstProduct += ahead * before;
            firstEnergy += ahead * ahead + before * before;
            forward = f[p + j + 1];
            backward = b[j + 1];
            ahead = forward + reflection * backward;
            before = backward + reflection * forward;
            f[p + j + 1] = ahead;
            b[j + 1] = before;
            secondProduct += ahead * behind;
            secondEnergy += ahead * ahead + behind * behind;
        }
        if (j < count) {
            updated(f, b, p, j, reflection);
            firstProduct += f[p + j] * before;
            firstEnergy += f[p + j] * f[p + j] + before * before;
        }
        product += firstProduct + secondProduct;
        energy += firstEnergy + secondEnergy;
    }

    /** Brings one pair to order p; its new backward error. */
    private static double updated(double[] f, double[] b, int p, int j, double reflection) {
        double forward = f[p + j];
        f[p + j] = forward + reflection * b[j];
        b[j] += reflection * forward;
        return b[j];
    }

    double reflection() {
        return energy > 0 ? -2 * product / energy : 0;
    }
}
