package org.lacrima.io.text;

/** The character between the whole and the fraction of a number. Numbers are read the same in every locale. */
public enum DecimalMark {
    /** {@code 0.812}. */
    POINT('.'),
    /** {@code 0,812}. */
    COMMA(',');

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    /** Up to here every whole number is a double. */
    private static final long EXACT = 1L << 53;

    private final char mark;

    DecimalMark(char mark) {
        this.mark = mark;
    }

    /** The character. */
    public char character() {
        return mark;
    }

    /**
     * The number that a text is, correctly rounded: optional sign, digits with at most one decimal mark, optional
     * exponent, blanks around allowed, nothing else (no {@code NaN}, no thousands mark, no unit).
     *
     * @return the number, infinite where it is too large; NaN where the text is not a number
     */
    public double parse(CharSequence text) {
        return parse(text, 0, text.length());
    }

    /** The number in a part of a text; see {@link #parse(CharSequence)}. */
    public double parse(CharSequence text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        int i = start;
        boolean negative = false;
        if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            negative = text.charAt(i) == '-';
            i++;
        }
        long digits = 0;
        int count = 0;
        int fraction = 0;
        boolean afterMark = false;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits < EXACT ? digits * 10 + (c - '0') : EXACT;
                count++;
                fraction += afterMark ? 1 : 0;
            } else if (c == mark && !afterMark) {
                afterMark = true;
            } else {
                break;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (i < end) {
            return isExponent(text, i, end) ? exact(text, start, end) : Double.NaN;
        }
        if (digits < EXACT && fraction < POWERS_OF_TEN.length) {
            // Both operands are exact doubles, so the one division rounds correctly (Clinger 1990).
            double value = digits / POWERS_OF_TEN[fraction];
            return negative ? -value : value;
        }
        return exact(text, start, end);
    }

    private double exact(CharSequence text, int start, int end) {
        return Double.parseDouble(text.subSequence(start, end).toString().replace(mark, '.'));
    }

    private static boolean isExponent(CharSequence text, int from, int end) {
        int i = from;
        if (text.charAt(i) != 'e' && text.charAt(i) != 'E') {
            return false;
        }
        i++;
        if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int first = i;
        while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i == end && i > first;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\u00a0';
    }
}
