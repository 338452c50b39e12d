package org.lacrima.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts follow the rules of the Publication Manual of the APA, 7th edition, sections 6.36 and 6.43. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, < .001",
        "0.00099, < .001",
        "0.001, .001",
        "0.0496, .050",
        "0.5, .500",
        "0.9994, .999",
        "0.9996, > .999",
        "1, > .999"
    })
    void pHasThreeDecimalsAndNoLeadingZero(double p, String text) {
        assertThat(Numbers.p(p)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-1.25, 1, −1.3", "-0.04, 1, 0.0", "0.5, 2, 0.50", "12345.6, 0, 12346", "-0.04, 2, −0.04"})
    void numbersHaveATrueMinusSignAndNoNegativeZero(double value, int decimals, String text) {
        assertThat(Numbers.fixed(value, decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"12.3, 1", "0.31, 3", "512, 0", "0.0042, 5", "1, 2", "0, 2", "1e-9, 5"})
    void decimalsShowThreeDigitsOfTheSpread(double spread, int decimals) {
        assertThat(Numbers.decimalsFor(spread)).isEqualTo(decimals);
    }

    @Test
    void percentagesLoseTheNoiseOfBinaryFractions() {
        assertThat(Numbers.percent(0.95)).isEqualTo("95%");
        assertThat(Numbers.percent(1 - 0.95)).isEqualTo("5%");
        assertThat(Numbers.percent(0.999)).isEqualTo("99.9%");
        assertThat(Numbers.plain(-30)).isEqualTo("−30");
    }
}
