package org.lacrima.io.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalMarkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                "NaN",
                "Infinity",
                "1d",
                "0x1p3",
                "1,000.5",
                "1.2.3",
                "4,25",
                "1e",
                "1e+",
                "e5",
                "7l2",
                "1 2",
                "١"
            })
    void refusesWhatIsNoPlainNumber(String text) {
        assertThat(DecimalMark.POINT.parse(text)).isNaN();
    }

    @Test
    void readsACommaOnlyWhereItIsTheDecimalMark() {
        assertThat(DecimalMark.COMMA.parse(" 4,25 ")).isEqualTo(4.25);
        assertThat(DecimalMark.COMMA.parse("4.25")).isNaN();
        assertThat(DecimalMark.COMMA.parse("1,5e-3")).isEqualTo(0.0015);
    }

    @Test
    void roundsEveryNumberAsTheJdkDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            String text = switch (i % 4) {
                case 0 -> Double.toString(value);
                case 1 -> String.format(Locale.ROOT, "%.3f", random.nextDouble() * 2000);
                case 2 -> String.format(Locale.ROOT, "%.20f", random.nextGaussian());
                default -> Double.toString(random.nextDouble() * 1000);
            };
            if (!text.startsWith("NaN") && !text.contains("Inf")) {
                assertThat(DecimalMark.POINT.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
            }
        }
    }
}
