package org.lacrima.io.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as files hold them: the shortest decimal form that reads back to the same double, without an exponent. */
final class Decimal {
    private Decimal() {}

    /** The decimal of a finite number; the same on every machine, which {@code Double.toString} was not before JDK 19. */
    static BigDecimal of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a file holds finite numbers, got %s", value));
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(17)));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String text(double value) {
        return of(value).toPlainString();
    }
}
