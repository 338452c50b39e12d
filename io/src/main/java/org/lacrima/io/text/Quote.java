package org.lacrima.io.text;

/** Text of a file as a message shows it. */
public final class Quote {
    private static final int LONGEST = 40;

    private Quote() {}

    /**
     * The text in quotation marks, cut after {@value #LONGEST} characters, with control characters shown as {@code ?}: a
     * file must not be able to flood or steer a terminal.
     */
    public static String of(CharSequence text) {
        int shown = Math.min(text.length(), LONGEST);
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            quoted.append(Character.isISOControl(c) ? '?' : c);
        }
        quoted.append('"');
        if (shown < text.length()) {
            quoted.append("… (").append(text.length()).append(" characters)");
        }
        return quoted.toString();
    }
}
