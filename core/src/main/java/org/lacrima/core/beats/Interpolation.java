package org.lacrima.core.beats;

import java.util.Arrays;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.lacrima.core.series.BeatSeries;

/** Values for spoilt intervals from the good ones of the same run, along the count of beats. */
final class Interpolation {
    private static final int NEIGHBOURS = 5;

    private Interpolation() {}

    /** The intervals with the spoilt ones replaced; NaN where a run has no good interval. */
    static double[] fill(BeatSeries beats, boolean[] spoilt, CorrectionMethod method) {
        double[] measured = beats.toMillis();
        double[] rr = measured.clone();
        int from = 0;
        while (from < rr.length) {
            int to = from + 1;
            while (to < rr.length && beats.isContiguousAt(to)) {
                to++;
            }
            fillRun(measured, rr, spoilt, from, to, method);
            from = to;
        }
        return rr;
    }

    private static void fillRun(
            double[] measured, double[] rr, boolean[] spoilt, int from, int to, CorrectionMethod method) {
        int[] good = goodIntervals(spoilt, from, to);
        if (good.length == to - from) {
            return;
        }
        if (good.length == 0) {
            Arrays.fill(rr, from, to, Double.NaN);
            return;
        }
        PolynomialSplineFunction spline =
                method == CorrectionMethod.CUBIC && good.length >= 3 ? spline(measured, good) : null;
        double lowest = extreme(measured, good, -1);
        double highest = extreme(measured, good, 1);
        int before = -1;
        for (int i = from; i < to; i++) {
            if (!spoilt[i]) {
                before++;
            } else if (method == CorrectionMethod.LOCAL_MEAN) {
                rr[i] = localMean(measured, good, before);
            } else if (spline != null && before >= 0 && before + 1 < good.length) {
                rr[i] = Math.min(highest, Math.max(lowest, spline.value(i)));
            } else {
                rr[i] = linear(measured, good, before, i);
            }
        }
    }

    private static int[] goodIntervals(boolean[] spoilt, int from, int to) {
        int[] good = new int[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!spoilt[i]) {
                good[count++] = i;
            }
        }
        return Arrays.copyOf(good, count);
    }

    private static double extreme(double[] values, int[] at, int sign) {
        double extreme = values[at[0]];
        for (int i : at) {
            extreme = sign * values[i] > sign * extreme ? values[i] : extreme;
        }
        return extreme;
    }

    private static PolynomialSplineFunction spline(double[] values, int[] at) {
        double[] x = new double[at.length];
        double[] y = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            x[k] = at[k];
            y[k] = values[at[k]];
        }
        return new SplineInterpolator().interpolate(x, y);
    }

    /** Beyond the first and last good interval the nearest one is held. */
    private static double linear(double[] values, int[] good, int before, int i) {
        if (before < 0) {
            return values[good[0]];
        }
        double low = values[good[before]];
        if (before + 1 == good.length) {
            return low;
        }
        double slope = (values[good[before + 1]] - low) / (good[before + 1] - good[before]);
        return slope * (i - good[before]) + low;
    }

    private static double localMean(double[] values, int[] good, int before) {
        int first = Math.max(0, before + 1 - NEIGHBOURS);
        int last = Math.min(good.length, before + 1 + NEIGHBOURS);
        double sum = 0;
        for (int k = first; k < last; k++) {
            sum += values[good[k]];
        }
        return sum / (last - first);
    }
}
