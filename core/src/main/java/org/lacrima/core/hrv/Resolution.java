package org.lacrima.core.hrv;

/**
 * The step of which all intervals of a series are multiples, apart from one offset: the resolution of the recorder, such as
 * 1 ms or 1/128 s.
 *
 * @param least shortest interval in ms
 * @param quantum step in ms; 0 where there is none
 * @param steps how many of them the longest interval is above the shortest
 */
record Resolution(double least, double quantum, int steps) {
    /** A step finer than this part of the range is no resolution of a recorder but the rounding of a computation. */
    private static final int MOST_STEPS = 1 << 17;

    private static final double EXACT = 1e-9;

    /** That of values that are multiples of nothing. */
    static final Resolution NONE = new Resolution(0, 0, 0);

    static Resolution of(double[] sorted) {
        double range = sorted[sorted.length - 1] - sorted[0];
        double quantum = 0;
        for (int i = 1; i < sorted.length && (quantum == 0 || quantum * MOST_STEPS > range); i++) {
            double gap = sorted[i] - sorted[i - 1];
            if (gap > EXACT) {
                quantum = quantum == 0 ? gap : commonDivisor(quantum, gap);
            }
        }
        if (quantum == 0 || quantum * MOST_STEPS < range) {
            return new Resolution(sorted[0], 0, 0);
        }
        // The divisor carries the rounding of the gaps; over the whole range it is known best.
        int steps = (int) Math.rint(range / quantum);
        Resolution resolution = new Resolution(sorted[0], range / steps, steps);
        for (double v : sorted) {
            double multiple = (v - resolution.least) / resolution.quantum;
            if (Math.abs(multiple - Math.rint(multiple)) > 1e-6) {
                return new Resolution(sorted[0], 0, 0);
            }
        }
        return resolution;
    }

    private static double commonDivisor(double a, double b) {
        double larger = Math.max(a, b);
        double smaller = Math.min(a, b);
        while (smaller > 1e-6) {
            double rest = larger - smaller * Math.rint(larger / smaller);
            larger = smaller;
            smaller = Math.abs(rest);
        }
        return larger;
    }

    boolean exists() {
        return quantum > 0;
    }

    /** How many steps an interval is above the shortest. */
    int of(double interval) {
        return (int) Math.rint((interval - least) / quantum);
    }
}
