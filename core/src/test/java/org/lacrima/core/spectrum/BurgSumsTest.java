package org.lacrima.core.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurgSumsTest {

    /** Burg 1975: forward errors f and backward errors b of order p from those of order p − 1, the latter a sample late. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 9, 64, 301})
    void reflectionsAreThoseOfTheDefinition(int n) {
        double[] x = new Random(n).doubles(n, -50, 50).toArray();
        double[] f = x.clone();
        double[] b = x.clone();
        double[] quickF = x.clone();
        double[] quickB = x.clone();
        BurgSums sums = new BurgSums();
        sums.add(quickF, quickB);

        for (int p = 1; p <= Math.min(3, n - 2); p++) {
            double product = 0;
            double energy = 0;
            for (int i = p; i < n; i++) {
                product += f[i] * b[i - 1];
                energy += f[i] * f[i] + b[i - 1] * b[i - 1];
            }
            double expected = -2 * product / energy;
            assertThat(sums.reflection()).as("order %d", p).isCloseTo(expected, within(1e-12));

            double[] nextF = f.clone();
            double[] nextB = b.clone();
            for (int i = p; i < n; i++) {
                nextF[i] = f[i] + expected * b[i - 1];
                nextB[i] = b[i - 1] + expected * f[i];
            }
            f = nextF;
            b = nextB;
            sums = new BurgSums();
            sums.addUpdated(quickF, quickB, p, expected);
        }
    }
}
