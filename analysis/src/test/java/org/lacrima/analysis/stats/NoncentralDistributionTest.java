package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distributions that no library offers, against mpmath 1.3.0 at 30 digits and against cases that have a closed form. */
class NoncentralDistributionTest {

    @ParameterizedTest
    @CsvSource({
        "2.0, 5, 1.0, 0.778074662616214871, 0.221925337383785129",
        "-1.5, 10, 0.5, 0.030975196534077332, 0.969024803465922668",
        "19.0, 190, 19.5, 0.35251037596420041, 0.64748962403579959",
        "0.5, 2, 3.0, 0.00648648688160515755, 0.993513513118394842",
        "60, 12, 50, 0.757851140033317205, 0.242148859966682795",
        "1.0, 1.5, 0, 0.774432316361644838, 0.225567683638355162"
    })
    void noncentralTHasBothTails(double t, double df, double noncentrality, double below, double above) {
        NoncentralT distribution = NoncentralT.of(df, noncentrality);

        assertThat(distribution.cdf(t)).isCloseTo(below, Percentage.withPercentage(1e-10));
        assertThat(distribution.survival(t)).isCloseTo(above, Percentage.withPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"1", "2.5", "7", "40", "1000"})
    void noncentralTWithoutNoncentralityIsStudents(double df) {
        for (double t = -6; t <= 6; t += 0.75) {
            assertThat(NoncentralT.of(df, 0).cdf(t))
                    .isCloseTo(TDistribution.of(df).cumulativeProbability(t), within(1e-13));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // mpmath 1.3.0, quad at 30 digits: the first is integrated over S, the others over Z
        "21, 400, 20, 0.78581346092555645",
        "45, 12, 40, 0.66056918750383732",
        "-900, 3, -1000, 0.7047117972157524"
    })
    void noncentralTOfALargeEffect(double t, double df, double noncentrality, double below) {
        assertThat(NoncentralT.of(df, noncentrality).cdf(t)).isCloseTo(below, Percentage.withPercentage(1e-9));
    }

    @Test
    void noncentralFOfALargeEffectIsContinuous() {
        double below = NoncentralF.cdf(500_100, 2, 30, 999_999.9);
        double above = NoncentralF.cdf(500_100, 2, 30, 1_000_000.1);

        assertThat(above).isCloseTo(below, within(2e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.69, 126", "19.08, 190", "-3.2, 4", "0, 12", "250, 22"})
    void noncentralityIsFoundAgain(double t, double df) {
        for (double p : new double[] {0.025, 0.5, 0.975}) {
            double noncentrality = NoncentralT.noncentralityAt(t, df, p);

            assertThat(NoncentralT.of(df, noncentrality).cdf(t)).isCloseTo(p, within(1e-11));
        }
    }

    @Test
    void noncentralFAgreesWithMpmath() {
        // findroot at 30 digits of the Poisson mixture for F = 0.2991457532287959 on 2 and 188 degrees of freedom
        assertThat(NoncentralF.noncentralityBeyond(0.2991457532287959, 2, 188, 0.95))
                .isCloseTo(3.8077323430527675547, Percentage.withPercentage(1e-9));
    }

    @Test
    void noncentralFWithoutNoncentralityIsFishers() {
        assertThat(NoncentralF.survival(3.1, 2, 40, 0))
                .isCloseTo(FDistribution.of(2, 40).survivalProbability(3.1), within(1e-14));
        assertThat(NoncentralF.cdf(3.1, 2, 40, 5) + NoncentralF.survival(3.1, 2, 40, 5))
                .isCloseTo(1, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "3.5, 3, 10, 0.0771033108384118",
        "8.0, 3, 60, 1.35675306300841e-6",
        // scipy 1.17.1, stats.studentized_range.sf
        "3.3, 3, 188, 0.05369111763302603",
        "5.0, 5, 20, 0.015785677195457648"
    })
    void studentisedRangeHasItsTail(double q, int means, double df, double beyond) {
        assertThat(StudentisedRange.of(means, df).survival(q)).isCloseTo(beyond, Percentage.withPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 5", "3.0, 2", "4.5, 30", "12, 100"})
    void studentisedRangeOfTwoMeansIsStudents(double q, double df) {
        double expected = 2 * TDistribution.of(df).survivalProbability(q / Math.sqrt(2));

        assertThat(StudentisedRange.of(2, df).survival(q)).isCloseTo(expected, Percentage.withPercentage(1e-9));
    }

    @Test
    void studentisedRangeIsInverted() {
        StudentisedRange range = StudentisedRange.of(4, 17);

        assertThat(range.survival(range.quantileBeyond(0.05))).isCloseTo(0.05, within(1e-12));
        assertThat(range.quantileBeyond(0.05)).isCloseTo(4.020, within(0.0005)); // printed tables of the distribution
    }
}
