package org.lacrima.analysis.stats;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Tails of {@code √(χ²_ν ⁄ ν)}. */
final class Chi {

    private Chi() {}

    static double cdf(double s, double df) {
        return RegularizedGamma.P.value(df / 2, df * s * s / 2);
    }

    static double survival(double s, double df) {
        return RegularizedGamma.Q.value(df / 2, df * s * s / 2);
    }
}
