package org.lacrima.analysis.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.lacrima.analysis.stats.Interval;

/** Numbers as text for readers: a true minus sign, decimals that fit the spread, p without its leading zero. */
final class Numbers {

    private static final double LEAST_P = 0.001;

    private Numbers() {}

    /** A number with a fixed number of decimals. */
    static String fixed(double value, int decimals) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean roundsToZero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (roundsToZero ? digits.replace("-", "") : digits.replace('-', '−'));
    }

    /** An interval in brackets, both ends with a fixed number of decimals. */
    static String interval(Interval interval, int decimals) {
        return "[" + fixed(interval.low(), decimals) + ", " + fixed(interval.high(), decimals) + "]";
    }

    /** Decimals at which a standard deviation, or another measure of spread, shows three digits; from 0 to 5. */
    static int decimalsFor(double spread) {
        double size = Math.abs(spread);
        if (!(size > 0) || Double.isInfinite(size)) {
            return 2;
        }
        return (int) Math.max(0, Math.min(5, 2 - Math.floor(Math.log10(size))));
    }

    /** A p value with three decimals and no leading zero; below .001 and above .999 its bound. */
    static String p(double p) {
        if (p < LEAST_P) {
            return "< .001";
        }
        return p > 1 - LEAST_P / 2 ? "> .999" : share(p);
    }

    /** A p value in a sentence: {@code p = .012}, {@code p < .001}. */
    static String pInWords(double p) {
        String text = p(p);
        return text.startsWith(".") ? "p = " + text : "p " + text;
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share).substring(1);
    }

    /** A number in as few digits as it has. */
    static String plain(double value) {
        return value == 0
                ? "0"
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace('-', '−');
    }

    /** A share as a percentage, rounding noise of the multiplication taken out. */
    static String percent(double share) {
        return plain(BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(6, RoundingMode.HALF_EVEN)
                        .doubleValue())
                + "%";
    }

    /** A count with its noun: {@code 1 beat}, {@code 2 beats}. */
    static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
