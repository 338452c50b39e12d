package org.lacrima.analysis.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Normal p values of statistics on a lattice. */
final class Asymptotic {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Asymptotic() {}

    /**
     * P value of a distance from the expectation.
     *
     * @param continuity half a step of the lattice, taken off the distance; 0 for none
     */
    static double p(double distance, double sigma, double continuity, Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> {
                double z = (distance - Math.signum(distance) * continuity) / sigma;
                yield Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
            }
            case GREATER -> STANDARD.survivalProbability((distance - continuity) / sigma);
            case LESS -> STANDARD.cumulativeProbability((distance + continuity) / sigma);
        };
    }

    static double cdf(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    static double survival(double z) {
        return STANDARD.survivalProbability(z);
    }

    static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }
}
