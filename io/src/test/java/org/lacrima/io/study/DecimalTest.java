package org.lacrima.io.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "60, 60",
        "-5, -5",
        "1000000, 1000000",
        "812.5, 812.5",
        "0.001, 0.001",
        "1e-7, 0.0000001",
        "1259.778, 1259.778",
        "0.1, 0.1",
        "1e22, 10000000000000000000000",
        "2e-3, 0.002",
    })
    void numbersArePlainAndShort(double value, String text) {
        assertThat(Decimal.text(value)).isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackToItself() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            double value = random.nextDouble(-2000, 2000);
            assertThat(Double.parseDouble(Decimal.text(value))).isEqualTo(value);
        }
        assertThat(Double.parseDouble(Decimal.text(0.1 + 0.2))).isEqualTo(0.1 + 0.2);
        assertThat(Double.parseDouble(Decimal.text(Double.MIN_VALUE))).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimal.text(Double.NaN))
                .withMessageContaining("NaN");
    }
}
