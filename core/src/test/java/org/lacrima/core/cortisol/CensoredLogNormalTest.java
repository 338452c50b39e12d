package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * The censored likelihood's maximum by SciPy 1.17.1: {@code scipy.optimize.root} on its score, whose normal terms are
 * {@code scipy.stats.norm.logpdf} and {@code logcdf}; the standard error from the score's numerical derivative.
 */
class CensoredLogNormalTest {
    private static final double[] MEASURED = {3.2, 4.8, 2.1, 7.9, 5.5, 12.4, 6.3};
    private static final double[] LIMITS = {2.0, 2.0, 1.5};

    @Test
    void agreesWithScipy() {
        CensoredLogNormal fit = CensoredLogNormal.fit(MEASURED, LIMITS).orElseThrow();

        assertThat(fit.meanLog()).isCloseTo(1.1763481416296506, within(1e-12));
        assertThat(fit.sdLog()).isCloseTo(0.8982850844237651, within(1e-12));
        assertThat(fit.meanLogError()).isCloseTo(0.3020873002875988, within(1e-8));
        assertThat(fit.mean()).isCloseTo(4.854014954101712, within(1e-11));
        assertThat(fit.meanBelow(2)).isCloseTo(1.2405130555226729, within(1e-11));
        assertThat(fit.meanBelow(1.5)).isCloseTo(0.9813718312717993, within(1e-11));
        assertThat(fit.measured()).isEqualTo(7);
        assertThat(fit.censored()).isEqualTo(3);
    }

    /** Without censored values the maximum is known: mean and SD, with divisor n, of the logarithms. */
    @Test
    void withoutCensoredValuesItIsThePlainFit() {
        CensoredLogNormal fit = CensoredLogNormal.fit(new double[] {1, Math.E, Math.E * Math.E}, new double[0])
                .orElseThrow();

        assertThat(fit.meanLog()).isCloseTo(1, within(1e-14));
        assertThat(fit.sdLog()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-14));
        assertThat(fit.meanLogError()).isCloseTo(Math.sqrt(2.0 / 3) / Math.sqrt(3), within(1e-12));
        assertThat(fit.median()).isCloseTo(Math.E, within(1e-13));
    }

    /** 4000 values of μ = 1, σ = 0.7, of which the limit hides a third: four standard errors around the truth. */
    @Test
    void findsTheTruthBehindALimitThatHidesAThird() {
        Random random = new Random(11);
        double limit = Math.exp(1 - 0.43 * 0.7);
        double[] all = DoubleStream.generate(() -> Math.exp(1 + 0.7 * random.nextGaussian()))
                .limit(4000)
                .toArray();
        double[] seen = DoubleStream.of(all).filter(x -> x >= limit).toArray();
        double[] limits =
                DoubleStream.generate(() -> limit).limit(4000 - seen.length).toArray();

        CensoredLogNormal fit = CensoredLogNormal.fit(seen, limits).orElseThrow();

        assertThat(limits.length).isBetween(1200, 1480);
        assertThat(fit.meanLog()).isCloseTo(1, within(4 * fit.meanLogError()));
        assertThat(fit.sdLog()).isCloseTo(0.7, within(0.05));
    }

    @Test
    void oneValueHasNoSpread() {
        assertThat(CensoredLogNormal.fit(new double[] {3}, LIMITS)).isEmpty();
        assertThat(CensoredLogNormal.fit(new double[] {3, 3}, LIMITS)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CensoredLogNormal.fit(new double[] {3, 0}, LIMITS))
                .withMessage("concentration 1 must be positive and finite, got 0.0");
    }
}
