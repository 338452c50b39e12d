package org.lacrima.core.spectrum;

/** Reads values given at increasing times on an even grid of times. */
final class Interpolator {
    private Interpolator() {}

    /**
     * Values at {@code x[0] + k / rate} for {@code k = 0 … count − 1}.
     *
     * @param x increasing times in s, at least two
     * @param y one value per time
     */
    static double[] onGrid(Interpolation how, double[] x, double[] y, double rate, int count) {
        int n = x.length;
        if (how == Interpolation.LINEAR || n == 2) {
            return linear(x, y, rate, count);
        }
        if (how == Interpolation.QUADRATIC) {
            return QuadraticSpline.onGrid(x, y, rate, count);
        }
        return hermite(x, y, slopes(how, x, y), rate, count);
    }

    private static double[] slopes(Interpolation how, double[] x, double[] y) {
        double[] step = new double[x.length - 1];
        double[] rise = new double[x.length - 1];
        for (int i = 0; i < step.length; i++) {
            step[i] = x[i + 1] - x[i];
            rise[i] = (y[i + 1] - y[i]) / step[i];
        }
        return switch (how) {
            case PCHIP -> pchipSlopes(step, rise);
            case AKIMA -> akimaSlopes(rise);
            default -> splineSlopes(step, rise, how == Interpolation.CUBIC_NOT_A_KNOT);
        };
    }

    private static double[] linear(double[] x, double[] y, double rate, int count) {
        double[] values = new double[count];
        int i = 0;
        for (int k = 0; k < count; k++) {
            double t = x[0] + k / rate;
            while (i < x.length - 2 && t >= x[i + 1]) {
                i++;
            }
            values[k] = y[i] + (y[i + 1] - y[i]) / (x[i + 1] - x[i]) * (t - x[i]);
        }
        return values;
    }

    private static double[] hermite(double[] x, double[] y, double[] slope, double rate, int count) {
        double[] values = new double[count];
        int k = 0;
        for (int i = 0; i < x.length - 1 && k < count; i++) {
            double h = x[i + 1] - x[i];
            double rise = (y[i + 1] - y[i]) / h;
            double bend = (slope[i] + slope[i + 1] - 2 * rise) / h;
            double c2 = (rise - slope[i]) / h - bend;
            double c3 = bend / h;
            boolean last = i == x.length - 2;
            double t = x[0] + k / rate;
            while (k < count && (last || t < x[i + 1])) {
                double u = t - x[i];
                values[k] = y[i] + u * (slope[i] + u * (c2 + u * c3));
                k++;
                t = x[0] + k / rate;
            }
        }
        return values;
    }

    /** Slopes of the C² cubic spline, by a tridiagonal elimination. */
    private static double[] splineSlopes(double[] h, double[] rise, boolean notAKnot) {
        int n = h.length + 1;
        double[] diagonal = new double[n];
        double[] above = new double[n];
        double[] slope = new double[n];
        if (notAKnot && n == 3) {
            // three beats leave one parabola
            double bend = (rise[1] - rise[0]) / (h[0] + h[1]);
            return new double[] {rise[0] - bend * h[0], rise[0] + bend * h[0], rise[1] + bend * h[1]};
        }
        double belowLast;
        if (notAKnot) {
            double first = h[0] + h[1];
            diagonal[0] = h[1];
            above[0] = first;
            slope[0] = ((h[0] + 2 * first) * h[1] * rise[0] + h[0] * h[0] * rise[1]) / first;
            double end = h[n - 2] + h[n - 3];
            diagonal[n - 1] = h[n - 3];
            belowLast = end;
            slope[n - 1] = (h[n - 2] * h[n - 2] * rise[n - 3] + (2 * end + h[n - 2]) * h[n - 3] * rise[n - 2]) / end;
        } else {
            diagonal[0] = 2;
            above[0] = 1;
            slope[0] = 3 * rise[0];
            diagonal[n - 1] = 2;
            belowLast = 1;
            slope[n - 1] = 3 * rise[n - 2];
        }
        for (int i = 1; i < n; i++) {
            double below = i == n - 1 ? belowLast : h[i];
            if (i < n - 1) {
                diagonal[i] = 2 * (h[i - 1] + h[i]);
                above[i] = h[i - 1];
                slope[i] = 3 * (h[i] * rise[i - 1] + h[i - 1] * rise[i]);
            }
            double factor = below / diagonal[i - 1];
            diagonal[i] -= factor * above[i - 1];
            slope[i] -= factor * slope[i - 1];
        }
        slope[n - 1] /= diagonal[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            slope[i] = (slope[i] - above[i] * slope[i + 1]) / diagonal[i];
        }
        return slope;
    }

    private static double[] pchipSlopes(double[] h, double[] rise) {
        int n = h.length + 1;
        double[] slope = new double[n];
        for (int i = 1; i < n - 1; i++) {
            if (rise[i - 1] * rise[i] > 0) {
                double left = 2 * h[i] + h[i - 1];
                double right = h[i] + 2 * h[i - 1];
                slope[i] = (left + right) / (left / rise[i - 1] + right / rise[i]);
            }
        }
        slope[0] = pchipEnd(h[0], h[1], rise[0], rise[1]);
        slope[n - 1] = pchipEnd(h[n - 2], h[n - 3], rise[n - 2], rise[n - 3]);
        return slope;
    }

    private static double pchipEnd(double near, double far, double riseNear, double riseFar) {
        double slope = ((2 * near + far) * riseNear - near * riseFar) / (near + far);
        if (Math.signum(slope) != Math.signum(riseNear)) {
            return 0;
        }
        boolean turns = Math.signum(riseNear) != Math.signum(riseFar);
        return turns && Math.abs(slope) > 3 * Math.abs(riseNear) ? 3 * riseNear : slope;
    }

    private static double[] akimaSlopes(double[] rise) {
        int n = rise.length + 1;
        // two invented rises at either end, as in the paper
        double[] m = new double[n + 3];
        System.arraycopy(rise, 0, m, 2, rise.length);
        m[1] = 2 * m[2] - m[3];
        m[0] = 2 * m[1] - m[2];
        m[n + 1] = 2 * m[n] - m[n - 1];
        m[n + 2] = 2 * m[n + 1] - m[n];
        double[] slope = new double[n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(m[i + 3] - m[i + 2]) + Math.abs(m[i + 1] - m[i]));
        }
        for (int i = 0; i < n; i++) {
            double right = Math.abs(m[i + 3] - m[i + 2]);
            double left = Math.abs(m[i + 1] - m[i]);
            slope[i] = right + left > 1e-9 * largest
                    ? (right * m[i + 1] + left * m[i + 2]) / (right + left)
                    : (m[i + 1] + m[i + 2]) / 2;
        }
        return slope;
    }
}
