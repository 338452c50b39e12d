package org.lacrima.benchmarks.textbook;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.util.MathArrays;

/** Correlation dimension of points of ten intervals. */
public final class TextbookDimension {
    private static final int M = 10;

    private TextbookDimension() {}

    /** Slope of ln C(r) over ln r, r from 0.25·√10·SDNN to √10·SDNN by steps of 5 %. */
    public static double[] correlation(double[] rr) {
        double unit = Math.sqrt(M) * TextbookTimeDomain.sdnn(rr);
        double[][] points = points(rr, M);
        double[] radii = new double[(int) Math.floor(Math.log(4) / Math.log(1.05) + 1e-9) + 1];
        for (int k = 0; k < radii.length; k++) {
            radii[k] = 0.25 * unit * Math.pow(1.05, k);
        }
        long[] within = new long[radii.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = i + 1; j < points.length; j++) {
                double distance = MathArrays.distance(points[i], points[j]);
                for (int k = 0; k < radii.length; k++) {
                    if (distance <= radii[k]) {
                        within[k]++;
                    }
                }
            }
        }
        SimpleRegression line = new SimpleRegression();
        for (int k = 0; k < radii.length; k++) {
            if (within[k] > 0) {
                line.addData(Math.log(radii[k]), Math.log((double) within[k]));
            }
        }
        return new double[] {line.getSlope()};
    }

    static double[][] points(double[] rr, int m) {
        double[][] points = new double[rr.length - m + 1][m];
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(rr, i, points[i], 0, m);
        }
        return points;
    }
}
