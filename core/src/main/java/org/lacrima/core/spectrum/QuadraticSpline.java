package org.lacrima.core.spectrum;

/**
 * The C¹ quadratic spline through given points with knots midway between them; the first two points and the last two
 * share a stretch. The B-spline coefficients solve a tridiagonal system.
 */
final class QuadraticSpline {
    private QuadraticSpline() {}

    static double[] onGrid(double[] x, double[] y, double rate, int count) {
        int n = x.length;
        double[] knots = knots(x);
        double[] coefficients = coefficients(x, y, knots);
        double[] values = new double[count];
        double[] basis = new double[3];
        int span = 2;
        for (int k = 0; k < count; k++) {
            double t = x[0] + k / rate;
            while (span < n - 1 && t >= knots[span + 1]) {
                span++;
            }
            basis(knots, span, t, basis);
            values[k] = basis[0] * coefficients[span - 2]
                    + basis[1] * coefficients[span - 1]
                    + basis[2] * coefficients[span];
        }
        return values;
    }

    private static double[] knots(double[] x) {
        int n = x.length;
        double[] knots = new double[n + 3];
        for (int i = 0; i < 3; i++) {
            knots[i] = x[0];
            knots[n + i] = x[n - 1];
        }
        for (int i = 1; i < n - 2; i++) {
            knots[i + 2] = (x[i] + x[i + 1]) / 2;
        }
        return knots;
    }

    private static double[] coefficients(double[] x, double[] y, double[] knots) {
        int n = x.length;
        double[] above = new double[n];
        double[] solved = new double[n];
        double[] basis = new double[3];
        solved[0] = y[0];
        for (int i = 1; i < n - 1; i++) {
            // point i lies in the stretch where the splines i − 1, i, i + 1 live
            basis(knots, i + 1, x[i], basis);
            double pivot = basis[1] - basis[0] * above[i - 1];
            above[i] = basis[2] / pivot;
            solved[i] = (y[i] - basis[0] * solved[i - 1]) / pivot;
        }
        solved[n - 1] = y[n - 1];
        for (int i = n - 2; i > 0; i--) {
            solved[i] -= above[i] * solved[i + 1];
        }
        return solved;
    }

    /** The three quadratic B-splines that live on {@code [knots[span], knots[span + 1])}, at {@code t}. */
    private static void basis(double[] knots, int span, double t, double[] into) {
        double left = (knots[span + 1] - t) / (knots[span + 1] - knots[span]);
        double right = 1 - left;
        double a = left * (knots[span + 1] - t) / (knots[span + 1] - knots[span - 1]);
        double c = right * (t - knots[span]) / (knots[span + 2] - knots[span]);
        into[0] = a;
        into[1] = 1 - a - c;
        into[2] = c;
    }
}
