package org.lacrima.core.rsa;

/**
 * The moving cubic polynomial of 21 points (Savitzky &amp; Golay 1964): the value at its centre of the cubic that fits 21
 * samples best. Its weights are integers over 3059, printed in their table and derived here.
 */
final class MovingPolynomial {
    private MovingPolynomial() {}

    /** Points in one fit. */
    static final int POINTS = 21;

    /** Points on each side of the centre. */
    static final int HALF = POINTS / 2;

    private static final double[] CENTRE = weightsAt(0);

    /**
     * Weights by which samples {@code −10 … 10} give the fitted cubic at {@code offset}, in closed form from the
     * discrete Legendre (Gram) polynomials of degree 0 to 3.
     */
    static double[] weightsAt(double offset) {
        double[] weights = new double[POINTS];
        double[] there = gram(offset);
        double[] squares = new double[4];
        for (int i = -HALF; i <= HALF; i++) {
            double[] here = gram(i);
            for (int k = 0; k < 4; k++) {
                squares[k] += here[k] * here[k];
            }
        }
        for (int i = -HALF; i <= HALF; i++) {
            double[] here = gram(i);
            for (int k = 0; k < 4; k++) {
                weights[i + HALF] += here[k] * there[k] / squares[k];
            }
        }
        return weights;
    }

    /** Orthogonal polynomials on −m … m: 1, t, t² − m(m + 1)/3, t³ − (3m² + 3m − 1) t/5. */
    private static double[] gram(double t) {
        double m = HALF;
        return new double[] {1, t, t * t - m * (m + 1) / 3, t * t * t - (3 * m * m + 3 * m - 1) * t / 5};
    }

    /** What the polynomial leaves of the samples it can be centred on: {@code x.length − 20} values. */
    static double[] residual(double[] x) {
        double[] left = new double[Math.max(0, x.length - 2 * HALF)];
        for (int i = 0; i < left.length; i++) {
            left[i] = x[i + HALF] - dot(CENTRE, x, i);
        }
        return left;
    }

    /** What the polynomial leaves of all samples; the first and last ten are judged by the outermost fit. */
    static double[] residualToTheEdges(double[] x) {
        double[] left = new double[x.length];
        System.arraycopy(residual(x), 0, left, HALF, x.length - 2 * HALF);
        for (int i = 0; i < HALF; i++) {
            double[] weights = weightsAt(i - HALF);
            double[] mirrored = weightsAt(HALF - i);
            left[i] = x[i] - dot(weights, x, 0);
            left[x.length - 1 - i] = x[x.length - 1 - i] - dot(mirrored, x, x.length - POINTS);
        }
        return left;
    }

    private static double dot(double[] weights, double[] x, int from) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            sum += weights[k] * x[from + k];
        }
        return sum;
    }
}
