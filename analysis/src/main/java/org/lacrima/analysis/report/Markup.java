package org.lacrima.analysis.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes elements that are also well-formed XML. Every word from outside goes through {@link #text} or an attribute and
 * is escaped there; elements are closed in the order in which they were opened.
 */
final class Markup {

    private static final Set<String> BLOCKS = Set.of(
            "html", "head", "body", "main", "nav", "header", "footer", "section", "div", "figure", "table", "thead",
            "tbody", "tr", "ul", "ol", "dl", "details");

    private final StringBuilder out = new StringBuilder(1 << 18);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes as name, value, name, value. */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        if (BLOCKS.contains(tag)) {
            out.append('\n');
        }
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    Markup close() {
        String tag = open.pop();
        out.append("</").append(tag).append(">");
        if (!tag.equals("span") && !tag.equals("data") && !tag.equals("code") && !tag.equals("a")) {
            out.append('\n');
        }
        return this;
    }

    /** An element that holds nothing, such as {@code meta}. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>\n");
        return this;
    }

    /** An element that holds words. */
    Markup element(String tag, String text, String... attributes) {
        open(tag, attributes);
        text(text);
        return close();
    }

    /** Words, escaped. */
    Markup text(String words) {
        escape(words);
        return this;
    }

    /** Markup that is known to be well-formed and harmless, as it stands. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(Character.isISOControl(c) && !Character.isWhitespace(c) ? '�' : c);
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
