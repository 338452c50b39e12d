package org.lacrima.core.hrv;

/**
 * A straight line by least squares.
 *
 * @param intercept value at 0
 * @param slope rise per unit
 */
record Line(double intercept, double slope) {

    static Line through(double[] x, double[] y) {
        double meanX = Moments.mean(x);
        double meanY = Moments.mean(y);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        return new Line(meanY - slope * meanX, slope);
    }
}
