package org.lacrima.core.hrv;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Random series of the kinds on which counting goes wrong: smooth, tied, quantised, constant in parts, with outliers. */
final class SeededSeries {
    private SeededSeries() {}

    static double[] normal(int n, double mean, double sd, long seed) {
        Random random = new Random(seed);
        return random.doubles(n, 0, 1)
                .map(u -> mean + sd * random.nextGaussian())
                .toArray();
    }

    static double[] rounded(double[] x, double quantum) {
        double[] rounded = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rounded[i] = Math.rint(x[i] / quantum) * quantum;
        }
        return rounded;
    }

    static double[] plus(double[] x, double add) {
        return java.util.Arrays.stream(x).map(v -> v + add).toArray();
    }

    static double[] times(double[] x, double factor) {
        return java.util.Arrays.stream(x).map(v -> v * factor).toArray();
    }

    static double[] reversed(double[] x) {
        double[] reversed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            reversed[i] = x[x.length - 1 - i];
        }
        return reversed;
    }

    /** A name and a series each. */
    static Stream<Arguments> kinds() {
        double[] outliers = normal(300, 850, 40, 5);
        outliers[40] = 1700;
        outliers[41] = 2;
        outliers[200] = 10_000;
        return Stream.of(
                Arguments.of("random", normal(337, 850, 50, 1)),
                Arguments.of("in whole ms", rounded(normal(400, 900, 30, 2), 1)),
                Arguments.of("at 128 Hz", rounded(normal(400, 900, 30, 3), 7.8125)),
                Arguments.of("at 10 Hz, almost all tied", rounded(normal(250, 800, 60, 4), 100)),
                Arguments.of("with outliers", outliers),
                Arguments.of("as short as may be", new double[] {800, 810, 805, 800, 810, 805}));
    }
}
