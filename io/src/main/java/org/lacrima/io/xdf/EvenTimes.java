package org.lacrima.io.xdf;

import org.lacrima.io.Stretch;

/** The least-squares line through the times of samples that should be evenly spaced, from running moments. */
final class EvenTimes {
    private final long firstSample;
    private long size;
    private double meanIndex;
    private double meanTime;
    private double indexSquares;
    private double products;
    private double timeSquares;

    EvenTimes(long firstSample) {
        this.firstSample = firstSample;
    }

    void add(double time) {
        double di = size - meanIndex;
        double dt = time - meanTime;
        size++;
        meanIndex += di / size;
        meanTime += dt / size;
        indexSquares += di * (size - 1 - meanIndex);
        products += di * (time - meanTime);
        timeSquares += dt * (time - meanTime);
    }

    /** Sum of squared distances from the line, in s². */
    double squares() {
        return indexSquares > 0 ? Math.max(0, timeSquares - products * products / indexSquares) : 0;
    }

    Stretch stretch(double nominalHz) {
        double slope = products / indexSquares;
        boolean isUsable = size > 1 && slope > 0 && Double.isFinite(1 / slope);
        double step = isUsable ? slope : 1 / nominalHz;
        return new Stretch(firstSample, size, meanTime - step * meanIndex, 1 / step);
    }
}
