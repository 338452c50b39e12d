package org.lacrima.io.behaviour;

import org.lacrima.io.text.DecimalMark;

/** Times as coding software writes them. */
final class CodedTime {
    private CodedTime() {}

    /**
     * Seconds of a text: {@code 12.345}, {@code 12,345}, {@code 00:12.345}, {@code 01:00:12.345}, a sign in front allowed.
     *
     * @return the seconds; NaN where the text is no time
     */
    static double seconds(String text) {
        String stripped = text.strip();
        if (stripped.indexOf(':') < 0) {
            return number(stripped);
        }
        boolean negative = stripped.startsWith("-");
        String[] parts = (negative ? stripped.substring(1) : stripped).split(":", -1);
        if (parts.length > 3) {
            return Double.NaN;
        }
        double seconds = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            double part = isPlain(parts[i], last) ? number(parts[i]) : Double.NaN;
            if (i > 0 && part >= 60) {
                return Double.NaN;
            }
            seconds = seconds * 60 + part;
        }
        return negative ? -seconds : seconds;
    }

    private static boolean isPlain(String part, boolean fractionAllowed) {
        return !part.isEmpty()
                && part.chars().allMatch(c -> (c >= '0' && c <= '9') || (fractionAllowed && (c == '.' || c == ',')));
    }

    private static double number(String text) {
        double value = (text.indexOf(',') >= 0 ? DecimalMark.COMMA : DecimalMark.POINT).parse(text);
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
