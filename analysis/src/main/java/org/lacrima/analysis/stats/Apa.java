package org.lacrima.analysis.stats;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as the APA manual prints them: two decimals, p with three and no leading zero, a true minus sign. */
public final class Apa {

    private Apa() {}

    /** Two decimals; powers of ten where these would say nothing. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        String digits = size != 0 && (size < 0.005 || size >= 1e6)
                ? String.format(Locale.ROOT, "%.2e", value)
                : String.format(Locale.ROOT, "%.2f", value);
        return digits.replace('-', '−');
    }

    /** Degrees of freedom: whole, or with two decimals. */
    public static String df(double df) {
        return df == Math.rint(df) ? String.format(Locale.ROOT, "%.0f", df) : String.format(Locale.ROOT, "%.2f", df);
    }

    /** A p value with its letter: {@code p = .012} or {@code p < .001}. */
    public static String p(double p) {
        return p < 0.001 ? "p < .001" : "p = " + share(p);
    }

    /** A number that cannot exceed one, without its leading zero. */
    public static String share(double share) {
        String digits = String.format(Locale.ROOT, "%.3f", share).replace('-', '−');
        return digits.replace("0.", ".");
    }

    /** An interval with its confidence in percent. */
    public static String interval(Interval interval) {
        String percent = BigDecimal.valueOf(interval.confidence())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        return percent + "% CI [" + number(interval.low()) + ", " + number(interval.high()) + "]";
    }
}
