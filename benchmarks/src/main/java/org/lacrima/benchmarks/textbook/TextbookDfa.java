package org.lacrima.benchmarks.textbook;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Detrended fluctuation analysis with a regression in every window. */
public final class TextbookDfa {
    private TextbookDfa() {}

    /** α₁ over scales 4 to 16 and α₂ over scales 16 to 64. */
    public static double[] exponents(double[] rr) {
        double mean = StatUtils.mean(rr);
        double[] profile = new double[rr.length];
        double sum = 0;
        for (int i = 0; i < rr.length; i++) {
            sum += rr[i] - mean;
            profile[i] = sum;
        }
        return new double[] {exponent(profile, 4, 16), exponent(profile, 16, 64)};
    }

    private static double exponent(double[] profile, int from, int to) {
        SimpleRegression line = new SimpleRegression();
        for (int scale = from; scale <= to; scale++) {
            line.addData(Math.log(scale), Math.log(fluctuation(profile, scale)));
        }
        return line.getSlope();
    }

    private static double fluctuation(double[] profile, int scale) {
        double squares = 0;
        int windows = profile.length / scale;
        for (int w = 0; w < windows; w++) {
            SimpleRegression trend = new SimpleRegression();
            for (int i = 0; i < scale; i++) {
                trend.addData(i, profile[w * scale + i]);
            }
            squares += trend.getSumSquaredErrors();
        }
        return Math.sqrt(squares / (windows * scale));
    }
}
